"""A rehearsal: the follow-ups a policy would have raised, day by day, on what is known now. Nothing is recorded."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from uuid import UUID

import attrs

from adoptlog.casework.desk import Desk, Examination
from adoptlog.casework.staff import Staff
from adoptlog.domain.facts import FollowUpRaised
from adoptlog.follow_up.life import Life
from adoptlog.follow_up.owners import owner_of
from adoptlog.follow_up.policy import FollowUpPolicy
from adoptlog.follow_up.raising import decisions
from adoptlog.follow_up.rule import AnyRule
from adoptlog.follow_up.work_list import Item


@attrs.frozen(kw_only=True)
class Rehearsed:
    """One follow-up that would have been raised."""

    id: UUID
    rule: str
    person: str | None
    program: str | None
    owner: str | None
    raised_on: date
    trigger: str


def rehearse(
    staff: Staff,
    rules: Sequence[AnyRule],
    policy: FollowUpPolicy,
    dates: Sequence[date],
    *,
    done_after: int | None = None,
    progress: Callable[[int, int], None] = lambda done, all_: None,
) -> Iterator[Rehearsed]:
    """What would be raised on each of some days, in order.

    Follow-ups close when what they wait for happened; with `done_after`, also so many days after they were raised,
    as if somebody had given the help. What people really did with follow-ups of that time is not looked at: they were
    raised under another policy.
    """
    by_name = {rule.name: rule for rule in rules}
    examination = Examination(staff, rules, policy)
    lives: dict[UUID, Life] = {}
    for number, (today, habits) in enumerate(zip(dates, staff.habits_at(dates), strict=True), 1):
        if done_after is not None:
            _close_done(lives, today, done_after)
        desk = examination.on(today, habits, lives)
        _close_resolved(lives, desk)
        for item in _raised(desk, by_name, policy):
            lives[item.id] = Life(raised=raised_fact(item, desk), state="raised")
            yield Rehearsed(
                id=item.id,
                rule=item.rule,
                person=item.person,
                program=item.program,
                owner=owner_of(item.owner_role, item.case),
                raised_on=today,
                trigger=item.trigger,
            )
        progress(number, len(dates))


def raised_fact(item: Item, desk: Desk) -> FollowUpRaised:
    """The fact that an item of a desk is raised that day."""
    return FollowUpRaised(
        rule=item.rule,
        trigger=item.trigger,
        on=desk.today,
        due_on=max(item.due_on, desk.today),
        priority=item.priority,
        owner_role=item.owner_role,
        channel=item.channel,
        policy=desk.policy.version,
        program=item.program,
        person=item.person,
        reason=item.reason,
        because=dict(item.because),
    )


def _raised(desk: Desk, rules: dict[str, AnyRule], policy: FollowUpPolicy) -> list[Item]:
    decided = (decision for group in desk.groups for decision in decisions(group, rules, policy, desk.today))
    return [item for item, waits in decided if waits is None]


def _close_done(lives: dict[UUID, Life], today: date, after: int) -> None:
    for id_, life in lives.items():
        if life.open and (today - life.raised.on).days >= after:
            lives[id_] = attrs.evolve(life, state="done", closed_on=today)


def _close_resolved(lives: dict[UUID, Life], desk: Desk) -> None:
    for item in desk.items:
        if item.state == "resolved" and item.life is not None and item.life.open:
            lives[item.id] = attrs.evolve(item.life, state="resolved", closed_on=desk.today)
