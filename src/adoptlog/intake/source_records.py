"""Which records of which system became which events, so that a system can revise its own record or take it back."""

from collections.abc import Iterable
from typing import NamedTuple
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from adoptlog.domain.event import Event
from adoptlog.store import tables
from adoptlog.store.many import many, one_of_many, upsert

_table = tables.source_record

RecordId = tuple[str, str]
"""A system, and the id of a record there."""


class Became(NamedTuple):
    """What a record became: the event that says it now, or nothing, when it was taken back; about which person."""

    no: int | None
    event: tuple[UUID, int] | None
    voided: bool = False


class SourceRecords:
    """The source records of one transaction; what changes is written by `keep`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._became: dict[RecordId, Became | None] = {}
        self._changes: list[tuple[RecordId, Became | None]] = []

    def prepare(self, ids: Iterable[RecordId]) -> None:
        """Look many records up in few queries."""
        systems: dict[str, list[str]] = {}
        for system, source_id in dict.fromkeys(ids):
            if (system, source_id) not in self._became:
                systems.setdefault(system, []).append(source_id)
                self._became[system, source_id] = None
        dialect = self._connection.dialect.name
        for system, source_ids in systems.items():
            query = sa.select(_table).where(_table.c.system == system, one_of_many(dialect, _table.c.source_id))
            for row in self._connection.execute(query, many(dialect, source_ids)):
                event = None if row.originator_id is None else (row.originator_id, row.originator_version)
                self._became[system, row.source_id] = Became(row.no, event, row.voided)

    def of(self, system: str, source_id: str) -> Became | None:
        """What a record became, if it has come before."""
        self.prepare([(system, source_id)])
        return self._became[system, source_id]

    def note(self, system: str, source_id: str, no: int | None, event: Event) -> None:
        """Remember which event a record became."""
        self._set((system, source_id), Became(no, (event.originator_id, event.originator_version)))

    def void(self, system: str, source_id: str) -> Became | None:
        """Leave a record out from now on: what it has become, None if that has been done or it has not come yet."""
        became = self.of(system, source_id)
        if became is None or not became.voided:
            self._set((system, source_id), Became(became.no if became else None, None, voided=True))
        return became

    def mark(self) -> int:
        """How far we are, to go back to when the record turns out to be refused."""
        return len(self._changes)

    def go_back_to(self, mark: int) -> None:
        """Forget what was noted since."""
        while len(self._changes) > mark:
            id_, before = self._changes.pop()
            self._became[id_] = before

    def keep(self) -> None:
        """Write what was noted."""
        rows = []
        for system, source_id in dict.fromkeys(id_ for id_, _ in self._changes):
            became = self._became[system, source_id]
            assert became is not None
            stream, version = became.event or (None, None)
            said = {"no": became.no, "originator_id": stream, "originator_version": version, "voided": became.voided}
            rows.append({"system": system, "source_id": source_id} | said)
        upsert(self._connection, _table, rows)

    def _set(self, id_: RecordId, became: Became) -> None:
        self._changes.append((id_, self._became.get(id_)))
        self._became[id_] = became


def now_said_by(connection: Connection, stream: UUID, version: int, by: int) -> None:
    """What one event of a stream said for a source record, another one says now."""
    said = (_table.c.originator_id == stream, _table.c.originator_version == version)
    connection.execute(sa.update(_table).where(*said).values(originator_version=by))
