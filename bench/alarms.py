"""The alarms that are compared: when each was raised about whom, and how long what it said held.

Every alarm is a pair of tables with a row for each person and a column for each day, and speaks from Monday to Friday.
"""

from collections.abc import Iterable

import attrs
import numpy as np
import numpy.typing as npt

from adoptlog.simulation import Company

Days = npt.NDArray[np.bool_]

_MONDAY, _SATURDAY = 0, 5


@attrs.frozen(kw_only=True, eq=False)
class Alarm:
    """One way to warn, on one company."""

    name: str
    raised: Days
    """The days on which it was raised."""
    standing: Days
    """The days at whose end it had been raised and what it said still held."""


def weekdays(company: Company) -> npt.NDArray[np.int64]:
    """The day of the week of each day, 0 for Monday."""
    return (company.start.weekday() + np.arange(company.days)) % 7


def naive(company: Company) -> list[Alarm]:
    """The two rules most people would begin with, and the second as a weekly report would have it.

    They see what the reports say: days of use, and nothing of leave, holidays or days nobody knows about. They say
    nothing about who never used the tool, and nothing twice.
    """
    days, works = weekdays(company), weekdays(company) < _SATURDAY
    quiet = days_since_use(seen_use(company))
    monday = days == _MONDAY
    return [
        _rising("no use for 14 days", quiet >= 14, works),
        _rising("fewer than 1 active day a week", quiet >= 7, works),
        _rising("the same, asked on Mondays about last week", _last_week(quiet), works & monday),
    ]


def seen_use(company: Company) -> Days:
    """The days of use that some report tells of."""
    used = company.uses > 0
    return used if company.known is None else used & company.known


def days_since_use(used: Days) -> npt.NDArray[np.int64]:
    """Calendar days since the last use, 0 on a day of use; -1 before the first.

    >>> days_since_use(np.array([[False, True, False, False]])).tolist()
    [[-1, 0, 1, 2]]
    """
    places = np.arange(used.shape[1])
    last = np.maximum.accumulate(np.where(used, places, -1), axis=1)
    return np.where(last >= 0, places - last, -1)


def _last_week(quiet: npt.NDArray[np.int64]) -> Days:
    """Whether the seven days up to yesterday had no use."""
    yesterday = np.roll(quiet, 1, axis=1)
    yesterday[:, 0] = -1
    return yesterday >= 7


def _rising(name: str, holds: Days, asked: Days) -> Alarm:
    """Raised whenever it holds and did not when last asked."""
    days = np.flatnonzero(asked)
    told = holds[:, days]
    before = np.pad(told, ((0, 0), (1, 0)))[:, :-1]
    raised = np.zeros_like(holds)
    raised[:, days] = told & ~before
    standing = _carried(told, days, holds.shape[1])
    return Alarm(name=name, raised=raised, standing=standing)


def ours(name: str, raised: Iterable[tuple[int, int]], quiet: Days, asked: Days) -> Alarm:
    """Follow-ups (place and day of each), which hold while the state is `slipping` or `lapsed` without a break."""
    on = np.zeros(quiet.shape, np.bool_)
    for place, day in raised:
        on[place, day] = True
    days = np.flatnonzero(asked)
    standing = np.zeros((len(quiet), len(days)), np.bool_)
    warned = np.zeros(len(quiet), np.bool_)
    for column, day in enumerate(days.tolist()):
        warned = (warned | on[:, day]) & quiet[:, day]
        standing[:, column] = warned
    return Alarm(name=name, raised=on, standing=_carried(standing, days, quiet.shape[1]))


def _carried(told: Days, days: npt.NDArray[np.intp], number: int) -> Days:
    """What was told on some days, for every day: between them the last one holds."""
    place = np.searchsorted(days, np.arange(number), side="right") - 1
    return np.asarray(told[:, np.maximum(place, 0)] & (place >= 0))
