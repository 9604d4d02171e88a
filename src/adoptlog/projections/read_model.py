"""What can be asked of a read model, whether it is stored or folded in memory by a replay."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple, Protocol
from uuid import UUID

import attrs
import numpy as np
from sqlalchemy.engine import Connection

from adoptlog.domain.summary import Summary
from adoptlog.domain.usage_reports import BLOCK, Feed
from adoptlog.projections import queries
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
            rows = self.connection.scalars(queries.shared(self.tables))
            self.common.shared = [read_summary(row) for row in rows]
        return self.common.shared

    def presences(self, block: int) -> dict[int, Presence]:
        rows = self.connection.execute(queries.people(self.tables, "presence"), numbers_of(block)).all()
        return {no: read_presence(presence) for no, presence in rows}

    def summary(self, no: int) -> Summary:
        entries = self.connection.scalar(queries.entries(self.tables), {"no": no})
        return read_summary(entries) if entries is not None else Summary()

    def summaries(self, block: int) -> Mapping[int, Summary]:
        rows = self.connection.execute(queries.people(self.tables, "entries"), numbers_of(block))
        return Packed(dict(rows.all()))

    def follow_ups(self) -> dict[UUID, Summary]:
        rows = self.connection.execute(queries.follow_ups(self.tables))
        return {id_: read_summary(entries) for id_, entries in rows}

    def with_enrolments(self) -> set[str]:
        if self.common.with_enrolments is None:
            rows = self.connection.scalars(queries.enrolments(self.tables))
            self.common.with_enrolments = {name for row in rows for name in row.split("\n")}
        return self.common.with_enrolments

    def reported(self, block: int, by: int) -> tuple[bytes, bytes]:
        return either_side(self.connection.execute(queries.reported(self.tables), {"block": block}), by)

    def first_day_of_use(self) -> int | None:
        """The first day (ordinal) that any feed reports on, None without any."""
        day: int | None = self.connection.scalar(queries.first_day_of_use(self.tables))
        return day

    def feeds(self) -> dict[int, Feed]:
        return {number: feed for feed, number in feeds_of(self.connection, self.tables).items()}

    def days_of_use(self, block: int, feeds: Iterable[int], last: int, after: int = 0) -> Iterator[DayOfUse]:
        which = {"block": block, "feeds": list(feeds), "first": after + 1, "last": last}
        for row in self.connection.execute(queries.days_of_use(self.tables), which):
            yield DayOfUse(*row)

    def use_of_one(self, no: int, feeds: Iterable[int], last: int) -> Iterator[tuple[int, int, bool]]:
        block, place = divmod(no, BLOCK)
        byte, bit = divmod(place, 8)
        whose = {"block": block, "feeds": list(feeds), "last": last, "byte": byte + 1}
        query = queries.use_of_one(self.tables, self.connection.dialect.name)
        for feed, day, reported, used in self.connection.execute(query, whose).all():
            if reported[0] >> bit & 1:
                yield feed, day, bool(used[0] >> bit & 1)


def numbers_of(block: int) -> dict[str, int]:
    """The first and last number of a block's people, for a query."""
    return {"first": block * BLOCK, "last": block * BLOCK + BLOCK - 1}


def either_side(days: Iterable[tuple[int, bytes]], by: int) -> tuple[bytes, bytes]:
    """The union of bitmaps up to a day, and of those after it."""
    before, after = np.zeros(BYTES, np.uint8), np.zeros(BYTES, np.uint8)
    for day, bits in days:
        side = before if day <= by else after
        side |= np.frombuffer(bits, np.uint8)
    return before.tobytes(), after.tobytes()
