"""What a log holds, in a form in which two of them can be compared."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import attrs
import numpy as np
import sqlalchemy as sa

from adoptlog.domain.facts import UsageCovered
from adoptlog.domain.facts.fields import person_fields, text_fields
from adoptlog.domain.usage_reports import BLOCK
from adoptlog.log import AdoptLog
from adoptlog.projections.read_model import StoredReadModel
from adoptlog.projections.tiles import Tile, unpacked
from adoptlog.store import directory, tables

Contents = dict[str, list[str]]
"""The lines about people, their facts, what is covered, and use; a line stands as often as it is true."""


def contents(log: AdoptLog) -> Contents:
    """Everything that stands in a log, in words that depend neither on random ids nor on the order of arrival."""
    with log.application.current() as read:
        everybody = directory.listed(read.connection)
        ids = {no: str(sorted(who.ids)) for who in everybody for no in who.numbers}
        people = {reference: ids[no] for no, reference in directory.references(read.connection).items() if no in ids}
        facts = [(ids[who.no], entry.fact) for who in everybody for entry in read.summary(who.no)]
        shared = [("", entry.fact) for summary in read.shared() for entry in summary]
        return {
            "people": sorted(f"{ids[who.no]} {who.name}" for who in everybody),
            "facts": sorted(
                f"{who} {_spelled_out(fact, read, people)}"
                for who, fact in (*facts, *shared)
                if not isinstance(fact, UsageCovered)
            ),
            "covered": sorted({day for _, fact in shared if isinstance(fact, UsageCovered) for day in _days(fact)}),
            "use": sorted(_use(read, ids)),
        }


def everything_written(log: AdoptLog) -> Iterator[str]:
    """Every cell of every table of a log, as text: to look for what must not be there."""
    with log.database.reading() as connection:
        for name in sa.inspect(connection).get_table_names():
            for row in connection.exec_driver_sql(f'SELECT * FROM "{name}"'):
                for cell in row:
                    yield bytes(cell).decode("utf-8", "replace") if isinstance(cell, bytes | memoryview) else str(cell)


def events_written(log: AdoptLog) -> Iterator[bytes]:
    """The stored form of every event."""
    with log.database.reading() as connection:
        yield from (bytes(state) for state in connection.scalars(sa.select(tables.event.c.state)))


def personal_data(log: AdoptLog) -> Iterator[str]:
    """Every id, name and free text that the directory knows."""
    with log.database.reading() as connection:
        for who in directory.listed(connection):
            yield from who.ids
            yield from [who.name] if who.name else []
        yield from connection.scalars(sa.select(tables.text.c.words))


def _spelled_out(fact: Any, read: StoredReadModel, people: dict[str, str]) -> str:
    """A fact with its people and its words put back."""
    words = [name for name in text_fields(type(fact)) if getattr(fact, name) is not None]
    texts = directory.texts(read.connection, [getattr(fact, name) for name in words])
    said = {name: texts.get(getattr(fact, name)) for name in words}
    said |= {name: people.get(getattr(fact, name)) for name in person_fields(type(fact))}
    values = {field.name: said.get(field.name, getattr(fact, field.name)) for field in attrs.fields(type(fact))}
    return f"{type(fact).__name__} {values}"


def _days(covered: UsageCovered) -> Iterator[str]:
    for days in range((covered.ends_on - covered.starts_on).days + 1):
        yield f"{covered.tool} {covered.starts_on + timedelta(days=days)}"


def _use(read: StoredReadModel, ids: dict[int, str]) -> Iterator[str]:
    feeds = read.feeds()
    for row in read.connection.execute(sa.select(read.tables.tile)):
        cells = unpacked(Tile(row.reported, row.used, row.counts))
        for place in np.flatnonzero(cells).tolist():
            who = ids[row.block * BLOCK + place]
            yield f"{who} {feeds[row.feed]} {date.fromordinal(row.day)} {int(cells[place]) - 1}"
