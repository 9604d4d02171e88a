"""What is there to tell on a day: the open follow-ups, who acts on each, and who has been told what before."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from uuid import UUID

import attrs

from adoptlog.casework.desk import Desk
from adoptlog.casework.wording import follow_ups
from adoptlog.domain.summary import Summary
from adoptlog.follow_up.life import Life
from adoptlog.follow_up.owners import acting, escalated
from adoptlog.follow_up.work_days import WorkDays
from adoptlog.follow_up.work_list import Item, in_order
from adoptlog.notify.bundles import Notice
from adoptlog.notify.channel import Count
from adoptlog.notify.letters import Said
from adoptlog.notify.recipients import Recipient, Recipients

_TO_TELL = ("raised", "assigned")


@attrs.frozen(kw_only=True)
class Matter:
    """A raised follow-up that stands, among everything about the same person or program."""

    item: Item
    group: Sequence[Item]
    role: str
    notice: Notice | None
    """Who is told; None when nobody is known who could act."""


@attrs.frozen(kw_only=True)
class Plan:
    """Everything a round of letters needs to know, read once."""

    desk: Desk
    matters: Mapping[UUID, Matter]
    told: Mapping[UUID, Collection[str]]
    last: Mapping[str, date]
    """When each recipient was told something the last time."""
    recipients: Mapping[str, Recipient]
    anybody: WorkDays

    @property
    def notices(self) -> list[Notice]:
        return [matter.notice for matter in self.matters.values() if matter.notice is not None]

    @property
    def without_actor(self) -> list[UUID]:
        return [id_ for id_, matter in self.matters.items() if matter.notice is None]

    def said(self, notice: Notice, to: Recipient) -> Said:
        """A follow-up in words, for one of those who are told."""
        matter = self.matters[notice.id]
        listed = follow_ups(list(matter.group), self.desk.people, self.desk.policy, self.desk.today, to.lang)
        (one,) = (one for one in listed if one.id == str(notice.id))
        about_recipient = notice.person == to.reference
        return Said(
            follow_up=one,
            section="for_program" if notice.person is None else "for_you" if about_recipient else "to_help",
            person=self._called(notice.person),
            helper=None if notice.actor == to.reference else self._called(notice.actor),
        )

    def counts(self, ids: Collection[UUID]) -> list[Count]:
        """How many of some follow-ups there are of each rule for each role."""
        counted = Counter((self.matters[id_].role, self.matters[id_].item.rule) for id_ in ids)
        return [Count(role=role, rule=rule, follow_ups=n) for (role, rule), n in sorted(counted.items())]

    def _called(self, reference: str | None) -> str | None:
        who = self.recipients.get(reference) if reference else None
        return (who.name or who.to) if who else None


def plan(desk: Desk, stored: Mapping[UUID, Summary], recipients: Recipients) -> Plan:
    """What there is to tell on the desk's day.

    Who was told and what is closed is taken from the whole history, also from after that day: a letter that went out
    has gone out.
    """
    lives = {id_: life for id_, summary in stored.items() if (life := Life.of(summary, date.max)) is not None}
    whole = _whole(desk)
    told, last = _told_before(lives, whole)
    found: dict[str, Recipient] = {}
    matters = {
        matter.item.id: matter
        for group in desk.groups
        for matter in _matters(group, desk, whole, recipients, found)
        if lives[matter.item.id].open
    }
    return Plan(desk=desk, matters=matters, told=told, last=last, recipients=found, anybody=recipients.anybody)


def _matters(
    group: Sequence[Item], desk: Desk, whole: Mapping[str, str], recipients: Recipients, found: dict[str, Recipient]
) -> list[Matter]:
    to_manager = escalated(list(group), desk.policy, desk.today)
    matters = []
    for item in in_order(one for one in group if one.state in _TO_TELL):
        role, owner = acting(item, to_manager)
        person, actor = (whole.get(who) if who else None for who in (item.person, owner))
        for who in (person, actor):
            if who is not None and who not in found and (someone := recipients.find(who)) is not None:
                found[who] = someone
        reachable = actor in found and (item.person is None or person in found)
        notice = Notice(id=item.id, person=person, actor=actor) if reachable and actor is not None else None
        matters.append(Matter(item=item, group=group, role=role, notice=notice))
    return matters


def _whole(desk: Desk) -> dict[str, str]:
    """For every reference, the one of the whole person: of those who turned out to be one, the first."""
    first: dict[int, str] = {}
    return {reference: first.setdefault(who.no, reference) for reference, who in desk.people.items()}


def _told_before(lives: Mapping[UUID, Life], whole: Mapping[str, str]) -> tuple[dict[UUID, set[str]], dict[str, date]]:
    told: dict[UUID, set[str]] = defaultdict(set)
    last: dict[str, date] = {}
    for id_, life in lives.items():
        for fact in life.notified:
            to = whole.get(fact.to, fact.to)
            told[id_].add(to)
            last[to] = max(last.get(to, date.min), fact.on)
    return told, last
