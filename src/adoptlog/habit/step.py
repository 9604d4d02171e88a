"""One counted day of many people: all of "On each counted day" (HABIT_MODEL.md) but the table, whole columns at a time.

The mass is people whose use is 0 or 1 by log: their window is the population count of ten bits, so pace is a look-up.
For people with graded days the same is worked out from their rings and put over it. The table of step 7 is only looked
at for those who have come to a threshold (`rules`).
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from .block import Bools, Floats
from .columns import FoldState
from .matrix import DayMatrix
from .policy import TOLERANCE, HabitPolicy
from .rings import GradedDays
from .rules import Marks, decide

_UNREACHABLE = 9.0
_MOVED = ("history", "strength", "gap", "counted", "lowrun", "goodrun", "armed_until", "active")
_ONE = np.uint64(1)


def first_at_least(paces: Floats, share: float, reliability: float) -> int:
    """The least number of days of use at which A ≥ share · r; one more than there are, if none."""
    enough = paces > share * reliability - TOLERANCE
    return int(np.argmax(enough)) if enough.any() else len(paces)


class Stepper:
    """Takes a fold state over counted days, in place."""

    def __init__(self, state: FoldState, matrix: DayMatrix, policy: HabitPolicy, target_days: float | None) -> None:
        self.state, self.policy, self.target = state, policy, policy.target(target_days)
        n, window, log = state.n, policy.window, policy.reliability.log
        self.momentum = policy.momentum(target_days)
        paces = log * np.minimum(1.0, np.arange(window + 1) / policy.full_window(target_days))
        self.gains = (1 - self.momentum) * paces
        self.low_below = first_at_least(paces, policy.low_pace, log)
        self.good_from = first_at_least(paces, policy.at_pace, log)
        self.forming_from = first_at_least(paces, policy.forming_pace, log)
        self.mask = np.uint64((1 << window) - 1)
        self.graded = GradedDays(state, matrix, policy, target_days)
        self.limits = silence_limits(policy, self.target)
        self.tags = matrix.core is not None or matrix.peripheral is not None or bool(state.tagged.any())
        self.some_grace = bool(state.grace.any())
        self.windowed, self.gained, self.summed = np.empty(n, np.uint64), np.empty(n), np.empty(n, np.uint8)
        self.marks = Marks.of(state, policy)

    def count(self, counted: Bools, used: Bools, everyone: bool, row: int) -> None:
        """One day: `counted` for whom it is a counted day, `used` for whom with use; `everyone`: counted for all."""
        state, policy = self.state, self.policy
        skipped = None if everyone else np.flatnonzero(~counted)
        before = [] if skipped is None else [getattr(state, name)[skipped] for name in _MOVED]
        low, good, forming = self._measure(used, counted, row)
        self._run(used, low, good)
        if skipped is not None:
            for name, column in zip(_MOVED, before, strict=True):
                getattr(state, name)[skipped] = column
        self._set_limits()
        state.slipping_for += self.marks.slipping & counted
        candidates = self.marks.reached(state, used, policy)
        if skipped is not None:
            candidates &= counted
        people = np.flatnonzero(candidates)
        if len(people):
            decide(state, self.marks, policy, people, used[people], forming[people], good[people], self._today)
        if self.some_grace:
            state.grace -= (state.grace > 0) & counted

    _today = 0

    def on(self, today: int) -> None:
        """The ordinal of the day that is counted next."""
        self._today = today

    def _measure(self, used: Bools, counted: Bools, row: int) -> tuple[Bools, Bools, Bools]:
        """Steps 1 and 2; whose pace is low, good, and enough for forming."""
        state, graded = self.state, self.graded
        strength = graded.strength()
        np.left_shift(state.history, _ONE, out=state.history)
        np.bitwise_or(state.history, used, out=state.history)
        np.bitwise_and(state.history, self.mask, out=self.windowed)
        np.bitwise_count(self.windowed, out=self.summed)
        np.take(self.gains, self.summed, out=self.gained, mode="clip")
        state.strength *= self.momentum
        state.strength += self.gained
        state.counted += 1
        low, good = self.summed < self.low_below, self.summed >= self.good_from
        forming = self.summed >= self.forming_from
        graded.measure(strength, counted, row, low, good, forming)
        return low, good, forming

    def _run(self, used: Bools, low: Bools, good: Bools) -> None:
        """Steps 3 and 4, and the active days of step 6."""
        state, policy = self.state, self.policy
        state.gap += 1
        state.gap *= ~used
        state.lowrun += (state.lowrun < 255).view(np.uint8)
        state.lowrun *= low.view(np.uint8)
        state.goodrun += (state.goodrun < 255).view(np.uint8)
        state.goodrun *= good.view(np.uint8)
        at_pace = state.goodrun >= policy.recover_days
        np.maximum(state.armed_until, (state.counted + policy.arm_memory) * at_pace, out=state.armed_until)
        state.active += used.view(np.uint8) & (state.active < policy.depth_window).view(np.uint8)

    def tag(self, used: Bools, core: Bools | None, peripheral: Bools | None) -> None:
        """Step 6: remember the tags of an active day."""
        state, shift = self.state, used.astype(np.uint64)
        state.core <<= shift
        state.tagged <<= shift
        for plane in (core, peripheral):
            if plane is not None:
                state.tagged |= plane & used
        if core is not None:
            state.core |= core & used

    def _set_limits(self) -> None:
        """Step 5: a silence has its limit from the day it is long enough to have one."""
        state = self.state
        people = np.flatnonzero(state.gap == self.policy.silence_min)
        if len(people):
            state.limit[people] = limits_of(state, people, self.policy, self.limits, self.graded, self.target)


def silence_limits(policy: HabitPolicy, target: float) -> NDArray[np.int16]:
    """L for every n and whole x, [silence_ref + 1, silence_ref + 1]."""
    size = policy.silence_ref + 1
    n, x = np.meshgrid(np.arange(size), np.arange(size), indexing="ij")
    return formula(np.minimum(x, n).astype(np.float64), n, policy, target)


def formula(x: Floats, n: NDArray[Any], policy: HabitPolicy, target: float) -> NDArray[np.int16]:
    """Step 5 for columns: the silence limit of people who used it on x of n days."""
    q = np.minimum((x + target) / (n + 5), 1 - TOLERANCE)
    limit = np.ceil(np.log(policy.silence_alpha) / np.log1p(-q) - TOLERANCE)
    limits: NDArray[np.int16] = np.clip(limit, policy.silence_min, policy.lapse_gap).astype(np.int16)
    return limits


def limits_of(
    state: FoldState, people: NDArray[np.intp], policy: HabitPolicy, limits: NDArray[np.int16], graded: GradedDays,
    target: float,
) -> NDArray[np.int16]:  # fmt: skip
    """The silence limits of people whose gap is at most silence_min."""
    gap = state.gap[people]
    n = np.minimum(state.counted[people] - gap, policy.silence_ref)
    seen = (state.history[people] >> gap.astype(np.uint64)) & np.uint64((1 << policy.silence_ref) - 1)
    found: NDArray[np.int16] = limits[n, np.bitwise_count(seen)]
    place, x = graded.usual(people, n, gap)
    if len(place):
        found[place] = formula(x, n[place], policy, target)
    return found
