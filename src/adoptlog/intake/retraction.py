"""Taking a whole wrong import back: by retractions, nothing is erased."""

import attrs
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from adoptlog.application import AdoptionApplication
from adoptlog.domain.event import Event
from adoptlog.domain.facts import UsageReported
from adoptlog.domain.stream import Stream
from adoptlog.errors import NotFound, Refused
from adoptlog.intake.record import Terms
from adoptlog.intake.source_records import now_said_by
from adoptlog.store import tables
from adoptlog.store.codec import EventMapper

_event, _import = tables.event, tables.import_


@attrs.frozen
class Retraction:
    """What was taken back, and which later imports had brought some of it again."""

    import_id: int
    events: int
    also_brought_by: tuple[int, ...]


def retract(application: AdoptionApplication, import_id: int, terms: Terms) -> Retraction:
    """Take back what an import recorded. Raises `NotFound`, or `Refused` if that has been done."""
    with application.recording() as connection:
        row = connection.execute(sa.select(_import).where(_import.c.id == import_id)).one_or_none()
        if row is None:
            raise NotFound("there is no import {import_id}: `imports list` shows which there are", import_id=import_id)
        if row.retracted_at is not None:
            raise Refused("import {import_id} has been taken back already", import_id=import_id)
        recorded = _recorded(connection, application, import_id)
        events = _retractions(connection, application, recorded, import_id, terms)
        application.append(connection, events, None)
        at = int(terms.now.timestamp() * 1_000_000)
        connection.execute(sa.update(_import).where(_import.c.id == import_id).values(retracted_at=at))
        later = _also_brought(connection, import_id, recorded)
    return Retraction(import_id, len(events), later)


def _recorded(connection: Connection, application: AdoptionApplication, import_id: int) -> list[Event]:
    to_event = EventMapper().to_domain_event
    query = sa.select(_event.c.originator_id, _event.c.originator_version, _event.c.topic, _event.c.state)
    from eventsourcing.persistence import StoredEvent

    rows = connection.execute(query.where(_event.c.import_id == import_id).order_by(_event.c.id))
    return [to_event(StoredEvent(*row)) for row in rows]


def _retractions(
    connection: Connection, application: AdoptionApplication, recorded: list[Event], import_id: int, terms: Terms
) -> list[Event]:
    """What takes back the events that still stand or stood; what a correction among them had replaced stands again."""
    at, because = terms.circumstances(), f"import {import_id} was taken back"
    streams = {event.originator_id: Stream(event.originator_id) for event in recorded}
    to_event = EventMapper().to_domain_event
    for stored in application.event_recorder.select_streams(streams, connection):
        event: Event = to_event(stored)
        streams[event.originator_id].apply(event)
    events = []
    for event in recorded:
        stream, version = streams[event.originator_id], event.originator_version
        before = stream.summary.revisions(version)
        if before or stream.summary.is_replaced(version):
            events.append(stream.retract(version, at, because))
            if len(before) > 1:
                now_said_by(connection, stream.id, version, before[-2].version)
    return events


def _also_brought(connection: Connection, import_id: int, recorded: list[Event]) -> tuple[int, ...]:
    details = {
        (
            event.originator_id,
            event.fact.on.toordinal() if isinstance(event.fact, UsageReported) else event.originator_version,
        )
        for event in recorded
    }
    table = tables.import_duplicate
    query = (
        sa.select(table.c.import_id, table.c.originator_id, table.c.detail)
        .join_from(table, _import, _import.c.id == table.c.import_id)
        .where(table.c.import_id > import_id, _import.c.retracted_at.is_(None))
    )
    return tuple(sorted({number for number, id_, detail in connection.execute(query) if (id_, detail) in details}))
