"""Everybody there is, loaded once: for one day, or for many days of a rehearsal."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property

from sqlalchemy.engine import Connection

from adoptlog.casework.agenda import Agenda
from adoptlog.casework.use import UseOfBlock
from adoptlog.domain.program import Definition
from adoptlog.domain.summary import Summary, united
from adoptlog.habit import Habit
from adoptlog.projections.presence import Presence
from adoptlog.projections.read_model import ReadModel
from adoptlog.status.inquiry import Inquiry
from adoptlog.status.question import Question
from adoptlog.status.status import habits_at
from adoptlog.store import directory
from adoptlog.store.directory import Listed

Habits = Mapping[tuple[int, str], Mapping[int, Habit]]
"""By block and program, the habit of each person who has a row there."""

_NOTHING = Presence()
_BEFORE = 60
"""Days before the first fact, so that the work days before it are known too."""

_AHEAD = 400
"""Days after the last date asked for, into which due dates may fall."""


class Staff:
    """The people of a read model, with what stands about each."""

    def __init__(self, connection: Connection, read: ReadModel, ask: Question, *, for_many_days: bool = False) -> None:
        """`ask.as_of` is the last day that will be asked about; for many days, what stands is unpacked once."""
        inquiry = Inquiry(connection, read, ask)
        self.read, self._ask, self.setting = read, ask, inquiry.setting
        self.blocks: Mapping[int, Sequence[Listed]] = dict(inquiry.blocks())
        self.references = directory.references(connection)
        """What stands in events for each person, by number."""
        self._presences = {block: read.presences(block) for block in self.blocks}
        packed = {block: read.summaries(block) for block in self.blocks}
        self._summaries = {block: dict(some) for block, some in packed.items()} if for_many_days else packed
        self._use = {block: UseOfBlock(read, block, ask.as_of) for block in self.blocks}

    @cached_property
    def people(self) -> dict[str, Listed]:
        """Who a reference in an event is; those who were forgotten are nobody."""
        known = (who for some in self.blocks.values() for who in some if not who.is_forgotten)
        return {self.references[no]: who for who in known for no in who.numbers}

    @cached_property
    def agenda(self) -> Agenda:
        """Everybody's work days."""
        days = [p.earliest for presences in self._presences.values() for p in presences.values() if p.earliest]
        last = self._ask.as_of.toordinal()
        first = min([*days, last]) - _BEFORE
        return Agenda(self.setting.closures, self._ask.country, first, last + _AHEAD)

    @cached_property
    def began_on(self) -> date:
        """The first licence, check-in or use of anybody: before it there is nothing to follow up."""
        people = (p for presences in self._presences.values() for p in presences.values())
        days = [day for p in people for day in (p.licensed, p.first_check_in) if day is not None]
        days += [day for day in (self._use[block].first_day() for block in self.blocks) if day is not None]
        return date.fromordinal(min([*days, self._ask.as_of.toordinal()]))

    def habits_at(self, dates: Sequence[date]) -> Iterator[Habits]:
        """Everybody's habits on each of some days, in one pass."""
        keys: list[tuple[int, Definition]] = [(b, p) for b in self.blocks for p in self.setting.programs]
        passes = [
            habits_at(self.read, block, self.blocks[block], program, self.setting, dates, self._ask)
            for block, program in keys
        ]
        for _ in dates:
            yield {(block, program.program): next(told) for (block, program), told in zip(keys, passes, strict=True)}

    def presence(self, block: int, who: Listed) -> Presence:
        """When and where a person works."""
        return self._presences[block].get(who.no, _NOTHING)

    def use(self, block: int) -> UseOfBlock:
        """On which days the people of a block used any tool."""
        return self._use[block]

    def summary(self, block: int, who: Listed) -> Summary:
        """All that stands about a person."""
        if not who.others:
            return self._summaries[block].get(who.no, Summary())
        return united(self.read.summary(no) for no in who.numbers)
