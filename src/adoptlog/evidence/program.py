"""A program as its effect needs it: its tasks, how often they are done, what it costs, and since when each person
takes part."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import attrs

from adoptlog.casework.learners import dated_by
from adoptlog.domain import facts as f
from adoptlog.domain.program import Definition
from adoptlog.domain.summary import Summary
from adoptlog.projections.presence import Presence
from adoptlog.status.programs import Setting


@attrs.frozen
class Aimed:
    """One program on a day."""

    definition: Definition
    facts: Summary
    enrols: bool
    """Whether people are enrolled in it; without enrolments everybody takes part."""
    licensed_only: bool
    """Whether licences are recorded at all; where they are, nobody takes part without one."""
    others_tasks: frozenset[str]
    """The tasks that another program names."""

    @property
    def name(self) -> str:
        """The program's name."""
        return self.definition.program

    @property
    def tasks(self) -> frozenset[str]:
        """The tasks that the program names."""
        return _tasks(self.facts)

    def concerns(self, task: str) -> bool:
        """Whether a measurement of a task is about this program: one that it names, or that no program does."""
        return task in self.tasks or task not in self.others_tasks

    def start_of(self, presence: Presence, by: date) -> date | None:
        """Since when a person takes part, None for who does not by a day."""
        days = [self.definition.starts_on.toordinal()] if self.definition.starts_on else []
        if self.enrols:
            starts = [first for name, first, _ in presence.enrolments if name == self.name]
            days = [min(starts)] if starts else [_NEVER]
        elif self.licensed_only:
            days = [presence.licensed if presence.licensed is not None else _NEVER]
        day = max(days, default=1)
        return date.fromordinal(day) if day <= by.toordinal() else None

    def runs_of(self, person: str, task: str) -> float | None:
        """How often a month the person does a task, where the inventory says so of the person."""
        return self.runs_by_person.get((task, person))

    @property
    def runs_by_person(self) -> Mapping[tuple[str, str], float]:
        """Runs a month by task and person, as last said."""
        return {(t.task, t.person): t.runs_per_month for t in self._inventory() if t.person}

    def runs_of_all(self, department: str | None = None) -> dict[str, float]:
        """Runs a month of each task that the inventory does not tell person by person: of a department, or of all."""
        told = {(t.task, t.department): t.runs_per_month for t in self._inventory() if not t.person}
        by_person = {task for task, _ in self.runs_by_person}
        runs: dict[str, float] = {}
        for (task, where), often in told.items():
            if task not in by_person and (department is None or where == department):
                runs[task] = runs.get(task, 0.0) + often
        return runs

    def _inventory(self) -> Sequence[f.TaskInventoried]:
        return sorted(self.facts.of(f.TaskInventoried), key=lambda task: task.on)


_NEVER = date.max.toordinal()


def aimed(setting: Setting, presences: Iterable[Presence], program: str | None, by: date) -> list[Aimed]:
    """The program of that name, or all. Raises `NotFound`."""
    licensed_only = any(presence.licensed is not None for presence in presences)
    facts = {name: dated_by(by, summary) for name, summary in setting.streams.items()}
    return [
        Aimed(
            definition,
            facts.get(definition.program, Summary()),
            definition.program in setting.with_enrolments,
            licensed_only,
            frozenset(task for name, some in facts.items() if name != definition.program for task in _tasks(some)),
        )
        for definition in setting.named(program)
    ]


def _tasks(facts: Summary) -> frozenset[str]:
    named = {t.task for t in facts.of(f.TaskInventoried)}
    return frozenset(named | {u.task for u in facts.of(f.UseCasePrioritised) if u.task})
