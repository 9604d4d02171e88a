"""Everybody's measurements by a day, read once for all programs."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

import attrs
from sqlalchemy.engine import Connection

from adoptlog.domain.facts import MeasurementTaken
from adoptlog.domain.facts.effect import Metric
from adoptlog.domain.summary import united
from adoptlog.effect.measured import Measured, measured
from adoptlog.errors import Refused
from adoptlog.evidence.program import Aimed
from adoptlog.projections.presence import Presence
from adoptlog.projections.read_model import ReadModel
from adoptlog.projections.summaries import facts_of
from adoptlog.status.inquiry import Inquiry
from adoptlog.status.question import Question
from adoptlog.status.rows import department
from adoptlog.store import directory

Key = tuple[str, Metric]
"""Task and metric."""

_NOTHING = Presence()


@attrs.frozen
class Person:
    """Somebody about whom something was measured; `reference` is what stands in events for them."""

    reference: str
    presence: Presence
    department: str | None
    taken: Mapping[Key, Sequence[MeasurementTaken]]


class Measurements:
    """What was measured by the day asked for, and of whom."""

    def __init__(self, connection: Connection, read: ReadModel, ask: Question) -> None:
        inquiry = Inquiry(connection, read, ask)
        self.setting, self.as_of = inquiry.setting, ask.as_of
        self.presences: dict[int, Presence] = {}
        self.people: list[Person] = []
        self._seen: dict[tuple[str, tuple[int, int] | None], dict[Key, list[Measured]]] = {}
        references = directory.references(connection)
        for block, members in inquiry.blocks():
            presences = read.presences(block)
            self.presences.update(presences)
            facts = dict(facts_of(MeasurementTaken, read.summaries(block)))
            for who in members:
                told = facts.get(who.no, ())
                if who.others:
                    told = united(read.summary(no) for no in who.numbers).of(MeasurementTaken)
                if told and (taken := self._by_task(told)):
                    presence = presences.get(who.no, _NOTHING)
                    where = department(presence, ask.as_of)
                    self.people.append(Person(references[who.no], presence, where, taken))

    def of(self, program: Aimed, month: tuple[int, int] | None = None) -> dict[Key, list[Measured]]:
        """Per task and metric what was measured of each person, as the program sees it."""
        asked = program.name, month
        if asked not in self._seen:
            self._seen[asked] = self._seen_by(program, month)
        return self._seen[asked]

    def _seen_by(self, program: Aimed, month: tuple[int, int] | None) -> dict[Key, list[Measured]]:
        found: dict[Key, list[Measured]] = {}
        for person in self.people:
            start = program.start_of(person.presence, self.as_of)
            for key, taken in person.taken.items():
                if program.concerns(key[0]):
                    one = measured(person.reference, taken, start, person.department, month)
                    found.setdefault(key, []).append(one)
        return dict(sorted(found.items()))

    def months(self) -> Iterator[tuple[int, int]]:
        """The months in which something was measured after the launch, in order."""
        days = (
            one.on for person in self.people for taken in person.taken.values() for one in taken if one.phase == "after"
        )
        yield from sorted({(day.year, day.month) for day in days})

    def _by_task(self, taken: Sequence[MeasurementTaken]) -> dict[Key, list[MeasurementTaken]]:
        found: dict[Key, list[MeasurementTaken]] = {}
        for one in taken:
            if one.on <= self.as_of:
                found.setdefault((one.task, one.metric), []).append(one)
        return found


def month_of(text: str) -> tuple[int, int]:
    """Year and month of a text such as 2026-04. Raises `Refused`.

    >>> month_of("2026-04")
    (2026, 4)
    """
    try:
        day = date.fromisoformat(f"{text}-01")
    except ValueError:
        raise Refused("month is {text!r}: give year and month, such as 2026-04", text=text) from None
    return day.year, day.month
