"""Seal: one checkpoint over all events there are, kept beside them and fit to be kept elsewhere."""

import time
from collections.abc import Callable

import attrs
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy.engine import Connection

from adoptlog.errors import Refused
from adoptlog.seal import note, seals, tree
from adoptlog.seal.events import Irregular, parts
from adoptlog.store.database import Database
from adoptlog.store.sequencer import number, position_at
from adoptlog.store.turns import taking_turns

Progress = Callable[[int, int], None]


@attrs.frozen(kw_only=True)
class Seal:
    """A checkpoint: the first `size` events have the root `root`. `text` is what to keep elsewhere."""

    origin: str
    size: int
    root: bytes
    signed: bool
    text: str
    time_stamp: bytes | None = None
    is_new: bool = True


@attrs.frozen
class _Tree:
    size: int
    root: bytes
    root_before: bytes
    """The root of the events that the last checkpoint sealed."""
    grown: list[seals.KeptPart]
    """The parts that have events sealed now for the first time."""


def seal(
    database: Database,
    key: Ed25519PrivateKey | None,
    stamp: Callable[[bytes], bytes] | None = None,
    progress: Progress = lambda done, all_: None,
) -> Seal:
    """Seal all events, or tell the last seal if nothing is new. Raises `Refused` over events that were tampered with.

    `stamp` gets an RFC 3161 reply for the text of the checkpoint.
    """
    number(database)
    with taking_turns(database, "seal"):
        with database.reading() as connection:
            last = seals.last_kept(connection)
            before = last.checkpoint if last is not None else None
            found = _tree(connection, before.size if before else 0, progress)
        if before is not None and found.root_before != before.root:
            raise Refused(
                "the first {size} events are not those that were sealed: nothing is sealed over them; `adoptlog "
                "verify` names what differs",
                size=before.size,
            )
        with database.writing() as connection:
            made = note.Note(origin=seals.named(connection), size=found.size, root=found.root)
            made = note.signed(made, key) if key is not None else made
            if last is not None and last.text == made.text and (stamp is None or last.time_stamp is not None):
                return _told(made, last.time_stamp, is_new=False)
            time_stamp = stamp(made.text.encode()) if stamp is not None else None
            seals.keep_parts(connection, found.grown)
            seals.keep(connection, made.text, made.size, time.time_ns() // 1000, time_stamp)
    return _told(made, time_stamp, is_new=True)


def _tree(connection: Connection, before: int, progress: Progress) -> _Tree:
    total = position_at(connection, None)
    frontier, size, root_before = tree.Frontier(), 0, tree.EMPTY
    grown: list[seals.KeptPart] = []
    try:
        for part in parts(connection):
            if part.not_ours:
                raise Refused(
                    "the event at position {position} is gone, or is none adoptlog has written: nothing is sealed "
                    "over it; `adoptlog verify` tells more",
                    position=part.not_ours[0],
                )
            size = part.first - 1 + len(part.leaves)
            if part.first <= before <= size:
                root_before = frontier.root(part.root(before - part.first + 1))
            hash_ = part.root()
            frontier.add(hash_)
            if size > before:
                grown.append(seals.KeptPart(part.number, hash_, part.prints()))
            progress(size, total)
    except Irregular as problem:
        raise Refused(
            "no numbering gave the position {position}: `adoptlog verify` tells more", position=problem.position
        ) from None
    return _Tree(size, frontier.root(), root_before, grown)


def _told(made: note.Note, time_stamp: bytes | None, *, is_new: bool) -> Seal:
    return Seal(
        origin=made.origin,
        size=made.size,
        root=made.root,
        signed=bool(made.signatures),
        text=made.text,
        time_stamp=time_stamp,
        is_new=is_new,
    )
