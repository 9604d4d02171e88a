"""One question put to a read model: about whom it is answered, block by block, and in which programs."""

from collections.abc import Iterator
from datetime import date
from itertools import chain, islice

from sqlalchemy.engine import Connection

from adoptlog.domain.usage_reports import BLOCK
from adoptlog.projections.checkpoints import Checkpoints
from adoptlog.projections.read_model import ReadModel
from adoptlog.status.folding import TOGETHER
from adoptlog.status.programs import Setting
from adoptlog.status.question import Question
from adoptlog.status.rows import HabitStatus
from adoptlog.status.status import habits_at, status_of_one, statuses
from adoptlog.store import directory
from adoptlog.store.directory import Listed


class Inquiry:
    """A question within one transaction; `known`, if given, are the numbers of those who count as known."""

    def __init__(self, connection: Connection, read: ReadModel, ask: Question, known: set[int] | None = None) -> None:
        self._connection, self._read, self._ask, self._known = connection, read, ask, known
        self.setting = Setting.read(read, ask.policy.cadence)

    def rows(
        self, person: str | None, program: str | None, checkpoints: Checkpoints | None = None
    ) -> Iterator[HabitStatus]:
        """The rows of one person or of everybody, in one program or in all; of everybody from checkpoints, if given."""
        programs = self.setting.named(program)
        if person is not None:
            who = directory.one(self._connection, person)
            for one in programs if self._is_known(who) else ():
                yield from status_of_one(self._read, who, one, self.setting, self._ask)
            return
        blocks = self.blocks()
        while some := list(islice(blocks, TOGETHER)):
            told = [statuses(self._read, some, one, self.setting, self._ask, checkpoints) for one in programs]
            for of_a_block in zip(*told, strict=True):
                yield from chain.from_iterable(of_a_block)

    def states_at(self, ends: list[date]) -> Iterator[tuple[date, str, str]]:
        """Day, program and state of everybody on each of some days."""
        for block, members in self.blocks():
            for program in self.setting.programs:
                told = habits_at(self._read, block, members, program, self.setting, ends, self._ask)
                for on, habits in zip(ends, told, strict=True):
                    yield from ((on, program.program, habit.state.value) for habit in habits.values())

    def blocks(self) -> Iterator[tuple[int, list[Listed]]]:
        """The people of each block that has any."""
        for block in range(directory.last_number(self._connection) // BLOCK + 1):
            people = directory.listed(self._connection, block * BLOCK, block * BLOCK + BLOCK - 1)
            if members := people if self._known is None else [who for who in people if self._is_known(who)]:
                yield block, members

    def _is_known(self, who: Listed) -> bool:
        return self._known is None or not self._known.isdisjoint(who.numbers)
