"""What an adapter hands over at once, to be recorded in one transaction."""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import Any, Protocol, runtime_checkable

import attrs
import numpy as np
import numpy.typing as npt

from adoptlog.domain.facts import ToolUsed
from adoptlog.intake.adapter import Adapter, Fetched

RECORDS = 50_000
"""As many records are taken in at once."""

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
    """Records, and rows of use as columns; `more` says that another chunk may follow."""

    records: Sequence[Fetched]
    usage: UsageColumns | None = None
    more: bool = False

    @property
    def bookmark(self) -> str | None:
        """Where to go on after these."""
        return self.records[-1].bookmark if self.records else None


@runtime_checkable
class Chunked(Protocol):
    """An adapter that makes chunks by itself, because it has columns to hand over."""

    def fetch_chunks(self, bookmark: str | None) -> Iterator[Chunk]:
        """The same as `fetch`; a row is in a chunk's `usage`, or among its `records` to be translated."""
        ...


def chunks(adapter: Adapter, bookmark: str | None) -> Iterator[Chunk]:
    """Everything an adapter has to say, from the bookmark on."""
    return adapter.fetch_chunks(bookmark) if isinstance(adapter, Chunked) else of_records(adapter.fetch(bookmark))


def of_records(fetched: Iterator[Fetched]) -> Iterator[Chunk]:
    """Records by the chunk."""
    while records := list(islice(fetched, RECORDS)):
        yield Chunk(records=records, more=len(records) == RECORDS)
