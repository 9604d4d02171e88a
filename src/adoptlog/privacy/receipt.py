"""The receipt of forgetting: what went, what could not, and which copies are not ours to clean. It names nobody."""

from datetime import date, datetime, timedelta

import attrs

from adoptlog.policy import RetentionPolicy
from adoptlog.privacy.forgetting import Holdings
from adoptlog.privacy.scrub import NOT_ASKED, Scrubbed
from adoptlog.store import tables

SEARCHED = tuple(
    sorted(
        f"{table.name}.{column}"
        for table, columns in (
            (tables.person, ("name", "key")),
            (tables.external_id, ("external_id",)),
            (tables.text, ("words",)),
            (tables.source_record, ("source_id",)),
            (tables.dead_letter, ("source", "source_id", "reason", "record", "settings")),
            (tables.import_, ("source",)),
            (tables.bookmark, ("bookmark",)),
            (tables.access, ("no",)),
            (tables.event, ("state",)),
        )
        for column in columns
    )
)
"""Where the person was looked for; all other columns hold random ids, numbers, days and hashes."""

NOT_OURS = ("backups", "archive", "replicas", "server_logs", "exports", "sources")


@attrs.frozen(kw_only=True)
class Copy:
    """A copy that no client of the database can clean, and when it is gone as far as the operator said."""

    what: str
    gone_on: date | None


@attrs.frozen(kw_only=True)
class Receipt:
    """What was done about one person, or would be (`tombstone` is then None)."""

    at: datetime
    tombstone: str | None
    removed: dict[str, int]
    left_in_events: list[int]
    """Ids of events that name the person in a field that is not personal; events are never changed."""
    not_looked_for: int
    """How many names were too short to be told from other words."""
    scrubbed: Scrubbed = NOT_ASKED
    searched: tuple[str, ...] = SEARCHED
    not_ours: list[Copy] = attrs.field(factory=list)


def receipt(held: Holdings, tombstone: str | None, at: datetime, policy: RetentionPolicy) -> Receipt:
    """The receipt before anything is scrubbed."""
    return Receipt(
        at=at,
        tombstone=tombstone,
        removed=held.counts,
        left_in_events=held.found.events,
        not_looked_for=len(held.like.too_short),
        not_ours=[Copy(what=what, gone_on=_gone_on(getattr(policy, f"{what}_days"), at.date())) for what in NOT_OURS],
    )


def _gone_on(days: int | None, today: date) -> date | None:
    return None if days is None else today + timedelta(days=days)
