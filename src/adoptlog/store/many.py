"""Many rows at once: statements that are made only once, and thousands of rows in one of them."""

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import Any, cast

import msgspec
import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.engine import Connection


def one_of_many(dialect: str, column: "sa.Column[str]") -> "sa.ColumnElement[bool]":
    """Whether a column holds one of many texts, which are the single parameter `texts`."""
    if dialect == "postgresql":
        return column == sa.any_(sa.bindparam("texts", type_=ARRAY(sa.Text)))
    given = sa.func.json_each(sa.bindparam("texts")).table_valued("value")
    return column.in_(sa.select(given.c.value))


def many(dialect: str, texts: Iterable[str]) -> dict[str, Any]:
    """The texts for `one_of_many`."""
    return {"texts": list(texts) if dialect == "postgresql" else msgspec.json.encode(list(texts)).decode()}


def insert_many(
    connection: Connection, table: sa.Table, columns: Sequence[str], rows: Sequence[tuple[Any, ...]]
) -> None:
    """Insert rows of numbers, texts and bytes as the driver takes them, past SQLAlchemy's work on each."""
    if not rows:
        return
    into = f"INSERT INTO {table.name} ({', '.join(columns)})"
    if connection.dialect.name == "postgresql":
        types = (table.c[name].type.compile(connection.dialect) for name in columns)
        arrays = ", ".join(f"%s::{type_}[]" for type_ in types)
        values = tuple(list(column) for column in zip(*rows, strict=True))
        connection.exec_driver_sql(f"{into} SELECT * FROM unnest({arrays})", values)
    else:
        marks = ", ".join("?" * len(columns))
        connection.exec_driver_sql(f"{into} VALUES ({marks})", list(rows))


def upsert(connection: Connection, table: sa.Table, rows: Sequence[dict[str, Any]]) -> None:
    """Insert rows, or update those whose key is there."""
    if rows:
        connection.execute(_upsert(connection.dialect.name, table, tuple(rows[0])), list(rows))


@cache
def _upsert(dialect: str, table: sa.Table, columns: tuple[str, ...]) -> sa.Insert:
    """Made once: to make a statement takes SQLAlchemy several times as long as to execute it."""
    insert: Callable[..., Any]
    if dialect == "postgresql":
        from sqlalchemy.dialects.postgresql import insert
    else:
        from sqlalchemy.dialects.sqlite import insert
    statement = insert(table)
    keys = [column.name for column in table.primary_key]
    if values := {name: statement.excluded[name] for name in columns if name not in keys}:
        return cast(sa.Insert, statement.on_conflict_do_update(index_elements=keys, set_=values))
    return cast(sa.Insert, statement.on_conflict_do_nothing(index_elements=keys))


def reserve(connection: Connection, key: "sa.Column[int]", number: int) -> list[int]:
    """So many numbers of a table's serial key that nobody has or had, to be inserted with the rows."""
    table = key.table.name
    if connection.dialect.name == "postgresql":
        sequence = sa.func.nextval(sa.func.pg_get_serial_sequence(table, key.name))
        return list(connection.scalars(sa.select(sequence).select_from(sa.func.generate_series(1, number))))
    last = connection.scalar(sa.text("SELECT seq FROM sqlite_sequence WHERE name = :table"), {"table": table}) or 0
    return list(range(last + 1, last + 1 + number))
