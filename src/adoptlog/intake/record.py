"""A source record on its way in: what it says, on which terms it is taken in, and what became of it."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

import attrs

from adoptlog.domain.event import Event, Source
from adoptlog.domain.stream import Circumstances
from adoptlog.domain.summary import Summary
from adoptlog.intake.observation import Observation


@attrs.frozen(kw_only=True)
class Terms:
    """On which terms records are taken in."""

    now: datetime
    zone: ZoneInfo
    by_hand: bool = False
    create_people: bool = True

    @property
    def today(self) -> date:
        """The date where the company is."""
        return self.now.astimezone(self.zone).date()

    def circumstances(
        self, source: Source | None = None, *, if_changed: bool = False, context: Summary | None = None
    ) -> Circumstances:
        """What an aggregate is told besides the fact."""
        return Circumstances(
            now=self.now.astimezone(UTC),
            today=self.today,
            by_hand=self.by_hand,
            if_changed=if_changed,
            source=source or Source(),
            context=context or Summary(),
        )


class Record(NamedTuple):
    """One source record: which system and id it has there, and what it says."""

    system: str | None
    source_id: str | None
    observations: Sequence[Observation]

    @property
    def id(self) -> tuple[str, str] | None:
        """What the record is known by, if its source has ids."""
        return (self.system, self.source_id) if self.system and self.source_id else None

    def id_at(self, place: int) -> tuple[str, str] | None:
        """What one of its observations is known by; the recipe is part of the stored history."""
        if not (self.system and self.source_id):
            return None
        return (self.system, self.source_id if place == 0 else f"{self.source_id}#{place}")


class Outcome(NamedTuple):
    """What became of a record: `recorded`, `duplicate`, `irrelevant` or `rejected`, and why."""

    said: str
    because: str = ""
    events: tuple[Event, ...] = ()


DUPLICATE, RECORDED = Outcome("duplicate"), Outcome("recorded")
