"""Work that only one process may be at: the others wait for their turn."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager

import sqlalchemy as sa
from sqlalchemy import exc

from adoptlog.errors import Unusable
from adoptlog.store.database import LOCKS, Database
from adoptlog.store.engines import is_in_memory

_PATIENCE = 600
_here = threading.Lock()


@contextmanager
def taking_turns(database: Database, work: str) -> Iterator[None]:
    """Hold the turn at some work without holding a transaction; it is given back when the process dies.

    Raises `Unusable` when somebody else keeps it for too long.
    """
    if not database.is_sqlite:
        turn = _on_postgresql(database, work)
    elif is_in_memory(database.url):
        turn = _in_this_process()
    else:
        turn = _beside_the_file(f"{database.url.database}.{work}", work)
    with turn:
        yield


@contextmanager
def _on_postgresql(database: Database, work: str) -> Iterator[None]:
    with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        try:
            connection.exec_driver_sql(f"SET lock_timeout = '{_PATIENCE}s'")
            connection.execute(sa.select(sa.func.pg_advisory_lock(LOCKS[work])))
        except exc.OperationalError:
            connection.invalidate()
            raise _taken(work) from None
        try:
            yield
        finally:
            connection.invalidate()  # the lock and the setting end with the session


@contextmanager
def _beside_the_file(path: str, work: str) -> Iterator[None]:
    """SQLite's own lock, on an empty file: the database itself stays free for everybody else."""
    with closing(sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)) as lock:
        try:
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError:
            raise _taken(work) from None
        yield


@contextmanager
def _in_this_process() -> Iterator[None]:
    with _here:
        yield


def _taken(work: str) -> Unusable:
    return Unusable(
        "somebody else has been at `{work}` on this database for {patience} seconds: try again later",
        work=work,
        patience=_PATIENCE,
    )
