"""Cohorts: those who began together, and how far they were so many weeks after their own beginning (E2)."""

from collections.abc import Sequence
from datetime import date

import attrs
import numpy as np
import numpy.typing as npt

from adoptlog.habit import NEVER, State
from adoptlog.trends.tracks import CODE, Tracks

MOST_COHORTS = 8
"""More months than this are put together as quarters, more quarters as years: curves have to be told apart."""

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
    """As far as everybody in it has come, so that a curve never changes because others take part in it."""


def cohorts(tracks: Tracks) -> list[Cohort]:
    """The cohorts in the order of their beginnings; people without any date are in none."""
    last = tracks.ends[-1].toordinal()
    places = np.flatnonzero((tracks.began != NEVER) & (tracks.began <= last))
    days = [date.fromordinal(day) for day in tracks.began[places].tolist()]
    names = _names(days)
    return [
        _cohort(name, places[[place for place, one in enumerate(names) if one == name]], tracks)
        for name in sorted(set(names))
    ]


def cohort_of(tracks: Tracks) -> list[str | None]:
    """The cohort each person is in."""
    last = tracks.ends[-1].toordinal()
    began = tracks.began.tolist()
    names = iter(_names([date.fromordinal(day) for day in began if day <= last]))
    return [next(names) if day <= last else None for day in began]


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


def _cohort(name: str, places: npt.NDArray[np.intp], tracks: Tracks) -> Cohort:
    began = tracks.began[places]
    ends = np.array([end.toordinal() for end in tracks.ends])
    lived = int(ends[-1] - began.max()) // 7
    weeks = []
    for week in range(lived + 1):
        column = np.searchsorted(ends, began + 7 * week)  # the first week end so many weeks after the beginning
        states = tracks.state[places, column]
        known = np.isin(states, _KNOWN)
        if known.any():
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
