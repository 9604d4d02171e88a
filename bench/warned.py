"""How well an alarm warned of what truly happened.

A *stop* is the first work day on which a person no longer has the habit. Its *lead time* is the number of the person's
work days from it up to the alarm, both included; 0 if an alarm was standing already. A stop is *seen* when this is at
most 20. An alarm raised about somebody who has not stopped is *false*; of one person's, those within 14 days after a
false one are not counted again.
"""

from collections.abc import Iterable, Iterator, Sequence
from math import inf
from statistics import median

import attrs
import numpy as np

from adoptlog.simulation import Company, fading, stopped
from bench.alarms import Alarm, Days

WITHIN = 20
"""Work days in which a stop should be seen."""

ONCE_IN = 14
"""Days in which a person's false alarms count as one."""

_YEAR = 365.25


@attrs.frozen(kw_only=True)
class Warned:
    """What an alarm did for some people; leads are `inf` where it was not raised before the person came back."""

    people: int = 0
    years: float = 0.0
    """Time from the licence on in which the people had not stopped."""
    leads: tuple[float, ...] = ()
    false: int = 0
    early: int = 0
    """Those of the false alarms that came while the habit was fading already."""

    def __add__(self, other: "Warned") -> "Warned":
        return Warned(
            people=self.people + other.people,
            years=self.years + other.years,
            leads=self.leads + other.leads,
            false=self.false + other.false,
            early=self.early + other.early,
        )

    @property
    def lead(self) -> float | None:
        """The median lead time of all stops; None without any, `inf` if most were not seen at all."""
        return median(self.leads) if self.leads else None

    @property
    def seen(self) -> float | None:
        """The share of stops seen in time."""
        return sum(lead <= WITHIN for lead in self.leads) / len(self.leads) if self.leads else None

    @property
    def standing(self) -> float | None:
        """The share of stops before which the alarm was standing already."""
        return sum(lead == 0 for lead in self.leads) / len(self.leads) if self.leads else None

    @property
    def false_per_year(self) -> float:
        """False alarms per person and year."""
        return self.false / self.years if self.years else 0.0

    @property
    def wrong_per_year(self) -> float:
        """The same without those that were only early."""
        return (self.false - self.early) / self.years if self.years else 0.0


def by_pattern(company: Company, alarm: Alarm) -> Iterator[tuple[str, Warned]]:
    """Person by person: the pattern, and what the alarm did."""
    gone, going = stopped(company.habit), fading(company.habit)
    for place, person in enumerate(company.people):
        row = Person(work=company.work[place], gone=gone[place], going=going[place])
        licensed = (person.licensed_on - company.start).days
        yield person.pattern, row.warned(alarm.raised[place], alarm.standing[place], licensed)


def dominated(one: Warned, other: Warned) -> bool:
    """Whether one is no better than another in either measure."""
    assert one.lead is not None
    assert other.lead is not None
    return one.lead >= other.lead and one.false_per_year >= other.false_per_year


@attrs.frozen(kw_only=True, eq=False)
class Person:
    """One person's days: which are work days, on which the habit had stopped, and on which it was fading."""

    work: Days
    gone: Days
    going: Days

    def warned(self, raised: Days, standing: Days, licensed: int = 0) -> Warned:
        """What an alarm did for this person."""
        false = once(np.flatnonzero(raised & ~self.gone).tolist())
        return Warned(
            people=1,
            years=float((~self.gone[max(licensed, 0) :]).sum()) / _YEAR,
            leads=tuple(self._lead(first, last, raised, standing) for first, last in self._stops()),
            false=len(false),
            early=int(self.going[false].sum()),
        )

    def _stops(self) -> Iterator[tuple[int, int]]:
        """First and last day of each stretch that is long enough to be seen in time."""
        edges = np.diff(np.pad(self.gone, 1).astype(np.int8))
        for first, end in zip(np.flatnonzero(edges == 1).tolist(), np.flatnonzero(edges == -1).tolist(), strict=True):
            if self.work[first:end].sum() >= WITHIN:
                yield first + int(self.work[first:end].argmax()), end - 1

    def _lead(self, first: int, last: int, raised: Days, standing: Days) -> float:
        if first > 0 and standing[first - 1]:
            return 0
        alarms = np.flatnonzero(raised[first : last + 1])
        return float(self.work[first : first + int(alarms[0]) + 1].sum()) if len(alarms) else inf


def once(days: Sequence[int]) -> list[int]:
    """The days of alarms, without those within so many days after one that counts.

    >>> once([1, 8, 14, 15, 30])
    [1, 15, 30]
    """
    counted: list[int] = []
    for day in days:
        if not counted or day - counted[-1] >= ONCE_IN:
            counted.append(day)
    return counted


def together(some: Iterable[Warned]) -> Warned:
    """All of them as one."""
    return sum(some, Warned())
