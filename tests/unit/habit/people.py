"""Made-up people with everything in them, for the laws."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date, timedelta

from adoptlog.habit import Evidence, History, Use

DAY = timedelta(days=1)
FIRST = date(2026, 1, 5)
"""A Monday, the first day on which anything can happen; blocks begin four weeks earlier."""
BLOCK_FIRST = FIRST - 28 * DAY
HOLIDAYS = {FIRST + i * DAY for i in (7, 8, 31, 45)}


def weekends(on: date) -> bool:
    return on.weekday() >= 5


def holidays(on: date) -> bool:
    return on.weekday() >= 5 or on in HOLIDAYS


def four_days(on: date) -> bool:
    return on.weekday() in (2, 5, 6)


def covered_but(gaps: list[tuple[int, int]]) -> Callable[[date], bool]:
    return lambda on: not any(low <= (on - FIRST).days <= high for low, high in gaps)


def company(seed: int, people: int, days: int) -> list[History]:
    """People of one company: the same coverage, everything else their own."""
    rng = random.Random(seed)
    gaps = [(low, low + rng.choice([2, 9, 40])) for low in rng.sample(range(-28, days), rng.choice([0, 1, 3]))]
    if rng.random() < 0.2:
        gaps = [(-99, days + 99)]
    covered = covered_but(gaps)
    return [_person(rng, days, covered) for _ in range(people)]


def _person(rng: random.Random, days: int, covered: Callable[[date], bool]) -> History:
    def some(chance: float, most: int = 2) -> range:
        return range(rng.randint(1, most) if rng.random() < chance else 0)

    def span(longest: int) -> tuple[date, date]:
        first = FIRST + rng.randint(-3, days) * DAY
        return first, first + rng.randint(0, longest) * DAY

    def a_day() -> date:
        return FIRST + rng.randint(0, days - 1) * DAY

    used = _use(rng, days)
    unused = {a_day(): rng.choice([Evidence.LOG, Evidence.OBSERVED]) for _ in some(0.3, 12)}
    last_active = [
        (on, on - rng.randint(0, 12) * DAY if rng.random() < 0.9 else None) for on in (a_day() for _ in some(0.2, 9))
    ]
    return History(
        start=None if rng.random() < 0.2 else FIRST + max(0, rng.randint(-30, days)) * DAY,
        left_on=a_day() if rng.random() < 0.15 else None,
        is_off=rng.choice([weekends, weekends, holidays, four_days]),
        leaves=tuple(span(25) for _ in some(0.4, 3)),
        exemptions=tuple((a, None if rng.random() < 0.1 else b) for a, b in (span(12) for _ in some(0.15))),
        used=used,
        unused=unused,
        covered=covered,
        self_reports=tuple((a_day(), rng.randint(0, 6)) for _ in some(0.3, 14)),
        aggregates=tuple(
            (a, min(b, FIRST + days * DAY), rng.randint(0, 9))
            for a, b in (span(14) for _ in some(0.2, 3))
            if a <= FIRST + days * DAY
        ),
        snapshots=tuple((y, None if x is None else max(x, FIRST)) for y, x in last_active),
    )


def _use(rng: random.Random, days: int) -> dict[date, Use]:
    """Spells of use at different paces, some on days off, by different sources and with different tags."""
    observed, tagged = rng.choice([0, 0, 0.1]), rng.choice([0, 0.3, 0.9])
    core = rng.choice([0.1, 0.33, 0.8])
    used: dict[date, Use] = {}
    pace = 0.0
    for i in range(days):
        if i % 15 == 0 or rng.random() < 0.03:
            pace = rng.choice([0, 0, 0.1, 0.3, 0.6, 0.9, 1])
        on = FIRST + i * DAY
        if rng.random() < (pace if on.weekday() < 5 else pace * 0.1):
            evidence = Evidence.OBSERVED if rng.random() < observed else Evidence.LOG
            used[on] = Use(evidence, rng.random() < core if rng.random() < tagged else None)
    return used
