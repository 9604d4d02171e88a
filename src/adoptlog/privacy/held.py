"""Everything held on one person, as it is handed out to them: facts with date and source, use, words, who looked."""

import json
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import attrs
import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from adoptlog.domain.dates import dated
from adoptlog.domain.facts import FollowUpRaised
from adoptlog.domain.facts.fields import person_fields, text_fields
from adoptlog.domain.usage_reports import BLOCK
from adoptlog.privacy.access import looks_at
from adoptlog.privacy.forgetting import Holdings
from adoptlog.privacy.purpose import Purpose
from adoptlog.privacy.traces import holds
from adoptlog.projections.read_model import StoredReadModel
from adoptlog.projections.tiles import stored_cells
from adoptlog.store import directory, moments, tables
from adoptlog.store.codec import decode

_event, _log, _text, _letter = tables.event, tables.log, tables.text, tables.dead_letter
_AT_ONCE = 500
_LAST_DAY = date.max.toordinal()


def held_on(read: StoredReadModel, held: Holdings, purpose: Purpose | None, at: datetime) -> dict[str, Any]:
    """The whole of it, as a mapping that JSON can hold."""
    connection, who = read.connection, held.who
    mine = set(directory.references(connection, who.numbers).values())
    facts = list(_events(connection, mine))
    about = {
        id_.hex
        for id_, summary in read.follow_ups().items()
        if any(raised.person in mine for raised in summary.of(FollowUpRaised))
    }
    follow_ups = list(_events(connection, about))
    told = _Telling(connection, [said.fact for _, said in (*facts, *follow_ups)])
    records = _source_records(connection, who.numbers)
    return {
        "made_at": at.astimezone(UTC).isoformat(timespec="seconds"),
        "purpose": None if purpose is None else msgspec.to_builtins(purpose),
        "person": {"ids": list(who.ids), "name": who.name},
        "facts": [
            told.whole(row, said, records.get((row.originator_id, row.originator_version))) for row, said in facts
        ],
        "use": list(_use(read, who.numbers)),
        "follow_ups": [told.whole(row, said, None) for row, said in follow_ups],
        "named_in": [told.outline(row, said) for row, said in _naming(connection, mine, about)],
        "words": _words(connection, who.numbers),
        "source_records": [{"system": row.system, "id": row.source_id} for row in records.values()],
        "dead_letters": list(_letters(connection, held.found.letters)),
        "imported_files": [name for name, _ in held.found.sources],
        "words_about_others": len(held.found.texts),
        "looks": [
            attrs.asdict(look) | {"at": look.at.isoformat(timespec="seconds")}
            for look in looks_at(connection, who.numbers)
        ],
    }


class _Telling:
    """Facts as they are told to somebody: words and the people they dealt with are written out."""

    def __init__(self, connection: Connection, facts: list[Any]) -> None:
        named = [value for fact in facts for name in person_fields(type(fact)) if (value := getattr(fact, name))]
        texts = [value for fact in facts for name in text_fields(type(fact)) if (value := getattr(fact, name))]
        self._words = directory.texts(connection, texts)
        self._words.update(directory.names_of_streams(connection, [UUID(one) for one in named if _is_random(one)]))

    def whole(self, row: Any, said: Any, record: Any) -> dict[str, Any]:
        """A fact with everything it says."""
        fact = said.fact
        referring = (*person_fields(type(fact)), *text_fields(type(fact)))
        says = {name: value for name, value in msgspec.to_builtins(fact).items() if value not in (None, [], "", {})}
        says |= {name: self._words.get(says[name], says[name]) for name in referring if name in says}
        return (
            {"number": row.originator_version}
            | self.outline(row, said)
            | {
                "says": says,
                "source_record": None if record is None else record.source_id,
            }
        )

    def outline(self, row: Any, said: Any) -> dict[str, Any]:
        """What kind of fact, when, and from where."""
        day = dated(said.fact)
        return {
            "on": None if day is None else day.isoformat(),
            "fact": type(said.fact).__name__,
            "source": said.by[0],
            "known_since": moments.written(row.sequenced_at),
        }


def _events(connection: Connection, streams: Iterable[str]) -> Iterator[tuple[Any, Any]]:
    """The events of some streams in order, as stored and as read."""
    every = [UUID(id_) for id_ in sorted(streams)]
    for start in range(0, len(every), _AT_ONCE):
        query = _with_position().where(_event.c.originator_id.in_(every[start : start + _AT_ONCE]))
        for row in connection.execute(query.order_by(_log.c.position)).all():
            yield row, decode(row.topic, bytes(row.state))


def _naming(connection: Connection, mine: set[str], about: set[str]) -> Iterator[tuple[Any, Any]]:
    """Events of other streams in which the person stands: as manager, owner, helper. About whom is not told."""
    theirs = {UUID(id_) for id_ in (*mine, *about)}
    query = _with_position().where(
        ~_event.c.topic.startswith("usage-reported."), holds(connection, _event.c.state, mine)
    )
    for row in connection.execute(query.order_by(_log.c.position)).all():
        if row.originator_id not in theirs:
            yield row, decode(row.topic, bytes(row.state))


def _with_position() -> "sa.Select[Any]":
    return sa.select(_event, _log.c.sequenced_at).join_from(_event, _log, _log.c.event_id == _event.c.id)


def _use(read: StoredReadModel, numbers: Iterable[int]) -> Iterator[dict[str, Any]]:
    """Every reported day: the tool, the use case and how often; 0 is a day reported as unused."""
    feeds = read.feeds()
    days = []
    for no in numbers:
        block, place = divmod(no, BLOCK)
        for feed, day, _ in read.use_of_one(no, feeds, _LAST_DAY):
            count = int(stored_cells(read.connection, read.tables, block, feed, day)[place]) - 1
            days.append((day, feeds[feed], count))
    for day, told, count in sorted(days, key=lambda one: (one[0], one[1].tool, one[1].use_case)):
        yield {"on": date.fromordinal(day).isoformat(), "count": count} | attrs.asdict(told)


def _words(connection: Connection, numbers: Iterable[int]) -> list[str]:
    query = sa.select(_text.c.words).where(_text.c.no.in_(list(numbers)))
    return sorted(connection.scalars(query))


def _source_records(connection: Connection, numbers: Iterable[int]) -> dict[tuple[Any, Any], Any]:
    table = tables.source_record
    rows = connection.execute(sa.select(table).where(table.c.no.in_(list(numbers))))
    return {_place(row): row for row in rows}


def _place(row: Any) -> tuple[Any, Any]:
    """The event of a row; a record that was taken back has none, and is its own."""
    return (row.originator_id or row.source_id, row.originator_version)


def _letters(connection: Connection, ids: list[int]) -> Iterator[dict[str, Any]]:
    for start in range(0, len(ids), _AT_ONCE):
        query = sa.select(_letter).where(_letter.c.id.in_(ids[start : start + _AT_ONCE])).order_by(_letter.c.id)
        for row in connection.execute(query):
            yield {
                "source": row.source,
                "line": row.line,
                "reason": row.reason,
                "record": json.loads(row.record),
            }


def _is_random(reference: str) -> bool:
    """Whether this is a person's random id (a room that was told something has a name instead)."""
    try:
        UUID(reference)
    except ValueError:
        return False
    return True
