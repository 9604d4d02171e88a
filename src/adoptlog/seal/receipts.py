"""Receipts: one event, proved to somebody who has a checkpoint or the public key, and no database."""

from collections.abc import Sequence
from typing import Any

import attrs
import sqlalchemy as sa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from sqlalchemy.engine import Connection

from adoptlog.errors import NotYet, Refused, Unusable
from adoptlog.seal import note, proof, seals, tree
from adoptlog.seal.events import PART, Part, data_at, parts
from adoptlog.seal.leaf import Leaf
from adoptlog.store import tables
from adoptlog.store.codec import decode

_event, _log = tables.event, tables.log


@attrs.frozen(kw_only=True)
class Proved:
    """What a receipt proves. `vouched_by` says what it rests on: `signature`, `checkpoint`, or None for nothing."""

    proof: proof.Proof
    vouched_by: str | None

    @property
    def event(self) -> Leaf:
        return self.proof.event

    @property
    def fact(self) -> Any:
        """The fact of the event. Raises `UnknownEvent` when it is of a newer adoptlog."""
        return decode(self.event.topic, self.event.state).fact

    @property
    def position(self) -> int:
        return self.proof.index + 1


def receipt(connection: Connection, originator_id: Any, version: int, checkpoint: note.Note | None) -> proof.Proof:
    """The receipt of one event, in the last checkpoint or in the one given. Raises `NotYet`, `Refused`."""
    key = (_event.c.originator_id == originator_id, _event.c.originator_version == version)
    query = sa.select(_log.c.position).join_from(_log, _event, _log.c.event_id == _event.c.id).where(*key)
    position = connection.scalar(query)
    kept = seals.last_kept(connection)
    if checkpoint is None and kept is not None:
        checkpoint = kept.checkpoint
    if checkpoint is None or position is None or position > checkpoint.size:
        raise NotYet("this is not sealed yet: run `adoptlog seal`, then ask for the receipt")
    index = position - 1
    hashes, mine = _hashes(connection, checkpoint.size, index // PART)
    data = data_at(connection, position)
    if data is None or len(hashes) * PART < checkpoint.size:
        raise Refused(
            "the event at position {position} cannot be read: `adoptlog verify` tells more", position=position
        )
    steps = (*tree.path(index % PART, mine.leaves), *tree.path(index // PART, hashes))
    made = proof.Proof(data=data, index=index, steps=steps, checkpoint=checkpoint)
    if not made.holds:
        raise Refused("the events are not those of this checkpoint: `adoptlog verify` names what differs")
    return made


def _hashes(connection: Connection, size: int, number: int) -> tuple[list[bytes], Part]:
    """The subtree hashes of a tree, and the leaves of one of its parts."""
    whole, rest = divmod(size, PART)
    kept = seals.kept_parts(connection)
    hashes = [kept[place].hash for place in range(whole) if place in kept]
    last = _part(connection, whole, size) if rest else None
    if last is not None:
        hashes.append(last.root())
    return hashes, last if last is not None and number == whole else _part(connection, number, size)


def _part(connection: Connection, number: int, size: int) -> Part:
    for part in parts(connection, first=number, last=min((number + 1) * PART, size)):
        return part
    return Part(number, [])


def check(text: str, keys: Sequence[Ed25519PublicKey], checkpoints: Sequence[str]) -> Proved:
    """What a receipt proves, without any database. Raises `Unusable` when it is none, `Refused` when it proves nothing.

    It rests on a checkpoint that was kept elsewhere, or on the signature of a trusted key.
    """
    read = proof.read(text)
    if not read.holds:
        raise Refused("the receipt does not fit its checkpoint: the event, its place or the checkpoint was changed")
    kept = [note.read(one) for one in checkpoints]
    if any(one.body == read.checkpoint.body for one in kept):
        return Proved(proof=read, vouched_by="checkpoint")
    for one in kept:
        if (one.origin, one.size) == (read.checkpoint.origin, read.checkpoint.size):
            raise Refused("the receipt's checkpoint of {size} events is not the one that was kept", size=one.size)
    try:
        signed = note.vouched(read.checkpoint, keys)
    except Unusable as problem:
        raise Refused("the receipt's checkpoint: {problem}", problem=problem) from None
    return Proved(proof=read, vouched_by="signature" if signed else None)
