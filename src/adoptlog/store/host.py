"""Inside the host application's own transaction: its SQLAlchemy session or connection, or its DB-API connection."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from adoptlog.errors import Unusable
from adoptlog.store.database import Database
from adoptlog.store.schema import within


@contextmanager
def host_transaction(database: Database, session: Any, connection: Any) -> Iterator[Connection]:
    """A savepoint in the host's transaction; never committed by us, and usable for the host after a refusal."""
    if session is not None and connection is not None:
        raise Unusable("give session= or connection=, not both: there is one transaction to record in")
    if session is not None:
        connection = session.connection()
    if isinstance(connection, Connection):
        _begin_if_idle(connection.connection.driver_connection)
        with connection.begin_nested(), within(connection, database.schema):
            yield connection
        return
    with _wrapped(database, connection) as wrapped, wrapped.begin_nested(), within(wrapped, database.schema):
        yield wrapped


@contextmanager
def _wrapped(database: Database, dbapi_connection: Any) -> Iterator[Connection]:
    """The host's DB-API connection under SQLAlchemy, with commit, rollback and close taken out of our hands."""
    raw = getattr(dbapi_connection, "connection", dbapi_connection)  # Django's wrapper holds the driver's
    if raw is None:
        raise Unusable("the host's connection is not open: begin its transaction first")
    _begin_if_idle(raw)

    def borrow() -> Any:
        return _Borrowed(raw)

    options = database.engine.get_execution_options()  # with what was compiled already
    engine = sa.Engine(sa.StaticPool(borrow), database.engine.dialect, database.url, execution_options=options)
    connection = engine.connect()
    try:
        yield connection
    finally:
        connection.close()


class _Borrowed:
    """A DB-API connection whose transaction belongs to somebody else."""

    def __init__(self, raw: Any) -> None:
        self.__dict__["_raw"] = raw

    def __getattr__(self, name: str) -> Any:
        return getattr(self._raw, name)

    def __setattr__(self, name: str, value: Any) -> None:
        setattr(self._raw, name, value)

    def commit(self) -> None:
        """The host commits."""

    def rollback(self) -> None:
        """The host rolls back."""

    def close(self) -> None:
        """The host closes."""


def _begin_if_idle(raw: Any) -> None:
    """A savepoint outside a transaction would commit by itself: begin the host's transaction, or say that none is."""
    in_transaction = getattr(raw, "in_transaction", None)
    if in_transaction is False:
        if getattr(raw, "isolation_level", "") is None:
            raise Unusable("the host's connection is in autocommit mode: begin a transaction, then record in it")
        raw.execute("BEGIN")
    elif getattr(raw, "autocommit", False) is True and in_transaction is None and _is_idle(raw):
        raise Unusable("the host's connection is in autocommit mode: begin a transaction, then record in it")


def _is_idle(raw: Any) -> bool:
    info = getattr(raw, "info", None)
    return info is not None and getattr(info, "transaction_status", 1) == 0
