"""The work list: who needs which follow-up on any day, and why. Nothing here records anything but a policy."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from adoptlog.casework.desk import Desk, Examination, lives_on
from adoptlog.casework.staff import Habits, Staff
from adoptlog.casework.telling import tell
from adoptlog.casework.wording import FollowUp, follow_ups
from adoptlog.domain import facts as f
from adoptlog.errors import NotFound
from adoptlog.explain import Told, in_order
from adoptlog.facade.questions import Questions
from adoptlog.follow_up.policy import FollowUpPolicy
from adoptlog.follow_up.raising import Wait, decisions
from adoptlog.follow_up.rule import AnyRule
from adoptlog.follow_up.work_list import Item
from adoptlog.policy import in_force, read_policy
from adoptlog.projections.read_model import ReadModel, StoredReadModel
from adoptlog.rule_book import rules
from adoptlog.store import directory


class WorkList(Questions):
    """The part of `AdoptLog` for those who ask what is to be done."""

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
        return self._listed(
            as_of or self.today,
            lang or self.lang,
            rule,
            lambda item, one: (closed or item.open) and rule in (None, one.rule) and owner in (None, one.owner),
        )

    def _listed(
        self, today: date, lang: str, rule: str | None, wanted: Callable[[Item, FollowUp], bool]
    ) -> list[FollowUp]:
        """The lines of a day that are wanted, in their order."""
        if rule is not None and rule not in {one.name for one in rules()}:
            raise NotFound("no rule is named {rule!r}: `rules list` shows which there are", rule=rule)
        with self.application.current() as read:
            staff, policy, habits = self._staffed(read, today)
            groups = Examination(staff, rules(), policy).groups(today, habits, lives_on(read.follow_ups(), today))
            told = [
                one
                for group in groups
                for item, one in zip(group, follow_ups(group, staff.people, policy, today, lang), strict=True)
                if wanted(item, one)
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
            staff, policy, habits = self._staffed(read, today)
            lives = lives_on(read.follow_ups(), today)
            group = Examination(staff, rules(), policy).about_one(who.no, today, habits, lives)
        waits: dict[UUID, Wait | None] = {
            item.id: why for item, why in decisions(group, rules_by_name(), policy, today)
        }
        return in_order([*told, *tell(group, waits, today, lang or self.lang)])

    def rules(self, *, as_of: date | None = None) -> list[dict[str, Any]]:
        """Every rule, with what it asks of whom and whether the policy in force on a day has it on."""
        with self.application.current() as read:
            policy = self._follow_up_policy(read, as_of or self.today)
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

    def _desk(self, as_of: date) -> Desk:
        with self.application.current() as read:
            staff, policy, habits = self._staffed(read, as_of)
            return Examination(staff, rules(), policy).on(as_of, habits, lives_on(read.follow_ups(), as_of))

    def _staffed(self, read: StoredReadModel, as_of: date) -> tuple[Staff, FollowUpPolicy, Habits]:
        """Everybody on a day, with their habits, and the policy of that day."""
        staff = Staff(read.connection, read, self._question(read, as_of, None, None))
        (habits,) = staff.habits_at([as_of])
        return staff, self._follow_up_policy(read, as_of), habits

    def _follow_up_policy(self, read: ReadModel, on: date) -> FollowUpPolicy:
        return (self.policy or in_force(read.shared(), on)).follow_ups

    def _told(self, group: list[Item], desk: Desk, lang: str) -> list[FollowUp]:
        return follow_ups(group, desk.people, desk.policy, desk.today, lang)


def rules_by_name() -> dict[str, AnyRule]:
    """All rules."""
    return {rule.name: rule for rule in rules()}
