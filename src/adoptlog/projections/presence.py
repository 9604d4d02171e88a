"""Presence: what the habit model needs to know about a person besides their daily use, ready for many at once."""

from datetime import date
from typing import Any

import msgspec

from adoptlog.domain import facts as f
from adoptlog.domain.dates import dated
from adoptlog.domain.employment import Employment, leaves
from adoptlog.domain.summary import Summary

ALWAYS = 0
"""The ordinal of a change that holds from the beginning."""

_WEEK = 7


class Presence(msgspec.Struct, array_like=True, frozen=True, gc=False):
    """When, where and on which terms a person works; days are proleptic ordinals, spans include both ends."""

    joined: int | None = None
    left: int | None = None
    licensed: int | None = None
    first_check_in: int | None = None
    earliest: int | None = None
    calendars: tuple[tuple[int, str | None, tuple[int, ...] | None], ...] = ()
    departments: tuple[tuple[int, str], ...] = ()
    enrolments: tuple[tuple[str, int, int | None], ...] = ()
    leaves: tuple[tuple[int, int], ...] = ()
    exemptions: tuple[tuple[int, int | None, str | None], ...] = ()
    self_reports: tuple[tuple[int, float], ...] = ()
    activities: tuple[tuple[str, int, int, int], ...] = ()
    snapshots: tuple[tuple[str, int, int | None], ...] = ()

    @property
    def plain(self) -> bool:
        """Whether there is nothing but dates, place and enrolment: the mass case."""
        return not (self.leaves or self.exemptions or self.self_reports or self.activities or self.snapshots)

    @property
    def speaks_from(self) -> int | None:
        """The earliest day that the start or anything told about more than a day speaks about."""
        days = [self.licensed if self.licensed is not None else self.joined, self.first_check_in]
        if not self.plain:
            days += [first for first, _ in self.leaves]
            days += [held - _WEEK for held, _ in self.self_reports]
            days += [first for _, first, _, _ in self.activities]
            days += [active or on for _, on, active in self.snapshots]
        return min((day for day in days if day is not None), default=None)

    def start(self, first_row: int | None) -> int | None:
        """When they start: licensed, else joined, else first reported on (`first_row`) or checked in with."""
        given = self.licensed if self.licensed is not None else self.joined
        return given if given is not None else _earlier(first_row, self.first_check_in)

    def first_known(self, first_row: int | None) -> int | None:
        """The day of the first fact about them, reports of use (the first on `first_row`) included."""
        return _earlier(first_row, self.earliest)


def presence_of(summary: Summary) -> Presence:
    """What stands about a person, as the habit model wants it. What is dated outside the employment waits."""
    employment = Employment.of(summary)
    check_ins = [c for c in summary.of(f.CheckInHeld) if employment.problem(c.on) is None]
    effective = (fact for _, _, fact in summary)
    days = [day for fact in effective if (day := dated(fact)) is not None]
    licensed = [licence.on for licence in summary.of(f.LicenceGranted)]
    return Presence(
        joined=_ordinal(employment.joined_on),
        left=_ordinal(employment.left_on),
        licensed=_ordinal(min(licensed, default=None)),
        first_check_in=_ordinal(min((c.on for c in check_ins), default=None)),
        earliest=_ordinal(min(days, default=None)),
        calendars=_calendars(summary),
        departments=tuple(
            sorted((_from(moved.on), moved.department) for moved in summary.of(f.Moved) if moved.department is not None)
        ),
        enrolments=_enrolments(summary),
        leaves=tuple((first.toordinal(), last.toordinal()) for first, last in leaves(summary)),
        exemptions=tuple(
            sorted(
                ((e.starts_on.toordinal(), _ordinal(e.ends_on), e.program) for e in summary.of(f.Exempted)), key=repr
            )
        ),
        self_reports=tuple(
            sorted((c.on.toordinal(), c.self_reported_days) for c in check_ins if c.self_reported_days is not None)
        ),
        activities=_activities(summary, employment),
        snapshots=tuple(
            sorted(
                (
                    (s.tool, s.on.toordinal(), _ordinal(s.last_active_on))
                    for s in summary.of(f.LastActivityReported)
                    if employment.problem(s.on) is None
                ),
                key=repr,
            )
        ),
    )


def _activities(summary: Summary, employment: Employment) -> tuple[tuple[str, int, int, int], ...]:
    return tuple(
        sorted(
            (a.tool, a.starts_on.toordinal(), a.ends_on.toordinal(), a.active_days)
            for a in summary.of(f.ActivityReported)
            if employment.problem(a.ends_on) is None
        )
    )


def _calendars(summary: Summary) -> tuple[tuple[int, str | None, tuple[int, ...] | None], ...]:
    """Every change of country or work days, each entry saying both as they then hold."""
    entries = sorted(summary.entries.get(f.WorkCalendarSet, ()), key=lambda e: (_from(e.fact.on), e.version))
    country: str | None = None
    workdays: tuple[int, ...] | None = None
    out: dict[int, tuple[int, str | None, tuple[int, ...] | None]] = {}
    for entry in entries:
        country = entry.fact.country or country
        workdays = entry.fact.workdays or workdays
        out[_from(entry.fact.on)] = (_from(entry.fact.on), country, workdays)
    return tuple(out.values())


def _enrolments(summary: Summary) -> tuple[tuple[str, int, int | None], ...]:
    ended: dict[str, list[date]] = {}
    for end in summary.of(f.Unenrolled):
        ended.setdefault(end.program, []).append(end.on)
    spans = []
    for fact in summary.of(f.Enrolled):
        ends = [fact.ends_on] if fact.ends_on else []
        ends += [day for day in ended.get(fact.program, ()) if day >= fact.starts_on]
        spans.append((fact.program, fact.starts_on.toordinal(), _ordinal(min(ends, default=None))))
    return tuple(sorted(spans, key=lambda span: (span[0], span[1], span[2] or 0)))


def _earlier(one: int | None, other: int | None) -> int | None:
    return min((day for day in (one, other) if day is not None), default=None)


def _ordinal(day: date | None) -> int | None:
    return None if day is None else day.toordinal()


def _from(day: date | None) -> int:
    return ALWAYS if day is None else day.toordinal()


_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(Presence).decode


def write_presence(presence: Presence) -> bytes:
    """The stored form."""
    return _encode(presence)


def read_presence(stored: Any) -> Presence:
    """From the stored form."""
    return _decode(stored)
