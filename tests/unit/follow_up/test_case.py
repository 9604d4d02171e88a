"""What the rules may ask of a case."""

from datetime import date

import pytest
from unit.follow_up.cases import TODAY, learner, on, participant, program

from adoptlog.domain import facts as f
from adoptlog.follow_up.case import Leave, Participant


@pytest.mark.parametrize(
    ("today", "away"), [(on(5, 3), False), (on(5, 4), True), (on(5, 8), True), (on(5, 9), False), (on(6, 1), True)]
)
def test_both_days_of_a_leave_are_leave(today: date, away: bool) -> None:
    leaves = (Leave(on(5, 4), on(5, 8), 5), Leave(on(6, 1), on(6, 1), 1))

    assert learner(leaves=leaves, today=today).on_leave is away


def test_trainings_in_their_order_without_those_not_passed() -> None:
    failed, said, late = (
        f.TrainingCompleted(course="a", on=on(4, 1), passed=False),
        f.TrainingCompleted(course="b", on=on(4, 2)),
        f.TrainingCompleted(course="c", on=on(4, 3), passed=True),
    )

    assert learner(late, failed, said).trainings == (said, late)
    assert learner(late, failed, said).trained_on == on(4, 2)
    assert learner(failed).trained_on is None


@pytest.mark.parametrize(
    ("facts", "since"),
    [
        ([], None),
        ([f.LicenceGranted(on=on(4, 3)), f.LicenceGranted(on=on(4, 1), tool="x")], on(4, 1)),
        ([f.LicenceGranted(on=on(4, 3)), f.LicenceRevoked(on=on(4, 3))], None),
        ([f.LicenceGranted(on=on(4, 3)), f.LicenceRevoked(on=on(4, 2))], on(4, 3)),
        ([f.LicenceGranted(on=on(4, 1), tool="x"), f.LicenceRevoked(on=on(4, 9), tool="y")], on(4, 1)),
        ([f.LicenceGranted(on=on(4, 1), tool="x"), f.LicenceRevoked(on=on(4, 9), tool="x")], None),
        ([f.LicenceGranted(on=on(4, 1), tool="x"), f.LicenceRevoked(on=on(4, 9))], None),
    ],
)
def test_a_licence_is_held_until_it_is_taken_away(facts: list[object], since: date | None) -> None:
    assert learner(*facts).licensed_on == since


def test_versions_agreed_to_are_those_of_the_guideline() -> None:
    facts = [f.GuidelineAcknowledged(guideline=g, version=v, on=on(4, 1)) for g, v in (("a", "1"), ("b", "2"))]

    assert learner(*facts).acknowledged("a") == {"1"}


def test_the_last_check_in_of_any_kind_or_of_some() -> None:
    chat, meeting = f.CheckInHeld(kind="chat", on=on(4, 1)), f.CheckInHeld(kind="meeting", on=on(4, 3))

    assert learner(meeting, chat).checked_in_on() == on(4, 3)
    assert learner(meeting, chat).checked_in_on("chat", "hands_on") == on(4, 1)
    assert learner(meeting, chat).checked_in_on("hands_on") is None


def test_the_step_is_the_one_entered_last_of_two_on_a_day_the_later() -> None:
    assert program().step is None
    assert program(entered={"education": on(4, 2), "inventory": on(4, 1)}).step == "education"
    assert program(entered={"education": on(4, 1), "inventory": on(4, 2)}).step == "inventory"
    assert program(entered={"objectives": on(4, 1), "inventory": on(4, 1)}).step == "objectives"


def test_a_program_begins_with_its_first_dated_fact() -> None:
    def entered(day: date) -> f.PhaseEntered:
        return f.PhaseEntered(program="genai", step="inventory", on=day)

    undated = f.TargetSet(program="genai", use_case="a", metric="minutes", target=5)

    assert program().began_on is None
    assert program(undated).began_on is None
    assert program(entered(on(4, 2)), undated, entered(on(4, 1))).began_on == on(4, 1)


def test_the_launch_is_the_day_named_or_the_step() -> None:
    steps = {"education": on(4, 1), "follow_up": on(5, 1)}

    assert program(entered=steps).launched_on == on(4, 1)
    assert program(entered=steps, starts_on=on(4, 9)).launched_on == on(4, 9)
    assert program().launched_on is None


def test_the_follow_up_phase_begins_with_the_training_or_the_step_whichever_is_later() -> None:
    taught = f.TrainingCompleted(course="a", on=on(4, 8))
    later, earlier = ({"follow_up": day} for day in (on(4, 9), on(4, 7)))

    assert participant(taught).follow_up_began_on == on(4, 8)
    assert participant(taught, where=program(entered=later)).follow_up_began_on == on(4, 9)
    assert participant(taught, where=program(entered=earlier)).follow_up_began_on == on(4, 8)
    assert participant(taught, where=program(entered={"education": on(3, 1)})).follow_up_began_on is None
    assert participant(where=program(entered=later)).follow_up_began_on is None


def test_the_reviews_are_those_of_the_program_in_order_and_the_first_pass_counts() -> None:
    def review(day: date, outcome: str, where: str = "genai") -> f.ReviewHeld:
        return f.ReviewHeld(program=where, on=day, outcome=outcome)  # type: ignore[arg-type]

    extended, passed, again = (
        review(on(4, 1), "extend"),
        review(on(5, 1), "graduate"),
        review(on(5, 9), "graduate"),
    )
    one = participant(again, passed, review(on(3, 1), "graduate", "other"), extended)

    assert one.reviews == (extended, passed, again)
    assert one.graduated_on == on(5, 1)
    assert participant(extended).graduated_on is None
    assert (one.today, one.work_days) == (TODAY, one.learner.work_days)


def test_nothing_is_taken_for_granted() -> None:
    bare, where = learner(), program()

    assert (bare.joined_on, bare.department, bare.manager, bare.champion, bare.owner) == (None,) * 5
    assert (bare.leaves, bare.guidelines, bare.launched_on, bare.news) == ((), (), None, ())
    assert bare.used_since(TODAY) is None
    assert (where.owner, where.owner_until, where.withdrawn_on, where.known_until, where.reported_until) == (None,) * 5
    assert (where.guidelines, where.news, where.measurements, where.shared) == ((),) * 4
    assert (where.entered, where.champions, where.champions_until, where.departments, where.arrived) == ({},) * 5
    assert where.without_news == 0
    alone = Participant(learner=bare, program=where, habit=participant().habit)
    assert (alone.peers, alone.known_until) == (None, None)
