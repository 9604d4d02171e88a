"""What could not be recorded: kept with its reason, until it is tried again or let go."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from adoptlog.intake.adapter import Adapter, Fetched
from adoptlog.store import tables

_letter = tables.dead_letter

Refusal = tuple[Fetched, str]
"""A record, and why it was refused."""


def keep_dead_letters(
    connection: Connection, import_id: int, adapter: Adapter, refusals: Sequence[Refusal], settings: Mapping[str, Any]
) -> None:
    """Write a dead letter for each refused record, except for those that wait already."""
    if not refusals:
        return
    kept = {"import_id": import_id, "adapter": adapter.name, "settings": json.dumps(settings, ensure_ascii=False)}
    rows = [kept | _letter_of(adapter, one, because) for one, because in refusals]
    same = sa.select(_letter.c.source, _letter.c.line, _letter.c.record).where(_letter.c.adapter == adapter.name)
    waiting = {tuple(row) for row in connection.execute(same)}
    new = [row for row in rows if (row["source"], row["line"], row["record"]) not in waiting]
    if new:
        connection.execute(_letter.insert(), new)


def _letter_of(adapter: Adapter, one: Fetched, because: str) -> dict[str, Any]:
    line, record = adapter.show(one.raw)
    shown = json.dumps(record, ensure_ascii=False, default=str).replace("\\u0000", "\\\\u0000")
    return {
        "source": one.report or adapter.source,
        "source_id": one.source_id,
        "line": line,
        "reason": because.replace("\0", "\\0"),
        "record": shown,
    }
