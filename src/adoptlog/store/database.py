"""One database, SQLite or PostgreSQL: how it is opened, and how a transaction to read or to write in begins."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event, exc
from sqlalchemy.engine import URL, Connection, make_url

from adoptlog.errors import Unusable
from adoptlog.store import tables

LOCKS = {
    "schema": 0x61646F70,
    "sequencer": 0x61646F71,
    "projector": 0x61646F72,
    "import": 0x61646F73,
    "notify": 0x61646F74,
}
_BUSY_SECONDS = 30
_SUPPORTED = ("sqlite", "postgresql")


class Database:
    """The engine of one database, with the transactions adoptlog needs. May be shared by threads."""

    def __init__(self, url: str) -> None:
        self.url = _parsed(url)
        self.engine = self._engine()
        try:
            self._create_schema()
        except exc.OperationalError as problem:
            self.engine.dispose()
            where = self.url.render_as_string(hide_password=True)
            raise Unusable("the database {where} cannot be opened: {orig}", where=where, orig=problem.orig) from problem
        except exc.DatabaseError as problem:
            self.engine.dispose()
            where = self.url.render_as_string(hide_password=True)
            raise Unusable(
                "{where} is not a database adoptlog can use: {orig}", where=where, orig=problem.orig
            ) from problem

    @property
    def is_sqlite(self) -> bool:
        return self.url.get_backend_name() == "sqlite"

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that sees one state of the database."""
        options = {} if self.is_sqlite else {"isolation_level": "REPEATABLE READ"}
        with self.engine.connect().execution_options(**options) as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that may write; on SQLite it takes the write lock at once, so that it cannot deadlock."""
        with self.engine.connect().execution_options(adoptlog_write=True) as connection, connection.begin():
            yield connection

    @contextmanager
    def writing_if_free(self) -> Iterator[Connection]:
        """The same for what can wait for another time: a `DBAPIError` at once if somebody else is writing."""
        if not self.is_sqlite:
            with self.writing() as connection:
                connection.exec_driver_sql("SET LOCAL lock_timeout = '100ms'")
                yield connection
            return
        with self.engine.connect().execution_options(adoptlog_write=True) as connection:
            driver: Any = connection.connection.driver_connection
            driver.execute("PRAGMA busy_timeout=0")
            try:
                with connection.begin():
                    yield connection
            finally:
                driver.execute(f"PRAGMA busy_timeout={_BUSY_SECONDS * 1000}")

    def close(self) -> None:
        self.engine.dispose()

    def _engine(self) -> sa.Engine:
        if not self.is_sqlite:
            return sa.create_engine(self.url, pool_pre_ping=True)
        in_memory = self.url.database in (None, "", ":memory:")
        pool: dict[str, Any] = {"poolclass": sa.StaticPool} if in_memory else {}
        engine = sa.create_engine(self.url, connect_args={"timeout": _BUSY_SECONDS, "check_same_thread": False}, **pool)
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
        return engine

    def _create_schema(self) -> None:
        with self.reading() as connection:
            if sa.inspect(connection).has_table(tables.setting.name):
                return
        with self.writing() as connection:
            lock(connection, "schema")
            tables.metadata.create_all(connection)


def lock(connection: Connection, name: str) -> None:
    """Let one at a time do `name`, until the end of the transaction. On SQLite the write lock does that already."""
    if connection.dialect.name == "postgresql":
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock(LOCKS[name])))


def _parsed(url: str) -> URL:
    if "://" not in url:
        url = f"sqlite:///{Path(url)}"
    try:
        parsed = make_url(url)
    except exc.ArgumentError:
        raise Unusable(
            "{url!r} is not a database: give a file path or a URL such as sqlite:///adoptlog.db", url=url
        ) from None
    if parsed.get_backend_name() not in _SUPPORTED:
        raise Unusable("{kind} is not supported: use SQLite or PostgreSQL", kind=parsed.get_backend_name())
    if parsed.drivername == "postgresql":
        parsed = parsed.set(drivername="postgresql+psycopg")
    return parsed


def _prepare_sqlite(driver_connection: Any, _: Any) -> None:
    driver_connection.isolation_level = None
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",
        "secure_delete=ON",
        "foreign_keys=ON",
        f"busy_timeout={_BUSY_SECONDS * 1000}",
    ):
        driver_connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    write = connection.get_execution_options().get("adoptlog_write")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")
