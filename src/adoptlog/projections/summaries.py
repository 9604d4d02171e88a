"""How a summary is stored: the facts that stand, each type under its stable name."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import Any

import msgspec

from adoptlog.domain.event import Source
from adoptlog.domain.summary import Entry, F, Summary
from adoptlog.store.codec import TOPICS, UPCASTERS, upcast


def _field(topic: str) -> str:
    return topic.replace("-", "_").replace(".", "_")


_FIELDS = {kind: _field(topic) for kind, topic in TOPICS.items()}
_KINDS = {name: kind for kind, name in _FIELDS.items()}
_OLDER = {_field(topic): topic for topic in UPCASTERS}
_OLDER_NAMES = [f'"{name}"'.encode() for name in _OLDER]
_Entries: Any = msgspec.defstruct(
    "StoredEntries",
    [
        (name, list[tuple[int, str | None, str | None, kind]], msgspec.field(default_factory=list))  # type: ignore[valid-type]
        for kind, name in _FIELDS.items()
    ],
    omit_defaults=True,
)
_Stored: Any = msgspec.defstruct(
    "StoredSummary", [("replaced", dict[int, _Entries], msgspec.field(default_factory=dict))], bases=(_Entries,)
)
_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(_Stored).decode


def write_summary(summary: Summary) -> bytes:
    """The stored form."""
    stored = _written(summary)
    if summary.replaced:
        stored["replaced"] = {by: _written(earlier) for by, earlier in summary.replaced.items()}
    return _encode(stored)


def _written(entries: Iterable[Entry]) -> dict[str, Any]:
    written: dict[str, Any] = {}
    for e in entries:
        written.setdefault(_FIELDS[type(e.fact)], []).append((e.version, e.source.system, e.source.key, e.fact))
    return written


def _renewed(stored: bytes) -> bytes:
    """The stored form with the facts of older versions as they are now; within a type they are in their order."""
    told = msgspec.json.decode(stored)
    replaced = {by: _as_now(earlier) for by, earlier in told.pop("replaced", {}).items()}
    return _encode(_as_now(told) | ({"replaced": replaced} if replaced else {}))


def _as_now(entries_by_name: Mapping[str, Any]) -> dict[str, Any]:
    told: dict[str, list[Any]] = {}
    for name, entries in entries_by_name.items():
        for version, system, key, fact in entries:
            topic, current = upcast(_OLDER[name], fact) if name in _OLDER else (name, fact)
            told.setdefault(_field(topic), []).append((version, system, key, current))
    return {name: sorted(entries, key=lambda entry: entry[0]) for name, entries in told.items()}


class Packed(Mapping[int, Summary]):
    """Summaries of many people by number, each unpacked when it is asked for: kept all at once, they would be what
    garbage collection walks through."""

    def __init__(self, stored: Mapping[int, bytes]) -> None:
        self._stored = stored

    def __getitem__(self, no: int) -> Summary:
        return read_summary(self._stored[no])

    def __iter__(self) -> Iterator[int]:
        return iter(self._stored)

    def __len__(self) -> int:
        return len(self._stored)

    def stored(self) -> Iterable[tuple[int, bytes]]:
        """What is stored about each."""
        return self._stored.items()


def read_summary(stored: bytes) -> Summary:
    """From the stored form, which may have been written before a fact's last change."""
    state = _decode(_renewed(stored) if any(name in stored for name in _OLDER_NAMES) else stored)
    replaced = {by: tuple(sorted(Summary(_read(earlier)))) for by, earlier in state.replaced.items()}
    return Summary(_read(state), replaced)


def _read(state: Any) -> dict[type, tuple[Entry, ...]]:
    return {
        kind: tuple([Entry(version, Source(system, key), fact) for version, system, key, fact in entries])
        for kind, name in _FIELDS.items()
        if (entries := getattr(state, name))
    }


def facts_of(kind: type[F], summaries: Mapping[int, Summary]) -> Iterator[tuple[int, tuple[F, ...]]]:
    """The facts of one type that stand about each of many people who have any; all others are not unpacked."""
    if not isinstance(summaries, Packed):
        yield from ((no, summary.of(kind)) for no, summary in summaries.items() if kind in summary.entries)
        return
    field = _FIELDS[kind]
    decode = _decoder_of(field)
    name = f'"{field}"'.encode()
    for no, stored in summaries.stored():
        if name in stored and (entries := getattr(decode(stored), field)):
            yield no, tuple([fact for _, _, _, fact in entries])


@cache
def _decoder_of(field: str) -> Callable[[bytes], Any]:
    """Reads the facts of one type and passes over all others."""
    kind = _KINDS[field]
    only = msgspec.defstruct("Only", [(field, list[tuple[int, str | None, str | None, kind]], [])])  # type: ignore[valid-type]
    return msgspec.json.Decoder(only).decode
