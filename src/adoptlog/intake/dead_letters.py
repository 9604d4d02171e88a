"""What could not be recorded: kept with its reason, until it is tried again or let go."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from adoptlog.intake.adapter import Adapter, Fetched
from adoptlog.messages import packed
from adoptlog.store import tables

_letter = tables.dead_letter
_AT_ONCE = 5_000

Refusal = tuple[Fetched, str]
"""A record, and why it was refused."""


def keep_dead_letters(
    connection: Connection, import_id: int, adapter: Adapter, refusals: Sequence[Refusal], settings: Mapping[str, Any]
) -> None:
    """Write a dead letter for each refused record, except for those that wait already."""
    kept = {"import_id": import_id, "adapter": adapter.name, "settings": json.dumps(settings, ensure_ascii=False)}
    for start in range(0, len(refusals), _AT_ONCE):
        some = [kept | _letter_of(adapter, one, because) for one, because in refusals[start : start + _AT_ONCE]]
        waiting = _waiting(connection, some)
        if new := [row for row in some if (row["source"], row["line"], row["record"]) not in waiting]:
            connection.execute(_letter.insert(), new)


def written(because: str) -> str:
    """A reason as it is stored: it can be read in another language later."""
    return json.dumps(packed(because), ensure_ascii=False).replace("\\u0000", "\\\\0")


def _waiting(connection: Connection, rows: Sequence[Mapping[str, Any]]) -> set[tuple[Any, ...]]:
    """The letters that wait already and may be the same as one of these."""
    lines = [row["line"] for row in rows if row["line"] is not None]
    place: sa.ColumnElement[bool] = _letter.c.line.is_(None)
    if lines:
        place = sa.or_(place, _letter.c.line.between(min(lines), max(lines)))
    query = sa.select(_letter.c.source, _letter.c.line, _letter.c.record)
    return {tuple(row) for row in connection.execute(query.where(_letter.c.adapter == rows[0]["adapter"], place))}


def _letter_of(adapter: Adapter, one: Fetched, because: str) -> dict[str, Any]:
    line, record = adapter.show(one.raw)
    shown = json.dumps(record, ensure_ascii=False, default=str).replace("\\u0000", "\\\\u0000")
    return {
        "source": one.report or adapter.source,
        "source_id": one.source_id,
        "line": line,
        "reason": written(because),
        "record": shown,
    }
