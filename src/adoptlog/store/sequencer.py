"""Positions: given after commit, gapless, by whoever reads first (ADR 2).

A number taken at insert lets a reader skip what commits late; a lock makes everybody wait for a host's long
transaction. So an event gets its position, and the time from which it counts as known, once it is committed.
"""

import time

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from adoptlog.store import tables
from adoptlog.store.database import Database, lock

_inbox, _event, _log = tables.inbox, tables.event, tables.log


def number(database: Database) -> None:
    """Give positions to all events that are committed and have none."""
    with database.reading() as connection:
        if not waiting(connection):
            return
    with database.writing() as connection:
        number_within(connection)


def waiting(connection: Connection) -> bool:
    """Whether there are committed events without a position."""
    return connection.scalar(sa.select(_inbox.c.originator_version).limit(1)) is not None


def some_wait() -> "sa.Exists":
    """Part of a query: whether there are committed events without a position."""
    return sa.select(_inbox.c.originator_version).exists()


def last_position() -> "sa.ScalarSelect[int]":
    """Part of a query: the last position given, none before the first."""
    return sa.select(sa.func.max(_log.c.position)).scalar_subquery()


def number_within(connection: Connection) -> None:
    """Number in the caller's own short transaction."""
    lock(connection, "sequencer")
    last, known_since = connection.execute(_LAST).one_or_none() or (0, 0)
    given = {"last": last, "now": max(time.time_ns() // 1000, known_since)}
    if connection.dialect.name == "postgresql":
        connection.execute(_NUMBER_TAKEN, given)
    else:
        connection.execute(_NUMBER_INBOX, given)
        connection.execute(_EMPTY_INBOX)


def _positions(taken: sa.FromClause) -> sa.Insert:
    same = sa.and_(
        _event.c.originator_id == taken.c.originator_id, _event.c.originator_version == taken.c.originator_version
    )
    last, now = (sa.bindparam(name, type_=sa.BigInteger) for name in ("last", "now"))
    position = sa.func.row_number().over(order_by=_event.c.id) + last
    rows = sa.select(position, _event.c.id, now).join_from(taken, _event, same)
    return _log.insert().from_select(["position", "event_id", "sequenced_at"], rows)


# Made once: to make a statement takes SQLAlchemy several times as long as to execute it.
_LAST = sa.select(_log.c.position, _log.c.sequenced_at).order_by(_log.c.position.desc()).limit(1)
_EMPTY_INBOX = sa.delete(_inbox)
_NUMBER_INBOX = _positions(_inbox)
_NUMBER_TAKEN = _positions(_EMPTY_INBOX.returning(_inbox.c.originator_id, _inbox.c.originator_version).cte("taken"))


def position_at(connection: Connection, known_at: int | None) -> int:
    """The last position that was known at a time (microseconds since 1970; None: now)."""
    query = sa.select(_log.c.position).order_by(_log.c.position.desc()).limit(1)
    if known_at is not None:
        query = query.where(_log.c.sequenced_at <= known_at)
    return connection.scalar(query) or 0
