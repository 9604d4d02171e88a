"""What a dry run would have done, looked at before it is rolled back."""

import json

import attrs
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from adoptlog.messages import Message, unpacked
from adoptlog.store import tables

_SHOWN = 20


@attrs.frozen
class Rehearsal:
    """How many people would have come into being, and why records would have been rejected (the first ones)."""

    created: int = 0
    rejected: tuple[str, ...] = ()


def rehearsed(connection: Connection, import_id: int | None, people: int) -> Rehearsal:
    """What an import has done that is about to be rolled back; `people` was the highest number before it."""
    person, letter = tables.person, tables.dead_letter
    created = connection.scalar(sa.select(sa.func.count()).select_from(person).where(person.c.no > people)) or 0
    query = sa.select(letter.c.source, letter.c.line, letter.c.source_id, letter.c.reason)
    in_order = query.where(letter.c.import_id == import_id).order_by(letter.c.source, letter.c.line, letter.c.id)
    refused = connection.execute(in_order.limit(_SHOWN))
    return Rehearsal(created, tuple(_told(_place(*row[:3]), row.reason) for row in refused))


def _told(place: str, reason: str) -> Message:
    return Message("{place}: {reason}", place=place, reason=unpacked(json.loads(reason)))


def _place(source: str, line: int | None, source_id: str | None) -> str:
    return f"{source}:{line}" if line is not None else f"{source} {source_id}" if source_id else source
