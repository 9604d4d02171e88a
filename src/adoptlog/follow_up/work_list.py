"""The work list: what the rules find on a day, together with what was raised before."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import attrs

from adoptlog.domain.facts.follow_ups import Channel, OwnerRole
from adoptlog.domain.identifiers import follow_up_id
from adoptlog.follow_up.case import Learner, Participant, ProgramCase
from adoptlog.follow_up.due import Due, Values
from adoptlog.follow_up.life import OPEN, Life, State
from adoptlog.follow_up.policy import FollowUpPolicy
from adoptlog.follow_up.rule import AnyRule, Limits

AGAIN = " · "
"""Between a trigger and the number of the time it is asked again; part of the stored format."""

Case = Learner | Participant | ProgramCase
RuleWithLimits = tuple[AnyRule, Limits]
Find = Callable[[Any, Any], Iterable[Due]]
Lives = Mapping[UUID, Life]


@attrs.frozen(kw_only=True)
class Item:
    """One line of the work list: a follow-up that is due, or was raised."""

    id: UUID
    rule: str
    person: str | None
    program: str | None
    trigger: str
    state: State
    priority: int
    owner_role: OwnerRole
    channel: Channel
    on: date
    """The first day it was listed."""
    due_on: date
    because: Values
    reason: str
    """Which of the rule's reasons it is."""
    case: Case | None
    """What the rule looked at; None when the person (or the program) is no longer there to be looked at."""
    life: Life | None = None
    again_on: date | None = None
    """Help was given, and the need stands: the day on which the same is asked again, if it stands then."""

    @property
    def open(self) -> bool:
        return self.state in OPEN


def items(case: Case, rules: Iterable[RuleWithLimits], policy: FollowUpPolicy, lives: Lives) -> Iterator[Item]:
    """Everything about one case: what is found, and what was raised about it before (`lives`), standing or closed."""
    met = set()
    by_rule = _by_rule(lives)
    for rule, limits in rules:
        find: Find | None = rule.find if isinstance(case, rule.about) else None
        if find is None and isinstance(case, ProgramCase):
            find = rule.of_program
        if find is None:
            continue
        found = [due for due in find(case, limits) if due.on <= case.today] if limits.enabled else []
        mine = by_rule.get(rule.name, {})
        others = _for_another_reason(rule, case, limits, found, mine) if mine else []
        for due in found:
            id_, trigger, again_on = _occurrence(rule, case, due, mine, policy)
            if id_ not in mine and others:
                id_, trigger = others.pop()
            met.add(id_)
            yield _found(id_, trigger, rule, case, due, mine.get(id_), again_on)
        for id_, life in mine.items():
            if id_ not in met:
                met.add(id_)
                yield raised(id_, life, case, stands=_stands(rule, case, limits, life, found))


def _stands(rule: AnyRule, case: Case, limits: Any, life: Life, found: Sequence[Due]) -> bool:
    return life.open and rule.stands(case, limits, life.raised.trigger.split(AGAIN)[0], found)


def _for_another_reason(
    rule: AnyRule, case: Case, limits: Any, found: Sequence[Due], lives: Lives
) -> list[tuple[UUID, str]]:
    """What was raised for a reason that is gone and stands for another: that other one is no second follow-up."""
    triggers = {due.trigger for due in found}
    return [
        (id_, life.raised.trigger)
        for id_, life in lives.items()
        if life.raised.trigger.split(AGAIN)[0] not in triggers and _stands(rule, case, limits, life, found)
    ]


def _by_rule(lives: Lives) -> Mapping[str, Lives]:
    found: dict[str, dict[UUID, Life]] = {}
    for id_, life in lives.items():
        found.setdefault(life.raised.rule, {})[id_] = life
    return found


def _occurrence(
    rule: AnyRule, case: Case, due: Due, lives: Lives, policy: FollowUpPolicy
) -> tuple[UUID, str, date | None]:
    """Which follow-up it is: the one of this trigger, or if that was closed long enough ago, the next one of it; and
    when the next one is, if that is still to come."""
    person, program = about(case)
    time, given, trigger = 1, 0, due.trigger
    while True:
        id_ = follow_up_id(rule.name, program or "", person or "", trigger)
        life = lives.get(id_)
        if life is None or life.closed_on is None or life.state == "dismissed":
            return id_, trigger, None
        given += life.state == "done"
        again_on = _later(life.closed_on, policy.wait_days(rule.priority, given))
        if case.today < again_on:
            return id_, trigger, again_on if life.state == "done" else None
        time += 1
        trigger = f"{due.trigger}{AGAIN}{time}"


def _later(day: date, days: int) -> date:
    return day + timedelta(days=days) if days <= (date.max - day).days else date.max


def _found(
    id_: UUID, trigger: str, rule: AnyRule, case: Case, due: Due, life: Life | None, again_on: date | None
) -> Item:
    person, program = about(case)
    return Item(
        id=id_,
        rule=rule.name,
        person=person,
        program=program,
        trigger=trigger,
        state=life.state if life else "due",
        priority=rule.priority,
        owner_role=due.owner_role or rule.owner_role,
        channel=rule.channel,
        on=life.raised.on if life else due.on,
        due_on=life.raised.due_on if life else _moved(case, due.due_on or due.on),
        because=due.because,
        reason=due.reason,
        case=case,
        life=life,
        again_on=again_on,
    )


def raised(id_: UUID, life: Life, case: Case | None, *, stands: bool) -> Item:
    """One that was raised and is not found today: it stands for other reasons, is closed, or resolved itself."""
    fact = life.raised
    return Item(
        id=id_,
        rule=fact.rule,
        person=fact.person,
        program=fact.program,
        trigger=fact.trigger,
        state=life.state if stands or not life.open else "resolved",
        priority=fact.priority,
        owner_role=fact.owner_role,
        channel=fact.channel,
        on=fact.on,
        due_on=fact.due_on,
        because=fact.because,
        reason=fact.reason,
        case=case,
        life=life,
    )


def about(case: Case) -> tuple[str | None, str | None]:
    """The person and the program a case is about."""
    match case:
        case Learner():
            return case.person, None
        case Participant():
            return case.learner.person, case.program.name
        case ProgramCase():
            return None, case.name


def _moved(case: Case, due_on: date) -> date:
    """Leave moves a due date to the first day back."""
    learner = case.learner if isinstance(case, Participant) else case
    if isinstance(learner, Learner) and any(leave.first <= due_on <= leave.last for leave in learner.leaves):
        return learner.work_days.from_(due_on)
    return due_on


def in_order(listed: Iterable[Item]) -> Sequence[Item]:
    """The most urgent first."""
    return sorted(listed, key=lambda item: (item.priority, item.due_on, item.rule, item.person or "", item.trigger))
