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
        raise Unusable(f"version {before} of the tables is not known to this adoptlog (up to {known[-1]}): upgrade it")
    if to not in known:
        raise Unusable(f"there is no version {to!r} of the tables: known are {', '.join(known)}")
    if before is not None and to < before:
        raise Unusable(f"the tables are at version {before}, {to} is older: restore a backup to go back")
