"""Personal data leaves a fact before it becomes an event: people become random ids, words become references."""

from typing import Any, NamedTuple

import attrs

from adoptlog.domain.facts.fields import person_fields, text_fields
from adoptlog.intake.identity import Identities
from adoptlog.store.directory import Known

_FIELDS: dict[type, tuple[tuple[str, ...], tuple[str, ...]]] = {}


def fields_of(kind: type) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The fields of a fact type that name people, and those that hold free text."""
    if kind not in _FIELDS:
        _FIELDS[kind] = person_fields(kind), text_fields(kind)
    return _FIELDS[kind]


def people_named(fact: Any) -> list[str]:
    """The external ids of other people that a fact names."""
    return [value for name in fields_of(type(fact))[0] if (value := getattr(fact, name)) is not None]


def pseudonymous(fact: Any, identities: Identities, key_of: Known, words: dict[str, str]) -> Any:
    """The fact as it may be stored; the words taken out are put into `words` under their references."""
    people, texts = fields_of(type(fact))
    changes: dict[str, Any] = {}
    for name in people:
        external_id = getattr(fact, name)
        if external_id is None:
            continue
        if _may_be_missing(type(fact), name) and identities.is_forgotten(external_id):
            changes[name] = None  # a fact about somebody else stays true without them
        else:
            changes[name] = identities.find(external_id).person_id.hex
    for name in texts:
        if (text := getattr(fact, name)) is not None:
            changes[name] = key_of.reference(text)
            words[changes[name]] = text
    return attrs.evolve(fact, **changes) if changes else fact


class Restated(NamedTuple):
    """What a record says now, and which people it names are left out because they were forgotten."""

    fact: Any
    left_out: tuple[str, ...] = ()

    def repeats(self, said: Any) -> bool:
        """Whether it is what was said before, when the forgotten were still named."""
        if type(said) is not type(self.fact):
            return False
        without: Any = attrs.evolve(said, **dict.fromkeys(self.left_out)) if self.left_out else said
        return bool(without == self.fact)


def left_out(named: Any, fact: Any) -> tuple[str, ...]:
    """The fields of a fact whose people are not in its pseudonymous form."""
    people, _ = fields_of(type(named))
    return tuple(name for name in people if getattr(named, name) is not None and getattr(fact, name) is None)


def _may_be_missing(kind: type, name: str) -> bool:
    return getattr(attrs.fields(kind), name).default is None
