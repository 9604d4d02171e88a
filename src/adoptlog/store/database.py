"""One database, SQLite or PostgreSQL: how it is opened, and how a transaction to read or to write in begins."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy import exc
from sqlalchemy.engine import URL, Connection, make_url

from adoptlog.errors import AdoptLogError, Unusable
from adoptlog.store import schema as schemas
from adoptlog.store.engines import BUSY_SECONDS, engine

LOCKS = {
    "schema": 0x61646F70,
    "sequencer": 0x61646F71,
    "projector": 0x61646F72,
    "import": 0x61646F73,
    "notify": 0x61646F74,
    "push": 0x61646F75,
    "seal": 0x61646F76,
}
_SUPPORTED = ("sqlite", "postgresql")


class Database:
    """The engine of one database, with the transactions adoptlog needs. May be shared by threads.

    `schema` is the PostgreSQL schema with our tables. `migrate` brings the tables of an older adoptlog up to date;
    without it they are refused.
    """

    def __init__(self, url: str, *, schema: str | None = None, migrate: bool = False) -> None:
        self.url = _parsed(url)
        self.schema = schemas.checked(schema) if schema is not None else None
        if self.schema is not None and self.is_sqlite:
            raise Unusable("schema={schema!r} is for PostgreSQL: an SQLite database has no schemas", schema=schema)
        self.engine = engine(self.url, self.schema)
        self.migrated_from: str | None = schemas.HEAD
        try:
            self._prepare(migrate)
        except AdoptLogError:
            self.engine.dispose()
            raise
        except exc.OperationalError as problem:
            self.engine.dispose()
            raise Unusable(
                "the database {where} cannot be opened: {orig}", where=self.where, orig=problem.orig
            ) from problem
        except exc.DatabaseError as problem:
            self.engine.dispose()
            raise Unusable(
                "{where} is not a database adoptlog can use: {orig}", where=self.where, orig=problem.orig
            ) from problem

    @property
    def is_sqlite(self) -> bool:
        return self.url.get_backend_name() == "sqlite"

    @property
    def where(self) -> str:
        """The address, fit for a message."""
        return self.url.render_as_string(hide_password=True)

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
                driver.execute(f"PRAGMA busy_timeout={BUSY_SECONDS * 1000}")

    def close(self) -> None:
        self.engine.dispose()

    def _prepare(self, migrate: bool) -> None:
        """Today's tables in a fresh database; those of another version are brought up to date or refused."""
        with self.reading() as connection:
            revision = schemas.found(connection)
        if revision == schemas.HEAD:
            return
        with self.writing() as connection:
            lock(connection, "schema")
            self._create_or_migrate(connection, migrate)

    def _create_or_migrate(self, connection: Connection, migrate: bool) -> None:
        if self.schema is not None:
            connection.exec_driver_sql(f"CREATE SCHEMA IF NOT EXISTS {self.schema}")
        revision = schemas.found(connection)  # or has somebody else been faster?
        if revision is None:
            self.migrated_from = None
            schemas.create(connection)
        elif not migrate:
            schemas.refuse_others(revision, self.where)
        else:
            from adoptlog.store.migration import upgrade

            self.migrated_from = upgrade(connection)


def migrate(url: str, *, schema: str | None = None) -> tuple[str | None, str]:
    """Bring the tables of an older adoptlog up to date: the version before and the one now.

    One transaction: whoever is stopped in it finds the older version, and does it again. A fresh database gets its
    tables (the version before is None then).
    """
    database = Database(url, schema=schema, migrate=True)
    database.close()
    return database.migrated_from, schemas.HEAD


def lock(connection: Connection, name: str) -> None:
    """Let one at a time do `name`, until the end of the transaction. On SQLite the write lock does that already."""
    if connection.dialect.name == "postgresql":
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock(LOCKS[name])))


def has_table(connection: Connection, table: sa.Table) -> bool:
    """Whether a table is there."""
    return connection.dialect.has_table(connection, table.name)


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
