"""Rows of use, taken in as arrays: what is more than what stands becomes one event per feed, day and block."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

import numpy as np
import numpy.typing as npt
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from adoptlog.domain.event import Event
from adoptlog.domain.facts import ToolUsed
from adoptlog.domain.identifiers import usage_id
from adoptlog.domain.stream import Circumstances
from adoptlog.domain.usage_reports import BLOCK, Cells, Feed, UsageReports
from adoptlog.intake.usage_rows import Ints, UsageRows
from adoptlog.projections import queries
from adoptlog.projections.projector import feeds_of
from adoptlog.projections.tables import ReadTables
from adoptlog.projections.tiles import stored_cells
from adoptlog.store import tables
from adoptlog.store.codec import EventMapper
from adoptlog.store.recorder import EventRecorder

_BITS_OF_A_PLACE, _BITS_OF_A_DAY = 13, 22


class Taken(NamedTuple):
    """What became of the rows: the records that said something new, and the days that were known already."""

    events: list[Event]
    new: npt.NDArray[np.bool_]
    duplicates: set[tuple[UUID, int]]


class UsageIntake:
    """Compares rows with what stands, stream by stream, within one transaction."""

    def __init__(self, connection: Connection, recorder: EventRecorder, read: ReadTables) -> None:
        self._connection = connection
        self._recorder = recorder
        self._read = read
        self._to_event = EventMapper().to_domain_event

    def take(self, rows: UsageRows, records: int, at: Circumstances) -> Taken:
        """Record the rows of a batch of `records` source records."""
        record, key, cells, feeds = _cells(rows)
        order = np.argsort(key, kind="stable")  # of equal keys the rows stay in the order of their records
        record, key, cells = record[order], key[order], cells[order]
        tile_key = key >> _BITS_OF_A_PLACE
        cuts = np.flatnonzero(np.r_[True, tile_key[1:] != tile_key[:-1], True])
        streams = self._streams(tile_key[cuts[:-1]], feeds)
        new = np.zeros(records, np.bool_)
        duplicates: set[tuple[UUID, int]] = set()
        for start, end in zip(cuts[:-1].tolist(), cuts[1:].tolist(), strict=True):
            block, feed, day = _parts(int(tile_key[start]), feeds)
            on = date.fromordinal(day)
            reports = streams[usage_id(feed, on, block)]
            places = (key[start:end] & (BLOCK - 1)).astype(np.int64)
            raises = _raises(places, cells[start:end], reports.cells(on)[places])
            new[record[start:end][raises]] = True
            if not raises.all():
                duplicates.add((reports.id, day))
            last = np.r_[places[1:] != places[:-1], True]
            largest = np.maximum.reduceat(cells[start:end], np.flatnonzero(np.r_[True, last[:-1]]))
            reports.report(feed, block, on, places[last], largest.astype(np.uint32), at)
        events = [event for stream in streams.values() for event in stream.collect_events()]
        return Taken(events, new, duplicates)

    def _streams(self, tile_keys: Ints, feeds: Sequence[Feed]) -> dict[UUID, UsageReports]:
        """The aggregates of these tiles, as the read model has them plus what it has not taken in yet."""
        numbers = feeds_of(self._connection, self._read)
        ids: dict[UUID, tuple[Feed, int]] = {}
        for tile_key in tile_keys.tolist():
            block, feed, day = _parts(tile_key, feeds)
            ids[usage_id(feed, date.fromordinal(day), block)] = (feed, block)
        projected, written = self._versions(list(ids))
        streams: dict[UUID, UsageReports] = {}
        for id_, (feed, block) in ids.items():
            load = self._loader(block, numbers.get(feed))
            streams[id_] = UsageReports(id_, projected.get(id_, 0), load)
            if written.get(id_, 0) > projected.get(id_, 0):
                for stored in self._recorder.select_events(id_, gt=projected.get(id_, 0), connection=self._connection):
                    streams[id_].apply(self._to_event(stored))
        return streams

    def _loader(self, block: int, feed: int | None) -> Callable[[date], Cells] | None:
        if feed is None:
            return None
        return lambda on: stored_cells(self._connection, self._read, block, feed, on.toordinal())

    def _versions(self, ids: list[UUID]) -> tuple[dict[Any, int], dict[Any, int]]:
        stored = self._read.usage_stream.c
        projections = queries.rows_of(stored.originator_id, stored.version)
        projected: dict[Any, int] = {}
        written: dict[Any, int] = {}
        for start in range(0, len(ids), 500):
            some = {"keys": ids[start : start + 500]}
            projected.update((row[0], row[1]) for row in self._connection.execute(projections, some))
            written.update((row[0], row[1]) for row in self._connection.execute(_WRITTEN, some))
        return projected, written


_event = tables.event.c
_WRITTEN = (
    sa.select(_event.originator_id, sa.func.max(_event.originator_version))
    .where(_event.originator_id.in_(sa.bindparam("keys", expanding=True)))
    .group_by(_event.originator_id)
)


class _Meanings(NamedTuple):
    """What facts say, one element per fact and use case: feed, day and cell; those of fact i begin at `first[i]`."""

    first: Ints
    use_cases: Ints
    feed: Ints
    day: Ints
    cell: Ints


def _meanings(facts: Sequence[ToolUsed]) -> tuple[_Meanings, list[Feed]]:
    feeds: dict[Feed, int] = {}
    said: list[tuple[int, int, int]] = []
    first = []
    for fact in facts:
        first.append(len(said))
        for use_case in dict.fromkeys(fact.use_cases or ("",)):
            feed = Feed(fact.tool, use_case, fact.evidence, fact.in_training)
            said.append((feeds.setdefault(feed, len(feeds)), fact.on.toordinal(), fact.count + 1))
    begins = np.array([*first, len(said)], np.int64)
    return _Meanings(begins[:-1], np.diff(begins), *np.array(said, np.int64).T), list(feeds)


def _cells(rows: UsageRows) -> tuple[Ints, Ints, Ints, list[Feed]]:
    """The rows as arrays, one element per use case: record, key (block, feed, day, place), cell; and the feeds."""
    meanings, feeds = _meanings(rows.facts)
    times = meanings.use_cases[rows.fact]
    nth = np.arange(times.sum()) - np.repeat(np.cumsum(times) - times, times)
    says = np.repeat(meanings.first[rows.fact], times) + nth
    no = np.repeat(rows.no, times)
    key = no // BLOCK * len(feeds) + meanings.feed[says]
    key = (key << _BITS_OF_A_DAY | meanings.day[says]) << _BITS_OF_A_PLACE | no % BLOCK
    return np.repeat(rows.record, times), key, meanings.cell[says], feeds


def _parts(tile_key: int, feeds: Sequence[Feed]) -> tuple[int, Feed, int]:
    rest, day = divmod(tile_key, 1 << _BITS_OF_A_DAY)
    block, feed = divmod(rest, len(feeds))
    return block, feeds[feed], day


def _raises(places: Ints, cells: Ints, standing: Cells) -> npt.NDArray[np.bool_]:
    """Which rows say more than what stood before them, in the order they came; `places` are sorted."""
    group = np.cumsum(np.r_[False, places[1:] != places[:-1]]) << 33
    highest = np.maximum.accumulate(group + cells)
    before = np.r_[np.int64(-1), highest[:-1]]
    raises: npt.NDArray[np.bool_] = group + cells > np.maximum(before, group + standing.astype(np.int64))
    return raises
