"""From facts to days for many people: a block becomes a day matrix (HABIT_MODEL.md, "From facts to days").

Rows of use are handled as bits, a whole day of everybody at a time. What only few people have (observers' rows,
self-reports, aggregates, snapshots) is worked out for these people alone, in `graded`.
"""

from __future__ import annotations

from collections.abc import Iterable

import attrs
import numpy as np

from .block import NEVER, Bits, Block, Bools, Ints, pack, unpack
from .graded import graded_days
from .kinds import BEFORE, WORK, beginnings, kinds
from .matrix import DayMatrix

_PLANES = ("used", "logged", "core", "peripheral")


@attrs.define
class Rows:
    """What the rows of a block say, credited to work days; planes are bits [days, n]."""

    work: Bits
    used: Bits
    by_log: Bits
    known: Bits
    logged: Bits
    core: Bits | None
    peripheral: Bits | None
    own: Bits
    """Use on its own date, whatever its kind, after leaving and while exempt apart."""


def build(block: Block, first: int, last: int, begun: Bools | None = None) -> DayMatrix:
    """The days `first` … `last` (ordinals within the block) of everybody, from the facts dated by `last`.

    `begun` says whose days have begun before `first`; without it, the block is read from its beginning.
    """
    r0, rows = first - block.first, last - first + 1
    kind, barred = kinds(block, r0, rows)
    told = _rows_of_block(block, kind, barred, r0)
    graded, known, used, logged, seen = graded_days(block, first, kind, barred, told.known, told.used, told.logged)
    extremes = _extremes(told.own, block.n)
    begin = _begin(block, first, last, kind, np.minimum(extremes[0], seen))
    if begun is not None:
        begin[begun] = 0
    work = told.work
    if begin.any():
        kind[: begin.max()][np.arange(begin.max())[:, None] < begin] = BEFORE
        work = pack(kind == WORK)
        known, used, logged = known & work, used & work, logged & work
    if len(block.exemptions):
        extremes = _extremes(_before_leaving(block, r0, rows), block.n)
    dates = _own_dates(block, first, rows, extremes)
    return DayMatrix(
        n=block.n, first=first, kind=kind, begin=begin, work=work, known=known, used=used, logged=logged,
        core=told.core, peripheral=told.peripheral, graded=graded, first_used=dates[0], last_used=dates[1],
    )  # fmt: skip


def _rows_of_block(block: Block, kind: Bits, barred: Bools | None, r0: int) -> Rows:
    """Read the planes: use is carried back to work days, a covered day without a row is known."""
    rows = slice(r0, r0 + len(kind))
    work = pack(kind == WORK)
    own = block.used[rows]
    if barred is not None:
        own = own & ~pack(barred)
    by_observer = None if block.observed is None else block.observed[rows]
    logs = own if by_observer is None else own & ~by_observer
    used = carry_back(own, work)
    by_log = used if by_observer is None else carry_back(logs, work)
    silent = work * block.covered[rows, None]  # known not to have used it, if there is no row of use
    known, logged = used | silent, by_log | (silent & ~used)
    if block.reported is not None:
        reported = block.reported[rows] & work
        known = known | reported
        logged = logged | ((reported if by_observer is None else reported & ~by_observer) & ~used)
    core = None if block.core is None else carry_back(own & block.core[rows], work)
    peripheral = None if block.peripheral is None else carry_back(own & block.peripheral[rows], work)
    return Rows(work, used, by_log, known, logged, core, peripheral, own)


def carry_back(plane: Bits, work: Bits) -> Bits:
    """Use on days that are no work days counts for the latest earlier work day.

    >>> carry_back(np.array([[0], [0], [1]], np.uint8), np.array([[1], [1], [0]], np.uint8)).ravel().tolist()
    [0, 1, 0]
    """
    carried = np.empty_like(plane)
    waiting = np.zeros(plane.shape[1], np.uint8)
    for r in range(len(plane) - 1, -1, -1):
        waiting |= plane[r]
        np.bitwise_and(waiting, work[r], out=carried[r])
        waiting &= ~work[r]
    return carried


def waiting_before(plane: Bits, work: Bits) -> Bits:
    """Whose use counts for a work day before the first row (one plane row)."""
    waiting = np.zeros(plane.shape[1], np.uint8)
    for r in range(len(plane) - 1, -1, -1):
        waiting = (waiting | plane[r]) & ~work[r]
    return waiting


def _extremes(plane: Bits, n: int) -> tuple[Ints, Ints]:
    """First and last row with a bit, per person; NEVER and -1 for none.

    >>> _extremes(np.array([[1], [3], [0]], np.uint8), 3)[1].tolist()
    [1, 1, -1]
    """
    down = range(len(plane))
    return _earliest(plane, down, n, NEVER), _earliest(plane, reversed(down), n, -1)


def _earliest(plane: Bits, order: Iterable[int], n: int, without: int) -> Ints:
    """The first row with a bit in an order of rows, per person. After a few rows, few are still looked for."""
    found = np.full(n, without, np.int32)
    seen = np.zeros(plane.shape[1], np.uint8)
    for r in order:
        new = plane[r] & ~seen
        if new.any():
            found[unpack(new, n)] = r
            seen |= new
    return found


def _begin(block: Block, first: int, last: int, kind: Bits, first_use: Ints) -> Ints:
    """The row where everybody's days begin; the number of rows for those who have not begun by `last`."""
    rows = len(kind)
    start = np.where(block.start == NEVER, NEVER, block.start - first)
    told = np.minimum(start, first_use)
    begin = np.minimum(beginnings(kind, told), rows)
    ahead = np.flatnonzero((begin >= rows) & (start >= rows) & (block.start <= block.last))
    if len(ahead):  # the start is after `last`, but the work day before it may not be
        until, _ = kinds(block.take(ahead), first - block.first, block.last - first + 1)
        begin[ahead] = np.minimum(beginnings(until, start[ahead]), rows)
    return begin


def _before_leaving(block: Block, r0: int, rows: int) -> Bits:
    """Use in some rows on its own date, after leaving apart (while exempt not)."""
    plane, first = block.used[r0 : r0 + rows], block.first + r0
    gone = np.flatnonzero(block.left_on < first + rows - 1)
    if len(gone):
        after = np.zeros((rows, block.n), np.bool_)
        after[:, gone] = np.arange(first, first + rows)[:, None] > block.left_on[gone]
        plane = plane & ~pack(after)
    return plane


def _own_dates(block: Block, first: int, rows: int, extremes: tuple[Ints, Ints]) -> tuple[Ints, Ints]:
    """First and last own date of use, by rows of use (their first and last) and by snapshots told in these days."""
    first_row, last_row = extremes
    snapshots = block.snapshots
    first_on = np.where(first_row == NEVER, NEVER, first_row + first).astype(np.int32)
    last_on = np.where(last_row < 0, 0, last_row + first).astype(np.int32)
    x = snapshots.last_active_on
    told = (snapshots.reported_on >= first) & (snapshots.reported_on < first + rows) & (x != NEVER)
    told &= x <= block.left_on[snapshots.person]
    np.minimum.at(first_on, snapshots.person[told], x[told])
    np.maximum.at(last_on, snapshots.person[told], x[told])
    return first_on, last_on
