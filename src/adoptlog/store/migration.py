"""Bring the tables of an older adoptlog up to date, step by step, in the transaction that is handed in.

A kill in between leaves the older version, on SQLite too: the caller's transaction is a real one (`Database.writing`),
which Alembic's own would not be there.
"""

from pathlib import Path

from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy.engine import Connection

from adoptlog.errors import Unusable
from adoptlog.store import schema

SCRIPTS = ScriptDirectory(str(Path(__file__).parent / "migrations"))


def upgrade(connection: Connection, to: str = schema.HEAD) -> str | None:
    """Take the steps up to version `to`: the version before, None without any tables. Raises `Unusable`."""
    before = schema.found(connection)
    _refuse_unknown(before, to)
    if before == schema.UNVERSIONED and not connection.dialect.has_table(connection, schema.version.name):
        schema.stamp(connection, before)
    context = MigrationContext.configure(
        connection,
        opts={"version_table": schema.version.name, "fn": lambda heads, _: SCRIPTS._upgrade_revs(to, heads)},
    )
    context.run_migrations(op=Operations(context))
    return before


def _refuse_unknown(before: str | None, to: str) -> None:
    known = sorted(step.revision for step in SCRIPTS.walk_revisions())
    if before is not None and before not in known:
        raise Unusable(
            "version {before} of the tables is not known to this adoptlog (up to {newest}): upgrade it",
            before=before,
            newest=known[-1],
        )
    if to not in known:
        raise Unusable("there is no version {to!r} of the tables: known are {known}", to=to, known=tuple(known))
    if before is not None and to < before:
        raise Unusable(
            "the tables are at version {before}, {to} is older: restore a backup to go back", before=before, to=to
        )
