"""Everybody's cases on one day: first all habits, for some rules compare colleagues; then person by person."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from statistics import median
from typing import NamedTuple

import attrs

from adoptlog.casework.learners import dated_by, learner
from adoptlog.casework.programs import program_cases
from adoptlog.casework.staff import Habits, Staff
from adoptlog.domain import facts as f
from adoptlog.domain.summary import Summary
from adoptlog.follow_up.case import Learner, Participant, Peers, ProgramCase
from adoptlog.habit import Habit, State
from adoptlog.projections.presence import Presence
from adoptlog.status.rows import department
from adoptlog.store.directory import Listed

_NOT_AT_WORK = (State.ON_LEAVE, State.LEFT, State.EXEMPT)
_NOT_COMPARED = (State.UNKNOWN, State.LEFT, State.EXEMPT)


class Cases(NamedTuple):
    """One person: alone, and in each program."""

    learner: Learner
    participants: Sequence[Participant]


class Caseload:
    """The cases of everybody on one day, and then those of the programs."""

    def __init__(self, staff: Staff, habits: Habits, today: date, no_news: int) -> None:
        self._staff, self._habits, self._today, self._no_news = staff, habits, today, no_news
        programs = program_cases(staff.read.shared(), staff.setting, staff.agenda, today)
        self._programs = [attrs.evolve(program, reported_until=self._reported_until(program)) for program in programs]
        self._peers = self._compared()
        self._gathered: dict[str, _Gathered] = defaultdict(_Gathered)

    def people(self, only: int | None = None) -> Iterator[Cases]:
        """Everybody (or only the person of a number) who is still here and takes part in some program. Who was
        forgotten is not helped any more."""
        for block, members in self._staff.blocks.items():
            for who in members if only is None else [one for one in members if one.no == only]:
                left = self._staff.presence(block, who).left
                habits = self._habits_of(block, who)
                if who.is_forgotten or (left is not None and left < self._today.toordinal()):
                    self._remember(block, who, habits)
                elif habits:
                    yield self._cases(block, who, habits)

    def programs(self) -> list[ProgramCase]:
        """The programs with what `people` found out about theirs."""
        return [
            attrs.evolve(
                program,
                departments=dict(self._gathered[program.name].departments),
                arrived=dict(self._gathered[program.name].arrived),
                without_news=self._gathered[program.name].without_news,
                measurements=tuple(self._gathered[program.name].measurements),
                shared=tuple(self._gathered[program.name].shared),
            )
            for program in self._programs
        ]

    def _cases(self, block: int, member: Listed, habits: Sequence[tuple[ProgramCase, Habit]]) -> Cases:
        staff, presence = self._staff, self._staff.presence(block, member)
        who = learner(
            staff.references[member.no],
            self._today,
            staff.summary(block, member),
            presence,
            [program for program, _ in habits],
            staff.agenda,
            staff.use(block).since(member.numbers, presence, self._today),
        )
        participants = []
        for program, habit in habits:
            self._gathered[program.name].take(who, program.name, habit, self._no_news)
            if habit.state is not State.EXEMPT:
                participants.append(
                    Participant(
                        learner=who,
                        program=program,
                        habit=habit,
                        known_until=_known_until(program, presence, self._today),
                        peers=self._peers.get((program.name, who.department)),
                    )
                )
        return Cases(who, participants)

    def _remember(self, block: int, who: Listed, habits: Sequence[tuple[ProgramCase, Habit]]) -> None:
        """What somebody measured and shared stays measured and shared after they left."""
        for program, _ in habits:
            where = department(self._staff.presence(block, who), self._today)
            facts = dated_by(self._today, self._staff.summary(block, who))
            self._gathered[program.name].hear(self._staff.references[who.no], where, facts)

    def _habits_of(self, block: int, who: Listed) -> list[tuple[ProgramCase, Habit]]:
        found = [(program, self._habits[block, program.name].get(who.no)) for program in self._programs]
        return [(program, habit) for program, habit in found if habit is not None]

    def _reported_until(self, program: ProgramCase) -> date | None:
        days = [
            _reported_until(program, self._staff.presence(block, who), self._today)
            for block, members in self._staff.blocks.items()
            for who in members
            if who.no in self._habits[block, program.name]
        ]
        return max((day for day in days if day), default=None)

    def _compared(self) -> dict[tuple[str, str | None], Peers]:
        """The strengths of each department's known people."""
        strengths: dict[tuple[str, str | None], list[float]] = defaultdict(list)
        for block, members in self._staff.blocks.items():
            for who in members:
                where = department(self._staff.presence(block, who), self._today)
                for program, habit in self._habits_of(block, who) if where else ():
                    if habit.state not in _NOT_COMPARED:
                        strengths[program.name, where].append(habit.strength)
        return {key: Peers(people=len(some), median_strength=median(some)) for key, some in strengths.items()}


@attrs.define
class _Gathered:
    """What the people of a program tell about it."""

    departments: Counter[str] = attrs.field(factory=Counter)
    arrived: dict[str, date] = attrs.field(factory=dict)
    without_news: int = 0
    measurements: list[tuple[str, f.MeasurementTaken]] = attrs.field(factory=list)
    shared: list[tuple[str | None, f.UseCaseShared]] = attrs.field(factory=list)

    def take(self, who: Learner, program: str, habit: Habit, no_news: int) -> None:
        if who.department:
            self.departments[who.department] += 1
            since = _since(who, program)
            self.arrived[who.department] = min(since, self.arrived.get(who.department, since))
        self.without_news += habit.unknown_days >= no_news and habit.state not in _NOT_AT_WORK
        self.hear(who.person, who.department, who.facts)

    def hear(self, person: str, department: str | None, facts: Summary) -> None:
        self.measurements += [(person, taken) for taken in facts.of(f.MeasurementTaken)]
        self.shared += [(department, shared) for shared in facts.of(f.UseCaseShared)]


def _since(who: Learner, program: str) -> date:
    """Since when the person takes part from where they are now; `date.min` where no date says so."""
    days = [enrolled.starts_on for enrolled in who.of(f.Enrolled) if enrolled.program == program]
    days += [moved.on for moved in who.of(f.Moved) if moved.on and moved.department == who.department]
    return max(days, default=date.min)


def _known_until(program: ProgramCase, presence: Presence, today: date) -> date | None:
    """The last day that the program's feeds or a report about the person speak about."""
    days = program.known_until, _reported_until(program, presence, today)
    return max((day for day in days if day), default=None)


def _reported_until(program: ProgramCase, presence: Presence, today: date) -> date | None:
    """The last day that a report about the person speaks about."""
    if presence.plain:
        return None
    tools = program.definition.tools
    told = [held for held, _ in presence.self_reports]
    told += [last for tool, _, last, _ in presence.activities if not tools or tool in tools]
    told += [on for tool, on, _ in presence.snapshots if not tools or tool in tools]
    return max((date.fromordinal(day) for day in told if day <= today.toordinal()), default=None)
