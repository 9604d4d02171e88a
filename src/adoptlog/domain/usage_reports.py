"""The use of one tool and use case in one month by one block of people: what a report adds to what stands."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

import attrs
import numpy as np
import numpy.typing as npt

from adoptlog.domain import facts as f
from adoptlog.domain.event import Event
from adoptlog.domain.stream import Circumstances, Stream
from adoptlog.errors import UnknownEvent

BLOCK = 8192
"""People of one block: numbers 0 to 8,191 follow each other in the directory."""

Cells = npt.NDArray[np.uint32]
"""One number per person of a block: 0 no row, else the count + 1."""

_WIDTHS = (1, 2, 4)


@attrs.frozen
class Feed:
    """What a series of reports is about; one stream per feed, month and block of people."""

    tool: str
    use_case: str = ""
    evidence: str = "log"
    in_training: bool = False


def no_cells() -> Cells:
    """The cells of a block nobody has reported about."""
    return np.zeros(BLOCK, np.uint32)


def cells_of(report: f.UsageReported) -> tuple[npt.NDArray[np.uint16], Cells]:
    """The people of a report and their cells. Raises `UnknownEvent` for a report that nobody has written."""
    width = len(report.counts) // max(len(report.people) // 2, 1) or 1
    if len(report.people) % 2 or width not in _WIDTHS or 2 * len(report.counts) != width * len(report.people):
        raise _torn(report)
    people = np.frombuffer(report.people, "<u2")
    if people.max(initial=0) >= BLOCK:
        raise _torn(report)
    counts = np.frombuffer(report.counts, f"<u{width}").astype(np.uint32)
    return people, counts + np.uint32(1)


def _torn(report: f.UsageReported) -> UnknownEvent:
    text = "the report of {tool!r} on {day} holds people and counts that do not belong together"
    return UnknownEvent(text, tool=report.tool, day=report.on)


def merge(cells: Cells, report: f.UsageReported) -> Cells:
    """The cells after a report: of two counts for the same person and day the larger stands."""
    people, more = cells_of(report)
    cells = cells.copy()
    cells[people] = np.maximum(cells[people], more)
    return cells


def narrow(counts: Cells) -> bytes:
    """Counts as little-endian numbers of the fewest bytes that hold the largest."""
    largest = int(counts.max(initial=0))
    width = 1 if largest < 1 << 8 else 2 if largest < 1 << 16 else 4
    return counts.astype(f"<u{width}").tobytes()


class UsageReports(Stream):
    """The reports of one feed, month and block. `load` gives the cells of a day, as they stand."""

    accepts = (f.UsageReported,)

    def __init__(self, id: UUID, version: int = 0, load: Callable[[date], Cells] | None = None) -> None:
        super().__init__(id)
        self.version = version
        self._load = load or (lambda _: no_cells())
        self._days: dict[date, Cells] = {}

    def cells(self, on: date) -> Cells:
        """What stands for a day; a view to read."""
        if on not in self._days:
            self._days[on] = self._load(on)
        return self._days[on]

    def apply(self, event: Event) -> None:
        self.version = event.originator_version
        if isinstance(event.fact, f.UsageReported):
            self._days[event.fact.on] = merge(self.cells(event.fact.on), event.fact)

    def report(
        self, feed: Feed, block: int, on: date, people: npt.NDArray[Any], cells: Cells, at: Circumstances
    ) -> Event | None:
        """Record what is more than what stands, as one event; None if nothing is."""
        new = cells > self.cells(on)[people]
        if not new.any():
            return None
        fact = f.UsageReported(
            tool=feed.tool,
            use_case=feed.use_case,
            evidence="observed" if feed.evidence == "observed" else "log",
            in_training=feed.in_training,
            on=on,
            block=block,
            people=people[new].astype("<u2").tobytes(),
            counts=narrow(cells[new] - np.uint32(1)),
        )
        return self.trigger(fact, at)
