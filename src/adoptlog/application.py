"""The event-sourced application: the eventsourcing library with our mapper, recorder and projection."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from eventsourcing.application import Application
from eventsourcing.persistence import ApplicationRecorder, InfrastructureFactory, Mapper
from eventsourcing.utils import Environment
from sqlalchemy.engine import Connection

from adoptlog.domain.event import Event
from adoptlog.projections.projector import Projector
from adoptlog.projections.tables import read_tables
from adoptlog.store.codec import EventMapper
from adoptlog.store.database import Database
from adoptlog.store.recorder import EventRecorder


class AdoptionApplication(Application[UUID]):
    """Repository, optimistic concurrency and notification log over one database."""

    name = "adoptlog"

    def __init__(self, database: Database) -> None:
        self.database = database
        self.event_recorder = EventRecorder(database)
        super().__init__()
        with database.reading() as connection:
            missing = not _has_read_tables(connection)
        if missing:
            with database.writing() as connection:
                create_read_tables(connection)
        self.projector = Projector(database, self.event_recorder)

    def construct_factory(self, env: Environment) -> InfrastructureFactory[Any]:
        return InfrastructureFactory(env)  # type: ignore[abstract]

    def construct_mapper(self) -> Mapper[UUID]:
        return EventMapper()

    def construct_recorder(self) -> ApplicationRecorder:
        return self.event_recorder

    def append(self, connection: Connection, events: Sequence[Event], import_id: int | None) -> None:
        """Append decided events within a transaction. Raises `IntegrityError` when another writer was first."""
        self.events.put(events, connection=connection, import_id=import_id)


def _has_read_tables(connection: Connection) -> bool:
    return connection.dialect.has_table(connection, read_tables().tracking.name)


def create_read_tables(connection: Connection, suffix: str = "") -> None:
    """Create one set of read tables."""
    from adoptlog.store.database import lock

    lock(connection, "schema")
    read_tables(suffix).metadata.create_all(connection)
