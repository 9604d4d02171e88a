"""The whole work list of a day: every case examined under the rules, with what was raised before."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from uuid import UUID

import attrs

from adoptlog.casework.caseload import Caseload
from adoptlog.casework.staff import Habits, Staff
from adoptlog.domain.summary import Summary
from adoptlog.follow_up.case import Learner, Participant, ProgramCase
from adoptlog.follow_up.life import Life
from adoptlog.follow_up.policy import FollowUpPolicy
from adoptlog.follow_up.rule import AnyRule
from adoptlog.follow_up.rules import no_evidence
from adoptlog.follow_up.work_list import Item, RuleWithLimits, about, items, raised
from adoptlog.status.programs import DEFAULT
from adoptlog.store.directory import Listed

_Key = tuple[str | None, str | None]
_Lives = Mapping[_Key, Mapping[UUID, Life]]


@attrs.frozen(kw_only=True)
class Desk:
    """Whom the items are about, and the items: one group per person and one for each program."""

    today: date
    groups: Sequence[Sequence[Item]]
    policy: FollowUpPolicy
    people: Mapping[str, Listed]
    """Who a reference in an item is."""

    @property
    def items(self) -> list[Item]:
        return [item for group in self.groups for item in group]


class Examination:
    """Examines everybody under one policy, on one day or day by day."""

    def __init__(self, staff: Staff, rules: Sequence[AnyRule], policy: FollowUpPolicy) -> None:
        self._staff, self._policy = staff, policy
        book = [(rule, policy.limits(rule)) for rule in rules]
        self._about_people = [entry for entry in book if entry[0].about is Learner]
        self._about_participants = [entry for entry in book if entry[0].about is Participant]
        self._about_their_people = [entry for entry in book if entry[0].of_program]
        self._about_programs = [entry for entry in book if entry[0].about is ProgramCase or entry[0].of_program]
        silence = policy.limits(no_evidence.RULE)
        assert isinstance(silence, no_evidence.Limits)
        self._no_news = silence.working_days
        self._canonical = {
            staff.references[no]: staff.references[who.no] for who in staff.people.values() for no in who.numbers
        }

    def on(self, today: date, habits: Habits, lives: Mapping[UUID, Life]) -> Desk:
        """The work list of a day, with the follow-ups raised by then."""
        groups = list(self.groups(today, habits, lives))
        return Desk(today=today, groups=groups, policy=self._policy, people=self._staff.people)

    def groups(self, today: date, habits: Habits, lives: Mapping[UUID, Life]) -> Iterator[list[Item]]:
        """The same, group by group, without keeping those that were told."""
        caseload = Caseload(self._staff, habits, today, self._no_news)
        by_case = self._by_case(lives)
        seen: set[_Key] = set()
        for learner, participants in caseload.people():
            group = self._items(learner, self._about_people, by_case, seen)
            for participant in participants:
                group += self._items(participant, self._about_participants, by_case, seen)
            if group:
                yield group
        for program in caseload.programs():
            rules = self._about_their_people if program.name == DEFAULT else self._about_programs
            yield self._items(program, rules, by_case, seen)
        gone = [(id_, life) for key, some in by_case.items() if key not in seen for id_, life in some.items()]
        yield from [[raised(id_, life, None, stands=False)] for id_, life in gone]

    def about_one(self, number: int, today: date, habits: Habits, lives: Mapping[UUID, Life]) -> list[Item]:
        """The part of that list that is about one person."""
        caseload = Caseload(self._staff, habits, today, self._no_news)
        by_case, seen = self._by_case(lives), set[_Key]()
        group: list[Item] = []
        for learner, participants in caseload.people(number):
            group += self._items(learner, self._about_people, by_case, seen)
            for participant in participants:
                group += self._items(participant, self._about_participants, by_case, seen)
        mine = self._staff.references[number]
        gone = [some for key, some in by_case.items() if key[0] == mine and key not in seen]
        return group + [raised(id_, life, None, stands=False) for some in gone for id_, life in some.items()]

    def _items(
        self, case: Learner | Participant | ProgramCase, rules: Sequence[RuleWithLimits], lives: _Lives, seen: set[_Key]
    ) -> list[Item]:
        key = about(case)
        seen.add(key)
        return list(items(case, rules, self._policy, lives.get(key, {})))

    def _by_case(self, lives: Mapping[UUID, Life]) -> _Lives:
        found: dict[_Key, dict[UUID, Life]] = defaultdict(dict)
        for id_, life in lives.items():
            person = life.raised.person
            found[self._canonical.get(person, person) if person else None, life.raised.program][id_] = life
        return found


def lives_on(stored: Mapping[UUID, Summary], today: date) -> dict[UUID, Life]:
    """What became by a day of the follow-ups raised by then."""
    lives = ((id_, Life.of(summary, today)) for id_, summary in stored.items())
    return {id_: life for id_, life in lives if life is not None}
