"""Events in and out of the event table: the recorder of the eventsourcing library over SQLAlchemy Core."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from eventsourcing.persistence import (
    ApplicationRecorder,
    IntegrityError,
    Notification,
    StoredEvent,
    Subscription,
)
from sqlalchemy import exc
from sqlalchemy.engine import Connection

from adoptlog.errors import UnknownEvent
from adoptlog.store import tables
from adoptlog.store.database import Database
from adoptlog.store.sequencer import number

_event, _log = tables.event, tables.log
_VERSION = ("originator_id", "originator_version")
_IDS_PER_QUERY = 500


def _stored() -> "sa.Select[*tuple[Any, ...]]":
    return sa.select(_event.c.originator_id, _event.c.originator_version, _event.c.topic, _event.c.state)


# Made once: to make a statement takes SQLAlchemy several times as long as to execute it.
_INSERT, _INSERT_KEYS = _event.insert(), tables.inbox.insert()
_STREAMS = (
    _stored()
    .where(_event.c.originator_id.in_(sa.bindparam("ids", expanding=True)))
    .order_by(_event.c.originator_id, _event.c.originator_version)
)
_NOTIFICATIONS = (
    _stored()
    .add_columns(_log.c.position)
    .join_from(_log, _event, _log.c.event_id == _event.c.id)
    .where(_log.c.position >= sa.bindparam("start"))
    .order_by(_log.c.position)
    .limit(sa.bindparam("limit"))
)


class EventRecorder(ApplicationRecorder):
    """Appends events without a position; whoever reads the notifications first numbers what has been committed.

    Each method takes `connection`, the transaction to work in; without one it opens its own.
    """

    def __init__(self, database: Database) -> None:
        self.database = database

    def insert_events(
        self,
        stored_events: Sequence[StoredEvent],
        *,
        connection: Connection | None = None,
        import_id: int | None = None,
        **kwargs: Any,
    ) -> Sequence[int] | None:
        """Append events. Raises `IntegrityError` when another writer was first at one of the versions."""
        if not stored_events:
            return None
        rows = [
            {
                "originator_id": stored.originator_id,
                "originator_version": stored.originator_version,
                "topic": stored.topic,
                "state": stored.state,
                "import_id": import_id,
            }
            for stored in stored_events
        ]
        try:
            with self._within(connection) as connected:
                connected.execute(_INSERT, rows)
                connected.execute(_INSERT_KEYS, [{name: row[name] for name in _VERSION} for row in rows])
        except exc.IntegrityError as conflict:
            raise IntegrityError(str(conflict.orig)) from conflict
        return None

    def select_events(
        self,
        originator_id: UUID | str,
        *,
        gt: int | None = None,
        lte: int | None = None,
        desc: bool = False,
        limit: int | None = None,
        connection: Connection | None = None,
    ) -> Sequence[StoredEvent]:
        version = _event.c.originator_version
        query = _stored().where(_event.c.originator_id == originator_id)
        if gt is not None:
            query = query.where(version > gt)
        if lte is not None:
            query = query.where(version <= lte)
        query = query.order_by(version.desc() if desc else version).limit(limit)
        with self._within(connection, write=False) as connected:
            return [StoredEvent(*row) for row in _read(connected.execute(query))]

    def select_streams(self, originator_ids: Iterable[UUID], connection: Connection) -> Iterator[StoredEvent]:
        """The events of many streams, stream by stream, in few queries."""
        ids = list(originator_ids)
        for start in range(0, len(ids), _IDS_PER_QUERY):
            some = {"ids": ids[start : start + _IDS_PER_QUERY]}
            yield from (StoredEvent(*row) for row in _read(connection.execute(_STREAMS, some)))

    def select_notifications(
        self,
        start: int | None,
        limit: int,
        stop: int | None = None,
        topics: Sequence[str] = (),
        *,
        inclusive_of_start: bool = True,
        connection: Connection | None = None,
    ) -> Sequence[Notification]:
        if connection is None:
            number(self.database)
        query = _NOTIFICATIONS
        if stop is not None:
            query = query.where(_log.c.position <= stop)
        if topics:
            query = query.where(_event.c.topic.in_(topics))
        first = 0 if start is None else start if inclusive_of_start else start + 1
        with self._within(connection, write=False) as connected:
            rows = connected.execute(query, {"start": first, "limit": limit})
            return [Notification(*row) for row in _read(rows)]

    def max_notification_id(self) -> int | None:
        number(self.database)
        with self.database.reading() as connection:
            last: int | None = connection.scalar(sa.select(sa.func.max(_log.c.position)))
            return last

    def subscribe(self, gt: int | None = None, topics: Sequence[str] = ()) -> Subscription[ApplicationRecorder]:
        raise NotImplementedError("adoptlog is read by pulling: use select_notifications")

    @contextmanager
    def _within(self, connection: Connection | None, write: bool = True) -> Iterator[Connection]:
        if connection is not None:
            yield connection
            return
        with self.database.writing() if write else self.database.reading() as own:
            yield own


def _read(result: "sa.CursorResult[Any]") -> Iterator[Any]:
    """Rows of a result; one whose id is none is told as such, not as a failure of a library."""
    try:
        yield from result
    except (ValueError, TypeError, AttributeError) as problem:
        raise UnknownEvent(
            "an event cannot be read, its row was changed ({problem}): `adoptlog verify` names it", problem=problem
        ) from problem
