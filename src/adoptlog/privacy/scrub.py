"""Scrubbing: clearing what a database keeps of deleted rows in free pages, its write-ahead log and its statistics."""

import sqlite3
import time
from typing import Any, Literal

import attrs
import sqlalchemy as sa
from sqlalchemy.engine import Connection
from sqlalchemy.exc import DBAPIError, OperationalError

from adoptlog.store.database import Database

_PATIENCE = 10.0
"""Seconds in which others may finish what they are reading."""
_PAUSE = 0.2


Hindrance = Literal["", "in_use", "old_transactions", "statistics", "failed"]


@attrs.frozen(kw_only=True)
class Scrubbed:
    """Whether deleted rows are gone from the files (`not_yet`: they can still be found there, and `why`)."""

    state: Literal["done", "not_yet", "not_asked"]
    why: Hindrance = ""


NOT_ASKED = Scrubbed(state="not_asked")


def scrub(database: Database, patience: float | None = None) -> Scrubbed:
    """Clear the files of a database of what was deleted before, as far as a client can; wait so many seconds for
    those who are using it."""
    patience = _PATIENCE if patience is None else patience
    if database.is_sqlite:
        with database.engine.connect() as connection:
            return _sqlite(connection, patience)
    with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        return _postgresql(connection, patience)


def _sqlite(connection: Connection, patience: float) -> Scrubbed:
    """VACUUM writes every page anew into the write-ahead log, the checkpoint moves them and empties the log.

    The row a checkpoint returns says whether a reader was in its way; the old bytes are then still in the log.
    """
    driver: Any = connection.connection.driver_connection
    (usual,) = driver.execute("PRAGMA busy_timeout").fetchone()
    driver.execute(f"PRAGMA busy_timeout={int(patience * 1000)}")
    try:
        driver.execute("VACUUM")
        busy, _, _ = driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    except sqlite3.Error as problem:
        return Scrubbed(state="not_yet", why="in_use" if "locked" in str(problem) else "failed")
    finally:
        driver.execute(f"PRAGMA busy_timeout={usual}")
    return Scrubbed(state="not_yet", why="in_use") if busy else Scrubbed(state="done")


def _postgresql(connection: Connection, patience: float) -> Scrubbed:
    """VACUUM FULL writes our tables anew, but keeps a deleted row as long as a transaction may still see it."""
    began = connection.exec_driver_sql("SELECT pg_current_xact_id()::xid::text").scalar_one()
    ends = time.monotonic() + patience
    while _still_seeing(connection, began):
        if time.monotonic() > ends:
            return Scrubbed(state="not_yet", why="old_transactions")
        time.sleep(_PAUSE)
    quote = connection.dialect.identifier_preparer.quote
    connection.exec_driver_sql(f"SET lock_timeout = '{int(patience * 1000)}'")
    try:
        for schema, table in _our_tables(connection):
            connection.exec_driver_sql(f"VACUUM (FULL, ANALYZE) {quote(schema)}.{quote(table)}")
        if not connection.exec_driver_sql(_MAY_VACUUM_STATISTICS).scalar():
            return Scrubbed(state="not_yet", why="statistics")
        connection.exec_driver_sql("VACUUM FULL pg_catalog.pg_statistic")
    except OperationalError:
        return Scrubbed(state="not_yet", why="in_use")
    except DBAPIError:
        return Scrubbed(state="not_yet", why="failed")
    finally:
        connection.invalidate()  # the setting ends with the session
    return Scrubbed(state="done")


_MAY_VACUUM_STATISTICS = """
SELECT pg_has_role(datdba, 'USAGE') OR (SELECT rolsuper FROM pg_roles WHERE rolname = current_user)
FROM pg_database WHERE datname = current_database()
"""


def _still_seeing(connection: Connection, began: str) -> int:
    """How many other transactions, prepared ones and replication slots keep rows that were deleted before."""
    return int(connection.execute(_SEEING, {"began": began}).scalar_one())


_SEEING = sa.text("""
SELECT (SELECT count(*) FROM pg_stat_activity
        WHERE pid <> pg_backend_pid() AND backend_type <> 'autovacuum worker'
          AND (datname = current_database() OR backend_type = 'walsender')
          AND greatest(age(backend_xmin), age(backend_xid)) >= age(CAST(:began AS xid)))
     + (SELECT count(*) FROM pg_prepared_xacts WHERE database = current_database())
     + (SELECT count(*) FROM pg_replication_slots WHERE xmin IS NOT NULL)
""")


def _our_tables(connection: Connection) -> list[tuple[str, str]]:
    query = (
        "SELECT schemaname, tablename FROM pg_tables"
        " WHERE starts_with(tablename, 'adoptlog_') AND schemaname = ANY (current_schemas(false)) ORDER BY 1, 2"
    )
    return [(schema, table) for schema, table in connection.exec_driver_sql(query)]
