"""What each rule finds, to the day and the value. The features tell why, on whole histories; this takes a second."""

from datetime import date
from typing import Any

import pytest
from unit.follow_up.cases import TODAY, learner, on, participant, program, summary

from adoptlog.domain import facts as f
from adoptlog.follow_up import rules
from adoptlog.follow_up.case import GuidelineInForce, Leave, Peers
from adoptlog.follow_up.rules import waiting_too_long
from adoptlog.follow_up.work_list import Case
from adoptlog.habit import State

BY_NAME = {rule.name: rule for rule in rules.SHIPPED}

RULES_2 = GuidelineInForce(guideline="ai-rules", version="2", published_on=on(4, 1))
ETHICS = GuidelineInForce(guideline="ethics", version="1", published_on=on(4, 2))
TAUGHT = f.TrainingCompleted(course="basics", on=on(4, 8))
LICENSED = f.LicenceGranted(on=on(4, 10))
ASKED = f.QuestionAsked(question="how", on=on(4, 8))
LOW = f.LiteracyAssessed(on=None, level="low")
TASK = f.TaskInventoried(program="genai", task="minutes", on=on(4, 1), minutes_per_run=60.0, runs_per_month=100.0)
LAUNCHED = {"inventory": on(2, 1), "education": on(3, 1), "follow_up": on(4, 1)}


def agreed(version: str, guideline: str = "ai-rules") -> f.GuidelineAcknowledged:
    return f.GuidelineAcknowledged(guideline=guideline, version=version, on=on(3, 2))


def check_in(kind: Any, day: date) -> f.CheckInHeld:
    return f.CheckInHeld(kind=kind, on=day)


def used_on(first: date) -> Any:
    return lambda day: max(day, first)


def rated(person: str, phase: Any, value: float, day: date = LAUNCHED["follow_up"], task: str = "minutes") -> Any:
    return person, f.MeasurementTaken(task=task, metric="rating", value=value, on=day, phase=phase)


def review(outcome: Any, day: date, program: str = "genai") -> f.ReviewHeld:
    return f.ReviewHeld(program=program, on=day, outcome=outcome)


SAYS = {
    "use-before-guideline": ("manager", "message", 1),
    "guideline-unacknowledged": ("learner", "message", 2),
    "guideline-revised": ("learner", "message", 2),
    "no-guideline": ("owner", "message", 1),
    "training-gap": ("champion", "training", 2),
    "never-started": ("champion", "hands_on", 2),
    "first-check-in": ("champion", "meeting", 2),
    "meeting-overdue": ("owner", "meeting", 3),
    "hands-on-due": ("champion", "hands_on", 3),
    "unanswered-question": ("champion", "chat", 2),
    "slipping": ("champion", "hands_on", 2),
    "lapsed": ("manager", "meeting", 2),
    "peripheral-only": ("champion", "hands_on", 3),
    "stale-knowledge": ("owner", "training", 3),
    "left-behind": ("champion", "hands_on", 3),
    "back-from-leave": ("manager", "meeting", 3),
    "new-joiner": ("manager", "training", 2),
    "no-evidence": ("champion", "chat", 4),
    "three-month-review": ("owner", "meeting", 2),
    "graduate": ("champion", "message", 4),
    "no-owner": ("owner", "message", 2),
    "no-champion": ("owner", "message", 3),
    "no-targets": ("owner", "message", 3),
    "baseline-missing": ("owner", "message", 2),
    "measurement-overdue": ("owner", "message", 3),
    "review-overdue": ("owner", "message", 2),
    "waiting-too-long": ("owner", "message", 2),
    "use-case-not-shared": ("owner", "message", 3),
    "quality-down": ("owner", "message", 2),
}

WAIT_WHILE_UNKNOWN = {"never-started", "hands-on-due", "slipping", "lapsed", "peripheral-only", "left-behind"}
ABOUT_GUIDELINES = {"guideline-unacknowledged", "guideline-revised"}


FOUND: list[tuple[str, Case, dict[str, Any]]] = [
    (
        "use-before-guideline",
        learner(guidelines=(ETHICS, RULES_2), used_since=used_on(on(4, 6))),
        {
            "on": on(4, 6),
            "trigger": "ethics/1",
            "because": {"used_on": "2026-04-06", "guideline": "ethics", "version": "1"},
        },
    ),
    (
        "use-before-guideline",
        learner(agreed("1"), guidelines=(RULES_2,), used_since=used_on(on(4, 6))),
        {"on": on(4, 6), "trigger": "training", "reason": "untrained", "because": {"used_on": "2026-04-06"}},
    ),
    (
        "guideline-unacknowledged",
        learner(agreed("1", "ethics"), guidelines=(RULES_2,)),
        {"on": on(4, 8), "because": {"guideline": "ai-rules", "version": "2", "since": "2026-04-01"}},
    ),
    ("guideline-unacknowledged", learner(guidelines=(RULES_2,), joined_on=on(4, 6)), {"on": on(4, 13)}),
    (
        "guideline-revised",
        learner(agreed("1"), guidelines=(RULES_2,)),
        {"on": on(4, 15), "because": {"guideline": "ai-rules", "version": "2", "since": "2026-04-01"}},
    ),
    ("no-guideline", program(entered=LAUNCHED), {"on": on(3, 1), "trigger": "2026-03-01"}),
    ("no-guideline", program(entered=LAUNCHED, withdrawn_on=on(4, 9)), {"on": on(4, 9)}),
    ("no-guideline", program(entered={"follow_up": on(4, 1)}), {"on": on(4, 1), "because": {"since": "2026-04-01"}}),
    (
        "training-gap",
        learner(LICENSED),
        {"on": on(4, 24), "trigger": "training/2026-04-10", "because": {"licensed_on": "2026-04-10"}, "reason": ""},
    ),
    (
        "training-gap",
        learner(LICENSED, f.TrainingCompleted(course="a", on=on(4, 8), topics=("usage",))),
        {
            "on": on(4, 24),
            "trigger": "topics/2026-04-10",
            "reason": "topics",
            "because": {"topics": "use_cases;guideline", "trained_on": "2026-04-08"},
        },
    ),
    (
        "never-started",
        participant(TAUGHT, LICENSED, base=State.NOT_STARTED, known_until=on(4, 20)),
        {
            "on": on(4, 20),
            "trigger": "2026-04-10",
            "because": {"trained_on": "2026-04-08", "licensed_on": "2026-04-10", "working_days": 10},
        },
    ),
    ("first-check-in", learner(TAUGHT), {"on": on(4, 15), "because": {"trained_on": "2026-04-08"}}),
    ("first-check-in", learner(TAUGHT, check_in("chat", on(4, 7))), {"on": on(4, 15), "trigger": "2026-04-08"}),
    (
        "meeting-overdue",
        participant(TAUGHT, check_in("meeting", on(4, 9)), check_in("chat", on(4, 20))),
        {"on": on(4, 23), "trigger": "2026-04-09", "because": {"since": "2026-04-09", "days": 14}},
    ),
    ("meeting-overdue", participant(TAUGHT, check_in("meeting", on(4, 7))), {"on": on(4, 22)}),
    (
        "hands-on-due",
        participant(check_in("hands_on", on(4, 2)), check_in("chat", on(4, 3)), known_until=on(4, 17)),
        {
            "on": on(4, 17),
            "trigger": "2026-04-02",
            "because": {"trying_since": "2026-04-01", "working_days": 15},
        },
    ),
    ("hands-on-due", participant(check_in("hands_on", on(3, 2)), known_until=on(4, 16)), {"on": on(4, 16)}),
    (
        "unanswered-question",
        learner(f.QuestionAsked(question="why", on=on(4, 9)), ASKED, f.QuestionAnswered(question="how", on=on(4, 7))),
        {"on": on(4, 10), "trigger": "how", "because": {"asked_on": "2026-04-08", "questions": 2}},
    ),
    (
        "slipping",
        participant(base=State.SLIPPING),
        {"on": on(4, 1), "due_on": on(4, 4), "trigger": "2026-04-01", "because": {"since": "2026-04-01"}},
    ),
    ("lapsed", participant(base=State.LAPSED), {"on": on(4, 1), "due_on": None, "because": {"since": "2026-04-01"}}),
    (
        "peripheral-only",
        participant(
            numbers={
                "core_share": 0.2449,
                "active_days": 20,
                "first_used_on": on(3, 2),
                "last_used_on": on(5, 4),
            }
        ),
        {"on": on(5, 4), "trigger": "2026-03-02", "because": {"core_percent": 24, "active_days": 20}},
    ),
    (
        "stale-knowledge",
        learner(TAUGHT, news=(f.ToolNewsReleased(tool="t", on=on(4, 8)),)),
        {
            "on": on(7, 7),
            "trigger": "2026-04-08",
            "reason": "",
            "because": {"learnt_on": "2026-04-08", "days": 90},
        },
    ),
    (
        "stale-knowledge",
        learner(TAUGHT, check_in("hands_on", on(4, 9)), news=(f.ToolNewsReleased(tool="t", on=on(4, 10)),)),
        {"on": on(5, 9), "reason": "news", "because": {"learnt_on": "2026-04-09", "news_on": "2026-04-10"}},
    ),
    (
        "stale-knowledge",
        learner(TAUGHT, check_in("chat", on(4, 9)), news=(f.ToolNewsReleased(tool="t", on=on(5, 20)),)),
        {"on": on(5, 20), "trigger": "2026-04-08"},
    ),
    (
        "stale-knowledge",
        learner(TAUGHT, news=(f.ToolNewsReleased(tool="t", on=on(7, 7)),)),
        {"on": on(7, 7), "reason": "news"},
    ),
    (
        "left-behind",
        participant(TAUGHT, LOW, peers=Peers(people=5, median_strength=0.6), numbers={"strength": 0.25}),
        {"on": on(5, 6), "trigger": "2026-04-08", "because": {"strength": 0.25, "median": 0.6}},
    ),
    (
        "left-behind",
        participant(
            TAUGHT,
            f.LiteracyAssessed(on=on(4, 1), level="low"),
            f.LiteracyAssessed(on=None, level="high"),
            peers=Peers(people=5, median_strength=0.666),
            numbers={"strength": 0.333 - 1e-6},
        ),
        {"on": on(5, 6), "because": {"strength": 0.33, "median": 0.67}},
    ),
    (
        "back-from-leave",
        learner(leaves=(Leave(on(3, 1), on(3, 30), 30), Leave(on(4, 1), on(4, 20), 20)), today=on(4, 20)),
        {
            "on": on(4, 20),
            "trigger": "2026-04-01",
            "because": {"away_from": "2026-04-01", "back_on": "2026-04-20", "working_days": 20},
        },
    ),
    (
        "new-joiner",
        learner(joined_on=on(4, 2), launched_on=on(4, 1)),
        {"on": on(4, 16), "trigger": "2026-04-02", "because": {"joined_on": "2026-04-02"}},
    ),
    (
        "no-evidence",
        participant(numbers={"unknown_days": 12}, where=program(known_until=on(5, 30))),
        {"on": on(5, 30), "trigger": "2026-05-20", "because": {"working_days": 12}},
    ),
    ("no-evidence", participant(numbers={"unknown_days": 10}, where=program(reported_until=on(5, 23))), {"on": TODAY}),
    (
        "three-month-review",
        participant(TAUGHT, review("extend", on(5, 1), "other")),
        {
            "on": on(7, 8),
            "due_on": on(7, 13),
            "trigger": "2026-04-08/13",
            "because": {"began_on": "2026-04-08", "week": 13},
        },
    ),
    (
        "three-month-review",
        participant(TAUGHT, review("extend", on(5, 1))),
        {"on": on(8, 5), "trigger": "2026-04-08/17", "because": {"began_on": "2026-04-08", "week": 17}},
    ),
    (
        "graduate",
        participant(review("graduate", on(5, 4)), base=State.HABITUAL),
        {"on": on(5, 4), "trigger": "2026-05-04", "because": {"graduated_on": "2026-05-04"}},
    ),
    ("graduate", participant(review("graduate", on(3, 4)), base=State.HABITUAL), {"on": on(4, 1)}),
    ("no-owner", program(TASK), {"on": on(4, 1), "trigger": "", "because": {}}),
    ("no-owner", program(TASK, owner_until=on(5, 4)), {"on": on(5, 5)}),
    ("no-owner", program(), {"on": TODAY}),
    (
        "no-champion",
        program(TASK, departments={"sales": 3}),
        {"on": on(4, 1), "trigger": "sales", "because": {"department": "sales", "people": 3}},
    ),
    ("no-champion", program(departments={"sales": 3}), {"on": TODAY}),
    (
        "no-champion",
        program(TASK, departments={"sales": 3}, arrived={"sales": on(4, 9), "hr": on(5, 1)}),
        {"on": on(4, 9)},
    ),
    (
        "no-champion",
        program(
            TASK, departments={"sales": 3}, champions={"hr": "e-7"}, champions_until={"sales": on(4, 3), "hr": on(5, 9)}
        ),
        {"on": on(4, 4)},
    ),
    ("no-champion", program(TASK, departments={"sales": 3}, champions_until={"": on(4, 3)}), {"on": on(4, 4)}),
    (
        "no-targets",
        program(entered={"inventory": on(2, 1), "objectives": on(3, 1), "education": on(4, 1)}),
        {"on": on(3, 1), "trigger": "", "because": {"since": "2026-03-01"}},
    ),
    (
        "baseline-missing",
        program(
            TASK,
            f.TaskInventoried(program="genai", task="mail", on=on(4, 1), minutes_per_run=5, runs_per_month=5),
            starts_on=on(5, 15),
        ),
        {
            "on": on(5, 1),
            "due_on": on(5, 15),
            "trigger": "2026-05-15",
            "because": {"tasks": "mail;minutes", "launched_on": "2026-05-15"},
        },
    ),
    (
        "baseline-missing",
        program(
            TASK,
            f.UseCasePrioritised(program="genai", use_case="a", task="mail"),
            starts_on=on(5, 15),
            measurements=(rated("e-1", "after", 3, task="mail"),),
        ),
        {"on": on(5, 1), "because": {"tasks": "mail", "launched_on": "2026-05-15"}},
    ),
    (
        "measurement-overdue",
        program(
            entered=LAUNCHED, measurements=(rated("e-1", "after", 3, on(4, 6)), rated("e-1", "baseline", 3, on(5, 6)))
        ),
        {"on": on(5, 6), "trigger": "2026-04-06", "because": {"since": "2026-04-06", "days": 30}},
    ),
    ("measurement-overdue", program(entered=LAUNCHED), {"on": on(3, 31)}),
    (
        "review-overdue",
        program(f.DecisionTaken(program="genai", on=on(4, 2), outcome="continue"), entered=LAUNCHED),
        {"on": on(7, 1), "trigger": "2026-04-02", "because": {"since": "2026-04-02", "days": 90}},
    ),
    ("review-overdue", program(entered=LAUNCHED), {"on": on(6, 30)}),
    (
        "waiting-too-long",
        program(TASK, entered={"inventory": on(2, 1)}, today=on(5, 2)),
        {"on": on(5, 1), "trigger": "2026-04-01", "because": {"since": "2026-04-01", "days": 31, "hours": 20.4}},
    ),
    (
        "quality-down",
        program(
            measurements=(
                rated("e-1", "baseline", 4),
                rated("e-1", "after", 2, on(5, 4)),
                rated("e-2", "baseline", 5),
                rated("e-2", "after", 2.91, on(5, 6)),
                rated("e-3", "baseline", 4),
                rated("e-3", "baseline", 5),
                rated("e-3", "after", 2.6, on(5, 5)),
                rated("e-4", "baseline", 5),
                rated("e-1", "baseline", 5, task="agenda"),
                rated("e-1", "after", 3, task="agenda"),
            )
        ),
        {
            "on": on(5, 6),
            "trigger": "minutes",
            "because": {"task": "minutes", "people": 3, "lower": 2.0, "at_least": 1.76},
        },
    ),
    (
        "quality-down",
        program(
            measurements=(
                rated("e-1", "baseline", 4),
                rated("e-1", "after", 3),
                rated("e-2", "baseline", 4),
                rated("e-2", "after", 2.9),
            )
        ),
        {"because": {"task": "minutes", "people": 2, "lower": 1.05, "at_least": 0.41}},
    ),
    (
        "use-case-not-shared",
        program(
            entered=LAUNCHED,
            departments={"sales": 3},
            shared=(
                ("sales", f.UseCaseShared(use_case="a", on=on(4, 2))),
                ("hr", f.UseCaseShared(use_case="a", on=on(4, 9))),
            ),
        ),
        {
            "on": on(5, 2),
            "trigger": "sales/2026-04-02",
            "because": {"department": "sales", "since": "2026-04-02"},
        },
    ),
    ("use-case-not-shared", program(entered=LAUNCHED, departments={"sales": 3}), {"on": on(3, 31)}),
]


@pytest.mark.parametrize(("rule", "case", "expected"), FOUND)
def test_what_is_found(rule: str, case: Case, expected: dict[str, Any]) -> None:
    known = BY_NAME[rule]

    (due,) = known.find(case, known.limits())

    assert {name: getattr(due, name) for name in expected} == expected
    assert (known.owner_role, known.channel, known.priority) == SAYS[rule]
    assert (known.not_while_unknown, known.about_guideline) == (rule in WAIT_WHILE_UNKNOWN, rule in ABOUT_GUIDELINES)


NOT_FOUND: list[tuple[str, Case]] = [
    ("use-before-guideline", learner(guidelines=(RULES_2,), used_since=lambda day: None)),
    ("use-before-guideline", learner(TAUGHT, agreed("1"), guidelines=(RULES_2,), used_since=used_on(on(4, 6)))),
    ("guideline-unacknowledged", learner(agreed("1"), guidelines=(RULES_2,))),
    ("guideline-revised", learner(agreed("2"), guidelines=(RULES_2,))),
    ("guideline-revised", learner(agreed("1"), agreed("3"), guidelines=(RULES_2,))),
    ("guideline-revised", learner(guidelines=(RULES_2,))),
    ("no-guideline", program(entered={"inventory": on(2, 1), "objectives": on(3, 1)})),
    ("no-guideline", program(entered=LAUNCHED, guidelines=(RULES_2,))),
    ("training-gap", learner(TAUGHT)),
    ("training-gap", learner(LICENSED, TAUGHT)),
    (
        "training-gap",
        learner(
            LICENSED,
            f.TrainingCompleted(course="a", on=on(4, 8), topics=("usage", "guideline")),
            f.TrainingCompleted(course="b", on=on(4, 9), topics=("use_cases",)),
        ),
    ),
    ("never-started", participant(TAUGHT, LICENSED, base=State.NOT_STARTED, known_until=on(4, 19))),
    ("never-started", participant(TAUGHT, LICENSED, base=State.NOT_STARTED, known_until=None)),
    ("never-started", participant(TAUGHT, LICENSED)),
    ("never-started", participant(TAUGHT, base=State.NOT_STARTED)),
    ("never-started", participant(LICENSED, base=State.NOT_STARTED)),
    ("first-check-in", learner()),
    ("first-check-in", learner(TAUGHT, check_in("chat", on(4, 8)))),
    ("first-check-in", learner(f.TrainingCompleted(course="a", on=on(4, 8), passed=False))),
    ("meeting-overdue", participant()),
    ("meeting-overdue", participant(TAUGHT, review("graduate", on(4, 9)))),
    ("meeting-overdue", participant(TAUGHT, where=program(entered={"education": on(3, 1)}))),
    ("hands-on-due", participant(base=State.FORMING)),
    ("hands-on-due", participant(known_until=on(4, 15))),
    ("hands-on-due", participant(known_until=None)),
    ("hands-on-due", participant(numbers={"base_since": None})),
    ("unanswered-question", learner(ASKED, f.QuestionAnswered(question="how", on=on(4, 8)))),
    ("slipping", participant(base=State.LAPSED)),
    ("slipping", participant(base=State.SLIPPING, numbers={"base_since": None})),
    ("lapsed", participant(base=State.SLIPPING)),
    ("lapsed", participant(base=State.LAPSED, numbers={"base_since": None})),
    ("peripheral-only", participant(numbers={"core_share": 0.25, "active_days": 20})),
    ("peripheral-only", participant(numbers={"core_share": 0.1, "active_days": 19})),
    ("peripheral-only", participant(numbers={"core_share": None, "active_days": 20})),
    ("stale-knowledge", learner(check_in("chat", on(1, 9)))),
    ("left-behind", participant(TAUGHT, LOW, peers=Peers(people=5, median_strength=0.6), numbers={"strength": 0.3})),
    ("left-behind", participant(TAUGHT, LOW, peers=Peers(people=4, median_strength=0.6), numbers={"strength": 0.1})),
    ("left-behind", participant(TAUGHT, peers=Peers(people=5, median_strength=0.6), numbers={"strength": 0.1})),
    ("left-behind", participant(LOW, peers=Peers(people=5, median_strength=0.6), numbers={"strength": 0.1})),
    ("left-behind", participant(TAUGHT, LOW, numbers={"strength": 0.1})),
    ("back-from-leave", learner(leaves=(Leave(on(3, 1), on(3, 19), 19),))),
    ("back-from-leave", learner(leaves=(Leave(on(3, 1), on(3, 20), 20),), today=on(3, 19))),
    ("back-from-leave", learner(check_in("chat", on(3, 20)), leaves=(Leave(on(3, 1), on(3, 20), 20),))),
    ("new-joiner", learner(joined_on=on(4, 1), launched_on=on(4, 1))),
    ("new-joiner", learner(TAUGHT, joined_on=on(4, 2), launched_on=on(4, 1))),
    ("new-joiner", learner(joined_on=on(4, 2))),
    ("new-joiner", learner(launched_on=on(4, 1))),
    ("no-evidence", participant(numbers={"unknown_days": 9}, where=program(known_until=on(5, 30)))),
    ("no-evidence", participant(numbers={"unknown_days": 12}, where=program(known_until=on(5, 22)))),
    ("no-evidence", participant(numbers={"unknown_days": 12})),
    ("three-month-review", participant()),
    ("three-month-review", participant(TAUGHT, review("graduate", on(5, 1)))),
    ("three-month-review", participant(TAUGHT, review("extend", on(5, 1)), review("extend", on(6, 1)))),
    ("graduate", participant(review("graduate", on(5, 4)), base=State.FORMING)),
    ("graduate", participant(review("graduate", on(5, 4)), base=State.HABITUAL, numbers={"base_since": None})),
    ("graduate", participant(base=State.HABITUAL)),
    (
        "graduate",
        participant(review("graduate", on(5, 4)), f.UseCaseShared(use_case="a", on=on(4, 2)), base=State.HABITUAL),
    ),
    ("no-owner", program(TASK, owner="e-9")),
    ("no-champion", program(TASK, departments={"sales": 3}, champions={"": "e-7"})),
    ("no-champion", program(TASK, departments={"sales": 3}, champions={"sales": "e-7"})),
    ("no-targets", program(entered={"inventory": on(2, 1)})),
    ("no-targets", program(entered={"inventory": on(4, 1), "objectives": on(3, 1)})),
    (
        "no-targets",
        program(
            f.TargetSet(program="genai", use_case="a", metric="minutes", target=5), entered={"objectives": on(3, 1)}
        ),
    ),
    ("baseline-missing", program(TASK)),
    ("baseline-missing", program(TASK, starts_on=on(5, 15), measurements=(rated("e-1", "baseline", 3),))),
    ("measurement-overdue", program()),
    ("review-overdue", program(entered={"education": on(3, 1)})),
    ("waiting-too-long", program(TASK, entered={"inventory": on(2, 1), "education": on(3, 1)})),
    ("waiting-too-long", program(entered={"inventory": on(2, 1)})),
    ("waiting-too-long", program(TASK)),
    ("use-case-not-shared", program(departments={"sales": 3})),
    ("quality-down", program(measurements=(rated("e-1", "baseline", 4), rated("e-1", "after", 2)))),
    (
        "quality-down",
        program(
            measurements=(
                rated("e-1", "baseline", 4),
                rated("e-1", "after", 2),
                rated("e-2", "baseline", 4),
                rated("e-2", "after", 4),
            )
        ),
    ),
]


@pytest.mark.parametrize(("rule", "case"), NOT_FOUND)
def test_where_nothing_is_found(rule: str, case: Case) -> None:
    assert list(BY_NAME[rule].find(case, BY_NAME[rule].limits())) == []


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, []),
        ({"without_news": 2}, [("no-source", TODAY, {"people": 2}, "no_source")]),
        (
            {"without_news": 2, "known_until": on(4, 1), "reported_until": on(5, 1)},
            [("2026-04-01", on(4, 11), {"people": 2, "since": "2026-04-01"}, "source")],
        ),
        (
            {"without_news": 1, "reported_until": on(5, 1)},
            [("2026-05-01", on(5, 11), {"people": 1, "since": "2026-05-01"}, "source")],
        ),
    ],
)
def test_a_source_that_fell_silent_is_one_task_for_the_owner(fields: dict[str, Any], expected: list[Any]) -> None:
    silence = BY_NAME["no-evidence"]
    assert silence.of_program is not None

    found = list(silence.of_program(program(**fields), silence.limits()))

    assert [(due.trigger, due.on, due.because, due.reason) for due in found] == expected
    assert {due.owner_role for due in found} <= {"owner"}


@pytest.mark.parametrize(
    ("share", "stands"), [(None, True), (0.1, True), (0.34 - 1e-5, True), (0.34, False), (0.5, False)]
)
def test_a_core_share_has_to_recover_clearly(share: float | None, stands: bool) -> None:
    peripheral = BY_NAME["peripheral-only"]

    assert peripheral.stands(participant(numbers={"core_share": share}), peripheral.limits(), "", []) is stands


def test_one_request_for_agreements_and_training_stands_until_all_is_there() -> None:
    before = BY_NAME["use-before-guideline"]
    some = list(before.find(learner(used_since=used_on(on(4, 6))), before.limits()))

    assert before.stands(learner(), before.limits(), "another", some)
    assert not before.stands(learner(), before.limits(), "training", [])


def test_any_other_stands_as_long_as_its_trigger_is_found() -> None:
    lapsed = BY_NAME["lapsed"]
    some = list(lapsed.find(participant(base=State.LAPSED), lapsed.limits()))

    assert lapsed.stands(participant(), lapsed.limits(), "2026-04-01", some)
    assert not lapsed.stands(participant(), lapsed.limits(), "2026-04-02", some)


def test_the_hours_a_program_expects_to_save() -> None:
    wanted = f.UseCasePrioritised(program="genai", use_case="a", task="minutes")
    to_45 = f.TargetSet(program="genai", use_case="a", metric="minutes", target=45)
    more = f.TargetSet(program="genai", use_case="a", metric="minutes", target=70)
    other = f.TargetSet(program="genai", use_case="a", metric="rating", target=1)
    mail = f.TaskInventoried(program="genai", task="mail", on=on(4, 2), minutes_per_run=6, runs_per_month=10)
    hours = waiting_too_long.hours_saved_per_month

    assert hours(summary([TASK, mail]), 0.2) == pytest.approx(20.2)
    assert hours(summary([TASK, wanted, to_45]), 0.2) == pytest.approx(25)
    assert hours(summary([TASK, wanted, more]), 0.2) == 0
    assert hours(summary([TASK, wanted, other]), 0.2) == pytest.approx(20)


def test_every_rule_is_here_and_on() -> None:
    assert {rule.name for rule in rules.SHIPPED} == set(SAYS) == {rule for rule, *_ in FOUND}
    assert all(rule.limits().enabled for rule in rules.SHIPPED)


def test_coaching_is_about_people_not_urgent_and_not_about_a_guideline() -> None:
    assert {rule.name for rule in rules.SHIPPED if not rule.coaching} == {
        "use-before-guideline", "guideline-unacknowledged", "guideline-revised", "no-guideline", "no-owner",
        "no-champion", "no-targets", "baseline-missing", "measurement-overdue", "review-overdue", "waiting-too-long",
        "use-case-not-shared", "quality-down",
    }  # fmt: skip
