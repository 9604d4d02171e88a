"""The whole work list of a day: every case examined under the rules, with what was raised before."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from uuid import UUID

import attrs
from sqlalchemy.engine import Connection

from adoptlog.casework.caseload import Caseload
from adoptlog.domain.summary import Summary
from adoptlog.follow_up.case import Learner, Participant, ProgramCase
from adoptlog.follow_up.life import Life
from adoptlog.follow_up.policy import FollowUpPolicy
from adoptlog.follow_up.rule import AnyRule
from adoptlog.follow_up.rules import no_evidence
from adoptlog.follow_up.work_list import Item, about, items, raised
from adoptlog.projections.read_model import ReadModel
from adoptlog.status.inquiry import Inquiry
from adoptlog.status.programs import DEFAULT
from adoptlog.status.status import Question
from adoptlog.store import directory
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
    """Examines everybody of a read model on one day under one policy."""

    def __init__(
        self,
        connection: Connection,
        read: ReadModel,
        ask: Question,
        rules: Sequence[AnyRule],
        policy: FollowUpPolicy,
        known: set[int] | None = None,
    ) -> None:
        self._rules, self._policy, self._today = rules, policy, ask.as_of
        inquiry = Inquiry(connection, read, ask, known)
        blocks = dict(inquiry.blocks())
        references = directory.references(connection)
        self._people = {references[no]: who for some in blocks.values() for who in some for no in who.numbers}
        self._canonical = {references[no]: references[w.no] for w in self._people.values() for no in w.numbers}
        self._lives = self._lives_by_case(read.follow_ups())
        silence = policy.limits(no_evidence.RULE)
        assert isinstance(silence, no_evidence.Limits)
        self._caseload = Caseload(read, blocks, inquiry.setting, ask, references, silence.working_days)

    def desk(self) -> Desk:
        """The work list."""
        about_people = _rules_about(self._rules, Learner)
        about_participants = _rules_about(self._rules, Participant)
        about_programs = [rule for rule in self._rules if rule.about is ProgramCase or rule.of_program]
        seen: set[_Key] = set()
        groups = []
        for learner, participants in self._caseload.people():
            group = self._items(learner, about_people, seen)
            for participant in participants:
                group += self._items(participant, about_participants, seen)
            if group:
                groups.append(group)
        about_their_people = [rule for rule in about_programs if rule.of_program]
        for program in self._caseload.programs():
            rules = about_their_people if program.name == DEFAULT else about_programs
            groups.append(self._items(program, rules, seen))
        gone = [(id_, life) for key, lives in self._lives.items() if key not in seen for id_, life in lives.items()]
        groups += [[raised(id_, life, None, stands=False)] for id_, life in gone]
        return Desk(today=self._today, groups=groups, policy=self._policy, people=self._people)

    def _items(
        self, case: Learner | Participant | ProgramCase, rules: Sequence[AnyRule], seen: set[_Key]
    ) -> list[Item]:
        key = about(case)
        seen.add(key)
        return list(items(case, rules, self._policy, self._lives.get(key, {})))

    def _lives_by_case(self, stored: Mapping[UUID, Summary]) -> _Lives:
        lives: dict[_Key, dict[UUID, Life]] = defaultdict(dict)
        for id_, summary in stored.items():
            life = Life.of(summary, self._today)
            if life is not None:
                person = life.raised.person
                lives[self._canonical.get(person, person) if person else None, life.raised.program][id_] = life
        return lives


def _rules_about(rules: Iterable[AnyRule], kind: type) -> list[AnyRule]:
    return [rule for rule in rules if rule.about is kind]
