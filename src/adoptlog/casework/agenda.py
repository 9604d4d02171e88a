"""Everybody's work days and leave; people of the same calendar share theirs."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from datetime import date

from adoptlog.domain import facts as f
from adoptlog.follow_up.case import Leave
from adoptlog.follow_up.work_days import WorkDays
from adoptlog.projections.presence import Presence
from adoptlog.status.calendars import Calendars


class Agenda:
    """The work days between two days (ordinals)."""

    def __init__(self, closures: Sequence[f.ClosureDeclared], country: str | None, first: int, last: int) -> None:
        self._calendars = Calendars(closures, country, first, last)
        self._classes: dict[int, WorkDays] = {}
        self._away: dict[tuple[int, tuple[tuple[int, int], ...]], tuple[WorkDays, tuple[Leave, ...]]] = {}

    def of(self, presence: Presence | None) -> tuple[WorkDays, tuple[Leave, ...]]:
        """A person's work days and leave; None: of somebody without a calendar of their own."""
        number = self._calendars.class_of(presence)
        if number not in self._classes:
            days = (~self._calendars.vector(number)).nonzero()[0] + self._calendars.first
            self._classes[number] = WorkDays(_ordinals(days.tolist()))
        if presence is None or not presence.leaves:
            return self._classes[number], ()
        key = number, presence.leaves
        if key not in self._away:
            self._away[key] = _without(self._classes[number], presence.leaves)
        return self._away[key]


def _without(work_days: WorkDays, leaves: Sequence[tuple[int, int]]) -> tuple[WorkDays, tuple[Leave, ...]]:
    """Work days less leave, and how many of them each leave took."""
    days, rest, done = work_days.ordinals, _ordinals(), 0
    taken = []
    for first, last in leaves:
        begins, ends = bisect_left(days, first), bisect_right(days, last)
        rest.extend(days[done:begins])
        taken.append(Leave(date.fromordinal(first), date.fromordinal(last), ends - begins))
        done = ends
    rest.extend(days[done:])
    return WorkDays(rest), tuple(taken)


def _ordinals(days: Iterable[int] = ()) -> "array[int]":
    """Days in an array: garbage collection walks through every list, and here is one for each who was ever away."""
    return array("i", days)
