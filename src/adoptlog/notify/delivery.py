"""One round of letters: what is sent to whom through which channel, and what became of it."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Literal, TypeVar
from uuid import UUID

import attrs

from adoptlog.follow_up.work_list import in_order
from adoptlog.notify.bundles import Notice, bundles
from adoptlog.notify.channel import Letter, NotDelivered, Notification, PersonalChannel, RoomChannel
from adoptlog.notify.letters import letter, notification
from adoptlog.notify.plan import Plan
from adoptlog.notify.recipients import Recipient
from adoptlog.notify.templates import Templates

M = TypeVar("M", Letter, Notification)
State = Literal[
    "would_send", "sent", "failed", "no_address", "on_leave", "recent", "next_letter", "person_first", "nobody"
]
Record = Callable[[str, Sequence[UUID]], None]
"""Records that somebody was told of some follow-ups."""


@attrs.frozen(kw_only=True)
class Delivery:
    """What one recipient gets through one channel: the keys and meanings of `adoptlog follow-ups notify`."""

    recipient: str | None
    """The person as shown elsewhere, the name of a room's channel, or None when there is nobody."""
    channel: str
    follow_ups: tuple[str, ...]
    state: State
    problem: str | None = None
    """Why it failed."""


@attrs.define
class Round:
    """Goes through the bundles in their order. Without `record` it only says what would be sent."""

    plan: Plan
    templates: Templates
    record: Record | None
    _told: dict[UUID, set[str]] = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        self._told = {notice.id: set(self.plan.told.get(notice.id, ())) for notice in self.plan.notices}

    def letters(self, channels: Sequence[PersonalChannel]) -> Iterator[Delivery]:
        """Everybody's letters. The first channel decides whether somebody was told; the others come on top."""
        for bundle in bundles(self.plan.notices, self.plan.told):
            recipient, sayable = self.plan.recipients[bundle.recipient], bundle.sayable(self._told)
            now, more = self._that_fit(sayable, bundle.recipient)
            if now:
                yield from self._tell(recipient, now, len(more), channels)
            if more:
                yield _delivery(recipient.to, channels[0], [notice.id for notice in more], "next_letter")
            later = [notice.id for notice in bundle.notices if notice not in sayable]
            if later:
                yield _delivery(recipient.to, channels[0], later, "person_first")
        if self.plan.without_actor:
            yield _delivery(None, channels[0], self.plan.without_actor, "nobody")

    def rooms(self, channels: Sequence[RoomChannel], lang: str) -> Iterator[Delivery]:
        """What the rooms are told: counts only. A room is a recipient like any other, under its channel's name."""
        for channel in channels:
            ids = [id_ for id_ in self.plan.matters if channel.name not in self.plan.told.get(id_, ())]
            if ids and self._is_recent(channel.name):
                yield _delivery(channel.name, channel, ids, "recent")
            elif ids:
                told = notification(self.plan.counts(ids), lang, self.templates)
                problem = self._tried(channel.post, told)
                yield self._outcome(channel.name, channel.name, channel, ids, problem)

    def _that_fit(self, notices: Sequence[Notice], to: str) -> tuple[Sequence[Notice], Sequence[Notice]]:
        """What one letter holds: what is about the recipient, then the most urgent; and the rest."""
        by_id = {notice.id: notice for notice in notices}
        urgent = [by_id[item.id] for item in in_order(self.plan.matters[id_].item for id_ in by_id)]
        own_first = sorted(urgent, key=lambda notice: notice.person != to)
        fit = own_first[: self.plan.desk.policy.lines_per_letter or None]
        return [one for one in notices if one in fit], [one for one in notices if one not in fit]

    def _tell(
        self, recipient: Recipient, notices: Sequence[Notice], more: int, channels: Sequence[PersonalChannel]
    ) -> Iterator[Delivery]:
        first, *others = channels
        ids = [notice.id for notice in notices]
        every, last = self.plan.desk.policy.message_every_working_days, self.plan.last.get(recipient.reference)
        hindrance = recipient.hindrance(last, every, self._today)
        if hindrance is not None or (first.needs_address and recipient.address is None):
            yield _delivery(recipient.to, first, ids, hindrance or "no_address")
            return
        written = self._letter(recipient, notices, more)
        problem = self._tried(first.deliver, written)
        yield self._outcome(recipient.reference, recipient.to, first, ids, problem)
        for channel in others if problem is None else ():
            problem = self._tried(channel.deliver, written)
            yield _delivery(recipient.to, channel, ids, self._done(problem), problem)

    def _letter(self, recipient: Recipient, notices: Sequence[Notice], more: int) -> Letter:
        said = [self.plan.said(notice, recipient) for notice in notices]
        return letter(recipient, said, self.templates, self._today, more)

    def _tried(self, send: Callable[[M], None], message: M) -> str | None:
        """What went wrong, if anything did; nothing is sent in a rehearsal."""
        if self.record is None:
            return None
        try:
            send(message)
        except NotDelivered as problem:
            return problem.message
        return None

    def _outcome(
        self, to: str, shown: str, channel: PersonalChannel | RoomChannel, ids: Sequence[UUID], problem: str | None
    ) -> Delivery:
        """Recorded only now that the channel has accepted it."""
        if problem is None:
            for id_ in ids:
                self._told.setdefault(id_, set()).add(to)
            if self.record is not None:
                self.record(to, ids)
        return _delivery(shown, channel, ids, self._done(problem), problem)

    def _done(self, problem: str | None) -> State:
        return "failed" if problem is not None else "would_send" if self.record is None else "sent"

    def _is_recent(self, to: str) -> bool:
        last, every = self.plan.last.get(to), self.plan.desk.policy.message_every_working_days
        return last is not None and self.plan.anybody.after(every, last) > self._today

    @property
    def _today(self) -> date:
        return self.plan.desk.today


def _delivery(
    to: str | None,
    channel: PersonalChannel | RoomChannel,
    ids: Sequence[UUID],
    state: State,
    problem: str | None = None,
) -> Delivery:
    return Delivery(
        recipient=to, channel=channel.name, follow_ups=tuple(str(id_) for id_ in ids), state=state, problem=problem
    )
