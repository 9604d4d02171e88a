"""The engine of a database: how connections to it are made, and what was compiled for them."""

from collections.abc import Callable
from functools import cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.engine import URL, Dialect

BUSY_SECONDS = 30
_PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "secure_delete=ON",
    "foreign_keys=ON",
    f"busy_timeout={BUSY_SECONDS * 1000}",
)


def engine(url: URL, schema: str | None = None) -> sa.Engine:
    """The engine for a URL of a kind of database that is supported; on PostgreSQL our tables are in `schema`."""
    if url.get_backend_name() == "sqlite":
        return _sqlite(url)
    postgresql = sa.create_engine(url, pool_pre_ping=True, execution_options={"compiled_cache": {}})
    if schema is not None:
        event.listen(postgresql, "connect", _look_in(schema), insert=True)
    return postgresql


def is_in_memory(url: URL) -> bool:
    """Whether the database is one that lives as long as its connection."""
    return url.get_backend_name() == "sqlite" and url.database in (None, "", ":memory:")


def _sqlite(url: URL) -> sa.Engine:
    dialect, compiled = _of_all_sqlite()
    where, how = dialect.create_connect_args(url)

    def connect() -> Any:
        connection: Any = dialect.connect(*where, **{"timeout": BUSY_SECONDS, "check_same_thread": False, **how})
        connection.isolation_level = None
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        return connection

    pool = (sa.StaticPool if is_in_memory(url) else sa.QueuePool)(connect, dialect=dialect)
    engine = sa.Engine(pool, dialect, url, execution_options={"compiled_cache": compiled})
    event.listen(engine, "begin", _begin)
    return engine


@cache
def _of_all_sqlite() -> tuple[Dialect, dict[Any, Any]]:
    """The dialect of all SQLite databases of a process, and the statements compiled for it.

    SQLAlchemy compiles anew for each dialect object: half of the time of a test that has a log in memory of its own.
    """
    first = sa.create_engine("sqlite://")
    with first.connect():  # the dialect finds out what this SQLite can
        pass
    first.dispose()
    return first.dialect, {}


def _begin(connection: sa.Connection) -> None:
    write = connection.get_execution_options().get("adoptlog_write")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")


def _look_in(schema: str) -> Callable[[Any, Any], None]:
    """Set the schema of a new connection, outside its transactions."""

    def look_in(driver_connection: Any, _: Any) -> None:
        before, driver_connection.autocommit = driver_connection.autocommit, True
        with driver_connection.cursor() as cursor:
            cursor.execute(f"SET search_path TO {schema}")
        driver_connection.autocommit = before

    return look_in
