"""On which days each person of a block used any tool."""

from collections.abc import Callable, Sequence
from datetime import date

import numpy as np

from adoptlog.domain.usage_reports import BLOCK
from adoptlog.projections.presence import Presence
from adoptlog.projections.read_model import ReadModel


class UseOfBlock:
    """The days of use of a block's people; read when the first of them is asked for."""

    def __init__(self, read: ReadModel, block: int, last: date) -> None:
        self._read, self._block, self._last = read, block, last
        self._days: np.ndarray[tuple[int], np.dtype[np.int64]] | None = None

    def since(self, numbers: Sequence[int], presence: Presence, today: date) -> Callable[[date], date | None]:
        """A function: the person's first day of use from one day up to today; use before joining is untrue yet."""
        joined = presence.joined or 0

        def used_since(day: date) -> date | None:
            first = max(day.toordinal(), joined)
            found = [used for no in numbers if (used := self._since(no, first)) is not None]
            return min((used for used in found if used <= today), default=None)

        return used_since

    def first_day(self) -> int | None:
        """The first day (ordinal) anybody used a tool."""
        if self._days is None:
            self._load()
        assert self._days is not None
        return int(self._days[0]) if len(self._days) else None

    def _since(self, number: int, first: int) -> date | None:
        if number // BLOCK != self._block:
            return UseOfBlock(self._read, number // BLOCK, self._last)._since(number, first)
        if self._days is None:
            self._load()
        assert self._days is not None
        days = self._days[int(np.searchsorted(self._days, first)) :]
        used = self._bits[number % BLOCK // 8, len(self._days) - len(days) :] & (1 << number % 8)
        place = int(used.argmax()) if len(used) else 0
        return date.fromordinal(int(days[place])) if len(used) and used[place] else None

    def _load(self) -> None:
        feeds = {number for number, feed in self._read.feeds().items() if not feed.in_training}
        by_day: dict[int, np.ndarray[tuple[int], np.dtype[np.uint8]]] = {}
        for tile in self._read.days_of_use(self._block, feeds, self._last.toordinal()):
            used = np.frombuffer(tile.used, np.uint8)
            by_day[tile.day] = by_day[tile.day] | used if tile.day in by_day else used
        self._days = np.array(sorted(by_day), np.int64)
        bits = np.array([by_day[day] for day in sorted(by_day)]) if by_day else np.zeros((0, BLOCK // 8), np.uint8)
        self._bits = np.ascontiguousarray(bits.T)  # the days of a person side by side: that is how they are asked for
