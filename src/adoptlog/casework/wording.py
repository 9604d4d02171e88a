"""A line of the work list as people read it: names for references, and the reason as a sentence."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import attrs

from adoptlog.domain.facts.follow_ups import Channel, OwnerRole
from adoptlog.follow_up.case import Learner, Participant
from adoptlog.follow_up.life import State
from adoptlog.follow_up.owners import acting, escalated
from adoptlog.follow_up.policy import FollowUpPolicy
from adoptlog.follow_up.work_list import Item
from adoptlog.i18n import translate
from adoptlog.store.directory import Listed


@attrs.frozen(kw_only=True)
class FollowUp:
    """Help somebody needs: the keys and meanings of `adoptlog follow-ups list`."""

    id: str
    rule: str
    person: str | None
    program: str | None
    department: str | None
    priority: int
    owner_role: OwnerRole
    owner: str | None
    channel: Channel
    raised_on: date | None
    due_on: date
    state: State
    reason: str


def follow_ups(
    group: list[Item], people: Mapping[str, Listed], policy: FollowUpPolicy, today: date, lang: str
) -> list[FollowUp]:
    """The lines about one person or one program."""
    to_manager = escalated(group, policy, today)
    return [_follow_up(item, people, to_manager and item.open, lang) for item in group]


def _follow_up(item: Item, people: Mapping[str, Listed], to_manager: bool, lang: str) -> FollowUp:
    role, owner = acting(item, to_manager)
    return FollowUp(
        id=str(item.id),
        rule=item.rule,
        person=name(item.person, people),
        program=item.program,
        department=department_of(item),
        priority=item.priority,
        owner_role=role,
        owner=name(owner, people),
        channel=item.channel,
        raised_on=item.life.raised.on if item.life else None,
        due_on=item.due_on,
        state=item.state,
        reason=f"{reason(item, lang)}{asked_again(item, lang)}",
    )


def name(reference: str | None, people: Mapping[str, Listed]) -> str | None:
    """What a person is called in output; None for somebody the directory no longer knows."""
    who = people.get(reference) if reference else None
    return who.person if who else None


def department_of(item: Item) -> str | None:
    """Where the person works; for a program, the department an occurrence is about."""
    case = item.case.learner if isinstance(item.case, Participant) else item.case
    if isinstance(case, Learner):
        return case.department
    said = item.because.get("department")
    return str(said) if said is not None else None


def reason(item: Item, lang: str) -> str:
    """Why, in one sentence.

    The sentence of a rule is the catalogue's `reason RULE`, or `reason RULE VARIANT`; an integrator's rule without
    one says its values.
    """
    t = translate(lang)
    key = f"reason {item.rule} {item.reason}".strip()
    sentence = t(key)
    values = {name: said(name, value, lang) for name, value in item.because.items()}
    if sentence == key:
        return ", ".join(f"{name} {value}" for name, value in values.items())
    return sentence.format(**values)


def asked_again(item: Item, lang: str) -> str:
    """Of help that was given and has not ended the need: when the same is asked again."""
    if item.again_on is None:
        return ""
    return translate(lang)("asked again").format(day=item.again_on)


def said(name: str, value: Any, lang: str) -> str:
    """A value of a reason."""
    t = translate(lang)
    if name == "topics":
        return t("list comma").join(t(f"topic {topic}") for topic in str(value).split(";"))
    if name == "tasks":
        return t("list comma").join(str(value).split(";"))
    return str(value)
