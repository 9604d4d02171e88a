"""A program as its effect needs it: its tasks, how often they are done, what it costs, and since when each person
takes part."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property

import attrs

from adoptlog.casework.learners import dated_by
from adoptlog.domain import facts as f
from adoptlog.domain.program import Definition
from adoptlog.domain.summary import Summary
from adoptlog.projections.presence import Presence
from adoptlog.status.programs import Setting


@attrs.frozen(slots=False)
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

    @cached_property
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

    def runs_of(self, task: str, person: str, department: str | None) -> float | None:
        """How often a month a person does a task: what the inventory says of the person, else of everybody in their
        department, else of everybody who does it; None where it says nothing."""
        for key in ((task, person, None), (task, None, department), (task, None, None)):
            if key in self._runs:
                return self._runs[key]
        return None

    @cached_property
    def _runs(self) -> Mapping[tuple[str, str | None, str | None], float]:
        """Runs a month, as last said, by task and person or department."""
        tasks = sorted(self.facts.of(f.TaskInventoried), key=lambda task: task.on)
        return {(t.task, t.person, None if t.person else t.department): t.runs_per_month for t in tasks}


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
