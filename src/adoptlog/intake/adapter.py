"""The protocol between adoptlog and the systems around it, and how adapters are found."""

from collections.abc import Iterator, Mapping
from datetime import date
from importlib.metadata import EntryPoint, entry_points
from typing import Any, ClassVar, Literal, NamedTuple, Protocol, runtime_checkable

import attrs

from adoptlog.errors import NotFound, Unusable
from adoptlog.intake.observation import Translation
from adoptlog.messages import Message

GROUP = "adoptlog.adapters"


class Fetched(NamedTuple):
    """One record of a source: as it came, its id there (None if it has none), where to go on after it.

    `report` names the file or page it stands in: a report covers days as a whole (see `Adapter.covers`).
    """

    raw: Any
    source_id: str | None = None
    bookmark: str | None = None
    report: str = ""


Covers = Literal["rows", "none"] | tuple[date, date]
"""Which days a usage report speaks about: from the first to the last date of its accepted rows, none, or given."""


@runtime_checkable
class Adapter(Protocol):
    """A way in. `fetch` touches the outside; `translate` and `show` are pure.

    An adapter class has a `name` (the system of its source ids, part of the stored format), a `title`, a
    `direction` ("in", "out" or "both") and `Options`: an attrs class of its settings, which `adoptlog import NAME`
    offers as command line options. Its instances are made from those options.
    """

    name: ClassVar[str]
    title: ClassVar[str]
    direction: ClassVar[str]
    Options: ClassVar[type]

    def __init__(self, options: Any) -> None: ...

    @property
    def source(self) -> str:
        """What is read, for `imports list`: file names or a host."""
        ...

    @property
    def covers(self) -> Covers:
        """Which days each report covers, for every tool in it."""
        ...

    def fetch(self, bookmark: str | None) -> Iterator[Fetched]:
        """Read the source's records, from the bookmark on (None: all). Raises `Unusable` if it cannot be read."""
        ...

    def translate(self, raw: Any) -> Translation:
        """What one record says."""
        ...

    def show(self, raw: Any) -> tuple[int | None, Mapping[str, Any]]:
        """The record for a dead letter: its line (or None) and its content as JSON-able values."""
        ...


@attrs.frozen
class Installed:
    """An adapter that is plugged in, or why it cannot be used."""

    name: str
    direction: str
    title: str
    installed: bool
    problem: str | None = None


def find(name: str) -> type[Adapter]:
    """The adapter class plugged in under a name. Raises `NotFound`, or `Unusable` if it cannot be loaded."""
    points = {point.name: point for point in entry_points(group=GROUP)}
    if name not in points:
        raise NotFound(
            "No adapter named {name!r}; installed: {names}", name=name, names=tuple(sorted(points)) or Message("none")
        )
    return _load(points[name])


def installed() -> list[Installed]:
    """Every adapter that is plugged in, ours and third parties'."""
    found = []
    for point in sorted(entry_points(group=GROUP), key=lambda point: point.name):
        try:
            adapter = _load(point)
        except Unusable as problem:
            found.append(Installed(point.name, "in", "", False, problem.message))
        else:
            found.append(Installed(point.name, adapter.direction, adapter.title, True))
    return found


def _load(point: EntryPoint) -> type[Adapter]:
    try:
        adapter: type[Adapter] = point.load()
    except Exception as cause:
        distribution = point.dist.name if point.dist else Message("an unknown distribution")
        raise Unusable(
            "adapter {name!r} of {distribution} cannot be loaded: {cause}",
            name=point.name,
            distribution=distribution,
            cause=cause,
        ) from cause
    return adapter
