"""What a database knows about itself."""

import secrets

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from adoptlog.store import tables
from adoptlog.store.many import upsert

_setting = tables.setting
_VALUE = sa.select(_setting.c.value).where(_setting.c.name == sa.bindparam("of"))


def database_key(connection: Connection) -> bytes:
    """The database's own random key, made when it is first asked for."""
    key = connection.scalar(_VALUE, {"of": "key"})
    if key is None:
        key = secrets.token_bytes(32)
        connection.execute(_setting.insert().values(name="key", value=key))
    return bytes(key)


def read(connection: Connection, name: str) -> str | None:
    """What is kept under a name."""
    value = connection.scalar(_VALUE, {"of": name})
    return None if value is None else bytes(value).decode()


def write(connection: Connection, name: str, value: str) -> None:
    """Keep something under a name."""
    upsert(connection, _setting, [{"name": name, "value": value.encode()}])
