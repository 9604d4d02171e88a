"""Which records of which system became which events, so that a system can take its own record back."""

from typing import Any, NamedTuple
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from adoptlog.domain.event import Event
from adoptlog.store import tables
from adoptlog.store.many import upsert

_table = tables.source_record
_VOIDED = sa.select(_table.c.voided).where(
    _table.c.system == sa.bindparam("system"), _table.c.source_id == sa.bindparam("source_id")
)


class _Noted(NamedTuple):
    """A record and the event it became; `no` is the person it is about."""

    system: str
    source_id: str
    no: int | None
    event: Event


class SourceRecords:
    """The source records of one transaction; those of this batch are written by `keep`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._noted: list[_Noted] = []

    def note(self, system: str, source_id: str, no: int | None, event: Event) -> None:
        """Remember which event a record became."""
        self._noted.append(_Noted(system, source_id, no, event))

    def mark(self) -> int:
        """How far we are, to go back to when the record turns out to be refused."""
        return len(self._noted)

    def go_back_to(self, mark: int) -> None:
        """Forget what was noted since."""
        del self._noted[mark:]

    def is_voided(self, system: str | None, source_id: str | None) -> bool:
        """Whether the source took this record back before it arrived."""
        if not system or not source_id:
            return False
        return bool(self._connection.scalar(_VOIDED, {"system": system, "source_id": source_id}))

    def void(self, system: str, source_id: str) -> tuple[UUID, int] | None:
        """Leave a record out from now on: the stream and version of the event it has become, if it has."""
        key = (_table.c.system == system, _table.c.source_id == source_id)
        row = self._connection.execute(sa.select(_table).where(*key)).one_or_none()
        if row is not None and row.voided:
            return None
        no, became = (row.no, _event_of(row)) if row is not None else (None, None)
        pending = next((noted for noted in self._noted if noted[:2] == (system, source_id)), None)
        if pending is not None:
            no, became = pending.no, (pending.event.originator_id, pending.event.originator_version)
            self._noted.remove(pending)
        values = {"no": no, "originator_id": None, "originator_version": None, "voided": True}
        upsert(self._connection, _table, [{"system": system, "source_id": source_id, **values}])
        return became

    def keep(self) -> None:
        """Write what was noted."""
        rows = [
            {
                "system": noted.system,
                "source_id": noted.source_id,
                "no": noted.no,
                "originator_id": noted.event.originator_id,
                "originator_version": noted.event.originator_version,
                "voided": False,
            }
            for noted in self._noted
        ]
        upsert(self._connection, _table, rows)


def _event_of(row: Any) -> tuple[UUID, int] | None:
    return None if row.originator_id is None else (row.originator_id, row.originator_version)
