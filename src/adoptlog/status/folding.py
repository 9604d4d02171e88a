"""The fold of a block of people: from the beginning, or from a checkpoint and the days after it (ADR 9)."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import attrs
import numpy as np
import numpy.typing as npt

from adoptlog.domain.program import Definition
from adoptlog.habit import NEVER, Block, FoldState, Habits, fold_state, habits_of, reaches_back, resume
from adoptlog.projections.checkpoints import Checkpoint, Checkpoints
from adoptlog.projections.presence import Presence
from adoptlog.projections.read_model import ReadModel
from adoptlog.status.people import Ints, People, people
from adoptlog.status.programs import Setting
from adoptlog.status.question import Question

Places = npt.NDArray[np.integer[Any]]
_NOBODY: Places = np.zeros(0, np.intp)
_WEEK = 7


@attrs.frozen
class Folded:
    """A block of people on the day asked for."""

    habits: Habits
    presences: Mapping[int, Presence]
    earliest: Ints
    """Ordinal of everybody's first dated fact; NEVER for those without any."""


def checkpoint_day(as_of: date) -> date:
    """The Sunday from a week to two weeks before: most reports of a day have come in by then, and use on a weekend,
    which counts for the Friday before, does not reach back behind it.

    >>> checkpoint_day(date(2026, 6, 13)), checkpoint_day(date(2026, 6, 14))
    (datetime.date(2026, 5, 31), datetime.date(2026, 6, 7))
    """
    return date.fromordinal((as_of.toordinal() - _WEEK) // _WEEK * _WEEK)


class Folding:
    """The fold of the first `size` people of a block in one program, for one question."""

    def __init__(
        self, read: ReadModel, block: int, size: int, program: Definition, setting: Setting, ask: Question
    ) -> None:
        self._read, self._block, self._size = read, block, size
        self._program, self._setting, self._ask = program, setting, ask
        self._all_days: People | None = None

    def anew(self) -> Folded:
        """From the first day on."""
        return self._folded(self._whole(), self._fold(self._whole().columns, self._ask.as_of))

    def going_on(self, checkpoints: Checkpoints) -> Folded:
        """The same from a checkpoint, if there is one; on the way a new one is made, once a week."""
        name, as_of = self._program.program, self._ask.as_of
        kept, wanted = checkpoints.find(name, self._block, self._basis, as_of.toordinal())
        if kept is None:
            state, group, again = None, self._whole(), _NOBODY
        else:
            state = self._fitted(kept.state)
            group, again = self._after(kept, state)
        until = checkpoint_day(as_of)
        if wanted and (group.columns.first - 1 if state is None else state.on) < until.toordinal():
            state = self._go_on(state, group, until, again)
            first_row = np.where(group.first_row <= state.on, group.first_row, NEVER).astype(np.int32)
            checkpoints.keep(name, self._block, self._basis, state, first_row)
        return self._folded(group, self._go_on(state, group, as_of, again))

    def _after(self, kept: Checkpoint, state: FoldState) -> tuple[People, Places]:
        """The days after a checkpoint, and who has to be folded from the beginning nevertheless: about whom something
        was said since, and whose days began for the sake of a later start, which may have been taken back."""
        group = self._people((state.on, kept.first_row))
        early = np.flatnonzero((state.begun > 0) & (group.columns.start > state.on))
        again = np.union1d(early, [place for place in kept.changed if place < self._size]).astype(np.intp)
        if len(again):
            whole = self._whole()
            for mine, right in ((group.first_row, whole.first_row), (group.earliest, whole.earliest)):
                mine[again] = right[again]
        return group, again

    def _go_on(self, state: FoldState | None, group: People, on: date, again: Places) -> FoldState:
        """The state at the end of `on`; those of `again`, and those whose new facts reach back, from the beginning."""
        if state is None:
            return self._fold(group.columns, on)
        again = np.union1d(again, reaches_back(group.columns, date.fromordinal(state.on), on))
        state = resume(state, group.columns, on, self._ask.policy, self._program.target_days)
        if len(again):
            state.put(again, self._fold(self._whole().columns.take(again), on))
        return state

    def _fold(self, columns: Block, on: date) -> FoldState:
        return fold_state(columns, on, self._ask.policy, self._program.target_days)

    def _folded(self, group: People, state: FoldState) -> Folded:
        habits = habits_of(state, self._ask.policy, self._program.target_days)
        return Folded(habits, group.presences, group.earliest)

    def _whole(self) -> People:
        if self._all_days is None:
            self._all_days = self._people(None)
        return self._all_days

    def _people(self, since: tuple[int, Ints] | None) -> People:
        ask = self._ask
        return people(self._read, self._block, self._size, self._program, self._setting, ask.as_of, ask.country, since)

    def _fitted(self, state: FoldState) -> FoldState:
        """The state of as many people as there are now; about the new ones nothing is known yet."""
        more = self._size - state.n
        if more <= 0:
            return state.take(slice(0, self._size))
        return FoldState.concat([state, FoldState.initial(more, state.on, self._ask.policy)])

    def _basis(self, day: int) -> str:
        ask = self._ask
        return self._setting.basis(self._program, date.fromordinal(day), ask.policy, ask.country)
