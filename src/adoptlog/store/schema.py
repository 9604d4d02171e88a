"""Which version the tables have: a fresh database gets today's at once, one of another version is not touched.

The steps from one version to the next are in `migrations`; that they end at what `tables` says is held by a test.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from adoptlog.errors import Outdated, Unusable
from adoptlog.store import creation, tables

HEAD = "0003"
"""The version of the tables that this adoptlog reads and writes: the revision of the last migration."""

UNVERSIONED = "0001"
"""Version 0.1.0 kept no version."""

version = sa.Table(
    "adoptlog_version",
    sa.MetaData(),
    sa.Column("version_num", sa.String(32), nullable=False),
    sa.PrimaryKeyConstraint("version_num", name="adoptlog_version_pkc"),
)
_NAME = re.compile(r"[a-z_][a-z0-9_]{0,62}")


def found(connection: Connection) -> str | None:
    """The version of the tables in a database, None without any."""
    if connection.dialect.has_table(connection, version.name):
        return connection.scalar(sa.select(version.c.version_num))
    return UNVERSIONED if connection.dialect.has_table(connection, tables.setting.name) else None


def create(connection: Connection) -> None:
    """All tables as they are today, in a database that has none."""
    creation.create(connection, tables.metadata)
    version.create(connection)
    connection.execute(version.insert().values(version_num=HEAD))


def stamp(connection: Connection, revision: str) -> None:
    """Note the version of tables that are there."""
    version.create(connection, checkfirst=True)
    connection.execute(version.insert().values(version_num=revision))


def refuse_others(revision: str, where: str) -> None:
    """Raise `Outdated` for an earlier version, `Unusable` for a later one."""
    if revision < HEAD:
        raise Outdated(
            "the tables in {where} are of an older adoptlog (version {revision}, this one needs {needed}): make "
            "a backup, then run `adoptlog migrate`",
            where=where,
            revision=revision,
            needed=HEAD,
        )
    if revision > HEAD:
        raise Unusable(
            "the tables in {where} are of a newer adoptlog (version {revision}, this one knows {newest}): "
            "upgrade adoptlog to open it",
            where=where,
            revision=revision,
            newest=HEAD,
        )


def checked(schema: str) -> str:
    """The name of a PostgreSQL schema. Raises `Unusable` for what would need quoting."""
    if not _NAME.fullmatch(schema):
        raise Unusable(
            "{schema!r} is not a schema adoptlog can use: lower-case letters, digits and _ only", schema=schema
        )
    return schema


@contextmanager
def within(connection: Connection, schema: str | None) -> Iterator[None]:
    """Look for our tables in a schema, on a connection that is somebody else's, and leave it as it was."""
    if schema is None:
        yield
        return
    before = connection.scalar(sa.select(sa.func.current_setting("search_path")))
    _look_in(connection, schema)
    yield
    _look_in(connection, before or "")  # after an error the transaction or its savepoint is rolled back, and this too


def _look_in(connection: Connection, path: str) -> None:
    connection.execute(sa.select(sa.func.set_config("search_path", path, True)))
