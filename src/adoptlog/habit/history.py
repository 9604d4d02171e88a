"""What is known about one person in one program: the facts that days are built from (HABIT_MODEL.md)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from enum import IntEnum
from typing import NamedTuple

import attrs


class Evidence(IntEnum):
    """Who says so, the best first."""

    LOG = 0
    OBSERVED = 1
    AGGREGATE = 2
    CHECKIN = 3


class DayKind(IntEnum):
    """What a calendar day is to a person; of several that fit, the highest (`off > left > exempt > leave > work`)."""

    WORK = 0
    LEAVE = 1
    EXEMPT = 2
    LEFT = 3
    OFF = 4


class Day(NamedTuple):
    """One built calendar day.

    `use` is 0..1 on a work day about which something is known, else None; so is `evidence`.
    `core` is None on an untagged day and where there was no use.
    """

    on: date
    kind: DayKind
    use: float | None = None
    evidence: Evidence | None = None
    core: bool | None = None


def _of_a_row(_: object, __: object, evidence: Evidence) -> None:
    if evidence > Evidence.OBSERVED:
        name = evidence.name.lower()
        raise ValueError(f"a row is by log or observed, not by {name}; give it as a self-report, aggregate or snapshot")


@attrs.frozen
class Use:
    """Use on one date: the best evidence of it, and whether it was core (None: no use case was named)."""

    evidence: Evidence = attrs.field(default=Evidence.LOG, validator=_of_a_row)
    core: bool | None = None


def never(_: date) -> bool:
    """No day at all: the default of `History.is_off` and `History.covered`.

    >>> never(date(2026, 1, 5))
    False
    """
    return False


@attrs.frozen(kw_only=True)
class History:
    """One person in one program: everything known, of any date; `days` takes what counts as of a day.

    All spans include both ends. Several facts of one kind about the same days are allowed; the order
    of a tuple says nothing.

    >>> History(start=date(2026, 1, 5), used={date(2026, 1, 6): Use()}).used[date(2026, 1, 6)].evidence.name
    'LOG'
    """

    start: date | None = None
    """`licensed_on`, else `joined_on`, else the first usage row or check-in."""
    left_on: date | None = None
    """The last day in the company."""
    is_off: Callable[[date], bool] = never
    """Whether a date is no day of work for this person: weekly days off, public holidays, closures."""
    leaves: tuple[tuple[date, date], ...] = ()
    """First and last day of each leave."""
    exemptions: tuple[tuple[date, date | None], ...] = ()
    """First and last day of each exemption; None: for good."""
    used: Mapping[date, Use] = attrs.field(factory=dict)
    """Use by its own date."""
    unused: Mapping[date, Evidence] = attrs.field(factory=dict)
    """Rows that say "not used": a count of 0, or use only inside a training; the best evidence of a date."""
    covered: Callable[[date], bool] = never
    """Whether a feed speaks about the date: a person without a row did not use it then."""
    self_reports: tuple[tuple[date, float], ...] = ()
    """(held on, days of use in the seven days ending then)."""
    aggregates: tuple[tuple[date, date, float], ...] = ()
    """(first, last, active days between them); a fact of the last day."""
    snapshots: tuple[tuple[date, date | None], ...] = ()
    """(reported on, last active on; None: never)."""

    def __attrs_post_init__(self) -> None:
        for evidence in self.unused.values():
            _of_a_row(None, None, evidence)
        for reported_on, active_on in self.snapshots:
            if active_on is not None and active_on > reported_on:
                raise ValueError(f"a snapshot of {reported_on} says last active on {active_on}, which is later")
        for first, last, _ in self.aggregates:
            if first > last:
                raise ValueError(f"an aggregate from {first} to {last} ends before it begins")

    def has_left(self, on: date) -> bool:
        """Whether the date is after the last day in the company."""
        return self.left_on is not None and on > self.left_on

    def is_exempt(self, on: date) -> bool:
        """Whether an exemption holds on the date."""
        return any(first <= on and (last is None or on <= last) for first, last in self.exemptions)

    def kind(self, on: date) -> DayKind:
        """The kind of the date, the first that fits ("The kinds of day").

        >>> History(leaves=((date(2026, 1, 5), date(2026, 1, 9)),)).kind(date(2026, 1, 9)).name
        'LEAVE'
        """
        if self.is_off(on):
            return DayKind.OFF
        if self.has_left(on):
            return DayKind.LEFT
        if self.exemptions and self.is_exempt(on):
            return DayKind.EXEMPT
        if self.leaves and any(first <= on <= last for first, last in self.leaves):
            return DayKind.LEAVE
        return DayKind.WORK
