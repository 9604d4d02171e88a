"""Whom a batch of records is about: found before the first is taken in, so that all are looked up together."""

from collections.abc import Iterator, Sequence

from adoptlog.domain.facts import ToolUsed
from adoptlog.intake.observation import Observation, PersonDescribed, RecordVoided
from adoptlog.intake.pseudonyms import people_named
from adoptlog.intake.record import Record
from adoptlog.intake.source_records import RecordId


def described_in(records: Sequence[Record]) -> Iterator[tuple[str, PersonDescribed]]:
    """The descriptions of people, with the id each is given under."""
    for record in records:
        for o in record.observations:
            if isinstance(o.fact, PersonDescribed) and o.person is not None:
                yield o.person, o.fact


def ids_in(records: Sequence[Record]) -> Iterator[str]:
    """The ids of people whom records are about or name, except for the records that begin with a description."""
    for record in records:
        if record.observations and isinstance(record.observations[0].fact, PersonDescribed):
            continue
        for o in record.observations:
            yield from _ids_of(o)


def ids_with_stream(records: Sequence[Record], by_hand: bool) -> Iterator[str]:
    """The ids of people whose history is needed to decide."""
    for record in records:
        for o in record.observations:
            if o.person is not None and _needs_stream(o, by_hand):
                yield o.person


def source_records_in(records: Sequence[Record]) -> Iterator[RecordId]:
    """The records of a source that say something once, and those that are taken back; use is merged instead."""
    for record in records:
        for place, o in enumerate(record.observations):
            if isinstance(o.fact, RecordVoided):
                yield record.system or "", o.fact.source_id
            elif not isinstance(o.fact, ToolUsed) and (id_ := record.id_at(place)) is not None:
                yield id_


def _ids_of(o: Observation) -> list[str]:
    if isinstance(o.fact, PersonDescribed | RecordVoided):
        return []
    about = [] if o.person is None else [o.person]
    return about if type(o.fact) is ToolUsed else [*about, *people_named(o.fact)]


def _needs_stream(o: Observation, by_hand: bool) -> bool:
    if isinstance(o.fact, ToolUsed):
        return by_hand or o.at is not None
    return not isinstance(o.fact, PersonDescribed | RecordVoided)
