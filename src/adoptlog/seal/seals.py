"""What is kept of seals: the checkpoints, and for each 1,024 sealed events what names the one that was changed."""

import secrets
from collections.abc import Iterable

import attrs
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from adoptlog.errors import Unusable
from adoptlog.seal import note
from adoptlog.seal.events import PRINT
from adoptlog.store import tables
from adoptlog.store.many import upsert

_seal, _part, _setting = tables.seal, tables.sealed_part, tables.setting
_ORIGIN = "seal-origin"


@attrs.frozen(kw_only=True)
class Kept:
    """A checkpoint in the database. `sealed_at` is in microseconds since 1970, `time_stamp` an RFC 3161 reply."""

    text: str
    sealed_at: int
    time_stamp: bytes | None

    @property
    def checkpoint(self) -> note.Note:
        """What the text says. Raises `Unusable` when it is no checkpoint."""
        return note.read(self.text)


@attrs.frozen
class KeptPart:
    """What was sealed of up to 1,024 events: their subtree hash, and fingerprints of each."""

    number: int
    hash: bytes
    prints: bytes

    @property
    def events(self) -> int:
        """How many events were sealed in it."""
        return len(self.prints) // PRINT


def origin(connection: Connection) -> str | None:
    """The name of this log in its checkpoints, None before the first."""
    value = connection.scalar(sa.select(_setting.c.value).where(_setting.c.name == _ORIGIN))
    return None if value is None else bytes(value).decode(errors="replace")


def named(connection: Connection) -> str:
    """The same, chosen at random when it is first asked for."""
    name = origin(connection)
    if name is None:
        name = f"adoptlog/{secrets.token_hex(8)}"
        connection.execute(_setting.insert().values(name=_ORIGIN, value=name.encode()))
    return name


def all_kept(connection: Connection) -> list[Kept]:
    """All checkpoints, the oldest first."""
    rows = connection.execute(sa.select(_seal.c.note, _seal.c.sealed_at, _seal.c.time_stamp).order_by(_seal.c.id))
    return [Kept(text=text, sealed_at=at, time_stamp=stamp) for text, at, stamp in rows]


def last_kept(connection: Connection) -> Kept | None:
    """The last checkpoint."""
    query = sa.select(_seal.c.note, _seal.c.sealed_at, _seal.c.time_stamp).order_by(_seal.c.id.desc()).limit(1)
    row = connection.execute(query).one_or_none()
    return None if row is None else Kept(text=row.note, sealed_at=row.sealed_at, time_stamp=row.time_stamp)


def kept_parts(connection: Connection) -> dict[int, KeptPart]:
    """What was sealed, part by part."""
    rows = connection.execute(sa.select(_part.c.number, _part.c.hash, _part.c.prints))
    return {number: KeptPart(number, bytes(hash_), bytes(prints)) for number, hash_, prints in rows}


def keep(connection: Connection, text: str, size: int, sealed_at: int, time_stamp: bytes | None) -> None:
    """Write a checkpoint."""
    row = {"note": text, "size": size, "sealed_at": sealed_at, "time_stamp": time_stamp}
    connection.execute(_seal.insert().values(**row))


def keep_parts(connection: Connection, parts: Iterable[KeptPart]) -> None:
    """Write what was sealed of parts."""
    rows = [attrs.asdict(part) for part in parts]
    for start in range(0, len(rows), 100):
        upsert(connection, _part, rows[start : start + 100])


def checkpoint_in(text: str, where: str) -> note.Note:
    """A checkpoint somebody handed in. Raises `Unusable` naming where it came from."""
    try:
        return note.read(text)
    except Unusable as problem:
        raise Unusable("{where}: {problem}", where=where, problem=problem) from None
