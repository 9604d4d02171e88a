"""The projector: takes committed events into the read model, exactly once, in the order of their positions."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple
from uuid import UUID

import sqlalchemy as sa
from eventsourcing.persistence import Notification
from sqlalchemy.engine import Connection

from adoptlog.domain.event import Event
from adoptlog.domain.facts import Corrected, Enrolled, Retracted, Unenrolled, UsageReported
from adoptlog.domain.follow_up import FollowUp
from adoptlog.domain.summary import Summary, fold
from adoptlog.domain.usage_reports import Cells, Feed, merge, no_cells
from adoptlog.errors import UnknownEvent
from adoptlog.projections import queries
from adoptlog.projections.presence import presence_of, write_presence
from adoptlog.projections.summaries import read_summary, write_summary
from adoptlog.projections.tables import ReadTables, read_tables
from adoptlog.projections.tiles import packed, stored_cells
from adoptlog.store import tables
from adoptlog.store.codec import EventMapper, naming
from adoptlog.store.database import Database, lock
from adoptlog.store.many import upsert
from adoptlog.store.recorder import EventRecorder
from adoptlog.store.sequencer import number_within

NAME = "read-model"
"""The projection's name in the tracking table; it is for ever."""

COMMON = "common"
"""What concerns everybody (programs, the company, who is enrolled in anything): at which position it changed last."""

_BATCH = 2_000
_IDS_PER_QUERY = 500
_ENROLLING = (Enrolled, Unenrolled, Retracted, Corrected)


class Standing(NamedTuple):
    """Up to which position events are taken in, and at which the last of them that concerns everybody was."""

    position: int
    common: int


class Projector:
    """Keeps one set of read tables up to date with the log."""

    def __init__(self, database: Database, recorder: EventRecorder, suffix: str = "") -> None:
        self.database = database
        self.recorder = recorder
        self.tables: ReadTables = read_tables(suffix)
        self._to_event = EventMapper().to_domain_event

    def catch_up(self) -> None:
        """Number what is committed and take in what is new; returns at once if nothing is."""
        with self.database.reading() as connection:
            if self.standing(connection) is not None:
                return
        self.take_in()

    def take_in(self) -> None:
        """The same for those who know that something is new."""
        while self.take_batch():
            pass

    def standing(self, connection: Connection) -> Standing | None:
        """Where the read model stands; None if something is committed that is not taken in."""
        row = connection.execute(queries.standing(self.tables, NAME, COMMON)).one()
        waits, last, position, common_at = row[0], *(number or 0 for number in row[1:])
        return None if waits or last != position else Standing(position, common_at)

    def take_batch(self) -> bool:
        """Take in one batch of events with the tracking position, in one transaction; whether there may be more."""
        with self.database.writing() as connection:
            lock(connection, "projector")
            return self.take_batch_within(connection)

    def take_in_within(self, connection: Connection) -> None:
        """Take in all that is new within the caller's transaction, which holds the projector's lock."""
        while self.take_batch_within(connection):
            pass

    def take_batch_within(self, connection: Connection) -> bool:
        """The same within the caller's transaction, which holds the projector's lock."""
        number_within(connection)
        after = self.position(connection)
        batch = self.recorder.select_notifications(after, _BATCH, inclusive_of_start=False, connection=connection)
        if batch:
            self.project(connection, batch)
            self._track(connection, batch[-1].id)
        return len(batch) == _BATCH

    def position(self, connection: Connection) -> int:
        """The position up to which events are taken in."""
        return position_of(connection, self.tables)

    def project(self, connection: Connection, notifications: Sequence[Notification]) -> None:
        """Take events in: summaries of people and of everything else, and tiles of use."""
        streams: dict[UUID, list[Event]] = {}
        for notification in notifications:
            event: Event = self._to_event(notification)
            streams.setdefault(event.originator_id, []).append(event)
        usage = self._usage_streams(connection, streams)
        position = notifications[-1].id
        touched = self._project_usage(connection, [event for id_ in usage for event in streams[id_]])
        self._note_changed_use(connection, touched, position)
        others = {id_: events for id_, events in streams.items() if id_ not in usage}
        people = self._people(connection, others)
        self._project_people(connection, {no: others[id_] for id_, no in people.items()}, position)
        rest = {id_: events for id_, events in others.items() if id_ not in people}
        follow_ups = self._follow_ups(connection, rest)
        self._project_summaries(connection, self.tables.follow_up, {id_: rest[id_] for id_ in follow_ups})
        shared = {id_: events for id_, events in rest.items() if id_ not in follow_ups}
        self._project_summaries(connection, self.tables.summary, shared)
        if shared or any(isinstance(event.fact, _ENROLLING) for id_ in people for event in others[id_]):
            self._track(connection, position, COMMON)

    def _usage_streams(self, connection: Connection, streams: dict[UUID, list[Event]]) -> list[UUID]:
        known = self.tables.usage_stream.c.originator_id
        retracting = [id_ for id_, events in streams.items() if all(isinstance(e.fact, Retracted) for e in events)]
        stored = set(_rows_of(connection, known, retracting))
        return [
            id_
            for id_, events in streams.items()
            if (id_,) in stored or any(isinstance(e.fact, UsageReported) for e in events)
        ]

    def _people(self, connection: Connection, ids: Iterable[UUID]) -> dict[UUID, int]:
        return dict(_rows_of(connection, tables.person.c.person_id, ids, tables.person.c.no))

    def _project_people(self, connection: Connection, people: dict[int, list[Event]], position: int) -> None:
        table = self.tables.person_summary
        stored = dict(_rows_of(connection, table.c.no, people, table.c.entries))
        rows = []
        for no, events in people.items():
            summary = fold(events, read_summary(stored[no]) if no in stored else Summary())
            presence = presence_of(summary)
            programs = "\n".join(sorted({name for name, _, _ in presence.enrolments})) or None
            written = {"entries": write_summary(summary), "presence": write_presence(presence)}
            rows.append({"no": no, "programs": programs, "position": position, **written})
        upsert(connection, table, rows)

    def _follow_ups(self, connection: Connection, streams: dict[UUID, list[Event]]) -> set[UUID]:
        known = self.tables.follow_up.c.originator_id
        mending = Retracted | Corrected
        retracting = [id_ for id_, events in streams.items() if all(isinstance(e.fact, mending) for e in events)]
        stored = {row[0] for row in _rows_of(connection, known, retracting)}
        raised = {id_ for id_, events in streams.items() if any(isinstance(e.fact, FollowUp.accepts) for e in events)}
        return stored | raised

    def _project_summaries(self, connection: Connection, table: sa.Table, streams: dict[UUID, list[Event]]) -> None:
        stored = dict(_rows_of(connection, table.c.originator_id, streams, table.c.entries))
        rows = []
        for id_, events in streams.items():
            summary = fold(events, read_summary(stored[id_]) if id_ in stored else Summary())
            rows.append({"originator_id": id_, "entries": write_summary(summary)})
        upsert(connection, table, rows)

    def _note_changed_use(self, connection: Connection, touched: Iterable[tuple[int, int, int]], position: int) -> None:
        """Which days of use changed last at which position: a checkpoint behind them no longer holds (ADR 9)."""
        days = sorted({(block, day) for block, _, day in touched})
        rows = [{"block": block, "day": day, "position": position} for block, day in days]
        upsert(connection, self.tables.changed_use, rows)

    def _project_usage(self, connection: Connection, events: Sequence[Event]) -> Iterable[tuple[int, int, int]]:
        if not events:
            return ()
        table, feeds = self.tables.tile, feeds_of(connection, self.tables)
        touched: dict[tuple[int, int, int], Cells] = {}
        for event in events:
            if isinstance(event.fact, Retracted):
                report = self._report(connection, event.originator_id, event.fact.version)
                key = self._key(connection, feeds, report)
                touched[key] = self._standing(connection, event, report)
            else:
                key = self._key(connection, feeds, event.fact)
                if key not in touched:
                    touched[key] = stored_cells(connection, self.tables, *key)
                try:
                    touched[key] = merge(touched[key], event.fact)
                except UnknownEvent as problem:
                    raise naming(event, problem) from problem
        rows = [
            dict(zip(("block", "feed", "day"), key, strict=True)) | packed(cells)._asdict()
            for key, cells in sorted(touched.items())
        ]
        upsert(connection, table, rows)
        versions = {event.originator_id: event.originator_version for event in events}
        upsert(
            connection,
            self.tables.usage_stream,
            [{"originator_id": id_, "version": version} for id_, version in versions.items()],
        )
        return touched.keys()

    def _report(self, connection: Connection, stream: UUID, version: int) -> UsageReported:
        stored = self.recorder.select_events(stream, gt=version - 1, lte=version, connection=connection)
        fact: UsageReported = self._to_event(stored[0]).fact
        return fact

    def _standing(self, connection: Connection, retraction: Event, report: UsageReported) -> Cells:
        """The cells of a day from the reports that stand after a retraction."""
        stream, version = retraction.originator_id, retraction.originator_version
        events = [self._to_event(s) for s in self.recorder.select_events(stream, lte=version, connection=connection)]
        retracted = {event.fact.version for event in events if isinstance(event.fact, Retracted)}
        cells = no_cells()
        for event in events:
            same_day = isinstance(event.fact, UsageReported) and event.fact.on == report.on
            if same_day and event.originator_version not in retracted:
                cells = merge(cells, event.fact)
        return cells

    def _key(self, connection: Connection, feeds: dict[Feed, int], report: UsageReported) -> tuple[int, int, int]:
        feed = Feed(report.tool, report.use_case, report.evidence, report.in_training)
        if feed not in feeds:
            feeds[feed] = len(feeds) + 1
            row = {"tool": feed.tool, "use_case": feed.use_case, "evidence": feed.evidence}
            connection.execute(self.tables.feed.insert().values(id=feeds[feed], in_training=feed.in_training, **row))
        return report.block, feeds[feed], report.on.toordinal()

    def _track(self, connection: Connection, position: int, name: str = NAME) -> None:
        upsert(connection, self.tables.tracking, [{"name": name, "position": position}])


def position_of(connection: Connection, read: ReadTables) -> int:
    """The position up to which events are in some read tables."""
    return connection.scalar(queries.tracked(read, NAME)) or 0


def feeds_of(connection: Connection, read: ReadTables) -> dict[Feed, int]:
    """The feeds seen so far and their numbers in the read model."""
    return {Feed(*row[:4]): row[4] for row in connection.execute(queries.feeds(read))}


def _rows_of(
    connection: Connection, key: "sa.Column[Any]", keys: Iterable[Any], *columns: "sa.Column[Any]"
) -> Iterable[Any]:
    """Of those keys that a table has: the key, and what else is wanted of its row."""
    wanted = list(keys)
    for start in range(0, len(wanted), _IDS_PER_QUERY):
        yield from connection.execute(queries.rows_of(key, *columns), {"keys": wanted[start : start + _IDS_PER_QUERY]})
