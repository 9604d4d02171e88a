"""Who looked at whom: every person-level answer to a viewer is written down, and goes with the person."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

import attrs
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from adoptlog.privacy.viewer import Viewer
from adoptlog.store import directory, tables
from adoptlog.store.many import insert_many

_access = tables.access


@attrs.frozen(kw_only=True)
class Look:
    """Somebody was shown something about a person."""

    at: datetime
    viewer: str | None
    role: str
    question: str


def write_down(
    connection: Connection, viewer: Viewer, no: int, people: Iterable[int], question: str, at: datetime
) -> None:
    """Remember that a viewer (number `no`) was shown something about people; not that they saw themselves."""
    moment = int(at.timestamp() * 1_000_000)
    rows = [(moment, viewer.role, no, person, question) for person in sorted(set(people)) if person != no]
    insert_many(connection, _access, ("at", "role", "viewer", "no", "question"), rows)


def looks_at(connection: Connection, numbers: Sequence[int]) -> list[Look]:
    """Who looked at a person, the earliest first."""
    query = sa.select(_access).where(_access.c.no.in_(numbers)).order_by(_access.c.id)
    rows = connection.execute(query).all()
    shown: dict[int, str | None] = {}
    for viewer in {row.viewer for row in rows}:
        no = directory.standing(connection, viewer)
        shown[viewer] = next((who.person for who in directory.listed(connection, no, no)), None)
    return [
        Look(
            at=datetime.fromtimestamp(row.at / 1_000_000, UTC),
            viewer=shown[row.viewer],
            role=row.role,
            question=row.question,
        )
        for row in rows
    ]
