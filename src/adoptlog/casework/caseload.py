"""Everybody's cases on one day: first all habits, for some rules compare colleagues; then person by person."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from statistics import median
from typing import NamedTuple

import attrs

from adoptlog.casework.learners import Agenda, dated_by, learner
from adoptlog.casework.programs import program_cases
from adoptlog.casework.use import UseOfBlock
from adoptlog.domain import facts as f
from adoptlog.domain.summary import Summary, united
from adoptlog.follow_up.case import Learner, Participant, Peers, ProgramCase
from adoptlog.habit import Habit, State
from adoptlog.projections.presence import Presence
from adoptlog.projections.read_model import ReadModel
from adoptlog.status.programs import DEFAULT, Setting
from adoptlog.status.status import Question, department, habits_of_block
from adoptlog.store.directory import Listed

_NOTHING = Presence()
_BEFORE = 60
"""Days before the first fact, so that the work days before it are known too."""

_NOT_COMPARED = (State.UNKNOWN, State.LEFT, State.EXEMPT)


class Cases(NamedTuple):
    """One person: alone, and in each program."""

    learner: Learner
    participants: Sequence[Participant]


class Caseload:
    """The cases of all members of a read model, block by block, and then those of the programs."""

    def __init__(
        self,
        read: ReadModel,
        blocks: Mapping[int, Sequence[Listed]],
        setting: Setting,
        ask: Question,
        references: Mapping[int, str],
        no_news: int,
    ) -> None:
        self._read, self._blocks, self._setting, self._ask = read, blocks, setting, ask
        self._references, self._no_news = references, no_news
        self._habits = {
            (block, program.program): dict(habits_of_block(read, block, members, program, setting, ask))
            for block, members in blocks.items()
            for program in setting.programs
            if members
        }
        self._agenda = Agenda(setting.closures, ask.country, self._first_day(), ask.as_of)
        self._programs = program_cases(read.shared(), setting, self._agenda)
        self._peers = self._compared()
        self._gathered: dict[str, _Gathered] = defaultdict(_Gathered)

    def people(self) -> Iterator[Cases]:
        """Everybody who is still here and takes part in some program."""
        for block, members in self._blocks.items():
            presences, use = self._read.presences(block), UseOfBlock(self._read, block, self._ask.as_of)
            summaries = self._read.summaries(block)
            for member in members:
                presence = presences.get(member.no, _NOTHING)
                habits = self._habits_of(block, member)
                if presence.left is not None and presence.left < self._ask.as_of.toordinal():
                    self._remember(member, presence, self._summary(member, summaries), habits)
                elif habits:
                    yield self._cases(member, presence, self._summary(member, summaries), habits, use)

    def programs(self) -> list[ProgramCase]:
        """The programs with what `people` found out about theirs; none for the program that stands in for all."""
        return [
            attrs.evolve(
                program,
                departments=dict(self._gathered[program.name].departments),
                without_news=self._gathered[program.name].without_news,
                measurements=tuple(self._gathered[program.name].measurements),
                shared=tuple(self._gathered[program.name].shared),
            )
            for program in self._programs
            if program.name != DEFAULT
        ]

    def _cases(
        self,
        member: Listed,
        presence: Presence,
        summary: Summary,
        habits: Sequence[tuple[ProgramCase, Habit]],
        use: UseOfBlock,
    ) -> Cases:
        id_, used_since = self._references[member.no], use.since(member.no, presence)
        who = learner(id_, summary, presence, [program for program, _ in habits], self._agenda, used_since)
        participants = []
        for program, habit in habits:
            gathered = self._gathered[program.name]
            gathered.take(who, habit, self._no_news)
            if habit.state is not State.EXEMPT:
                participants.append(
                    Participant(
                        learner=who,
                        program=program,
                        habit=habit,
                        known_until=_known_until(program, presence, self._ask.as_of),
                        peers=self._peers.get((program.name, who.department)),
                    )
                )
        return Cases(who, participants)

    def _remember(
        self, member: Listed, presence: Presence, summary: Summary, habits: Sequence[tuple[ProgramCase, Habit]]
    ) -> None:
        """What somebody measured and shared before leaving stays measured and shared."""
        where, facts = department(presence, self._ask.as_of), dated_by(self._ask.as_of, summary)
        for program, _ in habits:
            self._gathered[program.name].keep(self._references[member.no], where, facts)

    def _habits_of(self, block: int, member: Listed) -> list[tuple[ProgramCase, Habit]]:
        found = []
        for program in self._programs:
            habit = self._habits[block, program.name].get(member.no)
            if habit is not None:
                found.append((program, habit))
        return found

    def _summary(self, member: Listed, summaries: Mapping[int, Summary]) -> Summary:
        if len(member.numbers) == 1:
            return summaries.get(member.no, Summary())
        return united(self._read.summary(no) for no in member.numbers)

    def _first_day(self) -> date:
        days = [p.earliest for block in self._blocks for p in self._read.presences(block).values() if p.earliest]
        return date.fromordinal(min([*days, self._ask.as_of.toordinal()]) - _BEFORE)

    def _compared(self) -> dict[tuple[str, str | None], Peers]:
        """The strengths of each department's known people."""
        strengths: dict[tuple[str, str | None], list[float]] = defaultdict(list)
        for (block, program), habits in self._habits.items():
            presences = self._read.presences(block)
            for no, habit in habits.items():
                if habit.state not in _NOT_COMPARED:
                    where = department(presences.get(no, _NOTHING), self._ask.as_of)
                    strengths[program, where].append(habit.strength)
        return {key: Peers(people=len(some), median_strength=median(some)) for key, some in strengths.items() if key[1]}


@attrs.define
class _Gathered:
    """What the people of a program tell about it."""

    departments: Counter[str] = attrs.field(factory=Counter)
    without_news: int = 0
    measurements: list[tuple[str, f.MeasurementTaken]] = attrs.field(factory=list)
    shared: list[tuple[str | None, f.UseCaseShared]] = attrs.field(factory=list)

    def take(self, who: Learner, habit: Habit, no_news: int) -> None:
        if who.department:
            self.departments[who.department] += 1
        self.without_news += habit.unknown_days >= no_news and habit.state is not State.EXEMPT
        self.keep(who.person, who.department, who.facts)

    def keep(self, person: str, where: str | None, facts: Summary) -> None:
        self.measurements += [(person, taken) for taken in facts.of(f.MeasurementTaken)]
        self.shared += [(where, shared) for shared in facts.of(f.UseCaseShared)]


def _known_until(program: ProgramCase, presence: Presence, today: date) -> date | None:
    """The last day that the program's feeds or a report about the person speak about."""
    tools = program.definition.tools
    told = [held for held, _ in presence.self_reports]
    told += [last for tool, _, last, _ in presence.activities if not tools or tool in tools]
    told += [on for tool, on, _ in presence.snapshots if not tools or tool in tools]
    days = [date.fromordinal(day) for day in told if day <= today.toordinal()]
    return max([*days, *([program.known_until] if program.known_until else [])], default=None)
