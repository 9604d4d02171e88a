"""The fold of a block of people: from the beginning, or from a checkpoint and the days after it (ADR 9)."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Any

import attrs
import numpy as np
import numpy.typing as npt

from adoptlog.domain.program import Definition
from adoptlog.habit import NEVER, Block, FoldState, Habits, fold_state, habits_of, reaches_back, resume, together
from adoptlog.projections.checkpoints import Checkpoint, Checkpoints, Found
from adoptlog.projections.presence import Presence
from adoptlog.projections.read_model import ReadModel
from adoptlog.status.people import Ints, People, people
from adoptlog.status.programs import Setting
from adoptlog.status.question import Question

Places = npt.NDArray[np.integer[Any]]
_NOBODY: Places = np.zeros(0, np.intp)
_WEEK = 7

TOGETHER = 2
"""Blocks that are folded side by side: as many people as the fold takes at once."""


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
    """The fold of the first `size` people of a block in one program, for one question.

    Without checkpoints it begins with the first day; with them it goes on from one, if there is one, and on the way a
    new one is made, once a week.
    """

    def __init__(
        self,
        read: ReadModel,
        block: int,
        size: int,
        program: Definition,
        setting: Setting,
        ask: Question,
        checkpoints: Checkpoints | None,
    ) -> None:
        self._read, self._block, self._size = read, block, size
        self._program, self._setting, self._ask, self._checkpoints = program, setting, ask, checkpoints
        self._begun: FoldState | None = None

    @cached_property
    def found(self) -> Found:
        """The checkpoint to go on from, if there is one."""
        if self._checkpoints is None:
            return Found(None, False)
        return self._checkpoints.find(self._program.program, self._block, self._basis, self._ask.as_of.toordinal())

    @cached_property
    def whole(self) -> People:
        """The people with all their days."""
        return self._people(None)

    @property
    def until(self) -> date:
        """How far to fold first: to the day of a new checkpoint, where one is wanted."""
        day, as_of = checkpoint_day(self._ask.as_of), self._ask.as_of
        return day if self.found.wanted and self._begins_before(day) else as_of

    def begin(self, state: FoldState) -> None:
        """Take the state at the end of `until` over, which was folded from the beginning."""
        self._begun = state

    def fold(self, columns: Block, on: date) -> FoldState:
        """From the first day on."""
        return fold_state(columns, on, self._ask.policy, self._program.target_days)

    def folded(self) -> Folded:
        """On the day asked for; there is a checkpoint, or it was begun."""
        kept = self.found.checkpoint
        if kept is None:
            assert self._begun is not None
            state, group, again = self._begun, self.whole, _NOBODY
        else:
            state = self._fitted(kept.state)
            group, again = self._after(kept, state)
        if self.until < self._ask.as_of:
            state = state if kept is None else self._go_on(state, group, self.until, again)
            self._keep(state, group)
        return self._folded(group, self._go_on(state, group, self._ask.as_of, again))

    def _begins_before(self, day: date) -> bool:
        kept = self.found.checkpoint
        return (self.whole.columns.first - 1 if kept is None else kept.state.on) < day.toordinal()

    def _keep(self, state: FoldState, group: People) -> None:
        assert self._checkpoints is not None
        first_row = np.where(group.first_row <= state.on, group.first_row, NEVER).astype(np.int32)
        self._checkpoints.keep(self._program.program, self._block, self._basis, state, first_row)

    def _after(self, kept: Checkpoint, state: FoldState) -> tuple[People, Places]:
        """The days after a checkpoint, and who has to be folded from the beginning nevertheless: about whom something
        was said since, and whose days began for the sake of a later start, which may have been taken back."""
        group = self._people((state.on, kept.first_row))
        early = np.flatnonzero((state.begun > 0) & (group.columns.start > state.on))
        again = np.union1d(early, [place for place in kept.changed if place < self._size]).astype(np.intp)
        if len(again):
            for mine, right in ((group.first_row, self.whole.first_row), (group.earliest, self.whole.earliest)):
                mine[again] = right[again]
        return group, again

    def _go_on(self, state: FoldState, group: People, on: date, again: Places) -> FoldState:
        """The state at the end of `on`; those of `again`, and those whose new facts reach back, from the beginning."""
        again = np.union1d(again, reaches_back(group.columns, date.fromordinal(state.on), on))
        state = resume(state, group.columns, on, self._ask.policy, self._program.target_days)
        if len(again):
            state.put(again, self.fold(self.whole.columns.take(again), on))
        return state

    def _folded(self, group: People, state: FoldState) -> Folded:
        habits = habits_of(state, self._ask.policy, self._program.target_days)
        return Folded(habits, group.presences, group.earliest)

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


def all_folded(foldings: Sequence[Folding]) -> list[Folded]:
    """The blocks of one program on the day asked for.

    Those that begin with the same day are folded side by side up to `until`: a step of a day takes nearly as long for
    few people as for many.
    """
    alike: dict[tuple[date, int], list[Folding]] = defaultdict(list)
    for one in foldings:
        if one.found.checkpoint is None:
            alike[one.until, one.whole.columns.first].append(one)
    for (until, _), some in alike.items():
        state, place = some[0].fold(together([one.whole.columns for one in some]), until), 0
        for one in some:
            one.begin(state.take(slice(place, place + one.whole.columns.n)))
            place += one.whole.columns.n
    return [one.folded() for one in foldings]
