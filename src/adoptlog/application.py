"""The event-sourced application: the eventsourcing library with our mapper, recorder and projection."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from eventsourcing.application import Application
from eventsourcing.persistence import (
    AggregateRecorder,
    ApplicationRecorder,
    InfrastructureFactory,
    Mapper,
    ProcessRecorder,
)
from eventsourcing.utils import Environment
from sqlalchemy.engine import Connection

from adoptlog.domain.event import Event
from adoptlog.projections.projector import Projector, Standing
from adoptlog.projections.read_model import Common, StoredReadModel
from adoptlog.projections.tables import read_tables
from adoptlog.store import creation
from adoptlog.store.codec import EventMapper
from adoptlog.store.database import Database, has_table, lock
from adoptlog.store.recorder import EventRecorder
from adoptlog.store.settings import database_key


class _Factory(InfrastructureFactory[Any]):
    """Our recorder and mapper, where the library would look for a persistence module."""

    def __init__(self, env: Environment, recorder: EventRecorder) -> None:
        super().__init__(env)
        self._recorder = recorder

    def mapper(self, *args: Any, **kwargs: Any) -> Mapper[Any]:
        return EventMapper()

    def application_recorder(self) -> ApplicationRecorder:
        return self._recorder

    def aggregate_recorder(self, purpose: str = "events") -> AggregateRecorder:
        return self._recorder

    def tracking_recorder(self, tracking_recorder_class: Any = None) -> Any:
        raise NotImplementedError("positions are tracked in adoptlog_tracking, with the rows they stand for")

    def process_recorder(self) -> ProcessRecorder:
        raise NotImplementedError("the read model is kept by adoptlog.projections")


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
                lock(connection, "schema")
                if not _has_read_tables(connection):  # or has somebody else been faster?
                    create_read_tables(connection)
                database_key(connection)  # from the beginning, so that every backup has the same
        self.projector = Projector(database, self.event_recorder)
        self._common = Common()
        if missing:
            self.projector.catch_up()

    def construct_factory(self, env: Environment) -> InfrastructureFactory[Any]:
        return _Factory(env, self.event_recorder)

    @contextmanager
    def current(self) -> Iterator[StoredReadModel]:
        """The read model within one transaction, with all in it that was committed before: you read what you wrote."""
        with self.database.reading() as connection:
            standing = self.projector.standing(connection)
            if standing is not None:
                yield self._read_model(connection, standing)
        if standing is None:
            self.projector.catch_up()
            with self.database.reading() as connection:
                yield StoredReadModel(connection, self.projector.tables)

    def _read_model(self, connection: Connection, standing: Standing) -> StoredReadModel:
        if self._common.changed_at != standing.common:
            self._common = Common(standing.common)
        return StoredReadModel(connection, self.projector.tables, self._common)

    @contextmanager
    def recording(self) -> Iterator[Connection]:
        """A transaction of our own in which events are recorded; when it is over, the read model has them.

        On SQLite that is one commit (ADR 12), elsewhere what was committed is numbered and taken in afterwards (ADR 2).
        """
        with self.database.writing() as connection:
            yield connection
            if self.database.is_sqlite:
                self.projector.take_in_within(connection)
        if not self.database.is_sqlite:
            self.projector.take_in()

    def append(self, connection: Connection, events: Sequence[Event], import_id: int | None) -> None:
        """Append decided events within a transaction. Raises `IntegrityError` when another writer was first."""
        self.events.put(events, connection=connection, import_id=import_id)


def _has_read_tables(connection: Connection) -> bool:
    """Whether there are the read tables of this version; those of an earlier one are filled anew."""
    return has_table(connection, read_tables().checkpoint)


def create_read_tables(connection: Connection, suffix: str = "") -> None:
    """Create one set of read tables, empty."""
    lock(connection, "schema")
    read_tables(suffix).metadata.drop_all(connection)
    creation.create(connection, read_tables(suffix).metadata)
