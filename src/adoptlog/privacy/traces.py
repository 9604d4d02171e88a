"""Where a person is named outside their own rows: in words about others, dead letters, file names, bookmarks."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import attrs
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from adoptlog.privacy.likeness import Likeness, leaves
from adoptlog.store import tables

_letter, _text, _import, _source = tables.dead_letter, tables.text, tables.import_, tables.source_record
_event = tables.event
_AT_ONCE = 1_000


@attrs.frozen(kw_only=True)
class Traces:
    """What was found, with what is to stand instead."""

    letters: list[int]
    texts: list[tuple[str, str]]
    """References of words about others, and these words without the person."""
    sources: list[tuple[str, str]]
    """Names of imported files, and without the person."""
    source_records: list[tuple[str, str]]
    bookmarks: list[str]
    """Adapters whose bookmark names the person: their next import begins at the beginning."""
    events: list[int]
    """Events that name the person in a field that is not personal, such as a department called after them."""


def traces(connection: Connection, like: Likeness, numbers: Sequence[int]) -> Traces:
    """Everything that names the person, their own rows left out."""
    return Traces(
        letters=list(letters(connection, like)),
        texts=list(_texts(connection, like, numbers)),
        sources=_sources(connection, like),
        source_records=_source_records(connection, like, numbers),
        bookmarks=[row.adapter for row in _rows(connection, sa.select(tables.bookmark)) if like.is_in(row.bookmark)],
        events=_events(connection, like),
    )


def letters(connection: Connection, like: Likeness) -> Iterator[int]:
    """The dead letters that name the person, in the row itself or anywhere else."""
    for row in _rows(connection, sa.select(_letter)):
        if any(map(like.is_in, (row.source, row.source_id, row.reason))) or any(
            map(like.is_in_record, (row.record, row.settings))
        ):
            yield row.id


def clean(connection: Connection, found: Traces) -> None:
    """Take out what was found; events stay as they are."""
    for some in _some(found.letters):
        connection.execute(sa.delete(_letter).where(_letter.c.id.in_(some)))
    _replace(connection, _text, _text.c.reference, _text.c.words, found.texts)
    for table in (_import, _letter):
        _replace(connection, table, table.c.source, table.c.source, found.sources)
    for system, source_id in found.source_records:
        connection.execute(sa.delete(_source).where(_source.c.system == system, _source.c.source_id == source_id))
    for some in _some(found.bookmarks):
        connection.execute(sa.delete(tables.bookmark).where(tables.bookmark.c.adapter.in_(some)))


def _replace(
    connection: Connection,
    table: sa.Table,
    key: "sa.Column[str]",
    column: "sa.Column[str]",
    pairs: Sequence[tuple[str, str]],
) -> None:
    if pairs:
        change = sa.update(table).where(key == sa.bindparam("of")).values({column: sa.bindparam("new")})
        connection.execute(change, [{"of": of, "new": new} for of, new in pairs])


def _texts(connection: Connection, like: Likeness, numbers: Sequence[int]) -> Iterator[tuple[str, str]]:
    others = sa.or_(_text.c.no.is_(None), _text.c.no.not_in(numbers))
    for row in _rows(connection, sa.select(_text.c.reference, _text.c.words).where(others)):
        if like.is_in(row.words):
            yield row.reference, like.without(row.words)


def _sources(connection: Connection, like: Likeness) -> list[tuple[str, str]]:
    names = sa.union(sa.select(_import.c.source), sa.select(_letter.c.source))
    return [(name, like.without(name)) for (name,) in _rows(connection, names) if like.is_in(name)]


def _source_records(connection: Connection, like: Likeness, numbers: Sequence[int]) -> list[tuple[str, str]]:
    """Records about others or nobody whose id in their system names the person."""
    if not like.strings:
        return []
    others = sa.or_(_source.c.no.is_(None), _source.c.no.not_in(numbers))
    named = sa.or_(*(_source.c.source_id.icontains(text, autoescape=True) for text in like.strings))
    found = _rows(connection, sa.select(_source.c.system, _source.c.source_id).where(others, named))
    return [(row.system, row.source_id) for row in found if like.is_in(row.source_id)]


def _events(connection: Connection, like: Likeness) -> list[int]:
    """Reports of use are left out: they hold numbers only, besides the names of a tool and a use case."""
    if not like.strings:
        return []
    query = sa.select(_event.c.id, _event.c.state).where(~_event.c.topic.startswith("usage-reported."))
    query = query.where(holds(connection, _event.c.state, like.strings))
    found = ((row.id, bytes(row.state).decode(errors="replace")) for row in _rows(connection, query))
    return [id_ for id_, state in found if any(map(like.is_in, leaves(state)))]


def holds(connection: Connection, column: "sa.Column[bytes]", texts: Iterable[str]) -> "sa.ColumnElement[bool]":
    """Whether bytes hold one of some texts as it is written."""
    if connection.dialect.name == "sqlite":
        return sa.or_(*(sa.func.instr(column, sa.literal(text.encode(), sa.LargeBinary)) > 0 for text in texts))
    plain = sa.func.encode(column, "escape")
    needles = (sa.func.encode(sa.literal(text.encode(), sa.LargeBinary), "escape") for text in texts)
    return sa.or_(*(sa.func.strpos(plain, needle) > 0 for needle in needles))


def _rows(connection: Connection, query: Any) -> Iterator[Any]:
    yield from connection.execute(query, execution_options={"yield_per": _AT_ONCE})


def _some(values: Iterable[Any]) -> Iterator[list[Any]]:
    every = list(values)
    for start in range(0, len(every), _AT_ONCE):
        yield every[start : start + _AT_ONCE]
