"""What a rule calls an occurrence is stored with the follow-up: another name would raise everything once more."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import pytest

from adoptlog.domain import facts as f
from adoptlog.domain.program import Definition
from adoptlog.domain.summary import Entry, Summary
from adoptlog.follow_up.case import GuidelineInForce, Learner, Leave, ProgramCase
from adoptlog.follow_up.rule import AnyRule
from adoptlog.follow_up.rules import (
    back_from_leave,
    guideline_revised,
    guideline_unacknowledged,
    no_evidence,
    training_gap,
    use_before_guideline,
)
from adoptlog.follow_up.work_days import WorkDays

TODAY = date(2026, 6, 1)
EVERY_DAY = WorkDays([(TODAY + timedelta(days=day)).toordinal() for day in range(-200, 200)])
RULES_2 = GuidelineInForce(guideline="ai-rules", version="2", published_on=date(2026, 4, 1))

AGREED_BEFORE = f.GuidelineAcknowledged(guideline="ai-rules", version="1", on=date(2026, 3, 2))
LICENSED = f.LicenceGranted(on=date(2026, 4, 1))
TAUGHT_USE = f.TrainingCompleted(course="genai-basics", on=date(2026, 4, 8), topics=("usage",))


def learner(facts: Sequence[Any] = (), **fields: Any) -> Learner:
    entries: dict[type, tuple[Entry, ...]] = {}
    for number, fact in enumerate(facts):
        entries[type(fact)] = (*entries.get(type(fact), ()), Entry(number, ("hr", str(number)), fact))
    return Learner(person="e-1", today=TODAY, facts=Summary(entries), work_days=EVERY_DAY, **fields)


def used_on(first: date) -> Any:
    return lambda day: max(day, first)


@pytest.mark.parametrize(
    ("rule", "case", "trigger"),
    [
        (
            use_before_guideline.RULE,
            learner(guidelines=(RULES_2,), used_since=used_on(date(2026, 4, 6))),
            "ai-rules/2",
        ),
        (use_before_guideline.RULE, learner(used_since=used_on(date(2026, 4, 6))), "training"),
        (guideline_unacknowledged.RULE, learner(guidelines=(RULES_2,)), "ai-rules/2"),
        (guideline_revised.RULE, learner([AGREED_BEFORE], guidelines=(RULES_2,)), "ai-rules/2"),
        (training_gap.RULE, learner([LICENSED]), "training/2026-04-01"),
        (training_gap.RULE, learner([LICENSED, TAUGHT_USE]), "topics/2026-04-08"),
    ],
)
def test_the_trigger_of_an_occurrence_stays_what_it_is(rule: AnyRule, case: Learner, trigger: str) -> None:
    found = [due.trigger for due in rule.find(case, rule.limits())]

    assert found == [trigger]


def test_a_leave_in_pieces_is_named_by_its_first_day() -> None:
    pieces = (Leave(date(2026, 4, 1), date(2026, 4, 12), 12), Leave(date(2026, 4, 13), date(2026, 4, 24), 12))
    away = {day.toordinal() for leave in pieces for day in days(leave)}
    at_work = WorkDays([day for day in EVERY_DAY.ordinals if day not in away])
    case = Learner(person="e-1", today=TODAY, facts=Summary(), work_days=at_work, leaves=pieces)

    (due,) = back_from_leave.find(case, back_from_leave.Limits())

    assert due.trigger == "2026-04-01"
    assert due.because == {"away_from": "2026-04-01", "back_on": "2026-04-25", "working_days": 24}


def test_a_program_without_any_source_has_one_occurrence() -> None:
    program = ProgramCase(
        definition=Definition("genai"), today=TODAY, facts=Summary(), work_days=EVERY_DAY, without_news=2
    )

    (due,) = no_evidence.find_in_program(program, no_evidence.Limits())

    assert due.trigger == "no-source"


def days(leave: Leave) -> list[date]:
    return [leave.first + timedelta(days=n) for n in range((leave.last - leave.first).days + 1)]
