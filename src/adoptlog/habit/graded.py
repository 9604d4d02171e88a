"""Days of graded evidence: fractions of use, and evidence that is no log (HABIT_MODEL.md, "A work day").

Only the people who have any are looked at. Facts are laid on a sheet of days and people, one kind after the other,
the better later; what rows of use or coverage say stands above all of them.
"""

from __future__ import annotations

import attrs
import numpy as np
from numpy.typing import NDArray

from .block import NEVER, Bits, Block, Bools, Floats, Ints, Spans, pack, unpack
from .history import Evidence
from .kinds import OFF, WORK, cells, latest_work_row
from .matrix import Graded

_WEEK = 7
_LOG, _OBSERVED = np.uint8(Evidence.LOG), np.uint8(Evidence.OBSERVED)


@attrs.define
class Sheet:
    """Days [rows, m] of the people who have facts of their own."""

    first: int
    work: Bools
    counts: Bools
    """Where use counts: not after leaving, not while exempt."""
    use: Floats
    said: Bools
    evidence: Bits

    def lay(self, spans: Spans, amount: Floats | None, evidence: Evidence) -> None:
        """Spread amounts over the work days of spans; None: use 0. Later spans cover earlier ones."""
        row, column, span = cells(spans, self.first, len(self.work))
        keep = self.work[row, column]
        row, column, span = row[keep], column[keep], span[keep]
        use = np.zeros(len(row))
        if amount is not None:
            use = np.minimum(1.0, amount[span] / np.bincount(span, minlength=len(amount))[span])
        self.use[row, column], self.said[row, column], self.evidence[row, column] = use, True, evidence


def graded_days(
    block: Block, first: int, kind: Bits, barred: Bools | None, known: Bits, used: Bits, logged: Bits
) -> tuple[Graded | None, Bits, Bits, Bits, Ints]:
    """The graded people, the planes with what is said about them, and the first row of use by snapshots."""
    n, rows = block.n, len(kind)
    seen = np.full(n, NEVER, np.int32)
    told = _told(block, first, first + rows - 1)
    others = np.bitwise_or.reduce(known & ~logged, axis=0) if rows else known.sum(axis=0, dtype=np.uint8)
    person = np.union1d(told, np.flatnonzero(unpack(others, n)))
    if not len(person):
        return None, known, used, logged, seen
    sheet = _sheet(first, kind, barred, person)
    if len(told):
        place = np.zeros(n, np.int32)
        place[person] = np.arange(len(person))
        _lay(block, sheet, place, person, seen)
    mine, mine_used, mine_logged = (_columns(plane, person) for plane in (known, used, logged))
    extra = sheet.said & ~mine
    use = np.where(mine, mine_used, np.where(extra, sheet.use, 0.0))
    evidence = np.where(mine, np.where(mine_logged, _LOG, _OBSERVED), sheet.evidence)
    if extra.any():
        known, used = _with(known, extra, person, n), _with(used, extra & (sheet.use > 0), person, n)
    keep = ((evidence != _LOG) & (mine | extra)).any(axis=0)
    return Graded(person=person[keep], use=use[:, keep], evidence=evidence[:, keep]), known, used, logged, seen


def _told(block: Block, first: int, last: int) -> NDArray[np.intp]:
    """Who has a fact of their own dated `first` … `last`."""
    facts = (
        (block.self_reports.person, block.self_reports.held_on),
        (block.aggregates.person, block.aggregates.last),
        (block.snapshots.person, block.snapshots.reported_on),
    )
    people = [person[(on >= first) & (on <= last)] for person, on in facts]
    return np.unique(np.concatenate(people)).astype(np.intp)


def _sheet(first: int, kind: Bits, barred: Bools | None, person: NDArray[np.intp]) -> Sheet:
    work = kind[:, person] == WORK
    counts = np.ones(work.shape, np.bool_) if barred is None else ~barred[:, person]
    said = np.zeros(work.shape, np.bool_)
    return Sheet(first, work, counts, np.zeros(work.shape), said, np.zeros(work.shape, np.uint8))


def _lay(block: Block, sheet: Sheet, place: Ints, person: NDArray[np.intp], seen: Ints) -> None:
    """Lay the facts on the sheet in the order of their worth; the first row of use by snapshots goes to `seen`."""
    first, last = sheet.first, sheet.first + len(sheet.work) - 1
    reports = block.self_reports
    rows = np.lexsort((reports.days, reports.held_on))
    reports = reports.where(rows[(reports.held_on[rows] >= first) & (reports.held_on[rows] <= last)])
    weeks = Spans(place[reports.person], reports.held_on - (_WEEK - 1), reports.held_on)
    sheet.lay(weeks, reports.days, Evidence.CHECKIN)
    periods = block.aggregates
    rows = np.lexsort((periods.active_days, periods.first, periods.last))
    periods = periods.where(rows[(periods.last[rows] >= first) & (periods.last[rows] <= last)])
    spans = Spans(place[periods.person], periods.first, periods.last)
    sheet.lay(spans, periods.active_days, Evidence.AGGREGATE)
    _snapshots(block, sheet, place, person, seen)


def _snapshots(block: Block, sheet: Sheet, place: Ints, person: NDArray[np.intp], seen: Ints) -> None:
    """Snapshots: "last active on x, as reported on y": unused after x up to y, used at x."""
    first, last = sheet.first, sheet.first + len(sheet.work) - 1
    snapshots = block.snapshots
    told = snapshots.where((snapshots.reported_on >= first) & (snapshots.reported_on <= last))
    if not len(told):
        return
    since = np.where(told.last_active_on == NEVER, first, told.last_active_on + 1)
    sheet.lay(Spans(place[told.person], since, told.reported_on), None, Evidence.AGGREGATE)
    told = told.where((told.last_active_on != NEVER) & (told.last_active_on >= first))
    row, column = told.last_active_on - first, place[told.person]
    keep = sheet.counts[row, column]
    row, column = row[keep], column[keep]
    np.minimum.at(seen, person[column], row)
    credited = latest_work_row(np.where(sheet.work, WORK, OFF).astype(np.uint8))[row, column]
    cell = credited[credited >= 0], column[credited >= 0]
    sheet.use[cell], sheet.said[cell], sheet.evidence[cell] = 1.0, True, Evidence.AGGREGATE


def _columns(plane: Bits, person: NDArray[np.intp]) -> Bools:
    """Some people of a plane, unpacked."""
    bits = plane[:, person >> 3] >> (person & 7).astype(np.uint8) & 1
    return bits.view(np.bool_)


def _with(plane: Bits, bools: Bools, person: NDArray[np.intp], n: int) -> Bits:
    """The plane with some bits of some people set as well."""
    full = np.zeros((len(plane), n), np.bool_)
    full[:, person] = bools
    return plane | pack(full)
