"""What a field of a fact refers to, so that personal data never reaches an event."""

from typing import Any

import attrs

_KIND = "adoptlog"


def person(default: Any = attrs.NOTHING) -> Any:
    """A field that names another person: an external id outside, a person id inside an event."""
    return attrs.field(default=default, metadata={_KIND: "person"})


def free_text(default: Any = attrs.NOTHING) -> Any:
    """A field with words somebody typed: the words stay in the directory, the event holds a reference to them."""
    return attrs.field(default=default, metadata={_KIND: "text"})


def person_fields(fact_type: type) -> tuple[str, ...]:
    """The names of the fields that name another person."""
    return _fields(fact_type, "person")


def text_fields(fact_type: type) -> tuple[str, ...]:
    """The names of the fields that hold free text."""
    return _fields(fact_type, "text")


def _fields(fact_type: type, kind: str) -> tuple[str, ...]:
    return tuple(f.name for f in attrs.fields(fact_type) if f.metadata.get(_KIND) == kind)
