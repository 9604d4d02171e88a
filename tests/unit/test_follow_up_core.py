"""The edges of work days and of a follow-up's life that no story needs."""

from datetime import date, timedelta

import pytest

from adoptlog.domain import facts as f
from adoptlog.domain.event import Source
from adoptlog.domain.summary import Entry, Summary
from adoptlog.follow_up.life import Life
from adoptlog.follow_up.work_days import WorkDays

MONDAY = date(2026, 4, 6)
WEEK = WorkDays([(MONDAY + timedelta(days=day)).toordinal() for day in range(5)])
FRIDAY, SATURDAY = MONDAY + timedelta(days=4), MONDAY + timedelta(days=5)


def test_counting_forwards_ends_with_the_calendar() -> None:
    assert WEEK.after(4, MONDAY) == FRIDAY
    assert WEEK.after(5, MONDAY) == date.max
    assert WEEK.after(1, MONDAY - timedelta(days=1)) == MONDAY


def test_counting_backwards_starts_with_the_last_work_day_up_to_the_day() -> None:
    assert WEEK.before(0, FRIDAY) == FRIDAY
    assert WEEK.before(0, SATURDAY) == FRIDAY
    assert WEEK.before(2, FRIDAY) == MONDAY + timedelta(days=2)
    assert WEEK.before(9, FRIDAY) == MONDAY


def test_the_next_work_day_is_the_day_itself_if_it_is_one() -> None:
    assert WEEK.from_(FRIDAY) == FRIDAY
    assert WEEK.from_(MONDAY - timedelta(days=1)) == MONDAY
    assert WEEK.from_(SATURDAY) == date.max


def test_both_ends_count_between_two_days() -> None:
    assert WEEK.between(MONDAY, FRIDAY) == 5
    assert WEEK.between(MONDAY + timedelta(days=1), FRIDAY - timedelta(days=1)) == 3
    assert WEEK.between(SATURDAY, SATURDAY) == 0


RAISED = f.FollowUpRaised(
    rule="lapsed",
    trigger="x",
    on=MONDAY,
    due_on=MONDAY,
    priority=2,
    owner_role="manager",
    channel="meeting",
    policy="default",
)


def life(today: date, *facts: object) -> Life | None:
    entries: dict[type, tuple[Entry, ...]] = {}
    for version, fact in enumerate((RAISED, *facts), 1):
        entries[type(fact)] = (*entries.get(type(fact), ()), Entry(version, Source(), fact))
    return Life.of(Summary(entries), today)


def test_it_lives_from_the_day_it_was_raised() -> None:
    raised = life(MONDAY)

    assert life(MONDAY - timedelta(days=1)) is None
    assert raised is not None
    assert (raised.state, raised.open) == ("raised", True)


@pytest.mark.parametrize(
    ("fact", "state"),
    [
        (f.FollowUpAssigned(on=FRIDAY, to="p"), "assigned"),
        (f.FollowUpSnoozed(on=FRIDAY, until=SATURDAY), "snoozed"),
        (f.FollowUpDone(on=FRIDAY), "done"),
        (f.FollowUpDismissed(on=FRIDAY, reason="r"), "dismissed"),
        (f.FollowUpResolved(on=FRIDAY, because="lapsed"), "resolved"),
    ],
)
def test_what_happens_on_a_day_holds_from_that_day(fact: object, state: str) -> None:
    before, after = life(FRIDAY - timedelta(days=1), fact), life(FRIDAY, fact)

    assert before is not None
    assert before.state == "raised"
    assert after is not None
    assert after.state == state


@pytest.mark.parametrize(
    ("fact", "closed_on", "words", "assigned_to"),
    [
        (f.FollowUpAssigned(on=FRIDAY, to="p"), None, None, "p"),
        (f.FollowUpDone(on=FRIDAY, note="n"), FRIDAY, "n", None),
        (f.FollowUpDismissed(on=FRIDAY, reason="r"), FRIDAY, "r", None),
        (f.FollowUpResolved(on=FRIDAY, because="lapsed"), FRIDAY, "lapsed", None),
    ],
)
def test_what_was_said_and_who_has_it_is_kept(
    fact: object, closed_on: date | None, words: str | None, assigned_to: str | None
) -> None:
    after = life(SATURDAY, fact)

    assert after is not None
    assert (after.closed_on, after.words, after.assigned_to) == (closed_on, words, assigned_to)
    assert after.open is (closed_on is None)


def test_of_several_the_last_assignment_and_the_first_closing_of_a_kind_holds() -> None:
    assigned = life(SATURDAY, f.FollowUpAssigned(on=MONDAY, to="p"), f.FollowUpAssigned(on=FRIDAY, to="q"))
    closed = life(SATURDAY, f.FollowUpDone(on=MONDAY), f.FollowUpDone(on=FRIDAY))

    assert assigned is not None
    assert assigned.assigned_to == "q"
    assert closed is not None
    assert closed.closed_on == MONDAY


def test_a_life_that_says_no_more_is_just_raised() -> None:
    bare = Life(raised=RAISED, state="raised")

    assert bare.open
    assert (bare.closed_on, bare.assigned_to, bare.notified, bare.words) == (None, None, (), None)


def test_a_snoozed_one_is_back_on_the_day_named() -> None:
    back = life(SATURDAY, f.FollowUpSnoozed(on=FRIDAY, until=SATURDAY))

    assert back is not None
    assert back.state == "raised"


def test_who_was_told_is_known_from_that_day() -> None:
    told = f.FollowUpNotified(to="p", on=FRIDAY)
    before, after = life(FRIDAY - timedelta(days=1), told), life(FRIDAY, told)

    assert before is not None
    assert before.notified == ()
    assert after is not None
    assert after.notified == (told,)
