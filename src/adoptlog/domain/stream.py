"""What every aggregate has in common: a stream of events, what stands after them, and what is not yet saved."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any, ClassVar, Self
from uuid import UUID

import attrs

from adoptlog.domain.dates import dated, lies_ahead, named
from adoptlog.domain.event import Event, Source
from adoptlog.domain.facts import Corrected, Retracted
from adoptlog.domain.summary import Entry, Summary, evolve
from adoptlog.domain.values import check_values
from adoptlog.errors import Refused
from adoptlog.messages import Message


@attrs.frozen(kw_only=True)
class Circumstances:
    """What an aggregate needs to know besides its own history to decide about a fact.

    `by_hand` says that a person is recording it and can be asked again; `if_changed` that the fact has no date of its
    own and counts only if it changes what holds; `context` holds the summaries of other
    streams that the fact refers to (a guideline, for an acknowledgement).
    """

    now: datetime
    today: date
    by_hand: bool = False
    if_changed: bool = False
    source: Source = attrs.field(factory=Source)
    context: Summary = attrs.field(factory=Summary)


class Stream:
    """An aggregate: decides about facts, and applies the events that were decided.

    Deciding (`record`) runs once, applying (`apply`) on every load for years: checks live in the first only.
    """

    accepts: ClassVar[tuple[type, ...]] = ()

    def __init__(self, id: UUID) -> None:
        self.id = id
        self.version = 0
        self.summary = Summary()
        self._pending: list[Event] = []

    def apply(self, event: Event) -> None:
        """Take over an event; assigns and nothing else."""
        self.summary = evolve(self.summary, event)
        self.version = event.originator_version

    def collect_events(self) -> Sequence[Event]:
        """Hand over what has been decided since the last time (the protocol of the eventsourcing library)."""
        collected, self._pending = self._pending, []
        return collected

    def mark(self) -> tuple[int, Summary, int]:
        """Where the stream is now, to go back to when a later fact of the same record is refused."""
        return self.version, self.summary, len(self._pending)

    def go_back_to(self, mark: tuple[int, Summary, int]) -> None:
        """Undo what was decided since, and is not yet saved."""
        self.version, self.summary, pending = mark
        del self._pending[pending:]

    def record(self, fact: Any, circumstances: Circumstances) -> Event | None:
        """Record the fact: its event, or None if it stands already. Raises `Refused` with what to do."""
        if not isinstance(fact, self.accepts):
            raise Refused(
                "{fact} is not a fact about a {aggregate}",
                fact=named(fact),
                aggregate=Message.word("aggregate", type(self).__name__),
            )
        check_values(fact)
        if lies_ahead(fact, circumstances.today):
            raise Refused(
                "{fact} is dated {day}, in the future (today is {today}): correct the date, or "
                "record it when it has happened",
                fact=named(fact),
                day=dated(fact),
                today=circumstances.today,
            )
        if self.known(fact, circumstances) is not None:
            return None
        self.decide(fact, circumstances)
        return self.trigger(fact, circumstances)

    def known(self, fact: Any, circumstances: Circumstances) -> Entry | None:
        """The entry that already says this: the same source record, or the same content where a source has no ids."""
        source = circumstances.source
        for entry in self.summary.entries.get(type(fact), ()):
            if entry.source == source if source.key else entry.fact == fact:
                return entry
        return None

    def decide(self, fact: Any, circumstances: Circumstances) -> None:
        """Refuse what must not be; overridden by the aggregates that have something to refuse."""

    def retract(self, version: int, circumstances: Circumstances, because: str = "") -> Event:
        """Take an event of this stream back; what it had corrected stands again."""
        return self.trigger(Retracted(version=version, because=because), circumstances)

    def withdraw(self, version: int, circumstances: Circumstances, because: str = "") -> None:
        """Take an entry back together with all that it had corrected."""
        for entry in self.summary.revisions(version):
            self.retract(entry.version, circumstances, because)

    def correct(self, version: int, fact: Any, circumstances: Circumstances) -> Event:
        """Replace an event of this stream by a right one: the event of the new fact.

        The new fact is decided about as if the wrong one had never been recorded.
        """
        standing = self.summary
        if standing.entry(version) is None:
            raise Refused(
                "there is no event {version} in this history to correct, or it has been taken back or corrected "
                "already; `explain` and `imports list` show what there is",
                version=version,
            )
        self.summary = standing.without(version)
        try:
            event = self.record(fact, circumstances)
        except Refused:
            self.summary = standing
            raise
        self.summary = standing
        if event is None:
            raise Refused("the correction says what another record has said already: take the wrong one back instead")
        self.summary = evolve(standing, event)
        self.trigger(Corrected(version=version, by=event.originator_version), circumstances)
        return event

    def trigger(self, fact: Any, circumstances: Circumstances) -> Event:
        """Append a decided fact."""
        event = Event(
            originator_id=self.id,
            originator_version=self.version + 1,
            recorded_at=circumstances.now,
            fact=fact,
            source=circumstances.source,
        )
        self.apply(event)
        self._pending.append(event)
        return event

    @classmethod
    def of(cls, id: UUID, events: Iterable[Event]) -> Self:
        """The aggregate after its events."""
        stream = cls(id)
        for event in events:
            stream.apply(event)
        return stream
