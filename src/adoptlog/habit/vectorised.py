"""The habit of many people at once, one step per calendar day; equal to the plain version (HABIT_MODEL.md)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import numpy as np
from numpy.typing import NDArray

from .block import Bits, Block, Bools, unpack
from .build import build
from .columns import FoldState
from .habits import Habits, habits_of
from .kinds import BEFORE, LEAVE, OFF
from .matrix import DayMatrix
from .overlays import lay_over, run_of_leave
from .policy import HabitPolicy
from .reaching import reaches_back
from .step import Stepper

_DEFAULT = HabitPolicy()
_AT_ONCE = 16_384
"""People folded side by side: their columns stay in the cache."""

_KEPT = 3
"""States of earlier dates that `fold_at` may go on from: what comes in late is mostly days late, not months."""


def fold_block(block: Block, as_of: date, policy: HabitPolicy = _DEFAULT, target_days: float | None = None) -> Habits:
    """Everybody's habit at the end of `as_of`, from the facts dated by then.

    >>> from adoptlog.habit import History, Use, block_of
    >>> person = History(start=date(2026, 1, 5), used={date(2026, 1, 6): Use()})
    >>> block = block_of([person], date(2026, 1, 5), date(2026, 1, 9))
    >>> fold_block(block, date(2026, 1, 6)).row(0).state
    <State.TRYING: 'trying'>
    """
    return habits_of(fold_state(block, as_of, policy, target_days), policy, target_days)


def fold_state(
    block: Block, as_of: date, policy: HabitPolicy = _DEFAULT, target_days: float | None = None
) -> FoldState:
    """Where the fold stands at the end of `as_of`; `habits_of` says what that means, `resume` goes on from it.

    Raises `ValueError` if `as_of` is beyond the block. Before the block's first day nobody has begun.
    """
    state = FoldState.initial(block.n, block.first - 1, policy)
    return resume(state, block, as_of, policy, target_days)


def resume(
    state: FoldState, block: Block, as_of: date, policy: HabitPolicy = _DEFAULT, target_days: float | None = None
) -> FoldState:
    """The state at the end of `as_of`, from the state at the end of an earlier day and the days after that.

    The block must hold these days; earlier rows are not read. Whom `reaches_back` names for the state's day has
    to be folded from the beginning instead: a fact dated after it touches days before.
    """
    last = as_of.toordinal()
    if last > block.last or (state.on + 1 < block.first <= last):
        raise ValueError(
            f"the block holds {date.fromordinal(block.first)} to {date.fromordinal(block.last)}; "
            f"asked for {date.fromordinal(state.on + 1)} to {as_of}"
        )
    if last <= state.on:
        return state.copy()
    parts = []
    for low in range(0, max(block.n, 1), _AT_ONCE):
        part = state.take(slice(low, low + _AT_ONCE))
        days = build(block.columns(low, low + _AT_ONCE), part.on + 1, last, part.begun > 0)
        parts.append(advance(part, days, policy, target_days))
    return parts[0] if len(parts) == 1 else FoldState.concat(parts)


def fold_days(matrix: DayMatrix, policy: HabitPolicy = _DEFAULT, target_days: float | None = None) -> Habits:
    """The habits at the end of built days; `DayMatrix.of` makes them from plain days.

    >>> fold_days(DayMatrix.of([[]])).row(0).confidence
    'D'
    """
    state = FoldState.initial(matrix.n, matrix.first - 1, policy)
    return habits_of(advance(state, matrix, policy, target_days), policy, target_days)


def advance(state: FoldState, matrix: DayMatrix, policy: HabitPolicy, target_days: float | None = None) -> FoldState:
    """Take a state over the days of a matrix, in place, and return it."""
    rows = len(matrix.kind)
    if not rows:
        return state
    _begin(state, matrix)
    stepper = Stepper(state, matrix, policy, target_days)
    walk = _Walk(state, matrix, policy, stepper)
    for row in range(rows):
        if walk.eventful[row]:
            walk.day(row)
    state.today = unpack(matrix.known[-1], matrix.n).view(np.uint8).copy()
    state.on = matrix.first + rows - 1
    np.minimum(state.first_used, matrix.first_used, out=state.first_used)
    np.maximum(state.last_used, matrix.last_used, out=state.last_used)
    stepper.graded.forget()
    return state


def _begin(state: FoldState, matrix: DayMatrix) -> None:
    """Whose days begin in the matrix: not started since then."""
    new = np.flatnonzero((state.begun == 0) & (matrix.begin < len(matrix.kind)))
    state.base_since[new] = matrix.first + matrix.begin[new]
    state.begun[new] = 1


class _Walk:
    """Walks a state over the days of a matrix: what stands around the counted days."""

    def __init__(self, state: FoldState, matrix: DayMatrix, policy: HabitPolicy, stepper: Stepper) -> None:
        self.state, self.matrix, self.policy, self.stepper = state, matrix, policy, stepper
        kind = matrix.kind
        self.eventful = kind.min(axis=1, initial=BEFORE) < OFF
        away = (kind - LEAVE).min(axis=1, initial=BEFORE)  # wraps around: work days are far above
        self.special, self.leave = away < OFF - LEAVE, away == 0
        self.counted = _per_row(matrix.known)
        self.unknown = _per_row(matrix.work) > self.counted
        self.some_leave_run = bool(state.leave_run.any())
        self.some_unknown = bool(state.unknown_run.any())
        self.some_overlay = bool(state.overlay.any())
        self.trust_from = _last_work_days(matrix, policy.conf_window)
        self.kept = np.uint64((1 << policy.conf_window) - 1)

    def day(self, row: int) -> None:
        """One calendar day that is not off for everybody."""
        state, matrix, policy, stepper = self.state, self.matrix, self.policy, self.stepper
        kind, today = matrix.kind[row], matrix.first + row
        work = unpack(matrix.work[row], matrix.n)
        counted = unpack(matrix.known[row], matrix.n)
        used = unpack(matrix.used[row], matrix.n)
        if self.some_leave_run or self.leave[row]:
            self.some_leave_run = True
            stepper.some_grace |= run_of_leave(state, kind, work, policy)
        if row >= self.trust_from:
            self._remember(work, counted, unpack(matrix.logged[row], matrix.n))
        if self.some_unknown or self.unknown[row]:
            self.some_unknown = True
            state.unknown_run += work & ~counted
            state.unknown_run *= ~counted
        if stepper.tags:
            planes = (matrix.core, matrix.peripheral)
            stepper.tag(used, *(None if p is None else unpack(p[row], matrix.n) for p in planes))
        stepper.on(today)
        if self.counted[row]:
            stepper.count(counted, used, bool(self.counted[row] == matrix.n), row)
        if self.some_overlay or self.special[row] or self.some_unknown:
            self.some_overlay = True
            lay_over(state, kind, policy, today)

    def _remember(self, work: Bools, counted: Bools, logged: Bools) -> None:
        """Keep of a work day whether it was known, and by log."""
        state, shift = self.state, work.astype(np.uint64)
        for word, said in ((state.work_known, counted), (state.work_logged, logged)):
            word <<= shift
            word |= said
            word &= self.kept
        state.work_days += work.view(np.uint8) & (state.work_days < self.policy.conf_window).view(np.uint8)


def _per_row(plane: Bits) -> NDArray[np.int64]:
    """How many people a row of bits holds."""
    people: NDArray[np.int64] = np.bitwise_count(plane).sum(axis=1, dtype=np.int64)
    return people


def _last_work_days(matrix: DayMatrix, window: int) -> int:
    """The latest row such that everybody has a confidence window of work days from there on; 0 if there is none."""
    seen = np.zeros(matrix.n, np.uint8)
    for row in range(len(matrix.kind) - 1, -1, -1):
        seen += unpack(matrix.work[row], matrix.n).view(np.uint8)
        if seen.min(initial=255) >= window:
            return row
    return 0


def fold_at(
    block: Block, dates: Iterable[date], policy: HabitPolicy = _DEFAULT, target_days: float | None = None
) -> list[Habits]:
    """The habits at the end of each of some dates, in their order, each from the facts dated by then.

    One pass forward; of whom a newer fact touches older days, they are folded again from an earlier date that it does
    not reach, or else from the beginning.
    """
    asked = list(dates)
    told: dict[date, Habits] = {}
    states = [FoldState.initial(block.n, block.first - 1, policy)]
    for on in sorted(set(asked)):
        state = resume(states[-1], block, on, policy, target_days)
        again = _reached(block, states[-1], on)
        for earlier in reversed(states[:-1]):
            if not len(again):
                break
            further = np.intersect1d(again, _reached(block, earlier, on))
            near = np.setdiff1d(again, further)
            if len(near):
                state.put(near, resume(earlier.take(near), block.take(near), on, policy, target_days))
            again = further
        if len(again):
            state.put(again, fold_state(block.take(again), on, policy, target_days))
        told[on] = habits_of(state, policy, target_days)
        states = [*states[-_KEPT:], state]
    return [told[on] for on in asked]


def _reached(block: Block, state: FoldState, on: date) -> NDArray[np.intp]:
    """Of whom a fact dated after a state touches days up to it."""
    if state.on < block.first:
        return np.zeros(0, np.intp)
    return reaches_back(block, date.fromordinal(state.on), on)
