"""What an adapter hands over at once, to be recorded in one transaction."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Protocol, runtime_checkable

import attrs
import numpy as np
import numpy.typing as npt

from adoptlog.domain.facts import ToolUsed
from adoptlog.intake.adapter import Adapter, Fetched, ListRead, PageRead, Read

RECORDS = 50_000
"""As many records are taken in at once."""

WITH_BOOKMARK = 1_000
"""As many at most are read again by an import that goes on after one that was killed, where records have bookmarks."""

ROWS = 100_000
"""As many rows of use, where they come as columns: the more, the fewer events for a shuffled file."""


@attrs.frozen(kw_only=True, eq=False)
class UsageColumns:
    """Rows of use, none of which is an object: row i says of `people[person[i]]` what `facts[fact[i]]` says.

    `people` are external ids. `reports` names for each fact the report it stands in. `raw` gives a row as it came,
    should it turn out that it cannot be recorded.
    """

    people: Sequence[str]
    facts: Sequence[ToolUsed]
    reports: Sequence[str]
    person: npt.NDArray[np.int32]
    fact: npt.NDArray[np.int32]
    raw: Callable[[int], Any]

    def fetched(self, row: int) -> Fetched:
        """One row as a record."""
        return Fetched(self.raw(row), report=self.reports[int(self.fact[row])])


@attrs.frozen(kw_only=True, eq=False)
class Chunk:
    """Records, and rows of use as columns; `page` or `list_` if it ends one; `more`: another chunk may follow."""

    records: Sequence[Fetched]
    usage: UsageColumns | None = None
    page: PageRead = PageRead()
    list_: ListRead | None = None
    more: bool = False

    @property
    def bookmark(self) -> str | None:
        """Where to go on after these: records behind the last bookmark are read again, and are duplicates then."""
        if self.page.bookmark is not None:
            return self.page.bookmark
        return next((one.bookmark for one in reversed(self.records) if one.bookmark is not None), None)


@runtime_checkable
class Chunked(Protocol):
    """An adapter that makes chunks by itself, because it has columns to hand over."""

    def fetch_chunks(self, bookmark: str | None) -> Iterator[Chunk]:
        """The same as `fetch`; a row is in a chunk's `usage`, or among its `records` to be translated."""
        ...


def chunks(adapter: Adapter, bookmark: str | None) -> Iterator[Chunk]:
    """Everything an adapter has to say, from the bookmark on."""
    return adapter.fetch_chunks(bookmark) if isinstance(adapter, Chunked) else of_records(adapter.fetch(bookmark))


def of_records(read: Iterator[Read]) -> Iterator[Chunk]:
    """Records by the page, or by the chunk where there are no pages.

    What was read before the source fails is handed over before the failure is.
    """
    records: list[Fetched] = []
    while True:
        try:
            one = next(read, None)
        except Exception:
            if records:
                yield Chunk(records=records, more=True)
            raise
        match one:
            case Fetched():
                records.append(one)
                if len(records) < RECORDS and (one.bookmark is None or len(records) < WITH_BOOKMARK):
                    continue
                yield Chunk(records=records, more=True)
            case PageRead():
                yield Chunk(records=records, page=one, more=True)
            case ListRead():
                if records:
                    yield Chunk(records=records, more=True)
                yield Chunk(records=(), list_=one, more=True)
            case None:
                if records:
                    yield Chunk(records=records)
                return
        records = []
