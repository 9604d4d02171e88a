"""How a summary is stored: the facts that stand, each type under its stable name."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec

from adoptlog.domain.event import Source
from adoptlog.domain.summary import Entry, Summary
from adoptlog.store.codec import TOPICS

_FIELDS = {kind: topic.replace("-", "_").replace(".", "_") for kind, topic in TOPICS.items()}
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


def read_summary(stored: bytes) -> Summary:
    """From the stored form."""
    state = _decode(stored)
    replaced = {by: tuple(sorted(Summary(_read(earlier)))) for by, earlier in state.replaced.items()}
    return Summary(_read(state), replaced)


def _read(state: Any) -> dict[type, tuple[Entry, ...]]:
    return {
        kind: tuple([Entry(version, Source(system, key), fact) for version, system, key, fact in entries])
        for kind, name in _FIELDS.items()
        if (entries := getattr(state, name))
    }
