"""Facts that reach back: dated after a day, yet about days up to it. Whom they concern is folded from the beginning."""

from __future__ import annotations

from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .block import NEVER, Block, Bools, pack, unpack
from .build import waiting_before
from .kinds import LEAVE, OFF, WORK, kinds, latest_work_row

_WEEK = 7


def reaches_back(block: Block, after: date, until: date | None = None) -> NDArray[np.intp]:
    """The people for whom a fact dated after `after` (by `until`, by default the block's last day) touches days up to
    it, in ascending order; now and then somebody too many, never one too few. The block need only hold the days after.

    >>> from adoptlog.habit import History, Use, block_of
    >>> weekend = History(used={date(2026, 1, 10): Use()}, is_off=lambda on: on.weekday() >= 5)
    >>> block = block_of([weekend], date(2026, 1, 10), date(2026, 1, 12))
    >>> reaches_back(block, date(2026, 1, 9)).tolist()
    [0]
    """
    line = after.toordinal()
    last = block.last if until is None else min(block.last, until.toordinal())
    first = max(line + 1, block.first)
    if first > last:
        return np.zeros(0, np.intp)
    found = _credited_before(block, first, last)
    found[_beginning_before(block, first)] = True
    found[_active_before(block, first, last)] = True
    for person, told_on, touches in (
        (block.self_reports.person, block.self_reports.held_on, block.self_reports.held_on - (_WEEK - 1)),
        (block.aggregates.person, block.aggregates.last, block.aggregates.first),
    ):
        found[person[(told_on > line) & (told_on <= last) & (touches <= line)]] = True
    found[_snapshots_before(block, line, last)] = True
    return np.flatnonzero(found)


def _credited_before(block: Block, first: int, last: int) -> Bools:
    """Whose use on off or leave days counts for a work day before `first`."""
    r0, rows = first - block.first, last - first + 1
    kind, barred = kinds(block, r0, rows)
    own = block.used[r0 : r0 + rows]
    if barred is not None:
        own = own & ~pack(barred)
    return unpack(waiting_before(own, pack(kind == WORK)), block.n)


def _beginning_before(block: Block, first: int) -> NDArray[np.intp]:
    """Who starts on an off or leave day before the first new work day: their days begin before `first`."""
    new = np.flatnonzero((block.start >= first) & (block.start <= block.last))
    return new[_before_any_work(block, new, block.start[new], first)]


def _active_before(block: Block, first: int, last: int) -> NDArray[np.int32]:
    """Whose newer snapshots speak of use that counts for a work day before `first`."""
    told = block.snapshots
    new = (told.reported_on >= first) & (told.reported_on <= last)
    new &= (told.last_active_on >= first) & (told.last_active_on <= last)
    person, on = told.person[new], told.last_active_on[new]
    return person[_before_any_work(block, person, on, first)]


def _before_any_work(block: Block, person: NDArray[Any], on: NDArray[np.int32], first: int) -> Bools:
    """Whether a date of a person is an off or leave day, with no work day from `first` to it."""
    if not len(person):
        return np.zeros(0, np.bool_)
    people, column = np.unique(person, return_inverse=True)
    kind, _ = kinds(block.take(people), first - block.first, int(on.max()) - first + 1)
    row = on - first
    at = kind[row, column]
    away = (at == OFF) | (at == LEAVE)
    found: Bools = away & (latest_work_row(kind)[row, column] < 0)
    return found


def _snapshots_before(block: Block, line: int, last: int) -> NDArray[np.int32]:
    """Whose newer snapshots say something about days up to `line` that an older one did not say already."""
    told = block.snapshots
    newer = (told.reported_on > line) & (told.reported_on <= last)
    back = newer & ((told.last_active_on <= line) | (told.last_active_on == NEVER))
    if not back.any():
        return np.zeros(0, np.int32)
    older = told.reported_on == line
    known = _keyed(told.person[older], told.last_active_on[older])
    people: NDArray[np.int32] = told.person[back][~np.isin(_keyed(told.person[back], told.last_active_on[back]), known)]
    return people


def _keyed(person: NDArray[np.int32], on: NDArray[np.int32]) -> NDArray[np.int64]:
    return person.astype(np.int64) << 32 | on
