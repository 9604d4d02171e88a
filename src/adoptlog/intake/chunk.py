"""What an adapter hands over at once, to be recorded in one transaction."""

from collections.abc import Iterator, Sequence
from itertools import islice

import attrs

from adoptlog.intake.adapter import Adapter, Fetched

RECORDS = 50_000
"""As many records are taken in at once."""


@attrs.frozen(kw_only=True, eq=False)
class Chunk:
    """Records; `more` says that others may follow."""

    records: Sequence[Fetched]
    more: bool

    @property
    def bookmark(self) -> str | None:
        """Where to go on after these."""
        return self.records[-1].bookmark if self.records else None


def chunks(adapter: Adapter, bookmark: str | None) -> Iterator[Chunk]:
    """Everything an adapter has to say, from the bookmark on."""
    fetched = adapter.fetch(bookmark)
    while records := list(islice(fetched, RECORDS)):
        yield Chunk(records=records, more=len(records) == RECORDS)
