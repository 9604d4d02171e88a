"""What if: the same history under another policy, and how well a rule would have warned."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from uuid import UUID

import attrs

from adoptlog.casework.backtest import Backtest, Key, backtest
from adoptlog.casework.rehearsal import Rehearsed, rehearse
from adoptlog.casework.staff import Staff
from adoptlog.casework.wording import name
from adoptlog.domain.facts import CheckInHeld
from adoptlog.facade.follow_ups import FollowUps
from adoptlog.habit import State
from adoptlog.policy import Policy, in_force
from adoptlog.rule_book import rule as rule_named
from adoptlog.rule_book import rules

_DAY = timedelta(days=1)
_SATURDAY = 5
Progress = Callable[[int, int], None]


def _quietly(done: int, all_: int) -> None:
    """Nobody is told."""


@attrs.frozen(kw_only=True)
class Difference:
    """One person in one program whose status is another under policy b."""

    person: str
    program: str
    state_a: str
    state_b: str
    strength_a: float | None
    strength_b: float | None


@attrs.frozen(kw_only=True)
class Change:
    """A follow-up that only one of the policies would have raised: it `appears` under b, or it `vanishes`."""

    change: str
    rule: str
    person: str | None
    program: str | None
    owner: str | None
    raised_on: date


@attrs.frozen(kw_only=True)
class Workload:
    """How many follow-ups would have been raised in the period that ends on a day, for one owner."""

    end: date
    owner: str | None
    follow_ups_a: int
    follow_ups_b: int


class WhatIf(FollowUps):
    """The part of `AdoptLog` for those who set the policy. Nothing here records anything."""

    def compare(
        self, policy: Policy, *, as_of: date | None = None, known_at: datetime | None = None
    ) -> list[Difference]:
        """Whose status is another under `policy` than under the one in force."""
        pairs = zip(
            self.replay(as_of=as_of, known_at=known_at),
            self.replay(as_of=as_of, known_at=known_at, policy=policy),
            strict=True,
        )
        return [
            Difference(
                person=a.person,
                program=a.program,
                state_a=a.state,
                state_b=b.state,
                strength_a=a.strength,
                strength_b=b.strength,
            )
            for a, b in pairs
            if (a.state, a.strength) != (b.state, b.strength)
        ]

    def compare_follow_ups(
        self, policy: Policy, *, as_of: date | None = None, progress: Progress = _quietly
    ) -> list[Change]:
        """The follow-ups that appear and vanish under `policy`, over the whole history."""
        with self._both(policy, as_of or self.today, progress) as (staff, a, b):
            only_a, only_b = a.keys() - b.keys(), b.keys() - a.keys()
            changes = [_change("vanishes", a[id_], staff) for id_ in only_a]
            changes += [_change("appears", b[id_], staff) for id_ in only_b]
        return sorted(changes, key=lambda change: (change.raised_on, change.rule, change.person or ""))

    def compare_workload(
        self,
        policy: Policy,
        ends: Sequence[date],
        *,
        per_owner: bool = False,
        progress: Progress = _quietly,
    ) -> list[Workload]:
        """How many follow-ups each policy would have raised in each period; `ends` are the last days of the periods."""
        with self._both(policy, max(ends), progress) as (staff, a, b):
            counts = [Counter(_periods(some.values(), ends, staff, per_owner)) for some in (a, b)]
        keys = sorted(
            {*counts[0], *counts[1], *((end, None) for end in ends if not per_owner)},
            key=lambda key: (key[0], key[1] or ""),
        )
        return [
            Workload(end=end, owner=owner, follow_ups_a=counts[0][end, owner], follow_ups_b=counts[1][end, owner])
            for end, owner in keys
        ]

    def backtest(self, rule: str, *, as_of: date | None = None, progress: Progress = _quietly) -> Backtest:
        """How well a rule would have warned of lapses under the policy in force. Raises `NotFound`."""
        chosen = rule_named(rule)
        with self._staff(self.policy, as_of or self.today) as (staff, policy):
            days = _work_days(staff.began_on, as_of or self.today)
            raised = list(rehearse(staff, [chosen], policy.follow_ups, days, progress=progress))
            people = {staff.references[who.no]: (block, who) for block, some in staff.blocks.items() for who in some}
            work_days = {ref: staff.agenda.of(staff.presence(block, who))[0] for ref, (block, who) in people.items()}
            helped = {
                ref: sorted(c.on for c in staff.summary(block, who).of(CheckInHeld))
                for ref, (block, who) in people.items()
            }
            return backtest(rule, raised, _lapses(staff, days), helped, work_days)

    @contextmanager
    def _both(
        self, policy: Policy, last: date, progress: Progress
    ) -> Iterator[tuple[Staff, dict[UUID, Rehearsed], dict[UUID, Rehearsed]]]:
        """What each of the policies would have raised, by what it is about."""
        told = []
        for chosen in (self.policy, policy):
            with self._staff(chosen, last) as (staff, followed):
                days = _work_days(staff.began_on, last)
                raised = rehearse(staff, rules(), followed.follow_ups, days, progress=progress)
                told.append({one.id: one for one in raised})
        yield staff, told[0], told[1]

    @contextmanager
    def _staff(self, policy: Policy | None, last: date) -> Iterator[tuple[Staff, Policy]]:
        with self.application.current() as read:
            ask = self._question(read, last, policy, None)
            yield Staff(read.connection, read, ask, for_many_days=True), policy or in_force(read.shared(), last)


def _work_days(first: date, last: date) -> list[date]:
    every = [last - _DAY * back for back in range((last - first).days, -1, -1)]
    return [day for day in every if day.weekday() < _SATURDAY] or [last]


def _change(change: str, one: Rehearsed, staff: Staff) -> Change:
    return Change(
        change=change,
        rule=one.rule,
        person=name(one.person, staff.people),
        program=one.program,
        owner=name(one.owner, staff.people),
        raised_on=one.raised_on,
    )


def _periods(
    raised: Iterable[Rehearsed], ends: Sequence[date], staff: Staff, per_owner: bool
) -> Iterator[tuple[date, str | None]]:
    """The period each follow-up falls into, and for whom."""
    for one in raised:
        end = min(end for end in ends if one.raised_on <= end)
        yield end, name(one.owner, staff.people) if per_owner else None


def _lapses(staff: Staff, days: Sequence[date]) -> dict[Key, list[date]]:
    """When people lapsed, by person and program."""
    found: dict[Key, list[date]] = defaultdict(list)
    for today, habits in zip(days, staff.habits_at(days), strict=True):
        for (_, program), people in habits.items():
            for no, habit in people.items():
                key = staff.references[no], program
                if habit.base is State.LAPSED and habit.base_since == today:
                    found[key].append(today)
    return dict(found)
