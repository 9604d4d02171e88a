"""Tables come into being: what has to be said for that is worked out once per kind of database."""

from functools import cache

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Dialect


def create(connection: Connection, metadata: sa.MetaData) -> None:
    """Create all tables of a set, none of which may be there."""
    for statement in _creation(metadata, connection.dialect):
        connection.exec_driver_sql(statement)


@cache
def _creation(metadata: sa.MetaData, dialect: Dialect) -> tuple[str, ...]:
    said: list[str] = []
    listening = sa.create_mock_engine(
        f"{dialect.name}://", lambda statement, *_: said.append(str(statement.compile(dialect=dialect)))
    )
    metadata.create_all(listening, checkfirst=False)
    return tuple(said)
