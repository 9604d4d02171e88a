"""One batch of source records in one transaction: each record is recorded whole, or not at all."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any, NamedTuple
from uuid import UUID
from zoneinfo import ZoneInfo

import attrs
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from adoptlog.domain import facts as f
from adoptlog.domain.dates import lies_ahead
from adoptlog.domain.employment import Employment
from adoptlog.domain.event import Event, Source
from adoptlog.domain.person import Person
from adoptlog.domain.stream import Circumstances, Stream
from adoptlog.domain.values import check_values
from adoptlog.errors import NotYet, Refused
from adoptlog.intake.identity import Forgotten, Identities
from adoptlog.intake.observation import Observation, PersonDescribed, RecordVoided
from adoptlog.intake.pseudonyms import people_named, pseudonymous
from adoptlog.intake.streams import Streams, stream_of
from adoptlog.intake.usage import UsageIntake
from adoptlog.projections.projector import upsert
from adoptlog.projections.tables import ReadTables
from adoptlog.store import directory, settings, tables
from adoptlog.store.directory import Known
from adoptlog.store.recorder import EventRecorder


@attrs.frozen(kw_only=True)
class Terms:
    """On which terms records are taken in."""

    now: datetime
    zone: ZoneInfo
    by_hand: bool = False
    create_people: bool = True

    @property
    def today(self) -> date:
        """The date where the company is."""
        return self.now.astimezone(self.zone).date()


class Record(NamedTuple):
    """One source record: which system and id it has there, and what it says."""

    system: str | None
    source_id: str | None
    observations: Sequence[Observation]


class Outcome(NamedTuple):
    """What became of a record: `recorded`, `duplicate`, `irrelevant` or `rejected`, and why."""

    said: str
    because: str = ""
    events: tuple[Event, ...] = ()


_DUPLICATE, _RECORDED = Outcome("duplicate"), Outcome("recorded")


class Batch:
    """Takes records in within a transaction; `events` are those to append, in order."""

    def __init__(
        self, connection: Connection, recorder: EventRecorder, read: ReadTables, terms: Terms, system: str | None
    ) -> None:
        self._system = system
        self._connection = connection
        self._terms = terms
        self._recorder = recorder
        self._read = read
        self._identities = Identities(connection, terms.create_people)
        self._streams = Streams(connection, recorder)
        self._company = Known(0, UUID(int=0), b"")
        self._words: dict[int, dict[str, str]] = {}
        self._sources: list[tuple[str, str, int | None, Event]] = []
        self._usage: list[tuple[int, int, f.ToolUsed]] = []
        self.outcomes: list[Outcome] = []
        self.refusal: Refused | None = None
        self.duplicates: set[tuple[UUID, int]] = set()
        self.events: list[Event] = []
        self._checked: dict[int, str | None] = {}
        self._alive: list[f.ToolUsed] = []

    def take(self, records: Sequence[Record]) -> list[Outcome]:
        """Decide about all records; what each of them became."""
        self._prepare(records)
        self.outcomes = [_DUPLICATE] * len(records)
        for index, record in enumerate(records):
            try:
                self._take_record(index, record)
            except Forgotten as refusal:
                self.outcomes[index] = Outcome("irrelevant", str(refusal))
            except Refused as refusal:
                self.refusal = refusal
                self.outcomes[index] = Outcome("rejected", str(refusal))
        self._identities.keep_names()
        self._take_usage()
        self.events += self._streams.collect()
        for no, words in self._words.items():
            directory.keep_text(self._connection, no or None, words)
        self._keep_sources()
        return self.outcomes

    def _prepare(self, records: Sequence[Record]) -> None:
        """Resolve everybody and load every stream the batch needs, together."""
        self._identities.prepare_described(
            (o.person, o.fact)
            for record in records
            for o in record.observations
            if isinstance(o.fact, PersonDescribed) and o.person is not None
        )
        self._identities.prepare(
            i
            for record in records
            if not (record.observations and isinstance(record.observations[0].fact, PersonDescribed))
            for o in record.observations
            for i in _ids_to_resolve(o)
            if i is not None
        )
        people = []
        for record in records:
            for o in record.observations:
                if o.person is not None and self._needs_stream(o):
                    try:
                        people.append(self._identities.find(o.person))
                    except Refused:
                        continue
        self._streams.prepare_people(people)

    def _needs_stream(self, o: Observation) -> bool:
        if isinstance(o.fact, f.ToolUsed):
            return self._terms.by_hand or o.at is not None
        return not isinstance(o.fact, PersonDescribed | RecordVoided)

    def _take_record(self, index: int, record: Record) -> None:
        if len(record.observations) == 1 and type(record.observations[0].fact) is f.ToolUsed:
            self._take_use(index, record.observations[0])
            return
        if self._is_voided(record):
            self.outcomes[index] = Outcome("irrelevant", "the source took this record back")
            return
        marks: dict[UUID, tuple[Stream, Any]] = {}
        usage, sources = len(self._usage), len(self._sources)
        try:
            for place, observation in enumerate(record.observations):
                self._take_observation(index, record, place, observation, marks)
        except Refused:
            for stream, mark in marks.values():
                stream.go_back_to(mark)
            del self._usage[usage:], self._sources[sources:]
            raise

    def _take_observation(
        self, index: int, record: Record, place: int, o: Observation, marks: dict[UUID, tuple[Stream, Any]]
    ) -> None:
        match o.fact:
            case PersonDescribed():
                if o.person is None:
                    raise Refused("a description needs the person it is about")
                if self._identities.describe(o.person, o.fact):
                    self.outcomes[index] = _RECORDED
            case RecordVoided():
                if self._void(record.system or "", o.fact.source_id):
                    self.outcomes[index] = _RECORDED
            case f.ToolUsed():
                self._take_use(index, o)
            case _:
                self._take_fact(index, record, place, o, marks)

    def _take_use(self, index: int, o: Observation) -> None:
        if o.person is None:
            raise Refused("use is about a person: say who used the tool")
        known = self._identities.find(o.person)
        fact: f.ToolUsed = o.fact
        if o.at is not None:
            fact = attrs.evolve(fact, on=self._local_date(known, o.at))
        self._check_use(fact)
        if self._terms.by_hand:
            problem = Employment.of(self._streams.person(known).everything).problem(fact.on)
            if problem:
                raise NotYet(f"use of {fact.tool} {problem}: correct one of the dates")
        self._usage.append((index, known.no, fact))

    def _check_use(self, fact: f.ToolUsed) -> None:
        """The checks of a row, once for all rows that share the same fact."""
        key = id(fact)
        if key not in self._checked:
            try:
                check_values(fact)
                if lies_ahead(fact, self._terms.today):
                    raise Refused(
                        f"use of {fact.tool} is dated {fact.on}, in the future (today is {self._terms.today}): "
                        "correct the date, or import it when it has happened"
                    )
                self._checked[key] = None
            except Refused as refusal:
                self._checked[key] = str(refusal)
            self._alive.append(fact)
        if (problem := self._checked[key]) is not None:
            raise Refused(problem)

    def _take_fact(
        self, index: int, record: Record, place: int, o: Observation, marks: dict[UUID, tuple[Stream, Any]]
    ) -> None:
        stream, key_of = self._stream(o)
        marks.setdefault(stream.id, (stream, stream.mark()))
        fact = o.fact
        if o.at is not None and key_of.no:
            fact = attrs.evolve(fact, on=self._local_date(key_of, o.at))
        check_values(fact)
        words = self._words.setdefault(key_of.no, {})
        fact = pseudonymous(fact, self._identities, key_of, words)
        source = Source(record.system)
        if record.system and record.source_id:
            id_ = record.source_id if place == 0 else f"{record.source_id}#{place}"
            source = Source(record.system, key_of.hashed(record.system, id_))
        at = self._circumstances(source, o, fact)
        event = stream.record(fact, at)
        if event is not None:
            self.outcomes[index] = Outcome("recorded", "", (*self.outcomes[index].events, event))
            if record.system and record.source_id and place == 0:
                self._sources.append((record.system, record.source_id, key_of.no or None, event))
        else:
            known = stream.known(fact, at)
            if known is not None:
                self.duplicates.add((stream.id, known.version))

    def _stream(self, o: Observation) -> tuple[Stream, Known]:
        if o.person is not None:
            known = self._identities.find(o.person)
            return self._streams.person(known), known
        kind, id_ = stream_of(o.fact)
        if not self._company.key:
            self._company = attrs.evolve(self._company, key=settings.database_key(self._connection))
        return self._streams.get(kind, id_), self._company

    def _circumstances(self, source: Source, o: Observation | None, fact: Any) -> Circumstances:
        return Circumstances(
            now=self._terms.now.astimezone(UTC),
            today=self._terms.today,
            by_hand=self._terms.by_hand,
            if_changed=o.if_changed if o else False,
            source=source,
            context=self._streams.context(fact),
        )

    def _local_date(self, known: Known, at: datetime) -> date:
        calendars = self._streams.person(known).everything.of(f.WorkCalendarSet)
        zones = [c.timezone for c in sorted(calendars, key=lambda c: c.on or date.min) if c.timezone]
        return at.astimezone(ZoneInfo(zones[-1]) if zones else self._terms.zone).date()

    def _take_usage(self) -> None:
        if not self._usage:
            return
        intake = UsageIntake(self._connection, self._recorder, self._read)
        at = self._circumstances(Source(self._system), None, None)
        taken = intake.take(self._usage, len(self.outcomes), at)
        self.events += taken.events
        self.duplicates |= taken.duplicates
        for index in taken.new.nonzero()[0].tolist():
            self.outcomes[index] = _RECORDED

    def cover(self, coverage: Iterable[f.UsageCovered]) -> None:
        """Record which days feeds speak about, as far as that is new."""
        for fact in coverage:
            stream = self._streams.get(*stream_of(fact))
            standing = stream.summary.of(f.UsageCovered)
            if not any(s.starts_on <= fact.starts_on and fact.ends_on <= s.ends_on for s in standing):
                stream.record(fact, self._circumstances(Source(self._system), None, fact))
        self.events += self._streams.collect()

    def _is_voided(self, record: Record) -> bool:
        if not record.system or not record.source_id:
            return False
        table = tables.source_record
        where = (table.c.system == record.system, table.c.source_id == record.source_id, table.c.voided)
        return self._connection.scalar(sa.select(table.c.voided).where(*where)) is not None

    def _void(self, system: str, source_id: str) -> bool:
        """Take a source's record back, or remember that it is to be left out; whether that is news."""
        table = tables.source_record
        key = (table.c.system == system, table.c.source_id == source_id)
        row = self._connection.execute(sa.select(table).where(*key)).one_or_none()
        if row is not None and row.voided:
            return False
        pending = next((s for s in self._sources if s[:2] == (system, source_id)), None)
        no = pending[2] if pending else row.no if row else None
        where = (pending[3].originator_id, pending[3].originator_version) if pending else None
        if where is None and row is not None and row.originator_id is not None:
            where = (row.originator_id, row.originator_version)
        if where is not None:
            self._retract(where, f"{system} took it back")
        self._sources = [s for s in self._sources if s is not pending]
        values = {"no": no, "originator_id": None, "originator_version": None, "voided": True}
        upsert(self._connection, table, [{"system": system, "source_id": source_id, **values}])
        return where is not None

    def _retract(self, where: tuple[UUID, int], because: str) -> None:
        stream = self._streams.get(Person, where[0])
        stream.retract(where[1], self._circumstances(Source(), None, None), because)

    def _keep_sources(self) -> None:
        rows: list[Mapping[str, Any]] = [
            {
                "system": system,
                "source_id": source_id,
                "no": no,
                "originator_id": event.originator_id,
                "originator_version": event.originator_version,
                "voided": False,
            }
            for system, source_id, no, event in self._sources
        ]
        upsert(self._connection, tables.source_record, [dict(row) for row in rows])


def _ids_to_resolve(o: Observation) -> list[str | None]:
    if type(o.fact) is f.ToolUsed:
        return [o.person]
    if isinstance(o.fact, PersonDescribed):
        return []
    if isinstance(o.fact, RecordVoided):
        return []
    return [o.person, *people_named(o.fact)]
