"""A program: what it aims at, who answers for it, and its four steps, each behind a gate."""

from datetime import date
from typing import Any

import attrs

from adoptlog.domain import facts as f
from adoptlog.domain.event import Event
from adoptlog.domain.facts.programs import Step
from adoptlog.domain.stream import Circumstances, Stream
from adoptlog.domain.summary import Entry, Summary
from adoptlog.errors import Refused
from adoptlog.messages import Message


@attrs.frozen
class Definition:
    """What is known about a program, each field as last said."""

    program: str
    title: str | None = None
    tools: tuple[str, ...] = ()
    target_days: float = 3.0
    core_use_cases: frozenset[str] = frozenset()
    starts_on: date | None = None
    monthly_cost: float | None = None
    hourly_cost: float | None = None
    chosen_below: float | None = None

    @classmethod
    def of(cls, program: str, summary: Summary, target_days: float = 3.0) -> "Definition":
        said: dict[str, Any] = {"target_days": target_days}
        core: set[str] = set()
        for fact in summary.of(f.ProgramDefined):
            said.update(_said(fact))
            core.update(fact.core_use_cases or ())
        for wanted in summary.of(f.UseCasePrioritised):
            if wanted.core:
                core.add(wanted.use_case)
        said.pop("core_use_cases", None)
        return cls(**{**said, "program": program, "core_use_cases": frozenset(core)})


@attrs.frozen
class Condition:
    """One thing a gate asks for."""

    name: str
    met: bool


@attrs.frozen
class Readiness:
    """What a gate needs to know from outside the program's own history."""

    guideline_in_force: bool = False
    untrained: int = 0
    enrolled: int = 0
    tasks_with_baseline: frozenset[str] = frozenset()
    reviews: int = 0


class Program(Stream):
    """One adoption program."""

    accepts = (
        f.ProgramDefined,
        f.TaskInventoried,
        f.UseCasePrioritised,
        f.TargetSet,
        f.OwnerAppointed,
        f.ChampionAppointed,
        f.AdviserAppointed,
        f.RoleEnded,
        f.PhaseEntered,
        f.DecisionTaken,
    )

    def known(self, fact: Any, circumstances: Circumstances) -> Entry | None:
        if isinstance(fact, f.ProgramDefined) and circumstances.source.key is None:
            entries = self.summary.entries.get(f.ProgramDefined, ())
            held: dict[str, Any] = {}
            for entry in entries:
                held.update(_said(entry.fact))
            same = all(held.get(name) == value for name, value in _said(fact).items())
            return entries[-1] if entries and same else None
        if isinstance(fact, f.DecisionTaken) and circumstances.source.key is None:
            decided = attrs.evolve(fact, evidence={})
            entries = self.summary.entries.get(f.DecisionTaken, ())
            return next((entry for entry in entries if attrs.evolve(entry.fact, evidence={}) == decided), None)
        return super().known(fact, circumstances)

    def enter(self, step: Step, on: date, override: str | None, ready: Readiness, at: Circumstances) -> Event | None:
        """Enter a step when its gate is open, or with a recorded reason when it is not."""
        if step == self.step(on):
            raise Refused("the program is in step {step} already: nothing to do", step=Message.word("step", step))
        unmet = tuple(c.name for c in self.gate(step, ready) if not c.met)
        if unmet and not override:
            raise Refused(
                "the gate to step {step} is closed, not met: {conditions}. Meet the conditions, or give a "
                "reason with --override",
                step=Message.word("step", step),
                conditions=tuple(Message(condition) for condition in unmet),
            )
        program = next((fact.program for fact in self.summary.of(f.ProgramDefined)), "")
        fact = f.PhaseEntered(program=program, step=step, on=on, override=override if unmet else None, unmet=unmet)
        return self.record(fact, at)

    def step(self, on: date) -> Step | None:
        """The step the program is in on a day."""
        entered: list[Step] = [fact.step for fact in self.entered if fact.on <= on]
        return entered[-1] if entered else None

    @property
    def entered(self) -> list[f.PhaseEntered]:
        """The steps entered so far, in order."""
        return sorted(self.summary.of(f.PhaseEntered), key=lambda fact: (fact.on, f.STEPS.index(fact.step)))

    def gate(self, step: Step, ready: Readiness) -> list[Condition]:
        """What must hold before the program may enter `step`: the gates of all steps before it."""
        conditions: list[Condition] = []
        for earlier in f.STEPS[: f.STEPS.index(step)]:
            conditions += self.conditions(earlier, ready)
        return conditions

    def conditions(self, step: Step, ready: Readiness) -> list[Condition]:
        """What the gate out of one step asks for (requirements F1 to F4)."""
        tasks = {t.task for t in self.summary.of(f.TaskInventoried)}
        match step:
            case "inventory":
                return [Condition("at least one task with its time", bool(tasks))]
            case "objectives":
                aimed = {u.task for u in self.summary.of(f.UseCasePrioritised) if u.task} or tasks
                return [
                    Condition("at least one target", bool(self.summary.of(f.TargetSet))),
                    Condition("an owner", bool(self.summary.of(f.OwnerAppointed))),
                    Condition("a baseline measured for every task aimed at", aimed <= ready.tasks_with_baseline),
                ]
            case "education":
                trained = ready.enrolled > 0 and ready.untrained == 0
                return [
                    Condition("a guideline in force", ready.guideline_in_force),
                    Condition("training assigned to, or completed by, everyone enrolled", trained),
                ]
            case "follow_up":
                return [Condition("three-month review held", ready.reviews > 0)]


def _said(fact: f.ProgramDefined) -> dict[str, Any]:
    return {name: value for name, value in attrs.asdict(fact, recurse=False).items() if value is not None}
