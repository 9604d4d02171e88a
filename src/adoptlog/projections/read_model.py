"""What can be asked of a read model, whether it is stored or folded in memory by a replay."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple, Protocol
from uuid import UUID

import attrs
import numpy as np
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from adoptlog.domain.summary import Summary
from adoptlog.domain.usage_reports import BLOCK, Feed
from adoptlog.projections.presence import Presence, read_presence
from adoptlog.projections.projector import feeds_of, position_of
from adoptlog.projections.summaries import Packed, read_summary
from adoptlog.projections.tables import ReadTables
from adoptlog.projections.tiles import BYTES


class DayOfUse(NamedTuple):
    """Who is reported (`reported`) and who used (`used`) on a day in one feed: bitmaps of a block."""

    feed: int
    day: int
    reported: bytes
    used: bytes


class ReadModel(Protocol):
    """Everything that status, follow-ups and effect are computed from."""

    def shared(self) -> list[Summary]:
        """The summaries of programs, guidelines, tools and the company."""
        ...

    def presences(self, block: int) -> dict[int, Presence]:
        """The people of a block about whom facts are known, by number."""
        ...

    def summary(self, no: int) -> Summary:
        """All that stands about one person."""
        ...

    def summaries(self, block: int) -> Mapping[int, Summary]:
        """All that stands about the people of a block, by number."""
        ...

    def follow_ups(self) -> dict[UUID, Summary]:
        """What happened to every follow-up that was raised."""
        ...

    def with_enrolments(self) -> set[str]:
        """The programs somebody was ever enrolled in."""
        ...

    def reported(self, block: int, by: int) -> tuple[bytes, bytes]:
        """Who is in any tool's report up to a day, and who in a later one: bitmaps of a block."""
        ...

    def feeds(self) -> dict[int, Feed]:
        """The feeds by the numbers that `days_of_use` uses."""
        ...

    def days_of_use(self, block: int, feeds: Iterable[int], last: int, after: int = 0) -> Iterator[DayOfUse]:
        """A block's days of use up to a day, and after another, in these feeds."""
        ...

    def use_of_one(self, no: int, feeds: Iterable[int], last: int) -> Iterator[tuple[int, int, bool]]:
        """One person's reported days up to a day: feed, day, whether it was use."""
        ...


@attrs.define
class Common:
    """What concerns everybody; once read, it is there for all questions until the next event that changes it."""

    changed_at: int = 0
    shared: list[Summary] | None = None
    with_enrolments: set[str] | None = None


class StoredReadModel:
    """The read tables, within one transaction."""

    def __init__(self, connection: Connection, tables: ReadTables, common: "Common | None" = None) -> None:
        self.connection = connection
        self.tables = tables
        self.common = common or Common()

    def position(self) -> int:
        """The position up to which events are in it."""
        return position_of(self.connection, self.tables)

    def shared(self) -> list[Summary]:
        if self.common.shared is None:
            rows = self.connection.scalars(sa.select(self.tables.summary.c.entries))
            self.common.shared = [read_summary(row) for row in rows]
        return self.common.shared

    def presences(self, block: int) -> dict[int, Presence]:
        table = self.tables.person_summary
        query = sa.select(table.c.no, table.c.presence).where(
            table.c.no.between(block * BLOCK, block * BLOCK + BLOCK - 1)
        )
        return {no: read_presence(presence) for no, presence in self.connection.execute(query).all()}

    def summary(self, no: int) -> Summary:
        table = self.tables.person_summary
        entries = self.connection.scalar(sa.select(table.c.entries).where(table.c.no == no))
        return read_summary(entries) if entries is not None else Summary()

    def summaries(self, block: int) -> Mapping[int, Summary]:
        table = self.tables.person_summary
        inside = table.c.no.between(block * BLOCK, block * BLOCK + BLOCK - 1)
        rows = self.connection.execute(sa.select(table.c.no, table.c.entries).where(inside))
        return Packed(dict(rows.all()))

    def follow_ups(self) -> dict[UUID, Summary]:
        table = self.tables.follow_up
        rows = self.connection.execute(sa.select(table.c.originator_id, table.c.entries))
        return {id_: read_summary(entries) for id_, entries in rows}

    def with_enrolments(self) -> set[str]:
        if self.common.with_enrolments is None:
            column = self.tables.person_summary.c.programs
            rows = self.connection.scalars(sa.select(column).where(column.is_not(None)).distinct())
            self.common.with_enrolments = {name for row in rows for name in row.split("\n")}
        return self.common.with_enrolments

    def reported(self, block: int, by: int) -> tuple[bytes, bytes]:
        tile = self.tables.tile
        query = sa.select(tile.c.day, tile.c.reported).where(tile.c.block == block)
        return either_side(self.connection.execute(query), by)

    def first_day_of_use(self) -> int | None:
        """The first day (ordinal) that any feed reports on, None without any."""
        day: int | None = self.connection.scalar(sa.select(sa.func.min(self.tables.tile.c.day)))
        return day

    def feeds(self) -> dict[int, Feed]:
        return {number: feed for feed, number in feeds_of(self.connection, self.tables).items()}

    def days_of_use(self, block: int, feeds: Iterable[int], last: int, after: int = 0) -> Iterator[DayOfUse]:
        tile = self.tables.tile
        query = sa.select(tile.c.feed, tile.c.day, tile.c.reported, tile.c.used).where(
            tile.c.block == block, tile.c.feed.in_(list(feeds)), tile.c.day.between(after + 1, last)
        )
        for row in self.connection.execute(query):
            yield DayOfUse(*row)

    def use_of_one(self, no: int, feeds: Iterable[int], last: int) -> Iterator[tuple[int, int, bool]]:
        tile = self.tables.tile
        block, place = divmod(no, BLOCK)
        byte, bit = place // 8 + 1, 1 << place % 8
        query = sa.select(
            tile.c.feed,
            tile.c.day,
            _byte(self.connection, tile.c.reported, byte),
            _byte(self.connection, tile.c.used, byte),
        ).where(tile.c.block == block, tile.c.feed.in_(list(feeds)), tile.c.day <= last)
        for feed, day, reported, used in self.connection.execute(query).all():
            if reported[0] & bit:
                yield feed, day, bool(used[0] & bit)


def _byte(connection: Connection, column: "sa.ColumnElement[Any]", place: int) -> "sa.ColumnElement[Any]":
    """One byte of a bitmap, so that a person's days do not move everybody's."""
    take = sa.func.substring if connection.dialect.name == "postgresql" else sa.func.substr
    return take(column, place, 1, type_=sa.LargeBinary)


def either_side(days: Iterable[tuple[int, bytes]], by: int) -> tuple[bytes, bytes]:
    """The union of bitmaps up to a day, and of those after it."""
    before, after = np.zeros(BYTES, np.uint8), np.zeros(BYTES, np.uint8)
    for day, bits in days:
        side = before if day <= by else after
        side |= np.frombuffer(bits, np.uint8)
    return before.tobytes(), after.tobytes()
