"""What happens to follow-ups: they are raised, taken, put off, done, dismissed, and resolve themselves."""

from collections.abc import Callable
from datetime import UTC, date
from typing import Any, Literal
from uuid import UUID

import attrs
from sqlalchemy.engine import Connection

from adoptlog.casework.desk import Desk
from adoptlog.casework.rehearsal import raised_fact
from adoptlog.casework.wording import FollowUp
from adoptlog.domain import facts as f
from adoptlog.domain.follow_up import FollowUp as Stream
from adoptlog.domain.stream import Circumstances
from adoptlog.errors import NotFound, Refused
from adoptlog.facade.work_list import WorkList, rules_by_name
from adoptlog.follow_up.raising import Wait, decisions
from adoptlog.follow_up.work_list import Item
from adoptlog.intake.imports import begin
from adoptlog.intake.streams import Streams
from adoptlog.store import directory, settings
from adoptlog.store.races import again_if_raced

Facts = list[tuple[Item, Any]]


@attrs.frozen(kw_only=True)
class Raised:
    """What `raise_follow_ups` did: raised, let resolve, and let wait, each with the reason for waiting."""

    raised: list[FollowUp]
    resolved: list[FollowUp]
    waiting: list[tuple[FollowUp, Wait]]


class FollowUps(WorkList):
    """The part of `AdoptLog` for those who help."""

    def raise_follow_ups(self, *, as_of: date | None = None, lang: str | None = None) -> Raised:
        """Record what is due within the limits of the policy, and what has resolved itself; doing it twice is once."""
        return again_if_raced(lambda: self._raise(as_of or self.today, lang or self.lang))

    def close_follow_up(self, id: str, how: Literal["done", "dismissed"], words: str | None = None) -> FollowUp:
        """Somebody gave the help (`done`), or decided that none is needed (`dismissed`, which needs the reason)."""
        if how == "dismissed" and not words:
            raise Refused("a follow-up is dismissed for a reason: say which")

        def fact(note: str | None) -> Any:
            if how == "done":
                return f.FollowUpDone(on=self.today, note=note)
            return f.FollowUpDismissed(on=self.today, reason=note or "")

        return self._act(id, fact, words)

    def snooze_follow_up(self, id: str, until: date) -> FollowUp:
        """Let a follow-up rest until a day."""
        return self._act(id, lambda _: f.FollowUpSnoozed(on=self.today, until=until))

    def assign_follow_up(self, id: str, to: str) -> FollowUp:
        """Somebody takes a follow-up over. Raises `NotFound` for a person nobody knows."""
        with self.application.current() as read:
            who = directory.one(read.connection, to)
            if who.is_forgotten:
                raise NotFound(
                    "{to!r} is what is left of somebody who was forgotten: assign it to somebody else", to=to
                )
            reference = directory.references(read.connection)[who.no]
        return self._act(id, lambda _: f.FollowUpAssigned(on=self.today, to=reference))

    def _raise(self, on: date, lang: str) -> Raised:
        by_name, desk = rules_by_name(), self._desk(on)
        decided = [decision for group in desk.groups for decision in decisions(group, by_name, desk.policy, on)]
        new = [item for item, waits in decided if waits is None]
        over = [item for item in desk.items if item.state == "resolved" and item.life and item.life.open]
        facts: Facts = [(item, raised_fact(item, desk)) for item in new]
        facts += [(item, f.FollowUpResolved(on=on, because=item.rule)) for item in over]
        recorded = self._record_facts(facts, "raise")

        def told(item: Item) -> FollowUp:
            return self._told([item], desk, lang)[0]

        return Raised(
            raised=[
                attrs.evolve(told(i), state="raised", raised_on=on, due_on=max(i.due_on, on))
                for i in new
                if i.id in recorded
            ],
            resolved=[told(i) for i in over if i.id in recorded],
            waiting=[(told(item), waits) for item, waits in decided if waits is not None],
        )

    def _act(self, id: str, fact: Callable[[str | None], Any], words: str | None = None) -> FollowUp:
        desk = self._desk(self.today)
        item = _chosen(id, desk)
        with self.application.recording() as connection:
            note = _kept(connection, item, desk, words) if words else None
            facts: Facts = [(item, raised_fact(item, desk))] if item.life is None else []
            self._append(connection, [*facts, (item, fact(note))], "by hand")
        (told,) = (one for one in self.follow_ups(closed=True) if one.id == str(item.id))
        return told

    def _record_facts(self, facts: Facts, source: str) -> set[UUID]:
        """Record what is not recorded yet: the follow-ups to which something new happened. What somebody else closed
        meanwhile is left out."""
        if not facts:
            return set()
        with self.application.recording() as connection:
            return self._append(connection, facts, source, skip=True)

    def _append(self, connection: Connection, facts: Facts, source: str, *, skip: bool = False) -> set[UUID]:
        """With `skip`, what somebody else did meanwhile to the same follow-up stands, and this is left out."""
        terms = self.terms(by_hand=True)
        at = Circumstances(now=terms.now.astimezone(UTC), today=self.today, by_hand=True)
        streams = Streams(connection, self.application.event_recorder)
        streams.prepare(Stream, (item.id for item, _ in facts))
        for item, fact in facts:
            try:
                streams.get(Stream, item.id).record(fact, at)
            except Refused:
                if not skip:
                    raise
        events = streams.collect()
        if events:
            import_id = begin(connection, "follow-ups", source, terms, recorded=len(events))
            self.application.append(connection, events, import_id)
        return {event.originator_id for event in events}


def _chosen(id: str, desk: Desk) -> Item:
    """The item an id, or the beginning of one, names."""
    found = [item for item in desk.items if str(item.id).startswith(id.lower())] if id else []
    if not found:
        raise NotFound(
            "there is no follow-up {id!r}: `follow-ups list` shows which there are (`--all`: closed ones too)", id=id
        )
    if len(found) > 1:
        raise NotFound("{id!r} is the beginning of {count} follow-ups: give more of the id", id=id, count=len(found))
    return found[0]


def _kept(connection: Connection, item: Item, desk: Desk, words: str) -> str:
    """Words about a person are kept with the person; the event holds a reference to them."""
    who = desk.people.get(item.person or "")
    known = directory.resolve(connection, [who.ids[0]])[who.ids[0]] if who and who.ids else None
    if known is None:
        known = directory.Known(0, item.id, settings.database_key(connection))
    reference = known.reference(words)
    directory.keep_text(connection, known.no or None, {reference: words})
    return reference
