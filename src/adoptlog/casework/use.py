"""On which days each person of a block used any tool."""

from collections.abc import Callable
from datetime import date

import numpy as np

from adoptlog.domain.usage_reports import BLOCK
from adoptlog.projections.presence import Presence
from adoptlog.projections.read_model import ReadModel


class UseOfBlock:
    """The days of use of a block's people; read when the first of them is asked for."""

    def __init__(self, read: ReadModel, block: int, today: date) -> None:
        self._read, self._block, self._today = read, block, today
        self._days: np.ndarray[tuple[int], np.dtype[np.int64]] | None = None

    def since(self, number: int, presence: Presence) -> Callable[[date], date | None]:
        """A function: the person's first day of use on or after a day; use before joining is untrue yet."""
        joined = presence.joined or 0

        def used_since(day: date) -> date | None:
            return self._since(number % BLOCK, max(day.toordinal(), joined))

        return used_since

    def _since(self, place: int, first: int) -> date | None:
        if self._days is None:
            self._load()
        assert self._days is not None
        used = self._bits[:, place // 8] & (1 << place % 8)
        used[: int(np.searchsorted(self._days, first))] = 0
        row = int(used.argmax()) if len(used) else 0
        return date.fromordinal(int(self._days[row])) if len(used) and used[row] else None

    def _load(self) -> None:
        feeds = {number for number, feed in self._read.feeds().items() if not feed.in_training}
        by_day: dict[int, np.ndarray[tuple[int], np.dtype[np.uint8]]] = {}
        for tile in self._read.days_of_use(self._block, feeds, self._today.toordinal()):
            used = np.frombuffer(tile.used, np.uint8)
            by_day[tile.day] = by_day[tile.day] | used if tile.day in by_day else used
        self._days = np.array(sorted(by_day), np.int64)
        self._bits = (
            np.array([by_day[day] for day in sorted(by_day)]) if by_day else np.zeros((0, BLOCK // 8), np.uint8)
        )
