"""What is kept about an import: what was counted, what it brought again, how far it came."""

from collections.abc import Iterable, Mapping
from datetime import date
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from adoptlog.intake.record import Terms
from adoptlog.store import settings, tables
from adoptlog.store.many import upsert

_import, _duplicate = tables.import_, tables.import_duplicate
_BEGIN = _import.insert()
_BOOKMARK = sa.select(tables.bookmark.c.bookmark).where(tables.bookmark.c.adapter == sa.bindparam("adapter"))
_COUNTED = ("recorded", "duplicates", "irrelevant", "rejected")
_COUNTS = (
    sa.update(_import).where(_import.c.id == sa.bindparam("number")).values({n: sa.bindparam(n) for n in _COUNTED})
)


def begin(connection: Connection, adapter: str, source: str, terms: Terms, recorded: int = 0) -> int:
    """Open an import, of which so much is recorded already: its number."""
    at = int(terms.now.timestamp() * 1_000_000)
    row = {"adapter": adapter, "source": source, "began_at": at, "recorded": recorded}
    done = connection.execute(_BEGIN, row)
    return int(done.inserted_primary_key[0])  # type: ignore[index]


def keep_counts(connection: Connection, import_id: int, counts: Mapping[str, int]) -> None:
    """Write what became of its records so far."""
    connection.execute(_COUNTS, {**counts, "number": import_id})


def moved_from_rejected(connection: Connection, import_id: int, name: str) -> None:
    """Count a record that was rejected at first under another name."""
    counts = {_import.c[name]: _import.c[name] + 1, _import.c.rejected: _import.c.rejected - 1}
    connection.execute(sa.update(_import).where(_import.c.id == import_id).values(counts))


def keep_duplicates(connection: Connection, import_id: int, duplicates: Iterable[tuple[UUID, int]]) -> None:
    """Remember what an import had brought again, so that taking the other one back can say so."""
    rows = [{"import_id": import_id, "originator_id": id_, "detail": detail} for id_, detail in duplicates]
    upsert(connection, _duplicate, rows)


def keep_bookmark(connection: Connection, adapter: str, bookmark: str | None) -> None:
    """Remember where the next import of this adapter goes on."""
    if bookmark is not None:
        upsert(connection, tables.bookmark, [{"adapter": adapter, "bookmark": bookmark}])


def keep_watermark(connection: Connection, adapter: str, watermark: date | None) -> None:
    """Remember the last day a source can speak about; it never goes back."""
    if watermark is not None and watermark > (watermark_of(connection, adapter) or date.min):
        settings.write(connection, f"watermark {adapter}", watermark.isoformat())


def watermark_of(connection: Connection, adapter: str) -> date | None:
    """The last day a source can speak about, as far as it has said."""
    written = settings.read(connection, f"watermark {adapter}")
    return date.fromisoformat(written) if written else None


def bookmark_of(connection: Connection, adapter: str) -> str | None:
    """Where the next import of this adapter goes on."""
    found: str | None = connection.scalar(_BOOKMARK, {"adapter": adapter})
    return found


def sending_bookmark(adapter: str) -> str:
    """Where the bookmark of sending stands, beside that of reading from the same system."""
    return f"push {adapter}"
