"""What AI tools report: who used them, on which days, and how much a report can say."""

from datetime import date
from typing import Literal

import attrs

UsageEvidence = Literal["log", "observed"]


@attrs.frozen(kw_only=True)
class ToolUsed:
    """One person's use of one tool on one day, as a row of a report says it; 0 is "reported as unused".

    This is what adapters and callers hand in. What is stored is `UsageReported`: the rows of many people in one
    event (ADR 3). With several `use_cases` the count stands for each of them. `evidence` is "log" for the tool's
    own record and "observed" for what another person or system saw; use only inside a training session is no use.
    """

    tool: str
    on: date
    count: int = 1
    use_cases: tuple[str, ...] = ()
    evidence: UsageEvidence = "log"
    in_training: bool = False


@attrs.frozen(kw_only=True)
class UsageReported:
    """A tool's report of one day and use case about the people of one block: who, and how often.

    `people` are little-endian unsigned 16-bit numbers within the block of 8,192 directory numbers, ascending;
    `counts` are as many little-endian unsigned numbers of 1, 2 or 4 bytes each. Of two reports the larger stands.
    """

    tool: str
    on: date
    block: int
    people: bytes
    counts: bytes
    use_case: str = ""
    evidence: UsageEvidence = "log"
    in_training: bool = False


@attrs.frozen(kw_only=True)
class UsageCovered:
    """The days a feed speaks about: on them, a person without a row did not use `tool`."""

    tool: str
    starts_on: date
    ends_on: date


@attrs.frozen(kw_only=True)
class ActivityReported:
    """The person used `tool` on `active_days` days from `starts_on` to `ends_on`; which ones is not known."""

    tool: str
    starts_on: date
    ends_on: date
    active_days: int


@attrs.frozen(kw_only=True)
class LastActivityReported:
    """A snapshot taken `on` a day: the person last used `tool` on `last_active_on`, or never (None)."""

    tool: str
    on: date
    last_active_on: date | None = None
