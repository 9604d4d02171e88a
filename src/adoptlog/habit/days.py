"""From facts to days: one person's calendar days, as of a date (HABIT_MODEL.md, the section of that name)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from .history import Day, DayKind, Evidence, History, Use

LOOKBACK = 3_660
"""Calendar days within which an earlier work day is looked for; who has none in ten years has none."""

_DAY = timedelta(days=1)
_WEEK = 7
_AWAY = (DayKind.OFF, DayKind.LEAVE)
Graded = tuple[float, Evidence]


def days(history: History, as_of: date) -> list[Day]:
    """Every calendar day from the person's first to `as_of`, from what was dated by then; empty if none has begun.

    >>> weekend = lambda on: on.weekday() >= 5
    >>> h = History(start=date(2026, 1, 9), is_off=weekend, used={date(2026, 1, 10): Use()})
    >>> days(h, date(2026, 1, 9))[0].use, days(h, date(2026, 1, 10))[0].use
    (None, 1.0)
    """
    on = beginning(history, as_of)
    if on is None:
        return []
    used = _used(history, as_of)
    graded = _graded(history, as_of)
    built = []
    while on <= as_of:
        kind = history.kind(on)
        if kind is not DayKind.WORK:
            built.append(Day(on, kind))
        elif (use := used.get(on)) is not None:
            built.append(Day(on, kind, 1.0, use.evidence, use.core))
        elif history.covered(on) or history.unused.get(on) is Evidence.LOG:
            built.append(Day(on, kind, 0.0, Evidence.LOG))
        elif on in history.unused:
            built.append(Day(on, kind, 0.0, history.unused[on]))
        elif on in graded:
            built.append(Day(on, kind, *graded[on]))
        else:
            built.append(Day(on, kind))
        on += _DAY
    return built


def beginning(history: History, as_of: date) -> date | None:
    """The first day of the person, as of a date: their start or first use, or the latest work day before it if that
    is an off or leave day; None without such a date ("Where a person's days begin")."""
    known = [on for on in history.used if on <= as_of]
    known += [x for y, x in history.snapshots if y <= as_of and x is not None]
    known = [on for on in known if _counts(history, on)]
    if history.start is not None:
        known.append(history.start)
    if not known:
        return None
    first = min(known)
    if history.kind(first) not in _AWAY:
        return first
    return _work_day_before(history, first) or first


def dates_of_use(history: History, as_of: date) -> tuple[date | None, date | None]:
    """First and last own date of use known by `as_of`, use after leaving apart.

    >>> dates_of_use(History(used={date(2026, 1, 10): Use()}), date(2026, 1, 12))[1]
    datetime.date(2026, 1, 10)
    """
    own = [on for on in history.used if on <= as_of]
    own += [x for y, x in history.snapshots if y <= as_of and x is not None]
    own = [on for on in own if not history.has_left(on)]
    return min(own, default=None), max(own, default=None)


def _counts(history: History, on: date) -> bool:
    """Use after leaving or while exempt does not count, also on an off day of those spans."""
    return not history.has_left(on) and not history.is_exempt(on)


def _work_day_before(history: History, on: date) -> date | None:
    """The latest work day before a date."""
    for _ in range(LOOKBACK):
        on -= _DAY
        if history.kind(on) is DayKind.WORK:
            return on
    return None


def _credited(history: History, on: date) -> date | None:
    """The work day that use on a date counts for; None if it counts for none ("Use on an off or leave day")."""
    if not _counts(history, on):
        return None
    return on if history.kind(on) is DayKind.WORK else _work_day_before(history, on)


def _used(history: History, as_of: date) -> dict[date, Use]:
    """Use by the work day it counts for; any use makes a day of use, the best source of it stands."""
    used: dict[date, Use] = {}
    for on, use in history.used.items():
        if on <= as_of and (credited := _credited(history, on)) is not None:
            other = used.get(credited)
            used[credited] = use if other is None else _both(use, other)
    return used


def _both(a: Use, b: Use) -> Use:
    """Two uses of one day: a core one makes it core, else a named one makes it peripheral."""
    tags = {a.core, b.core}
    core = True if True in tags else False if False in tags else None
    return Use(min(a.evidence, b.evidence), core)


def _graded(history: History, as_of: date) -> dict[date, Graded]:
    """What speaks about days no row speaks about; later assignments are the better evidence."""
    graded: dict[date, Graded] = {}
    for held_on, k in sorted(history.self_reports):
        if held_on <= as_of:
            week = list(_work_days(history, held_on - (_WEEK - 1) * _DAY, held_on))
            graded.update((on, (min(1.0, k / len(week)), Evidence.CHECKIN)) for on in week)
    for first, last, active in sorted(history.aggregates, key=lambda a: (a[1], a[0], a[2])):
        if last <= as_of:
            period = list(_work_days(history, first, last))
            graded.update((on, (min(1.0, active / len(period)), Evidence.AGGREGATE)) for on in period)
    snapshots = [(y, x) for y, x in history.snapshots if y <= as_of]
    begun = beginning(history, as_of) or as_of
    for reported_on, active_on in snapshots:
        since = begun if active_on is None else active_on + _DAY
        graded.update((on, (0.0, Evidence.AGGREGATE)) for on in _work_days(history, since, reported_on))
    for _, active_on in snapshots:
        if active_on is not None and (credited := _credited(history, active_on)) is not None:
            graded[credited] = (1.0, Evidence.AGGREGATE)
    return graded


def _work_days(history: History, first: date, last: date) -> Iterator[date]:
    """The work days of a period."""
    on = first
    while on <= last:
        if history.kind(on) is DayKind.WORK:
            yield on
        on += _DAY
