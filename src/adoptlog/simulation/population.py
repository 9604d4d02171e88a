"""Companies made to a plan: so many people of each pattern, and so much that nobody knows about them."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

import attrs
import numpy as np

from adoptlog.simulation.chance import generator
from adoptlog.simulation.days import DAY
from adoptlog.simulation.habits import Days
from adoptlog.simulation.people import Leave, Pattern, Person, members

BACKTEST: Mapping[Pattern, float] = MappingProxyType(
    {
        "fast": 0.15,
        "steady": 0.15,
        "abrupt": 0.14,
        "decliner": 0.12,
        "novelty": 0.14,
        "weekly": 0.14,
        "never": 0.08,
        "recovering": 0.08,
    }
)
"""Who forms the habit, loses it in several ways, or never has it; `fast` and `steady` are those who form it."""


@attrs.frozen(kw_only=True)
class Population:
    """What a company is made of. What is not named here (part-time, transfers, joining late) is as in the demo.

    >>> Population(shares={"fast": 0.5, "never": 0.5}).patterns(np.random.default_rng(1), 4)
    ['fast', 'fast', 'never', 'never']
    """

    shares: Mapping[Pattern, float] = BACKTEST
    per_department: int = 25
    leave_days: tuple[int, int] = (4, 8)
    """Single days of leave of a person, at least and at most, spread over the time simulated."""
    unknown: float = 0.02
    """The share of work days about which no report says anything."""
    outages: float = 0.2
    """The share of people about whom nothing is known for some time."""
    outage_work_days: tuple[int, int] = (6, 15)

    def people(self, seed: int, people: int, start: date, days: int) -> tuple[Person, ...]:
        """Everybody, in departments of one size."""
        rng, departments = generator(seed, 0), max(1, people // self.per_department)
        names = [f"Department {place + 1}" for place in range(departments)]
        away = generator(seed, 11)
        who = members(rng, self.patterns(rng, people), names, start, days)
        return tuple(attrs.evolve(person, leave=self._leave(away, start, days)) for person in who)

    def patterns(self, rng: np.random.Generator, people: int) -> list[Pattern]:
        """Patterns in their shares, in any order."""
        names, bounds = list(self.shares), np.cumsum(list(self.shares.values())) * people
        places = np.searchsorted(bounds, np.arange(people) + 0.5).clip(max=len(names) - 1)
        return [names[place] for place in rng.permutation(places)]

    def known(self, seed: int, work: Days) -> Days:
        """Which days of each person the reports speak about."""
        rng = generator(seed, 12)
        known = rng.random(work.shape) >= self.unknown
        for row, days in zip(known, work, strict=True):
            lost, length = rng.random() < self.outages, int(rng.integers(*self.outage_work_days, endpoint=True))
            on = np.flatnonzero(days)
            if lost and len(on) > length:
                first = int(rng.integers(len(on) - length))
                row[on[first] : on[first + length]] = False
        return known

    def _leave(self, rng: np.random.Generator, start: date, days: int) -> tuple[Leave, ...]:
        number = min(days, int(rng.integers(*self.leave_days, endpoint=True)))
        weekdays = [day for day in range(days) if (start + day * DAY).weekday() < 5]
        chosen = sorted(rng.choice(weekdays, min(number, len(weekdays)), replace=False).tolist())
        return tuple(Leave(start + day * DAY, start + day * DAY, "vacation") for day in chosen)
