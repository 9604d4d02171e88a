"""What a block holds, what may be asked of it, and whom a newer fact sends back to the beginning."""

from __future__ import annotations

from datetime import date
from typing import Any

import attrs
import numpy as np
import pytest
from unit.habit.people import BLOCK_FIRST, DAY, FIRST, company, four_days, weekends

from adoptlog.habit import (
    Block,
    FoldState,
    HabitPolicy,
    History,
    State,
    Use,
    block_of,
    fold_block,
    habit,
    reaches_back,
    resume,
    together,
)

MONDAY = FIRST
FRIDAY, SATURDAY, SUNDAY = (FIRST + days * DAY for days in (4, 5, 6))
NEXT = MONDAY + 7 * DAY
LAST = FIRST + 30 * DAY


def block(*people: History) -> Block:
    return block_of(people, BLOCK_FIRST, LAST)


def person(**told: Any) -> History:
    return History(**{"start": MONDAY, "is_off": weekends} | told)


def test_some_columns_are_these_people() -> None:
    people = company(8, 21, 30)
    whole, on = block(*people), FIRST + 29 * DAY

    for low, high in ((0, 8), (8, 16), (8, 21), (16, 99)):
        told, some = fold_block(whole.columns(low, high), on), people[low:high]
        assert [told.row(i).state for i in range(len(some))] == [habit(one, on).state for one in some]
        assert [told.row(i).core_share for i in range(len(some))] == [
            None if (share := habit(one, on).core_share) is None else pytest.approx(share) for one in some
        ]


def test_all_columns_are_the_block_itself() -> None:
    whole = block(*company(8, 21, 30))

    assert whole.columns(0, 21) is whole
    assert whole.columns(0, 16) is not whole


def test_columns_begin_at_a_whole_byte() -> None:
    with pytest.raises(ValueError, match="multiple of 8, not at 3"):
        block(*company(8, 21, 30)).columns(3, 9)


def test_what_a_block_does_not_say_it_does_not_know() -> None:
    said = block(person())

    bare = Block(
        n=1, first=said.first, calendars=said.calendars, calendar_of=said.calendar_of, start=said.start,
        left_on=said.left_on, used=said.used,
    )  # fmt: skip

    assert (bare.reported, bare.observed, bare.core, bare.peripheral) == (None, None, None, None)
    assert bare.covered.shape == (bare.days,)
    assert not bare.covered.any()
    facts = (bare.leaves, bare.exemptions, bare.self_reports, bare.aggregates, bare.snapshots)
    assert [len(some) for some in facts] == [0] * 5
    assert bare.last == LAST.toordinal()


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"used": np.zeros((3, 1), np.uint8)}, "calendars and covered must speak about 3 days"),
        ({"core": np.zeros((3, 1), np.uint8)}, "core is"),
        ({"start": np.zeros(2, np.int32)}, "start has 2 entries for 1 people"),
        ({"left_on": np.zeros(0, np.int32)}, "left_on has 0 entries"),
        ({"calendar_of": np.zeros(3, np.int32)}, "calendar_of has 3 entries"),
        ({"covered": np.zeros(3, np.bool_)}, "calendars and covered must speak"),
    ],
)
def test_what_does_not_fit_together_is_refused(change: dict[str, Any], message: str) -> None:
    said = block(person())
    fitting = {"reported": None, "observed": None, "core": None, "peripheral": None}

    with pytest.raises(ValueError, match=message):
        attrs.evolve(said, **(fitting | change))


def test_a_day_outside_of_the_block_is_refused() -> None:
    one = block(person())

    assert fold_block(one, LAST).on == LAST.toordinal()
    with pytest.raises(ValueError, match=f"the block holds {BLOCK_FIRST} to {LAST}; asked for {BLOCK_FIRST} to"):
        fold_block(one, LAST + DAY)


def test_days_between_a_state_and_a_block_are_missed() -> None:
    state = FoldState.initial(1, FIRST.toordinal() - 1, HabitPolicy())
    from_tuesday = block_of([person()], FIRST + DAY, LAST)

    with pytest.raises(ValueError, match=f"asked for {FIRST} to {FRIDAY}"):
        resume(state, from_tuesday, FRIDAY)
    assert resume(state, block_of([person()], FIRST, LAST), FRIDAY).on == FRIDAY.toordinal()


def test_an_earlier_day_leaves_the_state_as_it_is() -> None:
    one = block(person(used={MONDAY: Use()}))
    state = resume(FoldState.initial(1, BLOCK_FIRST.toordinal() - 1, HabitPolicy()), one, FRIDAY)

    again = resume(state, one, FRIDAY)

    assert again is not state
    assert again.to_bytes() == state.to_bytes()


def reported(held_on: date) -> History:
    return person(self_reports=((held_on, 3),))


def counted(first: date, last: date) -> History:
    return person(aggregates=((first, last, 3),))


def seen(*told: tuple[date, date | None]) -> History:
    return person(snapshots=told)


@pytest.mark.parametrize(
    ("after", "history", "reaches"),
    [
        (SATURDAY, person(used={SUNDAY: Use()}), True),
        (SATURDAY, person(used={NEXT: Use()}), False),
        (FRIDAY, person(used={SATURDAY: Use()}), True),
        (SATURDAY, person(used={SUNDAY: Use()}, exemptions=((SUNDAY, SUNDAY),)), False),
        (FRIDAY, reported(NEXT + 3 * DAY), True),
        (FRIDAY, reported(NEXT + 4 * DAY), False),
        (FRIDAY, reported(FRIDAY), False),
        (FRIDAY, counted(FRIDAY, NEXT), True),
        (FRIDAY, counted(SATURDAY, NEXT), False),
        (FRIDAY, counted(MONDAY, FRIDAY), False),
        (FRIDAY, seen((NEXT, FRIDAY)), True),
        (FRIDAY, seen((NEXT, None)), True),
        (FRIDAY, seen((NEXT, SATURDAY)), True),
        (FRIDAY, seen((NEXT, NEXT)), False),
        (FRIDAY, seen((FRIDAY, MONDAY)), False),
        (FRIDAY, seen((FRIDAY, MONDAY), (NEXT, MONDAY)), False),
        (FRIDAY, seen((FRIDAY, MONDAY), (NEXT, FRIDAY)), True),
        (FRIDAY, seen((FRIDAY - DAY, MONDAY), (NEXT, MONDAY)), True),
        (LAST, person(used={SUNDAY: Use()}), False),
        (LAST - DAY, counted(MONDAY, LAST), True),
    ],
)
def test_whom_a_newer_fact_sends_back(after: date, history: History, reaches: bool) -> None:
    others = [person(), person(used={MONDAY: Use()}), history]

    assert reaches_back(block(*others), after).tolist() == ([2] if reaches else [])


@pytest.mark.parametrize(
    ("start", "leaves", "reaches"),
    [
        (SUNDAY, (), True),
        (SATURDAY, (), False),
        (NEXT, (), False),
        (NEXT, ((NEXT, NEXT + 2 * DAY),), True),
        (NEXT + DAY, ((NEXT + DAY, NEXT + DAY),), False),
    ],
)
def test_a_start_on_a_day_off_begins_with_the_work_day_before(start: date, leaves: Any, reaches: bool) -> None:
    others = block(person(), person(leaves=leaves))
    told = attrs.evolve(others, start=np.array([MONDAY.toordinal(), start.toordinal()]))

    assert reaches_back(told, SATURDAY).tolist() == ([1] if reaches else [])


@pytest.mark.parametrize(
    "history",
    [reported(NEXT), counted(FRIDAY, NEXT), seen((NEXT, FRIDAY)), seen((NEXT, SATURDAY))],
)
def test_what_is_told_later_than_asked_for_sends_nobody_back(history: History) -> None:
    one = block(person(), history)

    assert reaches_back(one, FRIDAY, NEXT).tolist() == [1]
    assert reaches_back(one, FRIDAY, NEXT - DAY).tolist() == []


@pytest.mark.parametrize("start", [SATURDAY, SUNDAY])
def test_days_may_begin_on_the_first_day_of_a_block(start: date) -> None:
    from_friday = attrs.evolve(block_of([person()], FRIDAY, LAST), start=np.array([start.toordinal()]))

    told = fold_block(from_friday, NEXT).row(0)

    assert told.since == FRIDAY
    assert told.since == habit(person(start=start), NEXT).since


def test_somebody_elses_snapshot_says_nothing_about_a_person() -> None:
    both = block(seen((FRIDAY, MONDAY)), seen((NEXT, MONDAY)))

    assert reaches_back(both, FRIDAY).tolist() == [1]


def test_a_start_on_the_last_day_of_a_block_may_begin_before() -> None:
    until_sunday = block_of([person()], BLOCK_FIRST, SUNDAY)
    told = attrs.evolve(until_sunday, start=np.array([SUNDAY.toordinal()]))

    assert reaches_back(told, SATURDAY).tolist() == [0]


def test_planes_that_are_not_there_are_empty_ones() -> None:
    used = {MONDAY + day * DAY: Use() for day in (0, 1, 3, 8, 9)}
    whole = block(person(used=used, covered=lambda on: True))
    bare = attrs.evolve(whole, reported=None, observed=None, core=None, peripheral=None)

    for on in (FRIDAY, NEXT, LAST):
        assert fold_block(bare, on).row(0) == fold_block(whole, on).row(0)


def told_twice(history: History, first: date, on: date) -> list[Any]:
    """A habit from a block that begins on a day, and from the plain history."""
    one = [fold_block(block_of([history], first, on), on).row(0), habit(history, on)]
    return [(told.state, told.since, told.first_used_on, told.last_used_on, told.unknown_days) for told in one]


@pytest.mark.parametrize(
    ("history", "first", "on"),
    [
        (
            person(used={MONDAY: Use(), FRIDAY: Use()}, left_on=FRIDAY - DAY, exemptions=((NEXT, NEXT),)),
            BLOCK_FIRST,
            FRIDAY,
        ),
        (person(used={MONDAY: Use(), FRIDAY: Use()}, left_on=FRIDAY, exemptions=((NEXT, NEXT),)), BLOCK_FIRST, FRIDAY),
        (seen((MONDAY, MONDAY)), MONDAY, FRIDAY),
        (seen((FRIDAY, MONDAY)), MONDAY, FRIDAY),
    ],
)
def test_dates_of_use_at_the_edges_of_days(history: History, first: date, on: date) -> None:
    in_a_block, plain = told_twice(history, first, on)

    assert in_a_block == plain


def test_nobody_speaks_about_somebody_from_their_first_day() -> None:
    limit = HabitPolicy().unknown_limit
    work_days = [day for day in (MONDAY + n * DAY for n in range(30)) if not weekends(day)]

    for on, state in ((work_days[limit - 1], State.NOT_STARTED), (work_days[limit], State.UNKNOWN)):
        in_a_block, plain = told_twice(person(), BLOCK_FIRST, on)
        assert in_a_block == plain
        assert plain[0] is state


@pytest.mark.parametrize("until", [NEXT - DAY, NEXT, NEXT + 4 * DAY, NEXT + 11 * DAY, NEXT + 12 * DAY])
def test_going_on_in_the_middle_of_a_leave_or_of_silence(until: date) -> None:
    use = {MONDAY + n * DAY: Use() for n in range(5)} | {NEXT + n * DAY: Use() for n in (15, 16)}
    away = person(used=use, leaves=((NEXT, NEXT + 11 * DAY),), covered=lambda on: True)
    silent = person(used=use, covered=lambda on: True, unused={})
    policy = HabitPolicy(long_leave=8, unknown_limit=4)

    for one in (away, silent, person(used=use)):
        spoken = block_of([one], BLOCK_FIRST, LAST)
        kept = resume(FoldState.initial(1, BLOCK_FIRST.toordinal() - 1, policy), spoken, until, policy)
        for on in (NEXT + n * DAY for n in (14, 15, 18, 21)):
            state = resume(kept, spoken, on, policy)
            assert (
                state.to_bytes()
                == resume(FoldState.initial(1, BLOCK_FIRST.toordinal() - 1, policy), spoken, on, policy).to_bytes()
            )


def test_blocks_with_other_calendars_keep_them() -> None:
    use = {MONDAY + n * DAY: Use() for n in range(12)}
    five_days, four = person(used=use), person(used=use, is_off=four_days)

    joined = together([block(*[five_days] * 8), block(*[four] * 8), block(five_days, four)])

    told = fold_block(joined, LAST)
    for i, who in enumerate([*[five_days] * 8, *[four] * 8, five_days, four]):
        expected = habit(who, LAST)
        assert (told.row(i).tenure, told.row(i).window_use) == (expected.tenure, expected.window_use)
