"""For a host that keeps its tables with Alembic: leave ours alone, or have them in your own history.

In your `env.py`, so that `alembic revision --autogenerate` does not drop our tables:

    from adoptlog.alembic import include_name
    context.configure(…, include_name=include_name)

In a migration of yours, so that our tables come with your history:

    import adoptlog.alembic
    def upgrade():
        adoptlog.alembic.upgrade(op, to="0002")
"""

from collections.abc import Mapping
from typing import Any

from adoptlog.errors import Unusable
from adoptlog.store import schema as schemas

PREFIX = "adoptlog_"


def include_name(name: str | None, type_: str, parent_names: Mapping[str, str | None]) -> bool:
    """Whether the host's Alembic should look at a name: not at our tables, which all begin with `adoptlog_`.

    >>> include_name("adoptlog_event", "table", {}), include_name("customer", "table", {})
    (False, True)
    """
    return not (type_ == "table" and name is not None and name.startswith(PREFIX))


def upgrade(op: Any, to: str = schemas.HEAD, *, schema: str | None = None) -> None:
    """Create or update our tables up to a version, within the host's own migration.

    `op` is Alembic's, `schema` the PostgreSQL schema our tables live in. Name the version you want: a migration must
    do the same for ever. Raises `Unusable` for an unknown version, and offline (`--sql`).
    """
    from adoptlog.store.database import lock
    from adoptlog.store.migration import upgrade as take_steps

    if op.get_context().as_sql:
        raise Unusable("adoptlog's tables need a connection: run this migration online, without --sql")
    connection = op.get_bind()
    lock(connection, "schema")
    if schema is not None:
        connection.exec_driver_sql(f"CREATE SCHEMA IF NOT EXISTS {schemas.checked(schema)}")
    with schemas.within(connection, schema):
        take_steps(connection, to)
