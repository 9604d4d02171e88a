"""How events are written: a closed registry of stable names, and upcasters from older versions.

A stored name is never resolved by importing it: a tampered row cannot load code. A name is written out once and
stays when its class moves; a released version is read for ever (`tests/golden/` holds an example of each).
"""

import re
from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from eventsourcing.persistence import JSONTranscoder, Mapper, Notification, StoredEvent

from adoptlog.domain import facts
from adoptlog.domain.event import Event, Source
from adoptlog.errors import UnknownEvent

Upcaster = Callable[[dict[str, Any]], dict[str, Any]]

NOT_STORED = (facts.ToolUsed,)
"""Facts that are handed in but never stored as they are."""

FACT_TYPES: tuple[type, ...] = tuple(
    kind
    for name in facts.__all__
    if isinstance(kind := getattr(facts, name), type) and hasattr(kind, "__attrs_attrs__") and kind not in NOT_STORED
)

VERSIONS: dict[type, int] = {facts.DecisionTaken: 2}
"""The current version of facts whose stored form has changed; all others are at 1."""

UPCASTERS: dict[str, Upcaster] = {"decision-taken.v1": lambda fact: {**fact, "evidence": {}}}
"""For each older name, the function from its fields to those of the next version."""


def topic_of(fact_type: type) -> str:
    """The stable name of a fact's events, such as `training-completed.v1`."""
    kebab = re.sub(r"(?<!^)(?=[A-Z])", "-", fact_type.__name__).lower()
    return f"{kebab}.v{VERSIONS.get(fact_type, 1)}"


_MALFORMED = (msgspec.MsgspecError, ValueError, TypeError, KeyError, AttributeError, RecursionError)
"""What reading a hostile row may raise: it is told as what it is, with the row's name."""


class _State:
    """What is stored of events of one type, and how it is read."""

    def __init__(self, fact_type: type) -> None:
        self.fact_type = fact_type
        self.struct = msgspec.defstruct(
            f"{fact_type.__name__}State",
            [("at", datetime), ("by", tuple[str | None, str | None]), ("fact", fact_type)],
        )
        self.decode = msgspec.json.Decoder(self.struct).decode


TOPICS: dict[type, str] = {kind: topic_of(kind) for kind in FACT_TYPES}
_STATES: dict[str, _State] = {topic: _State(kind) for kind, topic in TOPICS.items()}
_encode = msgspec.json.Encoder().encode


class EventMapper(Mapper[UUID]):
    """Between events and their stored form, for the eventsourcing library."""

    def __init__(self) -> None:
        super().__init__(JSONTranscoder())

    def to_stored_event(self, domain_event: Any) -> StoredEvent:
        event: Event = domain_event
        topic = TOPICS.get(type(event.fact))
        if topic is None:
            raise UnknownEvent("{name} is not a fact that is stored", name=type(event.fact).__name__)
        source = (event.source.system, event.source.key)
        state = _encode({"at": event.recorded_at, "by": source, "fact": event.fact})
        return StoredEvent(event.originator_id, event.originator_version, topic, state)

    def to_domain_event(self, stored_event: StoredEvent) -> Any:
        try:
            event = decode(stored_event.topic, stored_event.state)
        except UnknownEvent as problem:
            raise naming(stored_event, problem) from problem
        return Event(
            originator_id=stored_event.originator_id,  # type: ignore[arg-type]
            originator_version=stored_event.originator_version,
            recorded_at=event.at,
            fact=event.fact,
            source=Source(*event.by),
        )


def naming(event: Any, problem: UnknownEvent) -> UnknownEvent:
    """The same problem, and which row it is about: its stream, its version and, where known, its position."""
    row = {"version": event.originator_version, "stream": event.originator_id, "problem": problem}
    if isinstance(event, Notification):
        return UnknownEvent("event {version} of {stream} at position {position}: {problem}", position=event.id, **row)
    return UnknownEvent("event {version} of {stream}: {problem}", **row)


def upcast(topic: str, fact: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    """The current name of an older event, and its fact's fields as they are now."""
    while topic in UPCASTERS:
        fact = UPCASTERS[topic](fact)
        name, _, number = topic.rpartition(".v")
        topic = f"{name}.v{int(number) + 1}"
    return topic, fact


def decode(topic: str, state: bytes) -> Any:
    """The `at`, `by` and `fact` of a stored event. Raises `UnknownEvent` for a foreign name or content."""
    try:
        known = _STATES.get(topic)
        if known is not None:
            return known.decode(state)
        return _upcast(topic, state)
    except _MALFORMED as problem:
        raise UnknownEvent(
            "an event named {topic!r} does not hold what its name says: {problem}", topic=topic, problem=problem
        ) from problem


def _upcast(topic: str, state: bytes) -> Any:
    raw = msgspec.json.decode(state)
    if topic in UPCASTERS:
        topic, raw["fact"] = upcast(topic, raw["fact"])
    if topic not in _STATES:
        raise UnknownEvent(
            "no event is named {topic!r}: was it written by a newer adoptlog? Upgrade to read it", topic=topic
        )
    return msgspec.convert(raw, _STATES[topic].struct)
