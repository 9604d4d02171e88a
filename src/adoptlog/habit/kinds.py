"""The kind of every day of many people (HABIT_MODEL.md, "The kinds of day")."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from .block import Bits, Block, Bools, Ints, Spans
from .history import DayKind

WORK, LEAVE, EXEMPT, LEFT, OFF = (np.uint8(kind) for kind in DayKind)
"""`DayKind` in columns: bytes, for an `IntEnum` would make 64-bit integers of the whole column it is compared with."""

BEFORE = np.uint8(5)
"""The kind of a day before a person's days begin: no `DayKind`, and above all of them."""

Cells = tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.intp]]


def cells(spans: Spans, first: int, rows: int) -> Cells:
    """Row, person and number of the span of every day of some spans, as far as they lie in the rows from `first` on."""
    low = np.maximum(spans.first.astype(np.int64) - first, 0)
    high = np.minimum(spans.last.astype(np.int64) - first, rows - 1)
    length = np.maximum(high - low + 1, 0)
    span = np.repeat(np.arange(len(spans)), length)
    begun = np.cumsum(length) - length
    row = np.arange(len(span)) - begun[span] + low[span]
    return row, spans.person[span].astype(np.intp), span


def kinds(block: Block, r0: int, rows: int) -> tuple[Bits, Bools | None]:
    """The kinds [rows, n] of `rows` days from row r0 of the block on, and where use does not count (left or exempt,
    also on off days); None for nowhere."""
    kind = np.zeros((rows, block.n), np.uint8)
    first = block.first + r0
    gone = np.flatnonzero(block.left_on < first + rows - 1)
    left = Spans(gone, block.left_on[gone] + 1, np.full(len(gone), first + rows))
    ranks = ((block.leaves, LEAVE), (block.exemptions, EXEMPT), (left, LEFT))
    for spans, what in ranks:
        row, person, _ = cells(spans, first, rows)
        kind[row, person] = what
    barred = None
    if len(gone) or len(block.exemptions):
        barred = (kind == EXEMPT) | (kind == LEFT)
    off = block.calendars[:, r0 : r0 + rows].astype(np.uint8) * OFF
    for r in range(rows):
        today = off[:, r]
        if (today == today[0]).all():
            if today[0]:
                kind[r] = today[0]
        else:
            np.maximum(kind[r], today[block.calendar_of], out=kind[r])
    return kind, barred


def latest_work_row(kind: Bits) -> NDArray[np.int16]:
    """[rows, people]: the row of the latest work day up to and including each day, -1 for none.

    >>> latest_work_row(np.array([[0], [4], [0]], np.uint8)).ravel().tolist()
    [0, 0, 2]
    """
    rows = np.arange(len(kind), dtype=np.int16)[:, None]
    found = np.where(kind == WORK, rows, np.int16(-1))
    return np.maximum.accumulate(found, axis=0, out=found)


def beginnings(kind: Bits, told: Ints) -> Ints:
    """The row where the days of each person begin, given the row of their earliest date (of start or first use; beyond
    the last row: not yet known about): that row, or the latest work day before it if it is an off or leave day."""
    rows = len(kind)
    begin = np.maximum(told, 0)
    later = np.flatnonzero((begin > 0) & (begin < rows))
    away = later[np.isin(kind[begin[later], later], (OFF, LEAVE))]
    if len(away):
        # nobody begins long before a date: the days around it are enough, all of them only for the rest
        earlier = latest_work_row(kind[: int(begin[away].max()) + 1, away])[begin[away], np.arange(len(away))]
        begin[away] = np.where(earlier >= 0, earlier, begin[away])
    return begin
