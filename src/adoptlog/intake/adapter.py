"""The protocol between adoptlog and the systems around it: what a way in says, and what a way out is asked."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, ClassVar, Literal, NamedTuple, Protocol, runtime_checkable

import attrs

from adoptlog.domain.facts import UsageCovered
from adoptlog.intake.observation import Translation


class Fetched(NamedTuple):
    """One record of a source: as it came, its id there (None if it has none), where to go on after it.

    `report` names the file or page it stands in: a report covers days as a whole (see `Adapter.covers`). A source that
    is read page by page leaves `bookmark` to `PageRead`.
    """

    raw: Any
    source_id: str | None = None
    bookmark: str | None = None
    report: str = ""


@attrs.frozen(kw_only=True)
class PageRead:
    """A page was read to its end: what came before it, this bookmark and these days are recorded together.

    The next import goes on from the last bookmark recorded. `covered` are the days this page speaks about as a whole: a
    person without a row did not use the tool on them. Never a day the source may still add to: see `watermark`, the
    last day it can speak about (by itself, the last covered one).
    """

    bookmark: str | None = None
    covered: tuple[UsageCovered, ...] = attrs.field(default=(), converter=tuple)
    watermark: date | None = None


def _together(ids: Iterable[str]) -> frozenset[str]:
    return frozenset(ids)


@attrs.frozen(kw_only=True)
class ListRead:
    """A list of people was read from its beginning to its end: who is known from it and is not in it has left.

    `people` are ids of this system (`name:id`), each of which its record gave as one of the person's ids. Never said
    of a part of a list, nor of a list of those who have a licence.
    """

    people: frozenset[str] = attrs.field(converter=_together)


Read = Fetched | PageRead | ListRead
"""What an adapter yields while it reads."""

Covers = Literal["rows", "none"] | tuple[date, date]
"""Which days a usage report speaks about: from the first to the last date of its accepted rows, none, or given."""


@runtime_checkable
class Adapter(Protocol):
    """A way in. `fetch` touches the outside; `translate` and `show` are pure.

    An adapter class has a `name` (the system of its source ids, part of the stored format), a `title`, a
    `direction` ("in", "out" or "both") and `Options`: an attrs class of its settings, which `adoptlog import NAME`
    offers as command line options. Its instances are made from those options. `needs` names the modules it cannot
    work without, each with what to install for it: `{"httpx": "adoptlog[http]"}`. `adoptlog.kit.WayIn` has all of this
    but what makes an adapter different from others.
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

    def fetch(self, bookmark: str | None) -> Iterator[Read]:
        """Read the source's records, from the bookmark on (None: all). Raises `Unusable` if it cannot be read."""
        ...

    def translate(self, raw: Any) -> Translation:
        """What one record says."""
        ...

    def show(self, raw: Any) -> tuple[int | None, Mapping[str, Any]]:
        """The record for a dead letter: its line (or None) and its content as JSON-able values."""
        ...
