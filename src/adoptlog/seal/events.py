"""The events as they stand in the database, in the order of their positions, as leaves in parts of 1,024."""

import hashlib
import struct
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import attrs
from sqlalchemy.engine import Connection

from adoptlog.seal import leaf, tree
from adoptlog.seal.differences import MISSING

PART = 1_024
"""So many events have one subtree hash."""

Rows = Sequence[Sequence[Any]]
"""Position, known since, originator id, version, topic and state, as the driver gives them."""

PRINT = 8
"""So many bytes of each leaf tell which one differs, once a subtree hash has said that one does."""

_FARTHEST = 10_000_000
_UNREADABLE = (struct.error, TypeError, ValueError, AttributeError)
_SQL = """
    SELECT l.position, l.sequenced_at, {id}, e.originator_version, e.topic, e.state
    FROM adoptlog_log l LEFT JOIN adoptlog_event e ON e.id = l.event_id
    {where} ORDER BY l.position
"""
_IDS = {"sqlite": "e.originator_id", "postgresql": "replace(e.originator_id::text, '-', '')"}
_NO_PRINT = bytes(PRINT)
_BYTES = 32
_FOREIGN = b"\xff"
_IMPOSSIBLE = b"\xff" * 32


@attrs.define
class Part:
    """The leaves of up to 1,024 events; `MISSING` where a position has no event.

    An event that no adoptlog has written has a leaf too, by which it is told from others, but a longer one than ours.
    """

    number: int
    leaves: list[bytes]

    @property
    def first(self) -> int:
        """The position of its first event."""
        return self.number * PART + 1

    @property
    def not_ours(self) -> list[int]:
        """The positions without an event, or with one that no adoptlog has written."""
        if all(len(leaf) == _BYTES for leaf in self.leaves):
            return []
        return [self.first + place for place, leaf in enumerate(self.leaves) if len(leaf) != _BYTES]

    def root(self, events: int | None = None) -> bytes:
        """The subtree hash, or that of its first events; a missing event makes it one that nobody ever sealed."""
        return tree.root([leaf or _IMPOSSIBLE for leaf in self.leaves[:events]])

    def prints(self) -> bytes:
        """The fingerprints of its events; of a missing one it is zeros."""
        return b"".join(leaf[:PRINT] or _NO_PRINT for leaf in self.leaves)


class Irregular(Exception):
    """A position that leads so far away that nothing behind it can be looked at."""

    def __init__(self, position: int) -> None:
        super().__init__(position)
        self.position = position


def prints_of(stored: bytes) -> list[bytes]:
    """The fingerprints of a part, one by one, `MISSING` for zeros."""
    prints = (stored[start : start + PRINT] for start in range(0, len(stored), PRINT))
    return [MISSING if print_ == _NO_PRINT else print_ for print_ in prints]


def parts(
    connection: Connection,
    *,
    watch: Callable[[Rows], None] = lambda rows: None,
    first: int = 0,
    last: int | None = None,
) -> Iterator[Part]:
    """The parts from number `first` on, up to position `last`; `watch` is shown the rows.

    Raises `Irregular` at a position that no numbering has given.
    """
    part = Part(first, [])
    for rows in _rows(connection, first * PART, last):
        watch(rows)
        expected = part.first + len(part.leaves)
        if not part.leaves and _are_one_part(rows, expected):
            yield Part(part.number, _hashed(rows))
            part = Part(part.number + 1, [])
            continue
        for row, leaf_hash in zip(rows, _hashed(rows), strict=True):
            for hash_ in (*_missing(row[0], expected), leaf_hash):
                part.leaves.append(hash_)
                if len(part.leaves) == PART:
                    yield part
                    part = Part(part.number + 1, [])
            expected = row[0] + 1
    if part.leaves:
        yield part


def data_at(connection: Connection, position: int) -> bytes | None:
    """The framed event at a position, None where none can be framed."""
    for rows in _rows(connection, position - 1, position):
        return _framed(rows[0])
    return None


def _are_one_part(rows: Rows, first: int) -> bool:
    """Whether the rows are a part, with no position left out: positions are whole numbers, each there once."""
    return len(rows) == PART and rows[0][0] == first and rows[-1][0] == first + PART - 1


def _missing(position: Any, expected: int) -> list[bytes]:
    """A stand-in for each position that was left out. Raises `Irregular`."""
    if not isinstance(position, int) or not expected <= position <= expected + _FARTHEST:
        raise Irregular(position)
    return [MISSING] * (position - expected)


def _hashed(rows: Rows) -> list[bytes]:
    """The leaves of rows."""
    framed, sha256 = leaf.framed, hashlib.sha256
    try:
        return [sha256(b"\x00" + framed(at, id_, no, topic, state)).digest() for _, at, id_, no, topic, state in rows]
    except _UNREADABLE:
        return [_hashed_alone(row) for row in rows]


def _hashed_alone(row: Sequence[Any]) -> bytes:
    data = _framed(row)
    if data is not None:
        return tree.leaf_hash(data)
    return MISSING if row[2] is None else _FOREIGN + hashlib.sha256(repr(tuple(row[1:])).encode()).digest()


def _framed(row: Sequence[Any]) -> bytes | None:
    try:
        return leaf.framed(*row[1:])
    except _UNREADABLE:
        return None


def _rows(connection: Connection, after: int, last: int | None) -> Iterator[Rows]:
    """Rows in lots of `PART`; of SQLite as its driver gives them: SQLAlchemy would take as long as all the hashing."""
    where = f"WHERE l.position > {int(after)}" if after else ""
    if last is not None:
        where = f"{where or 'WHERE 1 = 1'} AND l.position <= {int(last)}"
    sql = _SQL.format(id=_IDS[connection.dialect.name], where=where)
    if connection.dialect.name != "sqlite":
        yield from connection.execution_options(yield_per=PART).exec_driver_sql(sql).partitions()
        return
    cursor: Any = connection.connection.cursor()
    try:
        cursor.execute(sql)
        while rows := cursor.fetchmany(PART):
            yield rows
    finally:
        cursor.close()
