"""One batch of source records in one transaction: each record is recorded whole, or not at all."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import attrs
import numpy as np
import numpy.typing as npt
from sqlalchemy.engine import Connection

from adoptlog.domain import facts as f
from adoptlog.domain.employment import Employment
from adoptlog.domain.event import Event, Source
from adoptlog.domain.person import Person
from adoptlog.domain.stream import Circumstances, Stream
from adoptlog.domain.values import check_values
from adoptlog.errors import NotFound, NotYet, Refused
from adoptlog.intake.concerned import described_in, ids_in, ids_with_stream, source_records_in
from adoptlog.intake.identity import Forgotten, Identities
from adoptlog.intake.observation import Observation, PersonDescribed, RecordVoided
from adoptlog.intake.pseudonyms import Restated, left_out, pseudonymous
from adoptlog.intake.record import DUPLICATE, RECORDED, Outcome, Record, Terms
from adoptlog.intake.source_records import Became, SourceRecords, now_said_by
from adoptlog.intake.streams import Streams, stream_of
from adoptlog.intake.usage import UsageIntake
from adoptlog.intake.usage_rows import Collected, UsageRows
from adoptlog.projections.tables import ReadTables
from adoptlog.store import directory, settings
from adoptlog.store.directory import Known
from adoptlog.store.recorder import EventRecorder


class Batch:
    """Takes records in within a transaction; `events` are those to append, in order."""

    def __init__(
        self, connection: Connection, recorder: EventRecorder, read: ReadTables, terms: Terms, system: str | None
    ) -> None:
        self._system = system
        self._connection = connection
        self.terms = terms
        self._recorder = recorder
        self._read = read
        self.identities = Identities(connection, terms.create_people)
        self._streams = Streams(connection, recorder)
        self._company = Known(0, UUID(int=0), b"")
        self._words: dict[int, dict[str, str]] = {}
        self._sources = SourceRecords(connection)
        self._usage = Collected(terms.today)
        self.outcomes: list[Outcome] = []
        self.refusal: Refused | None = None
        self.duplicates: set[tuple[UUID, int]] = set()
        self.events: list[Event] = []

    def take(self, records: Sequence[Record]) -> list[Outcome]:
        """Decide about all records; what each of them became."""
        self._prepare(records)
        self.outcomes = [DUPLICATE] * len(records)
        for index, record in enumerate(records):
            try:
                self._take_record(index, record)
            except Forgotten as refusal:
                self.outcomes[index] = Outcome("irrelevant", refusal.message)
            except Refused as refusal:
                self.refusal = refusal
                self.outcomes[index] = Outcome("rejected", refusal.message)
        self.identities.keep_names()
        self._take_usage()
        self._keep()
        return self.outcomes

    def _keep(self) -> None:
        """Gather the events decided on, and write what they refer to."""
        self.events += self._streams.collect()
        for no, words in self._words.items():
            directory.keep_text(self._connection, no or None, words)
        self._sources.keep()

    def _prepare(self, records: Sequence[Record]) -> None:
        """Resolve everybody and load every stream the batch needs, together."""
        described = list(described_in(records))
        self.identities.prepare_described(described)
        self.identities.prepare(ids_in(records))
        self._sources.prepare(source_records_in(records))
        people = []
        known_later = {id_ for id_, _ in described if not self.identities.knows(id_)}
        for external_id in ids_with_stream(records, self.terms.by_hand):
            if external_id in known_later:
                continue
            try:
                people.append(self.identities.find(external_id))
            except Refused:
                continue
        self._streams.prepare_people(people)

    def _take_record(self, index: int, record: Record) -> None:
        if len(record.observations) == 1 and type(record.observations[0].fact) is f.ToolUsed:
            self._take_use(index, record.observations[0])
            return
        if (id_ := record.id) is not None and (became := self._sources.of(*id_)) is not None and became.voided:
            self.outcomes[index] = Outcome("irrelevant", "the source took this record back")
            return
        marks: dict[UUID, tuple[Stream, Any]] = {}
        usage, sources = self._usage.mark(), self._sources.mark()
        try:
            for place, observation in enumerate(record.observations):
                self._take_observation(index, record, place, observation, marks)
        except Refused:
            for stream, mark in marks.values():
                stream.go_back_to(mark)
            self._usage.go_back_to(usage)
            self._sources.go_back_to(sources)
            raise

    def _take_observation(
        self, index: int, record: Record, place: int, o: Observation, marks: dict[UUID, tuple[Stream, Any]]
    ) -> None:
        match o.fact:
            case PersonDescribed():
                if o.person is None:
                    raise Refused("a description needs the person it is about")
                if self.identities.describe(o.person, o.fact):
                    self.outcomes[index] = RECORDED
            case RecordVoided():
                if self._void(record.system or "", o.fact.source_id):
                    self.outcomes[index] = RECORDED
            case f.ToolUsed():
                self._take_use(index, o)
            case _:
                self._take_fact(index, record, place, o, marks)

    def _take_use(self, index: int, o: Observation) -> None:
        if o.person is None:
            raise Refused("use is about a person: say who used the tool")
        known = self.identities.find(o.person)
        fact: f.ToolUsed = o.fact
        if o.at is not None:
            fact = attrs.evolve(fact, on=self._local_date(known, o.at))
        self._usage.check(fact)
        if self.terms.by_hand:
            problem = Employment.of(self._streams.person(known).everything).problem(fact.on)
            if problem:
                raise NotYet("use of {tool} {problem}: correct one of the dates", tool=fact.tool, problem=problem)
        self._usage.add(index, known.no, fact)

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
        fact = pseudonymous(fact, self.identities, key_of, words)
        id_ = record.id_at(place)
        source = Source(record.system) if id_ is None else Source(id_[0], key_of.hashed(*id_))
        at = self.terms.circumstances(source, if_changed=o.if_changed, context=self._streams.context(fact))
        became = None if id_ is None or o.if_changed else self._sources.of(*id_)
        now = Restated(fact, left_out(o.fact, fact))
        event = self._said_before(stream, now, at, became, marks) if became else stream.record(fact, at)
        if event is not None:
            self.outcomes[index] = Outcome("recorded", "", (*self.outcomes[index].events, event))
            if id_ is not None:
                self._sources.note(*id_, key_of.no or None, event)
        else:
            known = stream.known(fact, at)
            if known is not None:
                self.duplicates.add((stream.id, known.version))

    def _said_before(
        self, stream: Stream, now: Restated, at: Circumstances, became: Became, marks: dict[UUID, tuple[Stream, Any]]
    ) -> Event | None:
        """Record what a source record says that has come before: nothing, a correction, or it is about another now."""
        id_, version = became.event or (stream.id, 0)
        said_in = self._streams.get(type(stream), id_)
        revisions = said_in.summary.revisions(version)
        words = [entry.fact for entry in revisions if entry.source.system == at.source.system]
        same_stream = id_ == stream.id or (isinstance(stream, Person) and said_in in stream.merged)
        if same_stream and words and now.repeats(words[-1]):
            return None
        if revisions and id_ == stream.id:
            return stream.correct(version, now.fact, at)
        marks.setdefault(id_, (said_in, said_in.mark()))
        said_in.withdraw(version, at, "the source says it of another now")
        return stream.record(now.fact, at)

    def correct(self, wrong: Event | tuple[str, str], fact: Any) -> Event:
        """Replace a recorded fact by the right one. Raises `Refused`, or `NotFound` if there is nothing to correct."""
        if isinstance(wrong, Event):
            stream_id, version = wrong.originator_id, wrong.originator_version
        else:
            became = self._sources.of(*wrong)
            if became is None or became.event is None:
                raise NotFound("no record {id!r} of {system} has been recorded", system=wrong[0], id=wrong[1])
            stream_id, version = became.event
        stream, key_of = self._stream_of(stream_id, fact)
        check_values(fact)
        words = self._words.setdefault(key_of.no, {})
        fact = pseudonymous(fact, self.identities, key_of, words)
        at = self.terms.circumstances(context=self._streams.context(fact))
        event = stream.correct(version, fact, at)
        self._keep()
        now_said_by(self._connection, stream_id, version, event.originator_version)
        return event

    def _stream(self, o: Observation) -> tuple[Stream, Known]:
        if o.person is not None:
            known = self.identities.find(o.person)
            return self._streams.person(known), known
        kind, id_ = stream_of(o.fact)
        return self._streams.get(kind, id_), self._of_company()

    def _stream_of(self, id_: UUID, fact: Any) -> tuple[Stream, Known]:
        """The stream of a fact that is recorded; the right one belongs into the same."""
        if (known := directory.with_stream(self._connection, id_)) is not None:
            return self._streams.get(Person, id_), known
        kind, belongs = stream_of(fact)
        if belongs != id_:
            raise Refused("a correction is about the same as what it corrects: take the wrong fact back instead")
        return self._streams.get(kind, id_), self._of_company()

    def _of_company(self) -> Known:
        if not self._company.key:
            self._company = attrs.evolve(self._company, key=settings.database_key(self._connection))
        return self._company

    def _local_date(self, known: Known, at: datetime) -> date:
        calendars = self._streams.person(known).everything.of(f.WorkCalendarSet)
        zones = [c.timezone for c in sorted(calendars, key=lambda c: c.on or date.min) if c.timezone]
        return at.astimezone(ZoneInfo(zones[-1]) if zones else self.terms.zone).date()

    def _take_usage(self) -> None:
        rows = self._usage.columns()
        if len(rows.record):
            for index in self.take_usage(rows, len(self.outcomes)).nonzero()[0].tolist():
                self.outcomes[index] = RECORDED

    def take_usage(self, rows: UsageRows, records: int) -> npt.NDArray[np.bool_]:
        """Take rows of use in that come from so many records: for each record, whether it said something new."""
        intake = UsageIntake(self._connection, self._recorder, self._read)
        taken = intake.take(rows, records, self.terms.circumstances(Source(self._system)))
        self.events += taken.events
        self.duplicates |= taken.duplicates
        return taken.new

    def _void(self, system: str, source_id: str) -> bool:
        """Take a source's record back, or remember that it is to be left out; whether that is news."""
        became = self._sources.void(system, source_id)
        if became is None or became.event is None:
            return False
        stream, version = became.event
        self._streams.get(Person, stream).withdraw(version, self.terms.circumstances(), f"{system} took it back")
        return True
