"""What a block holds, what may be asked of it, and whom a newer fact sends back to the beginning."""

from __future__ import annotations

from datetime import date
from typing import Any

import attrs
import numpy as np
import pytest
from unit.habit.people import BLOCK_FIRST, DAY, FIRST, company, weekends

from adoptlog.habit import (
    Block,
    FoldState,
    HabitPolicy,
    History,
    Use,
    block_of,
    fold_block,
    habit,
    reaches_back,
    resume,
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
