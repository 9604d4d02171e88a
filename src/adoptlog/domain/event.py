"""The stored event: a thin envelope around one fact."""

from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

import attrs


class Source(NamedTuple):
    """Which system said so and, when it has record ids of its own, a keyed hash of that id."""

    system: str | None = None
    key: str | None = None


_NOBODY = Source()


@attrs.frozen(kw_only=True)
class Event:
    """One fact in one stream. `recorded_at` is informative: what was known when goes by position (ADR 2)."""

    originator_id: UUID
    originator_version: int
    recorded_at: datetime
    fact: Any
    source: Source = _NOBODY
