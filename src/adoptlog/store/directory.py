"""The directory: who a person is. The only place with names, external ids and free text."""

import hashlib
import hmac
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any
from uuid import UUID

import attrs
import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from adoptlog.errors import NotFound
from adoptlog.store import tables
from adoptlog.store.many import many, one_of_many

_person, _external, _text = tables.person, tables.external_id, tables.text
_stands = sa.func.coalesce(_person.c.merged_into, _person.c.no)
_MERGED = sa.select(_person.c.merged_into, _person.c.no, _person.c.person_id).where(
    _person.c.merged_into.in_(sa.bindparam("numbers", expanding=True))
)
_NAMED = (
    sa.select(_person.c.no, _person.c.name, _external.c.external_id)
    .join_from(_person, _external, _external.c.no == _person.c.no, isouter=True)
    .where(_person.c.merged_into.is_(None), _person.c.no.between(sa.bindparam("first"), sa.bindparam("last")))
    .order_by(_person.c.no, _external.c.id)
)
_OTHERS = (
    sa.select(_person.c.merged_into, _person.c.no)
    .where(_person.c.merged_into.between(sa.bindparam("first"), sa.bindparam("last")))
    .order_by(_person.c.no)
)
_LAST = sa.select(sa.func.max(_person.c.no))
_read_numbers = msgspec.json.Decoder(dict[str, int]).decode
_IDS_PER_QUERY = 900
_AT_ONCE = 500
FORGOTTEN = "forgotten:"
"""How the random id begins that is left of somebody whose data was erased; no source may use it."""


@attrs.frozen
class Known:
    """A person as the directory knows them: the number, the random id of their stream, and their key."""

    no: int
    person_id: UUID
    key: bytes

    def hashed(self, system: str, source_id: str) -> str:
        """A source's record id, meaningless once the key is gone."""
        return hmac.new(self.key, f"{system}\0{source_id}".encode(), hashlib.sha256).hexdigest()[:32]

    def reference(self, words: str) -> str:
        """What stands in an event for free text: the same words of the same person give the same reference."""
        return "t" + hmac.new(self.key, words.encode(), hashlib.sha256).hexdigest()[:32]


class Listed(msgspec.Struct, frozen=True, gc=False):
    """A person as a listing shows them; `person` is the employee number, else the first id known."""

    no: int
    person: str
    name: str | None
    ids: tuple[str, ...]
    others: tuple[int, ...] = ()
    """The numbers of those who turned out to be this person: their history stands in several places."""

    @property
    def numbers(self) -> tuple[int, ...]:
        """All numbers of this person, the own one first."""
        return (self.no, *self.others)

    @property
    def is_forgotten(self) -> bool:
        """Whether their data was erased: their history counts, who they were nobody knows any more."""
        return self.person.startswith(FORGOTTEN)


def resolve(connection: Connection, external_ids: Iterable[str]) -> dict[str, Known]:
    """The people behind external ids; an id that nobody has is missing from the answer."""
    dialect = connection.dialect.name
    rows = connection.execute(_people_behind(dialect), many(dialect, external_ids))
    return {row[0]: Known(row[1], row[2], row[3]) for row in rows}


@cache
def _people_behind(dialect: str) -> "sa.Select[*tuple[Any, ...]]":
    whole = sa.alias(_person)
    return (
        sa.select(_external.c.external_id, whole.c.no, whole.c.person_id, whole.c.key)
        .join_from(_external, _person, _external.c.no == _person.c.no)
        .join(whole, whole.c.no == _stands)
        .where(one_of_many(dialect, _external.c.external_id))
    )


def numbers(connection: Connection, external_ids: Iterable[str]) -> dict[str, int]:
    """The same for those who want no more than the numbers, of a hundred thousand at once."""
    dialect = connection.dialect.name
    told: str | None = connection.scalar(_numbers_behind(dialect), many(dialect, external_ids))
    return _read_numbers(told) if told else {}


@cache
def _numbers_behind(dialect: str) -> "sa.Select[Any]":
    """One answer with all numbers in it: a row for each would take as long again."""
    by_id = sa.func.json_object_agg if dialect == "postgresql" else sa.func.json_group_object
    return (
        sa.select(sa.cast(by_id(_external.c.external_id, _stands), sa.Text))
        .join_from(_external, _person, _external.c.no == _person.c.no)
        .where(one_of_many(dialect, _external.c.external_id))
    )


def with_stream(connection: Connection, person_id: UUID) -> Known | None:
    """The person whose stream this is, also when they turned out to be somebody else."""
    row = connection.execute(sa.select(_person).where(_person.c.person_id == person_id)).one_or_none()
    return None if row is None else Known(row.no, row.person_id, row.key)


def add_ids(connection: Connection, known: Known, external_ids: Iterable[str]) -> list[str]:
    """Further ids of a person; the ones nobody had yet are returned."""
    taken = resolve(connection, external_ids)
    new = [external_id for external_id in dict.fromkeys(external_ids) if external_id not in taken]
    if new:
        connection.execute(_external.insert(), [{"external_id": external_id, "no": known.no} for external_id in new])
    return new


def names(connection: Connection, numbers: Iterable[int]) -> dict[int, str | None]:
    """The names of people by number."""
    wanted = list(numbers)
    found: dict[int, str | None] = {}
    for start in range(0, len(wanted), _IDS_PER_QUERY):
        some = _person.c.no.in_(wanted[start : start + _IDS_PER_QUERY])
        found.update(connection.execute(sa.select(_person.c.no, _person.c.name).where(some)).all())
    return found


def rename(connection: Connection, new_names: Mapping[int, str | None]) -> None:
    """Write names."""
    if new_names:
        statement = sa.update(_person).where(_person.c.no == sa.bindparam("number")).values(name=sa.bindparam("new"))
        connection.execute(statement, [{"number": no, "new": name} for no, name in new_names.items()])


def merge(connection: Connection, kept: Known, other: Known) -> None:
    """`other` turns out to be `kept`: all ids lead to `kept` from now on, both histories count."""
    for_all = sa.or_(_person.c.no == other.no, _person.c.merged_into == other.no)
    connection.execute(sa.update(_person).where(for_all).values(merged_into=kept.no))


def streams_of(connection: Connection, numbers: Iterable[int]) -> dict[int, list[tuple[int, UUID]]]:
    """For people by number, the numbers and stream ids that were merged into them."""
    wanted = list(numbers)
    streams: dict[int, list[tuple[int, UUID]]] = {}
    for start in range(0, len(wanted), _IDS_PER_QUERY):
        some = {"numbers": wanted[start : start + _IDS_PER_QUERY]}
        for into, no, id_ in connection.execute(_MERGED, some):
            streams.setdefault(into, []).append((no, id_))
    return streams


def references(connection: Connection, numbers: Sequence[int] | None = None) -> dict[int, str]:
    """What stands in events for each person (or for these), by number; those who turned out to be somebody else
    included."""
    query = sa.select(_person.c.no, _person.c.person_id)
    if numbers is not None:
        query = query.where(_person.c.no.in_(numbers))
    return {no: id_.hex for no, id_ in connection.execute(query)}


def listed(connection: Connection, first: int = 0, last: int = 2**62) -> list[Listed]:
    """Everybody numbered from `first` to `last` who stands for themselves, in that order, with all their ids."""
    names: dict[int, str | None] = {}
    ids: dict[int, tuple[str, ...]] = {}
    for some in connection.execute(_NAMED, {"first": first, "last": last}).partitions(
        _AT_ONCE
    ):  # all at once would be a feast for the collector
        for no, name, external_id in some:
            if no in names:
                ids[no] += (external_id,)
            else:
                names[no], ids[no] = name, () if external_id is None else (external_id,)
    others = _others(connection, first, last)
    for no, more in others.items():
        ids[no] = _ids_of(connection, (no, *more))
    return [Listed(no, shown(ids[no]), name, ids[no], others.get(no, ())) for no, name in names.items()]


def _others(connection: Connection, first: int, last: int) -> dict[int, tuple[int, ...]]:
    """The numbers of those who turned out to be somebody from `first` to `last`."""
    others: dict[int, tuple[int, ...]] = {}
    for into, no in connection.execute(_OTHERS, {"first": first, "last": last}):
        others[into] = (*others.get(into, ()), no)
    return others


def _ids_of(connection: Connection, numbers: Iterable[int]) -> tuple[str, ...]:
    """The ids that lead to these numbers, in the order in which they became known."""
    query = sa.select(_external.c.external_id).where(_external.c.no.in_(list(numbers)))
    return tuple(connection.scalars(query.order_by(_external.c.id)))


def standing(connection: Connection, no: int) -> int:
    """The number of the whole person that a number belongs to."""
    return connection.scalar(sa.select(_stands).where(_person.c.no == no)) or no


def last_number(connection: Connection) -> int:
    """The highest number anybody has."""
    return connection.scalar(_LAST) or 0


def state(connection: Connection) -> tuple[int, int]:
    """How many there are, and how many of them turned out to be somebody else: what asks for everybody rests on it."""
    people, merged = connection.execute(sa.select(sa.func.count(), sa.func.count(_person.c.merged_into))).one()
    return people, merged


def shown(ids: Sequence[str]) -> str:
    """The id a person is shown under: the employee number (a bare id), else the first one known."""
    for id_ in ids:
        if ":" not in id_ and "@" not in id_:
            return id_
    return ids[0] if ids else ""


def one(connection: Connection, external_id: str) -> Listed:
    """The person behind an external id. Raises `NotFound`."""
    known = resolve(connection, [external_id]).get(external_id)
    if known is None:
        raise NotFound(
            "nobody is known as {external_id!r}: `adoptlog people list` shows who is", external_id=external_id
        )
    return listed(connection, known.no, known.no)[0]


def keep_text(connection: Connection, no: int | None, words: Mapping[str, str]) -> None:
    """Keep free text under its references."""
    if not words:
        return
    known = set(connection.scalars(sa.select(_text.c.reference).where(_text.c.reference.in_(list(words)))))
    rows: list[dict[str, Any]] = [
        {"reference": reference, "no": no, "words": text} for reference, text in words.items() if reference not in known
    ]
    if rows:
        connection.execute(_text.insert(), rows)


def texts(connection: Connection, references: Iterable[str]) -> dict[str, str]:
    """The words behind references; what was forgotten is missing."""
    wanted = list(references)
    rows = connection.execute(sa.select(_text.c.reference, _text.c.words).where(_text.c.reference.in_(wanted)))
    return dict(rows.all())


def names_of_streams(connection: Connection, person_ids: Iterable[UUID]) -> dict[str, str]:
    """For random person ids as they stand in facts: how these people are shown."""
    return {id_.hex: who.person for id_, who in of_streams(connection, person_ids).items()}


def of_streams(connection: Connection, person_ids: Iterable[UUID]) -> dict[UUID, Listed]:
    """The people whose streams these are, those who turned out to be somebody else as whom they stand for."""
    found: dict[UUID, Listed] = {}
    for id_, no in _numbers(connection, list(person_ids)).items():
        found.update((id_, who) for who in listed(connection, no, no))
    return found


def numbers_of_streams(connection: Connection, person_ids: Iterable[UUID]) -> set[int]:
    """The numbers of the people whose random ids these are."""
    return set(_numbers(connection, list(person_ids)).values())


def _numbers(connection: Connection, person_ids: Sequence[UUID]) -> dict[UUID, int]:
    numbers: dict[UUID, int] = {}
    for start in range(0, len(person_ids), _IDS_PER_QUERY):
        some = _person.c.person_id.in_(person_ids[start : start + _IDS_PER_QUERY])
        numbers.update(connection.execute(sa.select(_person.c.person_id, _stands).where(some)).all())
    return numbers
