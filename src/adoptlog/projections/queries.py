"""What is asked of the read tables, each statement made once.

To make a statement takes SQLAlchemy several times as long as to execute it, and a status of one person is a dozen.
"""

from functools import cache
from typing import Any

import sqlalchemy as sa

from adoptlog.projections.tables import ReadTables
from adoptlog.store.sequencer import last_position, some_wait

Query = sa.Executable


@cache
def tracked(read: ReadTables, name: str) -> "sa.Select[int]":
    """The position a name is tracked at."""
    return sa.select(read.tracking.c.position).where(read.tracking.c.name == name)


@cache
def standing(read: ReadTables, *names: str) -> Query:
    """Whether events wait for a position, the last position given, and those some names are tracked at."""
    return sa.select(some_wait(), last_position(), *(tracked(read, name).scalar_subquery() for name in names))


@cache
def rows_of(key: "sa.Column[Any]", *columns: "sa.Column[Any]") -> Query:
    """The key and further columns of the rows that have one of the `keys`."""
    return sa.select(key, *columns).where(key.in_(sa.bindparam("keys", expanding=True)))


@cache
def feeds(read: ReadTables) -> Query:
    """Every feed, and its number."""
    table = read.feed
    return sa.select(table.c.tool, table.c.use_case, table.c.evidence, table.c.in_training, table.c.id)


@cache
def tile(read: ReadTables) -> Query:
    """The tile of a `block`, `feed` and `day`."""
    table = read.tile
    same = (column == sa.bindparam(column.name) for column in table.primary_key)
    return sa.select(table.c.reported, table.c.used, table.c.counts).where(*same)


@cache
def first_day_of_use(read: ReadTables) -> Query:
    """The first day that any feed reports on."""
    return sa.select(sa.func.min(read.tile.c.day))


@cache
def shared(read: ReadTables) -> Query:
    """What concerns everybody."""
    return sa.select(read.summary.c.entries)


@cache
def follow_ups(read: ReadTables) -> Query:
    """Every follow-up that was raised."""
    return sa.select(read.follow_up.c.originator_id, read.follow_up.c.entries)


@cache
def enrolments(read: ReadTables) -> Query:
    """The programs that people were enrolled in, as they are written down."""
    column = read.person_summary.c.programs
    return sa.select(column).where(column.is_not(None)).distinct()


@cache
def entries(read: ReadTables) -> Query:
    """What stands about the person numbered `no`."""
    table = read.person_summary
    return sa.select(table.c.entries).where(table.c.no == sa.bindparam("no"))


@cache
def people(read: ReadTables, column: str) -> Query:
    """A column of the people numbered from `first` to `last`, and their numbers."""
    table = read.person_summary
    return sa.select(table.c.no, table.c[column]).where(_between(table.c.no))


@cache
def changed_people(read: ReadTables) -> Query:
    """Of the people numbered from `first` to `last`, those about whom something was recorded after `position`."""
    table = read.person_summary
    return sa.select(table.c.no).where(_between(table.c.no), table.c.position > sa.bindparam("position"))


@cache
def changed_use(read: ReadTables) -> Query:
    """The days up to `day` whose use in a `block` has changed after `position`."""
    table = read.changed_use
    old = (table.c.block == sa.bindparam("block"), table.c.day <= sa.bindparam("day"))
    return sa.select(table.c.day).where(*old, table.c.position > sa.bindparam("position")).limit(1)


@cache
def checkpoint(read: ReadTables) -> Query:
    """The checkpoint of a `program` and `block`."""
    table = read.checkpoint
    same = (column == sa.bindparam(column.name) for column in table.primary_key)
    return sa.select(table).where(*same)


@cache
def reported(read: ReadTables) -> Query:
    """Who in a `block` is reported, day by day."""
    return sa.select(read.tile.c.day, read.tile.c.reported).where(read.tile.c.block == sa.bindparam("block"))


@cache
def days_of_use(read: ReadTables) -> Query:
    """The days from `first` to `last` of a `block` in some `feeds`."""
    table = read.tile
    return sa.select(table.c.feed, table.c.day, table.c.reported, table.c.used).where(
        *_of_a_block(table), _between(table.c.day)
    )


@cache
def use_of_one(read: ReadTables, dialect: str) -> Query:
    """The same up to `last`, of each bitmap only one `byte`: a person's days do not move everybody's."""
    table = read.tile
    take = sa.func.substring if dialect == "postgresql" else sa.func.substr
    byte = sa.bindparam("byte", type_=sa.Integer)
    bits = [take(column, byte, 1, type_=sa.LargeBinary) for column in (table.c.reported, table.c.used)]
    return sa.select(table.c.feed, table.c.day, *bits).where(*_of_a_block(table), table.c.day <= sa.bindparam("last"))


def _of_a_block(tile: sa.Table) -> "tuple[sa.ColumnElement[bool], ...]":
    return tile.c.block == sa.bindparam("block"), tile.c.feed.in_(sa.bindparam("feeds", expanding=True))


def _between(column: "sa.ColumnElement[int]") -> "sa.ColumnElement[bool]":
    return column.between(sa.bindparam("first"), sa.bindparam("last"))
