"""Who needs which follow-up: the work list, and what happens to its lines."""

from collections.abc import Callable
from datetime import UTC, date
from typing import Any, Literal

import attrs
from sqlalchemy.engine import Connection

from adoptlog.casework.desk import Desk, Examination
from adoptlog.casework.wording import FollowUp, follow_ups
from adoptlog.domain import facts as f
from adoptlog.domain.follow_up import FollowUp as Stream
from adoptlog.domain.stream import Circumstances
from adoptlog.errors import NotFound, Refused
from adoptlog.follow_up.policy import FollowUpPolicy
from adoptlog.follow_up.raising import Wait, decisions
from adoptlog.follow_up.work_list import Item
from adoptlog.intake.importing import begin
from adoptlog.intake.streams import Streams
from adoptlog.projections.read_model import StoredReadModel
from adoptlog.questions import Questions
from adoptlog.rule_book import rules
from adoptlog.store import directory
from adoptlog.store.races import again_if_raced


@attrs.frozen(kw_only=True)
class Raised:
    """What `raise_follow_ups` did: raised, let resolve, and let wait, each with the reason for waiting."""

    raised: list[FollowUp]
    resolved: list[FollowUp]
    waiting: list[tuple[FollowUp, Wait]]


class FollowUps(Questions):
    """The part of `AdoptLog` for those who help."""

    follow_up_policy: FollowUpPolicy

    def follow_ups(
        self,
        *,
        as_of: date | None = None,
        owner: str | None = None,
        rule: str | None = None,
        closed: bool = False,
        lang: str | None = None,
    ) -> list[FollowUp]:
        """Every follow-up open at the end of a day, raised or only due (`closed`: the others too), the most urgent
        first. Writes nothing. Raises `NotFound` for a rule that does not exist."""
        if rule is not None and rule not in {one.name for one in rules()}:
            raise NotFound(f"no rule is named {rule!r}: `rules list` shows which there are")
        desk = self._desk(as_of or self.today)
        told = [
            one
            for group in desk.groups
            for item, one in zip(group, self._told(list(group), desk, lang or self.lang), strict=True)
            if (closed or item.open) and rule in (None, one.rule) and owner in (None, one.owner)
        ]
        return sorted(told, key=lambda one: (one.priority, one.due_on, one.person or "", one.rule, one.id))

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
            reference = directory.references(read.connection)[who.no]
        return self._act(id, lambda _: f.FollowUpAssigned(on=self.today, to=reference))

    def _desk(self, as_of: date) -> Desk:
        with self.application.current() as read:
            return self._examined(read.connection, read, as_of)

    def _examined(self, connection: Connection, read: StoredReadModel, as_of: date) -> Desk:
        ask = self._question(as_of, None, None)
        return Examination(connection, read, ask, rules(), self.follow_up_policy).desk()

    def _told(self, group: list[Item], desk: Desk, lang: str) -> list[FollowUp]:
        return follow_ups(group, desk.people, self.follow_up_policy, desk.today, lang)

    def _raise(self, on: date, lang: str) -> Raised:
        by_name = {rule.name: rule for rule in rules()}
        desk = self._desk(on)
        new: list[Item] = []
        over: list[Item] = []
        waiting: list[tuple[Item, Wait]] = []
        for group in desk.groups:
            over += [item for item in group if item.state == "resolved" and item.life and item.life.open]
            for item, waits in decisions(group, by_name, self.follow_up_policy, on):
                if waits is None:
                    new.append(item)
                else:
                    waiting.append((item, waits))
        facts: list[tuple[Item, Any]] = [(item, self._raised_fact(item, on)) for item in new]
        facts += [(item, f.FollowUpResolved(on=on, because=item.rule)) for item in over]
        self._record_facts(facts, "raise")

        def told(some: list[Item]) -> list[FollowUp]:
            return [self._told([item], desk, lang)[0] for item in some]

        raised = [attrs.evolve(one, state="raised", raised_on=on, due_on=max(one.due_on, on)) for one in told(new)]
        waits_told = list(zip(told([item for item, _ in waiting]), [why for _, why in waiting], strict=True))
        return Raised(raised=raised, resolved=told(over), waiting=waits_told)

    def _raised_fact(self, item: Item, on: date) -> f.FollowUpRaised:
        return f.FollowUpRaised(
            rule=item.rule,
            trigger=item.trigger,
            on=on,
            due_on=max(item.due_on, on),
            priority=item.priority,
            owner_role=item.owner_role,
            channel=item.channel,
            policy=self.follow_up_policy.version,
            program=item.program,
            person=item.person,
            reason=item.reason,
            because={
                name: value.isoformat() if isinstance(value, date) else value for name, value in item.because.items()
            },
        )

    def _act(self, id: str, fact: Callable[[str | None], Any], words: str | None = None) -> FollowUp:
        desk = self._desk(self.today)
        item = _chosen(id, desk)
        with self.database.writing() as connection:
            note = _kept(connection, item, desk, words) if words else None
            facts: list[tuple[Item, Any]] = [(item, self._raised_fact(item, self.today))] if item.life is None else []
            self._append(connection, [*facts, (item, fact(note))], "by hand")
        self.application.projector.catch_up()
        (told,) = (one for one in self.follow_ups(closed=True) if one.id == str(item.id))
        return told

    def _record_facts(self, facts: list[tuple[Item, Any]], source: str) -> None:
        if facts:
            with self.database.writing() as connection:
                self._append(connection, facts, source)
            self.application.projector.catch_up()

    def _append(self, connection: Connection, facts: list[tuple[Item, Any]], source: str) -> None:
        terms = self.terms(by_hand=True)
        at = Circumstances(now=terms.now.astimezone(UTC), today=self.today, by_hand=True)
        streams = Streams(connection, self.application.event_recorder)
        streams.prepare(Stream, (item.id for item, _ in facts))
        for item, fact in facts:
            streams.get(Stream, item.id).record(fact, at)
        import_id = begin(connection, "follow-ups", source, terms, recorded=len(facts))
        self.application.append(connection, streams.collect(), import_id)


def _chosen(id: str, desk: Desk) -> Item:
    """The item an id, or the beginning of one, names."""
    found = [item for item in desk.items if str(item.id).startswith(id.lower())] if id else []
    if not found:
        raise NotFound(
            f"there is no follow-up {id!r}: `follow-ups list` shows which there are (`--all`: closed ones too)"
        )
    if len(found) > 1:
        raise NotFound(f"{id!r} is the beginning of {len(found)} follow-ups: give more of the id")
    return found[0]


def _kept(connection: Connection, item: Item, desk: Desk, words: str) -> str:
    """Words about a person are kept with the person; the event holds a reference to them."""
    who = desk.people.get(item.person or "")
    known = directory.resolve(connection, [who.ids[0]])[who.ids[0]] if who and who.ids else None
    if known is None:
        from adoptlog.store import settings

        known = directory.Known(0, item.id, settings.database_key(connection))
    reference = known.reference(words)
    directory.keep_text(connection, known.no or None, {reference: words})
    return reference
