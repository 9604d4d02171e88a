"""Programs as their owners see them: where each stands, what its next gate asks for, and entering a step."""

from collections.abc import Sequence
from datetime import UTC, date
from typing import Any

from sqlalchemy.engine import Connection

from adoptlog.domain import facts as f
from adoptlog.domain.event import Event
from adoptlog.domain.facts.programs import Step
from adoptlog.domain.guideline import in_force
from adoptlog.domain.identifiers import program_id
from adoptlog.domain.program import Definition, Program, Readiness
from adoptlog.domain.stream import Circumstances
from adoptlog.domain.summary import Summary
from adoptlog.errors import NotFound
from adoptlog.facade.administration import Administration
from adoptlog.intake.imports import begin
from adoptlog.intake.streams import Streams
from adoptlog.projections.presence import presence_of
from adoptlog.projections.read_model import StoredReadModel
from adoptlog.status.programs import Setting
from adoptlog.store import directory, settings
from adoptlog.store.directory import Known


class Programs(Administration):
    """The part of `AdoptLog` for the owners of programs."""

    def programs(self) -> list[dict[str, Any]]:
        """Every program: its step, when it starts, how many people take part today."""
        with self.application.current() as read:
            setting = Setting.read(read)
            everybody = _everybody(read)
            return [
                {
                    "program": program.program,
                    "title": program.title,
                    "step": self._program(read.connection, program.program).step(self.today),
                    "starts_on": program.starts_on,
                    "people": len(self._taking_part(everybody, setting, program)),
                }
                for program in setting.programs
            ]

    def gate(self, program: str) -> list[dict[str, Any]]:
        """The conditions of the gate out of the program's step (before the first: out of the inventory)."""
        with self.application.current() as read:
            stands = self._program(read.connection, program)
            step: Step = stands.step(self.today) or "inventory"
            ready = self._ready(read, program)
            return [{"step": step, "condition": c.name, "met": c.met} for c in stands.conditions(step, ready)]

    def steps(self, program: str) -> list[dict[str, Any]]:
        """The steps the program has entered, in order: when, and where its gate was closed, for which reason."""
        with self.application.current() as read:
            entered = self._program(read.connection, program).entered
            reasons = directory.texts(read.connection, [fact.override for fact in entered if fact.override])
            return [
                {
                    "step": fact.step,
                    "entered_on": fact.on,
                    "unmet": list(fact.unmet),
                    "override": reasons.get(fact.override or ""),
                }
                for fact in entered
            ]

    def enter(self, program: str, step: Step, *, on: date | None = None, override: str | None = None) -> Event | None:
        """Enter a step. Raises `Refused` when its gate is closed and no reason to pass it is given."""
        self.application.projector.catch_up()
        with self.application.recording() as connection:
            stands = self._program(connection, program)
            words = {}
            if override:
                company = Known(0, program_id(program), settings.database_key(connection))
                words[company.reference(override)] = override
            terms = self.terms(by_hand=True)
            at = Circumstances(now=terms.now.astimezone(UTC), today=self.today, by_hand=True)
            reason = next(iter(words), None)
            ready = self._ready(StoredReadModel(connection, self.application.projector.tables), program)
            event = stands.enter(step, on or self.today, reason, ready, at)
            directory.keep_text(connection, None, words)
            import_id = begin(connection, "record", "by hand", terms, recorded=1)
            self.application.append(connection, list(stands.collect_events()), import_id)
        return event

    def _program(self, connection: Connection, program: str) -> Program:
        stands = Streams(connection, self.application.event_recorder).get(Program, program_id(program))
        assert isinstance(stands, Program)
        if not stands.summary.of(f.ProgramDefined) and program != "default":
            raise NotFound("no program is named {program!r}: `program list` shows which there are", program=program)
        return stands

    def _taking_part(self, everybody: Sequence[Summary], setting: Setting, program: Definition) -> list[Summary]:
        today = self.today.toordinal()
        return [summary for summary in everybody if setting.takes_part(presence_of(summary), program, today)]

    def _ready(self, read: StoredReadModel, program: str) -> Readiness:
        setting = Setting.read(read)
        everybody = _everybody(read)
        people = self._taking_part(everybody, setting, setting.named(program)[0])
        trained = [s for s in people if {f.TrainingCompleted, f.TrainingAssigned} & s.entries.keys()]
        baselines = {m.task for s in everybody for m in s.of(f.MeasurementTaken) if m.phase == "baseline"}
        reviews = [r for s in people for r in s.of(f.ReviewHeld) if r.program == program]
        guideline = any(
            version.program in (None, program)
            for summary in read.shared()
            if (version := in_force(summary, self.today)) is not None
        )
        return Readiness(
            guideline_in_force=guideline,
            untrained=len(people) - len(trained),
            enrolled=len(people),
            tasks_with_baseline=frozenset(baselines),
            reviews=len(reviews),
        )


def _everybody(read: StoredReadModel) -> list[Summary]:
    return [read.summary(who.no) for who in directory.listed(read.connection)]
