"""A person's work days, counted forwards."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date

import attrs


@attrs.frozen
class WorkDays:
    """The work days of one person, as ordinals in order: no days off, holidays, closures or leave among them.

    >>> from datetime import date as d
    >>> week = WorkDays([d(2026, 4, day).toordinal() for day in (6, 7, 8, 9, 10, 13)])
    >>> week.after(2, d(2026, 4, 9))
    datetime.date(2026, 4, 13)
    """

    ordinals: Sequence[int]

    def after(self, days: int, start: date) -> date:
        """The `days`-th work day after a day; `date.max` when that lies beyond what is known of the calendar."""
        place = bisect_right(self.ordinals, start.toordinal()) + days - 1
        return date.fromordinal(self.ordinals[place]) if place < len(self.ordinals) else date.max

    def before(self, days: int, day: date) -> date:
        """The work day that lies `days` work days before the last one up to a day."""
        place = bisect_right(self.ordinals, day.toordinal()) - 1 - days
        return date.fromordinal(self.ordinals[max(place, 0)])

    def from_(self, day: date) -> date:
        """The day itself if it is a work day, else the next one."""
        place = bisect_left(self.ordinals, day.toordinal())
        return date.fromordinal(self.ordinals[place]) if place < len(self.ordinals) else date.max

    def between(self, first: date, last: date) -> int:
        """How many work days there are from one day to another, both included."""
        return bisect_right(self.ordinals, last.toordinal()) - bisect_left(self.ordinals, first.toordinal())
