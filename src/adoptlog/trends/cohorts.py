"""Cohorts: those who began together, and how far they were so many weeks after their own beginning (E2)."""

from collections.abc import Mapping, Sequence
from datetime import date

import attrs
import numpy as np
import numpy.typing as npt

from adoptlog.habit import NEVER, State
from adoptlog.trends.tracks import CODE, Tracks

MOST_COHORTS = 8
"""More months than this are put together as quarters, more quarters as years: curves have to be told apart."""

_TENTH = 10
_ACTIVE = [CODE[state] for state in (State.TRYING, State.FORMING, State.HABITUAL)]
_KNOWN = [*_ACTIVE, CODE[State.NOT_STARTED], CODE[State.SLIPPING], CODE[State.LAPSED]]


@attrs.frozen(kw_only=True)
class CohortWeek:
    """A cohort so many whole weeks after each person's own beginning."""

    week: int
    people: int
    """Of whom a status is known: without those who had left, were away or exempt, or about whom nothing is known."""
    habitual: float
    active: float
    """The share of those that are trying it, forming the habit, or habitual."""


@attrs.frozen(kw_only=True)
class Cohort:
    """Those who began in the program in the same month, quarter or year."""

    name: str
    people: int
    began_from: date
    began_to: date
    """The first and the last beginning in it."""
    weeks: tuple[CohortWeek, ...]
    """As far as nine tenths of its people have come: a curve does not change because others take part in it."""


def cohorts(tracks: Tracks, smallest: int = 1) -> list[Cohort]:
    """The cohorts in the order of their beginnings, each of at least so many people: smaller ones are put together with
    those beside them, so that nothing of a few people can be seen. People without any date are in none."""
    last = tracks.ends[-1].toordinal()
    places = np.flatnonzero((tracks.began != NEVER) & (tracks.began <= last))
    days = [date.fromordinal(day) for day in tracks.began[places].tolist()]
    by_name: dict[str, list[int]] = {}
    for place, name in sorted(zip(places.tolist(), _names(days), strict=True), key=lambda one: one[1]):
        by_name.setdefault(name, []).append(place)
    return [
        _cohort(names[0] if len(names) == 1 else f"{names[0]} – {names[-1]}", np.array(some, np.intp), tracks, smallest)
        for names, some in _large_enough(by_name, smallest)
    ]


def _large_enough(by_name: Mapping[str, list[int]], smallest: int) -> list[tuple[list[str], list[int]]]:
    """Neighbours put together until each group has enough people; none, where all of them are too few."""
    groups: list[tuple[list[str], list[int]]] = []
    for name, some in by_name.items():
        if groups and len(groups[-1][1]) < smallest:
            groups[-1] = ([*groups[-1][0], name], groups[-1][1] + some)
        else:
            groups.append(([name], some))
    if groups and len(groups[-1][1]) < smallest:
        names, some = groups.pop()
        if groups:
            groups[-1] = (groups[-1][0] + names, groups[-1][1] + some)
    return groups


def _names(days: Sequence[date]) -> list[str]:
    for name in (_month, _quarter):
        names = [name(day) for day in days]
        if len(set(names)) <= MOST_COHORTS:
            return names
    return [f"{day:%Y}" for day in days]


def _month(day: date) -> str:
    return f"{day:%Y-%m}"


def _quarter(day: date) -> str:
    return f"{day:%Y}-Q{(day.month + 2) // 3}"


def _cohort(name: str, places: npt.NDArray[np.intp], tracks: Tracks, smallest: int) -> Cohort:
    began = tracks.began[places]
    ends = np.array([end.toordinal() for end in tracks.ends])
    lived = (ends[-1] - began) // 7
    far = int(np.sort(lived)[len(lived) // _TENTH])
    weeks = []
    for week in range(far + 1):
        here = places[lived >= week]
        column = np.searchsorted(ends, tracks.began[here] + 7 * week)  # the first week end so many weeks later
        states = tracks.state[here, column]
        known = np.isin(states, _KNOWN)
        if known.sum() >= max(smallest, 1):
            weeks.append(
                CohortWeek(
                    week=week,
                    people=int(known.sum()),
                    habitual=float((states[known] == CODE[State.HABITUAL]).mean()),
                    active=float(np.isin(states[known], _ACTIVE).mean()),
                )
            )
    return Cohort(
        name=name,
        people=len(places),
        began_from=date.fromordinal(int(began.min())),
        began_to=date.fromordinal(int(began.max())),
        weeks=tuple(weeks),
    )
