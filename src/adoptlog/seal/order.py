"""What can be checked of the log without any seal: its own order."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

import attrs
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from adoptlog.errors import UnknownEvent
from adoptlog.messages import Message
from adoptlog.seal.events import Rows
from adoptlog.store import tables
from adoptlog.store.codec import decode

_event, _log, _inbox = tables.event, tables.log, tables.inbox


@attrs.define
class Watch:
    """Looks at rows as they are walked over: does time go on, and can what is not sealed be read?"""

    sealed: int
    """Up to this position a seal says whether an event is the one recorded; behind it, only its form can be checked."""
    events: int = 0
    """How many there were."""
    backwards: list[int] = attrs.field(factory=list)
    unreadable: list[tuple[int, str]] = attrs.field(factory=list)
    _known_since: int = 0

    def __call__(self, rows: Rows) -> None:
        times = [row[1] for row in rows]
        self.events += sum(row[2] is not None for row in rows)
        if not self._go_on(times):
            self._find_backwards(rows)
        if rows[-1][0] > self.sealed:
            self._read([row for row in rows if row[0] > self.sealed])

    def _go_on(self, times: list[Any]) -> bool:
        """Whether times go on from those before: quick, because almost always they do."""
        if set(map(type, times)) != {int} or times[0] < self._known_since or times != sorted(times):
            return False
        self._known_since = times[-1]
        return True

    def _find_backwards(self, rows: Rows) -> None:
        for row in rows:
            if isinstance(row[1], int) and row[1] >= self._known_since:
                self._known_since = row[1]
            else:
                self.backwards.append(row[0])

    def _read(self, rows: Rows) -> None:
        for position, _, id_, version, topic, state in rows:
            if id_ is None:
                continue
            try:
                decode(topic, state)
            except UnknownEvent as problem:
                self.unreadable.append((position, problem.message))
            except (TypeError, ValueError, AttributeError) as problem:
                text = "{version!r} of {stream!r} cannot be read: {problem}"
                self.unreadable.append((position, Message(text, version=version, stream=id_, problem=problem)))


def without_a_position(connection: Connection, with_one: int) -> Iterator[tuple[object, object]]:
    """Events that stand in the table and in no order: stream and version of each. So many have a position."""
    if connection.scalar(sa.select(sa.func.count()).select_from(_event)) == with_one:
        return
    waits = sa.and_(
        _inbox.c.originator_id == _event.c.originator_id, _inbox.c.originator_version == _event.c.originator_version
    )
    query = (
        sa.select(sa.cast(_event.c.originator_id, sa.Text), _event.c.originator_version)
        .join_from(_event, _log, _log.c.event_id == _event.c.id, isouter=True)
        .join(_inbox, waits, isouter=True)
        .where(_log.c.event_id.is_(None), _inbox.c.originator_id.is_(None))
    )
    for id_, version in connection.execute(query):
        yield _uuid(id_), version


def broken_streams(connection: Connection) -> Iterator[tuple[object, int, int]]:
    """Streams whose versions do not count from 1 without a gap: stream, how many events, the last version."""
    version = _event.c.originator_version
    number, first, last = sa.func.count(), sa.func.min(version), sa.func.max(version)
    query = (
        sa.select(sa.cast(_event.c.originator_id, sa.Text), number, last)
        .group_by(_event.c.originator_id)
        .having(sa.or_(first != 1, last != number))
    )
    for id_, events, highest in connection.execute(query):
        yield _uuid(id_), events, highest


def named(connection: Connection, positions: list[int]) -> dict[int, tuple[object, object, object]]:
    """Which event stands at positions: stream, version and name."""
    found: dict[int, tuple[object, object, object]] = {}
    stream = sa.cast(_event.c.originator_id, sa.Text)
    query = sa.select(_log.c.position, stream, _event.c.originator_version, _event.c.topic).join_from(
        _log, _event, _log.c.event_id == _event.c.id
    )
    for start in range(0, len(positions), 500):
        for position, id_, version, topic in connection.execute(
            query.where(_log.c.position.in_(positions[start : start + 500]))
        ):
            found[position] = (_uuid(id_), version, topic)
    return found


def _uuid(text: str) -> object:
    try:
        return UUID(text)
    except (ValueError, TypeError, AttributeError):
        return text
