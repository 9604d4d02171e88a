"""Every stored event can be read for ever; a golden file holds an example of each."""

import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, get_args, get_type_hints
from uuid import UUID

import attrs
import pytest
from eventsourcing.persistence import StoredEvent

from adoptlog import UnknownEvent
from adoptlog.domain.event import Event, Source
from adoptlog.store.codec import FACT_TYPES, TOPICS, UPCASTERS, EventMapper

GOLDEN = Path(__file__).parents[1] / "golden" / "events.json"
STREAM = UUID("00000000-0000-0000-0000-000000000001")
EXAMPLES: dict[Any, Any] = {
    date: date(2026, 4, 1),
    str: "x",
    int: 2,
    float: 1.5,
    bool: True,
    bytes: b"\x01\x00",
}


def example(kind: type) -> Any:
    """A fact of a type with every field filled."""
    hints = get_type_hints(kind)
    return kind(**{field.name: _value(hints[field.name]) for field in attrs.fields(kind)})


def _value(hint: Any) -> Any:
    if hint in EXAMPLES:
        return EXAMPLES[hint]
    inner = [part for part in get_args(hint) if part is not type(None)]
    if getattr(hint, "__origin__", None) is tuple:
        return (_value(inner[0]),)
    if getattr(hint, "__origin__", None) is dict:
        return {"since": "2026-04-01", "days": 14, "share": 0.25}
    return inner[0] if isinstance(inner[0], str) else _value(inner[0])


@pytest.mark.parametrize("kind", FACT_TYPES, ids=lambda kind: kind.__name__)
def test_what_is_written_is_read(kind: type) -> None:
    event = Event(
        originator_id=STREAM,
        originator_version=3,
        recorded_at=datetime(2026, 4, 1, 9, tzinfo=UTC),
        fact=example(kind),
        source=Source("moodle", "abc"),
    )
    mapper = EventMapper()
    assert mapper.to_domain_event(mapper.to_stored_event(event)) == event


def test_every_released_event_is_read() -> None:
    golden = json.loads(GOLDEN.read_text(encoding="utf-8"))
    assert set(TOPICS.values()) <= set(golden), "a new event needs its example in tests/golden/events.json"
    for topic, state in golden.items():
        fact = EventMapper().to_domain_event(StoredEvent(STREAM, 1, topic, json.dumps(state).encode())).fact
        if topic not in UPCASTERS:
            assert fact == example(type(fact))


@pytest.mark.parametrize("topic", ["os:system", "builtins.eval", "joined.v9", ""])
def test_a_foreign_name_loads_nothing(topic: str) -> None:
    with pytest.raises(UnknownEvent):
        EventMapper().to_domain_event(StoredEvent(STREAM, 1, topic, b"{}"))


def test_content_that_is_not_what_the_name_says_is_refused() -> None:
    with pytest.raises(UnknownEvent, match="joined"):
        EventMapper().to_domain_event(StoredEvent(STREAM, 1, "joined.v1", b'{"at": 5}'))
