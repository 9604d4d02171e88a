"""Who is no longer in a list has left, if the list is complete and it is not suspiciously many."""

from collections.abc import Sequence
from datetime import date

import attrs
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from adoptlog.domain import facts as f
from adoptlog.domain.employment import Employment
from adoptlog.domain.event import Event, Source
from adoptlog.domain.person import Person
from adoptlog.errors import Unusable
from adoptlog.intake.adapter import ListRead
from adoptlog.intake.record import Terms
from adoptlog.intake.streams import Streams
from adoptlog.store import directory, tables

MOST = 0.10
"""Of those known from a list, the share that may be missing from it before a person has to say that it is right."""


class TooManyLeft(Unusable):
    """More people are gone from a list than leave at once: a person has to look at it."""


@attrs.frozen
class Compared:
    """Who left, and the events about them and about those who are back."""

    left: int
    events: Sequence[Event]


def compare(
    streams: Streams, connection: Connection, listed: ListRead, system: str, terms: Terms, *, let_leave: bool
) -> Compared:
    """Record who is no longer listed as left, and who is listed again as back. Raises `TooManyLeft`."""
    ids = _ids_of(connection, system)
    resolved = directory.resolve(connection, ids)
    here = {resolved[id_].no for id_ in listed.people if id_ in resolved}
    streams.prepare_people(resolved.values())
    people = {known.no: streams.person(known) for known in resolved.values()}
    employed = {no: person for no, person in people.items() if Employment.of(person.everything).left_on is None}
    gone = [person for no, person in employed.items() if no not in here]
    if len(gone) > MOST * len(employed) and not let_leave:
        raise TooManyLeft(
            "{gone} of {employed} people known from {system} are no longer in its list: look whether it is whole; if "
            "they have left, import again with --let-leave. Nobody was recorded as left",
            gone=len(gone),
            employed=len(employed),
            system=system,
        )
    at = terms.circumstances(Source(system))
    for person in gone:
        person.record(f.Left(on=terms.today), at)
    for no in here - employed.keys():
        if _said_by(system, people[no], terms.today):
            people[no].record(f.Joined(on=terms.today), at)
    return Compared(len(gone), streams.collect())


def _ids_of(connection: Connection, system: str) -> list[str]:
    id_ = tables.external_id.c.external_id
    return list(connection.scalars(sa.select(id_).where(id_.startswith(f"{system}:", autoescape=True))))


def _said_by(system: str, person: Person, today: date) -> bool:
    """Whether it was this system, and none that knows better, that said last that the person has left."""
    left = max(person.summary.entries.get(f.Left, ()), key=lambda entry: entry.fact.on, default=None)
    return left is not None and left.source.system == system and left.fact.on < today
