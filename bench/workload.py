"""How much work the follow-ups make: how many are raised per champion and week."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from statistics import median
from typing import Any

import attrs
import numpy as np
from rich.bar import Bar
from rich.table import Table

from adoptlog.simulation import Company

_DAYS = 7


@attrs.frozen(kw_only=True)
class Raised:
    """One follow-up that was raised: about whom, who acts, and on which day; people by their place."""

    rule: str
    role: str
    person: int | None
    owner: int | None
    day: int
    again: bool = False
    """Raised before for the same trigger: help was given, and nothing that the rule looks at changed."""


@attrs.frozen(kw_only=True)
class Workload:
    """Follow-ups of each champion and week by rule, weeks without any included."""

    weeks: tuple[Counter[str], ...] = ()
    """For the champion, as a champion, to act on; a manager may be champion as well."""
    first_times: tuple[Counter[str], ...] = ()
    """The same without what was raised again for the same trigger."""
    about_team: tuple[Counter[str], ...] = ()
    """About the people of the champion's department, whoever acts."""

    def __add__(self, other: "Workload") -> "Workload":
        return Workload(
            weeks=self.weeks + other.weeks,
            first_times=self.first_times + other.first_times,
            about_team=self.about_team + other.about_team,
        )

    @property
    def totals(self) -> list[int]:
        """How many there are for each champion in each week."""
        return [week.total() for week in self.weeks]


def workload(company: Company, raised: Sequence[Raised]) -> Workload:
    """The full weeks of a company; champions are as many as departments."""
    places = {person.number: place for place, person in enumerate(company.people)}
    champions = {places[one.number]: department for department, one in company.champions().items()}
    asked = [one for one in raised if one.role == "champion" and one.person is not None]
    mine = [(champions[one.owner], one) for one in asked if one.owner in champions]
    teams = [(company.people[one.person].department, one) for one in raised if one.person is not None]
    return Workload(
        weeks=_per_week(company, mine),
        first_times=_per_week(company, ((where, one) for where, one in mine if not one.again)),
        about_team=_per_week(company, teams),
    )


def _per_week(company: Company, some: Iterable[tuple[str, Raised]]) -> tuple[Counter[str], ...]:
    counts: dict[tuple[str, int], Counter[str]] = defaultdict(Counter)
    for department, one in some:
        counts[department, one.day // _DAYS][one.rule] += 1
    return tuple(
        counts[department, week] for department in company.champions() for week in range(company.days // _DAYS)
    )


def histogram(weeks: Sequence[int]) -> Table:
    """How many champion-weeks had how many follow-ups."""
    table = Table(title="follow-ups raised per champion of 25 people and week")
    for heading in ("follow-ups", "weeks", "share"):
        table.add_column(heading, justify="right")
    table.add_column("", width=50)
    counts = Counter(weeks)
    most = max(counts.values(), default=1)
    for number in range(max(weeks, default=-1) + 1):
        share = counts[number] / len(weeks)
        table.add_row(str(number), f"{counts[number]:,}", f"{share:.1%}", Bar(most, 0, counts[number]))
    return table


def summary(done: Workload) -> Iterator[dict[str, Any]]:
    """Median and 90th percentile: of what the champion does, and of everything about the team."""
    for whose, weeks in (
        ("for the champion", done.weeks),
        ("for the champion, each trigger once", done.first_times),
        ("about the team, whoever acts", done.about_team),
    ):
        middle, high = np.percentile([week.total() for week in weeks] or [0], [50, 90]).tolist()
        yield {"whose": whose, "weeks": len(weeks), "median": middle, "p90": high}


def by_rule(done: Workload) -> Iterator[dict[str, Any]]:
    """Which rules make the champions' work: how much, how much of it again, and the median that would be left."""
    firsts = _sum(done.first_times)
    for rule, number in _sum(done.weeks).most_common():
        rest = median(week.total() - week[rule] for week in done.weeks)
        again = 1 - firsts[rule] / number
        yield {"rule": rule, "a_week": number / len(done.weeks), "again": again, "median_without": rest}


def _sum(weeks: Iterable[Counter[str]]) -> Counter[str]:
    return sum(weeks, Counter[str]())
