"""The plain and the vectorised version are one model; an answer does not depend on how one came to it."""

from __future__ import annotations

from datetime import date

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from unit.habit.people import BLOCK_FIRST, DAY, FIRST, company

from adoptlog.habit import (
    Block,
    FoldState,
    Habit,
    HabitPolicy,
    Habits,
    History,
    Reliability,
    block_of,
    fold_at,
    fold_block,
    fold_state,
    habit,
    habits_of,
    reaches_back,
    resume,
    together,
)

POLICIES = [
    HabitPolicy(),
    HabitPolicy(
        reliability=Reliability(log=0.95, checkin=0.5), window=7, silence_ref=30, core_min=0.5, depth_coverage=0.2
    ),
    HabitPolicy(
        habit_min_days=20, reform_min_days=10, lapse_gap=12, settle_days=8, low_days=6, unknown_limit=5, long_leave=4
    ),
]
seeds = st.integers(0, 2**32)
spans = st.sampled_from([25, 80, 130])
quick = settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])


def same(told: Habit, expected: Habit) -> None:
    for field in attrs.fields(Habit):
        a, b = getattr(told, field.name), getattr(expected, field.name)
        if isinstance(a, float) and isinstance(b, float):
            b = pytest.approx(b, abs=1e-9)
        assert a == b, f"{field.name}: {a} is not {b}"


def all_same(told: Habits, people: list[History], on: date, policy: HabitPolicy, target: float | None) -> None:
    for i, history in enumerate(people):
        same(told.row(i), habit(history, on, policy, target))


def block_spanning(people: list[History], days: int) -> Block:
    return block_of(people, BLOCK_FIRST, FIRST + (days + 30) * DAY)


@quick
@given(seeds, spans, st.sampled_from(POLICIES), st.sampled_from([1, 3, 5, 2.5]), st.data())
def test_both_versions_say_the_same(
    seed: int, days: int, policy: HabitPolicy, target: float, data: st.DataObject
) -> None:
    people = company(seed, 6, days)
    block = block_spanning(people, days)

    for after in data.draw(st.lists(st.integers(0, days + 5), min_size=1, max_size=2)):
        on = FIRST + after * DAY
        all_same(fold_block(block, on, policy, target), people, on, policy, target)


@quick
@given(seeds, spans, st.sampled_from(POLICIES), st.data())
def test_going_on_from_a_day_is_the_same_as_beginning_anew(
    seed: int, days: int, policy: HabitPolicy, data: st.DataObject
) -> None:
    people = company(seed, 12, days)
    block = block_spanning(people, days)
    until = FIRST + data.draw(st.integers(0, days - 1)) * DAY
    on = until + data.draw(st.integers(1, 30)) * DAY

    kept = FoldState.from_bytes(fold_state(block, until, policy).to_bytes())
    only_new = block_of(people, until + DAY, on)
    state = resume(kept, only_new, on, policy)

    told, anew = habits_of(state, policy), fold_block(block, on, policy)
    again = set(reaches_back(only_new, until).tolist())
    for i in set(range(len(people))) - again:
        same(told.row(i), anew.row(i))


@quick
@given(seeds, st.sampled_from([40, 80]), st.lists(st.integers(-3, 60), min_size=1, max_size=6))
def test_many_dates_at_once_are_each_date_alone(seed: int, days: int, after: list[int]) -> None:
    block = block_spanning(company(seed, 12, days), days)
    dates = [FIRST + i * DAY for i in after]

    for on, told in zip(dates, fold_at(block, dates), strict=True):
        alone = fold_block(block, on)
        for i in range(block.n):
            same(told.row(i), alone.row(i))


SEEDS = pytest.mark.parametrize("seed", range(12))


@SEEDS
def test_a_company_is_told_alike_by_both_versions(seed: int) -> None:
    people, on = company(seed, 40, 90), FIRST + 89 * DAY
    policy, target = POLICIES[seed % 3], (3, 1, 5, 2.5)[seed % 4]

    all_same(fold_block(block_spanning(people, 90), on, policy, target), people, on, policy, target)


@SEEDS
def test_a_company_is_told_alike_on_the_way(seed: int) -> None:
    people, policy = company(seed, 24, 60), POLICIES[seed % 3]
    dates = [FIRST + days * DAY for days in (12, 13, 31, 33, 59)]

    for on, told in zip(dates, fold_at(block_spanning(people, 60), dates, policy), strict=True):
        all_same(told, people, on, policy, None)


def test_blocks_together_are_the_blocks_apart() -> None:
    people = company(7, 21, 60)
    on = FIRST + 59 * DAY

    joined = together([block_spanning(people[:16], 60), block_spanning(people[16:], 60)])

    told = fold_block(joined, on)
    for i, history in enumerate(people):
        same(told.row(i), habit(history, on))


@pytest.mark.parametrize("odd", [0, 1])
def test_only_the_last_block_may_hold_an_odd_number(odd: int) -> None:
    people = company(7, 24, 30)
    parts = [people[:8], people[8:16], people[16:]]
    parts[odd] = parts[odd][:5]

    with pytest.raises(ValueError, match="multiple of 8"):
        together([block_spanning(part, 30) for part in parts])


def test_only_blocks_of_the_same_days_are_put_together() -> None:
    people = company(7, 16, 30)

    with pytest.raises(ValueError, match="same days"):
        together([block_spanning(people[:8], 30), block_spanning(people[8:], 40)])


def test_some_people_of_a_block_are_these_people() -> None:
    people = company(8, 21, 60)
    on = FIRST + 59 * DAY

    import numpy as np

    some = np.array([3, 17, 4])

    told = fold_block(block_spanning(people, 60).take(some), on)

    for i, who in enumerate(some):
        same(told.row(i), habit(people[who], on))
