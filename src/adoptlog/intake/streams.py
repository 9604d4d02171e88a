"""The aggregates a batch of facts concerns, loaded together."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from sqlalchemy.engine import Connection

from adoptlog.domain import facts as f
from adoptlog.domain.company import Company, Tool
from adoptlog.domain.dates import named
from adoptlog.domain.event import Event
from adoptlog.domain.guideline import Guideline
from adoptlog.domain.identifiers import COMPANY, guideline_id, program_id, tool_id
from adoptlog.domain.person import Person
from adoptlog.domain.program import Program
from adoptlog.domain.stream import Stream
from adoptlog.domain.summary import Summary
from adoptlog.errors import Refused
from adoptlog.store import directory
from adoptlog.store.codec import EventMapper
from adoptlog.store.directory import Known
from adoptlog.store.recorder import EventRecorder

_OF_A_GUIDELINE = (f.GuidelinePublished, f.GuidelineWithdrawn)
_OF_A_TOOL = (f.UsageCovered, f.ToolNewsReleased)


def stream_of(fact: Any) -> tuple[type[Stream], UUID]:
    """Which aggregate decides about a fact that is not about a person."""
    if isinstance(fact, _OF_A_GUIDELINE):
        return Guideline, guideline_id(fact.guideline)
    if isinstance(fact, _OF_A_TOOL):
        return Tool, tool_id(fact.tool)
    if isinstance(fact, f.ClosureDeclared | f.PolicyAdopted | f.PurposeStated):
        return Company, COMPANY
    if isinstance(fact, Program.accepts):
        program: str | None = fact.program
        return (Program, program_id(program)) if program else (Company, COMPANY)
    raise Refused("{fact} is about a person: say about whom", fact=named(fact))


class Streams:
    """The aggregates of one transaction; each is loaded once."""

    def __init__(self, connection: Connection, recorder: EventRecorder) -> None:
        self._connection = connection
        self._recorder = recorder
        self._to_event = EventMapper().to_domain_event
        self._loaded: dict[UUID, Stream] = {}

    def prepare(self, kind: type[Stream], ids: Iterable[UUID]) -> None:
        """Load many aggregates in few queries."""
        wanted = [id_ for id_ in dict.fromkeys(ids) if id_ not in self._loaded]
        for id_ in wanted:
            self._loaded[id_] = kind(id_)
        for stored in self._recorder.select_streams(wanted, self._connection):
            event: Event = self._to_event(stored)
            self._loaded[event.originator_id].apply(event)

    def prepare_people(self, people: Iterable[Known]) -> None:
        """Load people, with what stands about those who turned out to be them."""
        new = {known.no: known for known in people if known.person_id not in self._loaded}
        self.prepare(Person, (known.person_id for known in new.values()))
        for no, others in directory.streams_of(self._connection, new).items():
            self.prepare(Person, (id_ for _, id_ in others))
            person = self.person(new[no])
            person.merged = [part for _, id_ in others if isinstance(part := self._loaded[id_], Person)]

    def person(self, known: Known) -> Person:
        """One person."""
        if known.person_id not in self._loaded:
            self.prepare_people([known])
        person = self._loaded[known.person_id]
        assert isinstance(person, Person)
        return person

    def get(self, kind: type[Stream], id_: UUID) -> Stream:
        """One aggregate of another kind."""
        if id_ not in self._loaded:
            self.prepare(kind, [id_])
        return self._loaded[id_]

    def context(self, fact: Any) -> Summary:
        """The history a fact about a person refers to."""
        if isinstance(fact, f.GuidelineAcknowledged):
            return self.get(Guideline, guideline_id(fact.guideline)).summary
        return Summary()

    def collect(self) -> list[Event]:
        """What all aggregates decided since the last time."""
        return [event for stream in self._loaded.values() for event in stream.collect_events()]
