"""Rebuild, blue/green: a second set of read tables is filled and swapped in; readers never see it half-built."""

from collections.abc import Callable

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from adoptlog.application import AdoptionApplication, create_read_tables
from adoptlog.projections.projector import Projector
from adoptlog.projections.tables import read_tables
from adoptlog.store.database import lock
from adoptlog.store.sequencer import number, position_at

_NEXT = "_next"


def rebuild(application: AdoptionApplication, progress: Callable[[int, int], None]) -> int:
    """Fill new read tables from the first event on, swap them in, and say how many events that were."""
    database = application.database
    number(database)
    with database.writing() as connection:
        create_read_tables(connection, _NEXT)
    green = Projector(database, application.event_recorder, _NEXT)
    more = True
    while more:
        more = green.take_batch()
        with database.reading() as connection:
            progress(green.position(connection), position_at(connection, None))
    with database.writing() as connection:
        lock(connection, "projector")
        while green.take_batch_within(connection):
            pass
        done = green.position(connection)
        _swap(connection)
    return done


def _swap(connection: Connection) -> None:
    blue, green = read_tables(), read_tables(_NEXT)
    indexes = [(index.name, table.name) for table in green.metadata.sorted_tables for index in table.indexes]
    blue.metadata.drop_all(connection)
    for name, place in indexes:
        connection.execute(sa.text(f"DROP INDEX {name}"))
        connection.execute(sa.text(f"CREATE INDEX ix_{place.removesuffix(_NEXT)}_programs ON {place} (programs)"))
    for table in green.metadata.sorted_tables:
        connection.execute(sa.text(f"ALTER TABLE {table.name} RENAME TO {table.name.removesuffix(_NEXT)}"))
