"""An event as a leaf: its fields framed so that no two events have the same bytes. Pure.

The position is not among them: the place in the tree says it, and an event that moved is still known as itself.
"""

import struct
from datetime import UTC, datetime
from functools import lru_cache
from typing import NamedTuple
from uuid import UUID

from adoptlog.errors import Unusable

_FORMAT = b"adoptlog event v1\n"
_FIXED = struct.Struct(f">{len(_FORMAT)}sq32sI")
_ID_LETTERS = 32
_LENGTH = struct.Struct(">I")
_NO_EVENT = "this is not an event of adoptlog: was the receipt changed or shortened?"


class Leaf(NamedTuple):
    """What is sealed of an event: `known_since`, when it got its position, is in microseconds since 1970.

    `originator_id` is 32 hexadecimal digits, as SQLite keeps them: in capitals it would be another event.
    """

    known_since: int
    originator_id: str
    originator_version: int
    topic: str
    state: bytes

    @property
    def stream(self) -> UUID:
        return UUID(hex=self.originator_id)

    @property
    def known_at(self) -> datetime:
        return datetime.fromtimestamp(self.known_since / 1_000_000, UTC)


def framed(known_since: int, originator_id: str, originator_version: int, topic: str, state: bytes) -> bytes:
    """The bytes of a leaf. Raises `struct.error`, `TypeError` or `ValueError` for what no adoptlog has written."""
    if len(originator_id) != _ID_LETTERS:
        raise ValueError(f"{originator_id!r} is not the id of a stream")
    return _FIXED.pack(_FORMAT, known_since, originator_id.encode(), originator_version) + _named(topic) + state


@lru_cache(maxsize=1_000)
def _named(topic: str) -> bytes:
    name = topic.encode()
    return _LENGTH.pack(len(name)) + name


def read(data: bytes) -> Leaf:
    """The event of a leaf. Raises `Unusable`."""
    try:
        event = _read(data)
        known = framed(*event) == data and bool(event.stream) and bool(event.known_at)
    except (struct.error, ValueError, OverflowError, OSError):
        raise Unusable(_NO_EVENT) from None
    if not known:
        raise Unusable(_NO_EVENT)
    return event


def _read(data: bytes) -> Leaf:
    _, known_since, id_, version = _FIXED.unpack_from(data)
    (length,) = _LENGTH.unpack_from(data, _FIXED.size)
    start = _FIXED.size + _LENGTH.size
    name, state = data[start : start + length], data[start + length :]
    return Leaf(known_since, id_.decode("ascii"), version, name.decode(), state)
