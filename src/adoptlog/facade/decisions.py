"""Decisions to go on, adjust or stop, each with what the figures were, and with what followed."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

import attrs

from adoptlog.domain import facts as f
from adoptlog.domain.event import Event
from adoptlog.domain.facts.programs import Decision
from adoptlog.errors import NotFound
from adoptlog.facade.effects import Effects
from adoptlog.rows import Rows
from adoptlog.store import directory

if TYPE_CHECKING:
    from adoptlog.evidence.figures import Decided, Figures


class Decisions(Effects):
    """The part of `AdoptLog` that remembers what was decided and on which grounds."""

    record: Callable[..., Any]

    def decide(
        self, program: str, outcome: Decision, *, on: date | None = None, note: str | None = None
    ) -> Event | None:
        """Record a decision with the figures of its day as evidence: its event, or None if it is recorded already."""
        fact = f.DecisionTaken(program=program, on=on or self.today, outcome=outcome, note=note)
        event: Event | None = self.record(None, self.with_evidence(fact))
        return event

    def with_evidence(self, decision: f.DecisionTaken) -> f.DecisionTaken:
        """A decision with the figures of its day: as they are known now, of its program."""
        return attrs.evolve(decision, evidence=self.figures(decision.program, as_of=decision.on))

    def figures(self, program: str, *, as_of: date | None = None) -> "Figures":
        """The figures that a decision about a program rests on, by name. Unknown and suppressed ones are left out,
        and a program that nobody has defined has none."""
        from adoptlog.effect.hours import net_return
        from adoptlog.evidence.effects import coverage, effects, hours
        from adoptlog.evidence.figures import figures

        day = as_of or self.today
        try:
            (rate,) = self.usage_rate(as_of=day, program=program)
        except NotFound:
            return {}
        with self._measured(day, program) as (measurements, (one,), policy):
            saved = hours(measurements, one, policy)
            money = net_return(saved, one.definition.hourly_cost, one.definition.monthly_cost)
            baselines = coverage(measurements, one)
            return figures(day, rate, saved, money, baselines, effects(measurements, one, policy))

    def decisions(self, *, program: str | None = None, as_of: date | None = None) -> "Rows[Decided]":
        """Every decision by a day, the latest last: what the figures were, and what they are on that day. Where none
        were kept with it, they are worked out for its day from what is known by now."""
        from adoptlog.evidence.figures import Decided

        day = as_of or self.today
        with self.application.current() as read:
            taken = [
                fact
                for summary in read.shared()
                for fact in summary.of(f.DecisionTaken)
                if fact.on <= day and program in (None, fact.program)
            ]
            words = directory.texts(read.connection, [fact.note for fact in taken if fact.note])
        now = {name: self.figures(name, as_of=day) for name in {fact.program for fact in taken}}
        then = [fact.evidence or self.figures(fact.program, as_of=fact.on) for fact in taken]
        return Rows(
            Decided(
                program=fact.program,
                on=fact.on,
                outcome=fact.outcome,
                note=words.get(fact.note) if fact.note else None,
                evidence=evidence,
                kept=bool(fact.evidence),
                since=now[fact.program],
            )
            for fact, evidence in sorted(zip(taken, then, strict=True), key=lambda one: (one[0].on, one[0].program))
        )
