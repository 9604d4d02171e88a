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


@attrs.frozen
class Summary:
    """The facts of one stream that have not been taken back, by type, in the order of recording."""

    entries: Mapping[type, tuple[Entry, ...]] = attrs.field(factory=dict)

    def of(self, fact_type: type[F]) -> tuple[F, ...]:
        """The facts of one type that stand."""
        return tuple(entry.fact for entry in self.entries.get(fact_type, ()))

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
    fact = event.fact
    if isinstance(fact, Retracted | Corrected):
        return Summary({kind: kept for kind, all_ in summary.entries.items() if (kept := _without(all_, fact.version))})
    kind = type(fact)
    entry = Entry(event.originator_version, event.source, fact)
    return Summary({**summary.entries, kind: (*summary.entries.get(kind, ()), entry)})


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


def _without(entries: tuple[Entry, ...], version: int) -> tuple[Entry, ...]:
    return tuple(entry for entry in entries if entry.version != version)
