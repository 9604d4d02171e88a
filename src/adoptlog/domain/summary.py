"""The fold: what stands after a stream's events. One function for projector, rebuild and replay."""

from collections.abc import Iterable, Iterator, Mapping
from functools import reduce
from typing import Any, NamedTuple, TypeVar

import attrs

from adoptlog.domain.event import Event, Source
from adoptlog.domain.facts import Corrected, Retracted

F = TypeVar("F")


class Entry(NamedTuple):
    """A fact that stands, with the version of its event and where it came from."""

    version: int
    source: Source
    fact: Any


Entries = Mapping[type, tuple[Entry, ...]]


@attrs.frozen
class Summary:
    """The facts of one stream that have not been taken back, by type, in the order of recording.

    A corrected fact does not stand; `replaced` keeps it under the version of what stands in its place (the oldest
    first), for the day on which the correction itself is taken back.
    """

    entries: Entries = attrs.field(factory=dict)
    replaced: Mapping[int, tuple[Entry, ...]] = attrs.field(factory=dict)

    def of(self, fact_type: type[F]) -> tuple[F, ...]:
        """The facts of one type that stand."""
        entries = self.entries.get(fact_type)
        return tuple([entry.fact for entry in entries]) if entries else ()

    def entry(self, version: int) -> Entry | None:
        """What the event with this version says, if it stands."""
        return next((entry for entry in self if entry.version == version), None)

    def is_replaced(self, version: int) -> bool:
        """Whether the event with this version was corrected."""
        return any(entry.version == version for earlier in self.replaced.values() for entry in earlier)

    def revisions(self, version: int) -> tuple[Entry, ...]:
        """All that has been said where this entry stands now, itself last; nothing if it does not stand."""
        stands = self.entry(version)
        return () if stands is None else (*self.replaced.get(version, ()), stands)

    def without(self, version: int) -> "Summary":
        """What stands apart from one entry."""
        entry = self.entry(version)
        return self if entry is None else Summary(_dropped(self.entries, entry), self.replaced)

    def __iter__(self) -> Iterator[Entry]:
        for entries in self.entries.values():
            yield from entries


def evolve(summary: Summary, event: Event) -> Summary:
    """The summary after one more event. Pure; retracting is as if the event had never been.

    >>> from datetime import UTC, date, datetime
    >>> from uuid import uuid4
    >>> from adoptlog.domain.facts import Joined
    >>> stream, now = uuid4(), datetime.now(UTC)
    >>> joined = Event(originator_id=stream, originator_version=1, recorded_at=now, fact=Joined(on=date(2026, 4, 1)))
    >>> mistake = Event(originator_id=stream, originator_version=2, recorded_at=now, fact=Retracted(version=1))
    >>> evolve(Summary(), joined).of(Joined)
    (Joined(on=datetime.date(2026, 4, 1)),)
    >>> fold([joined, mistake]).of(Joined)
    ()
    """
    match event.fact:
        case Retracted(version=version):
            return _without(summary, version)
        case Corrected(version=version, by=by):
            return _corrected(summary, version, by)
        case fact:
            entry = Entry(event.originator_version, event.source, fact)
            entries = {**summary.entries, type(fact): (*summary.entries.get(type(fact), ()), entry)}
            return Summary(entries, summary.replaced)


def fold(events: Iterable[Event], summary: Summary | None = None) -> Summary:
    """The summary after all of `events`."""
    return reduce(evolve, events, summary or Summary())


def united(summaries: Iterable[Summary]) -> Summary:
    """The facts of several streams that turned out to be about one person."""
    entries: dict[type, tuple[Entry, ...]] = {}
    for summary in summaries:
        for kind, more in summary.entries.items():
            entries[kind] = (*entries.get(kind, ()), *more)
    return Summary(entries)


def _corrected(summary: Summary, version: int, by: int) -> Summary:
    wrong, right = summary.entry(version), summary.entry(by)
    if wrong is None or right is None:
        return summary
    replaced = {**summary.replaced, by: summary.revisions(version)}
    replaced.pop(version, None)
    return Summary(_swapped(_dropped(summary.entries, right), wrong, right), replaced)


def _without(summary: Summary, version: int) -> Summary:
    """As if the event had never been: what it corrected stands again, what corrected it stands on."""
    replaced = dict(summary.replaced)
    stands = summary.entry(version)
    if stands is None:
        kept = {by: tuple(entry for entry in earlier if entry.version != version) for by, earlier in replaced.items()}
        return Summary(summary.entries, {by: earlier for by, earlier in kept.items() if earlier})
    earlier = replaced.pop(version, ())
    if not earlier:
        return Summary(_dropped(summary.entries, stands), replaced)
    *before, last = earlier
    if before:
        replaced[last.version] = tuple(before)
    return Summary(_swapped(summary.entries, stands, last), replaced)


def _dropped(entries: Entries, gone: Entry) -> Entries:
    kind = type(gone.fact)
    left = tuple(entry for entry in entries[kind] if entry is not gone)
    return {**entries, kind: left} if left else {other: kept for other, kept in entries.items() if other is not kind}


def _swapped(entries: Entries, old: Entry, new: Entry) -> Entries:
    """One entry in the place of another: what is put right counts where the mistake stood."""
    kind = type(new.fact)
    if kind is type(old.fact):
        return {**entries, kind: tuple(new if entry is old else entry for entry in entries[kind])}
    entries = _dropped(entries, old)
    return {**entries, kind: tuple(sorted((*entries.get(kind, ()), new), key=lambda entry: entry.version))}
