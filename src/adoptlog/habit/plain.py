"""The habit of one person, day by day: the oracle, and the answer for one person (HABIT_MODEL.md)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

import attrs

from .days import dates_of_use
from .days import days as built
from .history import Day, DayKind, Evidence, History
from .person import Person
from .policy import TOLERANCE, HabitPolicy
from .state import Habit, HabitDay, State

_DEFAULT = HabitPolicy()
_STANDS_OVER = {DayKind.LEAVE: State.ON_LEAVE, DayKind.EXEMPT: State.EXEMPT, DayKind.LEFT: State.LEFT}
_UNKNOWN, _SAID, _LOGGED = 0, 1, 2


def habit(history: History, as_of: date, policy: HabitPolicy = _DEFAULT, target_days: float | None = None) -> Habit:
    """One person's habit at the end of `as_of`, from the facts dated by then.

    >>> from adoptlog.habit import Use
    >>> told = habit(History(start=date(2026, 1, 5), used={date(2026, 1, 6): Use()}), date(2026, 1, 6))
    >>> told.state, told.confidence, told.last_used_on
    (<State.TRYING: 'trying'>, 'D', datetime.date(2026, 1, 6))
    """
    first, last = dates_of_use(history, as_of)
    told = fold(built(history, as_of), policy, target_days)
    return attrs.evolve(told, first_used_on=first, last_used_on=last)


def fold(days: Iterable[Day], policy: HabitPolicy = _DEFAULT, target_days: float | None = None) -> Habit:
    """The habit at the end of built days; `first_used_on` and `last_used_on` stay None, built days do not know them.

    >>> fold([]).state, fold([]).confidence
    (<State.NOT_STARTED: 'not_started'>, 'D')
    """
    walk = Walk(policy, target_days)
    walk.through(days)
    return walk.habit()


def trace(days: Iterable[Day], policy: HabitPolicy = _DEFAULT, target_days: float | None = None) -> Iterator[HabitDay]:
    """The same, told at the end of every day.

    >>> [day.habit.state.value for day in trace([Day(date(2026, 1, 5), DayKind.WORK, 1.0, Evidence.LOG)])]
    ['trying']
    """
    walk = Walk(policy, target_days)
    for day in days:
        walk.through((day,))
        yield walk.told(day.on)


class Walk:
    """A person on the way through their calendar days, with what stands over the base state."""

    __slots__ = (
        "base",
        "base_since",
        "counted",
        "leave_run",
        "overlay",
        "person",
        "policy",
        "shown",
        "since",
        "target_days",
        "unknown_run",
        "work",
    )

    def __init__(self, policy: HabitPolicy, target_days: float | None) -> None:
        self.policy, self.target_days = policy, target_days
        self.person = Person(policy, target_days)
        self.work: list[int] = []  # of every work day: unknown, said by somebody, or logged
        self.leave_run = self.unknown_run = 0
        self.counted = False
        self.overlay: State | None = None
        self.shown: State | None = None
        self.since: date | None = None
        self.base: State | None = None
        self.base_since: date | None = None

    def through(self, days: Iterable[Day]) -> None:
        """Go on by some days, in order."""
        person, work = self.person, self.work.append
        count = person.count
        r = self.policy.reliability
        reliability = (r.log, r.observed, r.aggregate, r.checkin)
        by_log, off, workday, log = r.log, DayKind.OFF, DayKind.WORK, Evidence.LOG
        for on, kind, use, evidence, core in days:
            self.counted = False
            if kind is off:
                if self.shown is not None:
                    continue  # it shows what the day before showed
            elif kind is workday:
                if self.leave_run:
                    self._come_back()
                if use is None or evidence is None:
                    work(_UNKNOWN)
                    self.unknown_run += 1
                    self.overlay = State.UNKNOWN if self.unknown_run > self.policy.unknown_limit else None
                else:
                    work(_LOGGED if evidence is log else _SAID)
                    self.unknown_run, self.overlay, self.counted = 0, None, True
                    count(use, by_log if evidence is log else reliability[evidence], core)
            else:
                self.leave_run += kind is DayKind.LEAVE
                self.overlay = _STANDS_OVER[kind]
            if person.base is not self.base:
                self.base, self.base_since = person.base, on
            shown = self.overlay or person.base
            if shown is not self.shown:
                self.shown, self.since = shown, on

    def _come_back(self) -> None:
        """Before a work day: a long run of leave earns grace."""
        if self.leave_run >= self.policy.long_leave:
            self.person.grace = self.policy.return_grace
        self.leave_run = 0

    def confidence(self) -> str:
        """Over the last work days: how many are known, and how many of these by log ("What is shown")."""
        work = self.work[-self.policy.conf_window :]
        known = len(work) - work.count(_UNKNOWN)
        logged = work.count(_LOGGED)
        if not known or known <= 0.6 * len(work) - TOLERANCE:
            return "D"
        if known > 0.8 * len(work) - TOLERANCE and logged > 0.8 * known - TOLERANCE:
            return "A"
        return "B" if logged > 0.4 * known - TOLERANCE else "C"

    def habit(self) -> Habit:
        """The habit as it stands."""
        person, counted, begun = self.person, self.counted, self.shown is not None
        share = person.core_share()
        return Habit(
            state=self.shown or person.base,
            base=person.base,
            since=self.since,
            base_since=self.base_since,
            strength=person.strength,
            pace=person.pace if counted else None,
            silence=person.gap if begun else None,
            silence_limit=person.silence_limit() if counted else None,
            tenure=person.tenure if begun else None,
            core_share=share,
            depth=depth(share, self.policy),
            confidence=self.confidence(),
            window_use=person.summed,
            window_days=min(person.n, self.policy.window),
            target=person.full,
            active_days=min(len(person.active), self.policy.depth_window),
            unknown_days=self.unknown_run,
        )

    def told(self, on: date) -> HabitDay:
        """The habit as it stands, with what only this day can tell."""
        rate = self.policy.usual_rate(*self.person.usual(), self.person.target) if self.counted else None
        return HabitDay(on=on, habit=self.habit(), overlay=self.overlay, usual_rate=rate, cause=self.person.cause)


def depth(share: float | None, policy: HabitPolicy = _DEFAULT) -> str:
    """Which use a core share speaks of: `core`, `peripheral` or `unknown`.

    >>> depth(1 / 3), depth(0.3), depth(None)
    ('core', 'peripheral', 'unknown')
    """
    if share is None:
        return "unknown"
    return "core" if share > policy.core_min - TOLERANCE else "peripheral"
