"""Rows of use by the million, for benchmarks."""

from collections.abc import Iterator
from datetime import date
from itertools import repeat

import numpy as np

from adoptlog.simulation.chance import generator
from adoptlog.simulation.company import TOOL
from adoptlog.simulation.days import DAY
from adoptlog.simulation.people import number_of


def daily_usage(
    people: int, days: int, seed: int = 1, start: date = date(2025, 7, 1)
) -> Iterator[tuple[date, list[tuple[str, str, int]]]]:
    """For each of so many weekdays from `start` on, everybody's row (person, tool, count): people × days rows in all.

    A count of 0 is a row too, "reported as unused". Everybody has a rate of their own, and a third of the people
    stop on some day, so that a status computed from the rows has every state in it. One day is held at a time.

    >>> [(day.isoformat(), len(rows), rows[0][:2]) for day, rows in daily_usage(people=3, days=2)]
    [('2025-07-01', 3, ('e-0001', 'assistant')), ('2025-07-02', 3, ('e-0001', 'assistant'))]
    """
    rng = generator(seed, 10)
    numbers = [number_of(place) for place in range(people)]
    rate = rng.beta(1.2, 1.0, people)
    stops = np.where(rng.random(people) < 1 / 3, rng.integers(0, days + 1, people), days)
    day = start
    for place in range(days):
        while day.weekday() > 4:
            day += DAY
        used = (rng.random(people) < rate) & (place < stops)
        counts = np.where(used, rng.geometric(0.4, people), 0)
        yield day, list(zip(numbers, repeat(TOOL), counts.tolist(), strict=False))
        day += DAY
