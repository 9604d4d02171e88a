"""Who needs which follow-up: the work list, and what happens to its lines."""

from collections.abc import Callable
from datetime import UTC, date
from typing import Any, Literal

import attrs
from sqlalchemy.engine import Connection

from adoptlog.casework.desk import Desk, Examination, lives_on
from adoptlog.casework.rehearsal import raised_fact
from adoptlog.casework.staff import Habits, Staff
from adoptlog.casework.telling import tell
from adoptlog.casework.wording import FollowUp, follow_ups
from adoptlog.domain import facts as f
from adoptlog.domain.follow_up import FollowUp as Stream
from adoptlog.domain.stream import Circumstances
from adoptlog.errors import NotFound, Refused
from adoptlog.explain import Told, in_order
from adoptlog.follow_up.policy import FollowUpPolicy
from adoptlog.follow_up.raising import Wait, decisions
from adoptlog.follow_up.rule import AnyRule
from adoptlog.follow_up.work_list import Item
from adoptlog.intake.imports import begin
from adoptlog.intake.streams import Streams
from adoptlog.policy import in_force, read_policy
from adoptlog.projections.read_model import ReadModel
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

    record: Callable[..., Any]

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
        today = as_of or self.today
        with self.application.current() as read:
            staff, policy, habits = self._staffed(read.connection, read, today)
            groups = Examination(staff, rules(), policy).groups(today, habits, lives_on(read.follow_ups(), today))
            told = [
                one
                for group in groups
                for item, one in zip(
                    group, follow_ups(group, staff.people, policy, today, lang or self.lang), strict=True
                )
                if (closed or item.open) and rule in (None, one.rule) and owner in (None, one.owner)
            ]
        return sorted(told, key=lambda one: (one.priority, one.due_on, one.person or "", one.rule, one.id))

    def explain(
        self, person: str, *, program: str | None = None, as_of: date | None = None, lang: str | None = None
    ) -> list[Told]:
        """A person's story up to a day: every fact, every change of status with its cause, and every follow-up: why it
        was raised, and why not where one might expect it."""
        told = super().explain(person, program=program, as_of=as_of, lang=lang)
        today = as_of or self.today
        with self.application.current() as read:
            who = directory.one(read.connection, person)
            ask, policy = self._question(read, today, None, lang), self._follow_up_policy(read, today)
            staff = Staff(read.connection, read, ask)
            (habits,) = staff.habits_at([today])
            lives = lives_on(read.follow_ups(), today)
            group = Examination(staff, rules(), policy).about_one(who.no, today, habits, lives)
        waits = {item.id: why for item, why in decisions(group, _by_name(), policy, today)}
        return in_order([*told, *tell(group, waits, today, lang or self.lang)])

    def rules(self) -> list[dict[str, Any]]:
        """Every rule, with what it asks of whom and whether the policy in force today has it on."""
        with self.application.current() as read:
            policy = self._follow_up_policy(read, self.today)
        return [
            {
                "rule": rule.name,
                "priority": rule.priority,
                "owner_role": rule.owner_role,
                "channel": rule.channel,
                "enabled": policy.limits(rule).enabled,
            }
            for rule in rules()
        ]

    def adopt_policy(self, text: str, *, on: date | None = None) -> f.PolicyAdopted:
        """Adopt a policy (TOML) from a day on. Raises `PolicyError` when it cannot be followed."""
        read_policy(text)
        fact = f.PolicyAdopted(on=on or self.today, policy=text)
        self.record(None, fact)
        return fact

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

    def _examined(self, connection: Connection, read: ReadModel, as_of: date) -> Desk:
        staff, policy, habits = self._staffed(connection, read, as_of)
        return Examination(staff, rules(), policy).on(as_of, habits, lives_on(read.follow_ups(), as_of))

    def _staffed(self, connection: Connection, read: ReadModel, as_of: date) -> tuple[Staff, FollowUpPolicy, Habits]:
        ask, policy = self._question(read, as_of, None, None), self._follow_up_policy(read, as_of)
        staff = Staff(connection, read, ask)
        (habits,) = staff.habits_at([as_of])
        return staff, policy, habits

    def _follow_up_policy(self, read: ReadModel, on: date) -> FollowUpPolicy:
        return (self.policy or in_force(read.shared(), on)).follow_ups

    def _told(self, group: list[Item], desk: Desk, lang: str) -> list[FollowUp]:
        return follow_ups(group, desk.people, desk.policy, desk.today, lang)

    def _raise(self, on: date, lang: str) -> Raised:
        by_name = _by_name()
        desk = self._desk(on)
        new: list[Item] = []
        over: list[Item] = []
        waiting: list[tuple[Item, Wait]] = []
        for group in desk.groups:
            over += [item for item in group if item.state == "resolved" and item.life and item.life.open]
            for item, waits in decisions(group, by_name, desk.policy, on):
                if waits is None:
                    new.append(item)
                else:
                    waiting.append((item, waits))
        facts: list[tuple[Item, Any]] = [(item, raised_fact(item, desk)) for item in new]
        facts += [(item, f.FollowUpResolved(on=on, because=item.rule)) for item in over]
        self._record_facts(facts, "raise")

        def told(some: list[Item]) -> list[FollowUp]:
            return [self._told([item], desk, lang)[0] for item in some]

        raised = [attrs.evolve(one, state="raised", raised_on=on) for one in told(new)]
        waits_told = list(zip(told([item for item, _ in waiting]), [why for _, why in waiting], strict=True))
        return Raised(raised=raised, resolved=told(over), waiting=waits_told)

    def _act(self, id: str, fact: Callable[[str | None], Any], words: str | None = None) -> FollowUp:
        desk = self._desk(self.today)
        item = _chosen(id, desk)
        with self.database.writing() as connection:
            note = _kept(connection, item, desk, words) if words else None
            facts: list[tuple[Item, Any]] = [(item, raised_fact(item, desk))] if item.life is None else []
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


def _by_name() -> dict[str, AnyRule]:
    return {rule.name: rule for rule in rules()}


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
