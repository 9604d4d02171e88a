"""The habits of many people at the end of a day, as columns."""

from __future__ import annotations

from datetime import date
from typing import Any

import attrs
import numpy as np
from numpy.typing import NDArray

from .block import NEVER, Bits, Bools, Floats, Ints
from .columns import STATES, FoldState
from .history import Evidence
from .matrix import DayMatrix
from .plain import depth
from .policy import TOLERANCE, HabitPolicy
from .rings import GradedDays
from .rules import core_shares
from .state import Habit
from .step import limits_of, silence_limits

_NONE = -1
_GRADES = np.array(list("ABCD"))


@attrs.frozen(kw_only=True)
class Habits:
    """The columns of `Habit` for n people. Codes of states are positions in `STATES`; a date is an ordinal, 0 for none;
    a missing real is NaN, a missing count -1."""

    policy: HabitPolicy
    on: int
    state: Bits
    base: Bits
    since: Ints
    base_since: Ints
    strength: Floats
    pace: Floats
    silence: Ints
    silence_limit: Ints
    tenure: Ints
    core_share: Floats
    confidence: NDArray[np.str_]
    window_use: Floats
    window_days: Ints
    target: float
    active_days: Bits
    unknown_days: NDArray[np.int16]
    first_used_on: Ints
    last_used_on: Ints

    def __len__(self) -> int:
        return len(self.state)

    @property
    def depth(self) -> NDArray[np.str_]:
        """`core`, `peripheral` or `unknown`, per person."""
        found = np.where(self.core_share > self.policy.core_min - TOLERANCE, "core", "peripheral")
        return np.where(np.isnan(self.core_share), "unknown", found)

    def row(self, i: int) -> Habit:
        """One person's habit."""
        share = _real(self.core_share[i])
        return Habit(
            state=STATES[self.state[i]],
            base=STATES[self.base[i]],
            since=_date(self.since[i]),
            base_since=_date(self.base_since[i]),
            strength=float(self.strength[i]),
            pace=_real(self.pace[i]),
            silence=_count(self.silence[i]),
            silence_limit=_count(self.silence_limit[i]),
            tenure=_count(self.tenure[i]),
            core_share=share,
            depth=depth(share, self.policy),
            confidence=str(self.confidence[i]),
            window_use=float(self.window_use[i]),
            window_days=int(self.window_days[i]),
            target=self.target,
            active_days=int(self.active_days[i]),
            unknown_days=int(self.unknown_days[i]),
            first_used_on=_date(self.first_used_on[i]),
            last_used_on=_date(self.last_used_on[i]),
        )


def _real(value: Any) -> float | None:
    return None if np.isnan(value) else float(value)


def _count(value: Any) -> int | None:
    return None if value == _NONE else int(value)


def _date(value: Any) -> date | None:
    return None if value == 0 else date.fromordinal(int(value))


def habits_of(state: FoldState, policy: HabitPolicy, target_days: float | None = None) -> Habits:
    """What a fold state says; the policy and target are those it was folded with."""
    n, target = state.n, policy.target(target_days)
    begun, today = state.begun > 0, state.today > 0
    graded = GradedDays(state, _no_days(n), policy, target_days)
    mask = np.uint64((1 << policy.window) - 1)
    use = np.bitwise_count(state.history & mask).astype(np.float64)
    trusted = np.full(n, policy.reliability.log)
    use[graded.person], trusted[graded.person] = graded.window()
    pace = trusted * np.minimum(1.0, use / policy.full_window(target_days))
    limit = state.limit.astype(np.int32)
    short = np.flatnonzero(today & (state.gap < policy.silence_min))
    limit[short] = limits_of(state, short, policy, silence_limits(policy, target), graded, target)
    everyone = np.arange(n)
    tenure = np.where(state.base > 0, state.counted - state.tenure_from, 0)
    return Habits(
        policy=policy,
        on=state.on,
        state=np.where(state.overlay > 0, state.overlay, state.base),
        base=state.base.copy(),
        since=np.where(state.overlay > 0, state.overlay_since, np.maximum(state.base_since, state.resumed_on)),
        base_since=state.base_since.copy(),
        strength=state.strength.copy(),
        pace=np.where(today, pace, np.nan),
        silence=np.where(begun, state.gap, _NONE).astype(np.int32),
        silence_limit=np.where(today, limit, _NONE).astype(np.int32),
        tenure=np.where(begun, tenure, _NONE).astype(np.int32),
        core_share=core_shares(state, everyone, policy),
        confidence=confidences(state),
        window_use=use,
        window_days=np.minimum(state.counted, policy.window).astype(np.int32),
        target=policy.full_window(target_days),
        active_days=state.active.copy(),
        unknown_days=state.unknown_run.copy(),
        first_used_on=np.where(state.first_used == NEVER, 0, state.first_used).astype(np.int32),
        last_used_on=state.last_used.copy(),
    )


def confidences(state: FoldState) -> NDArray[np.str_]:
    """Over the last work days: how many are known, and how many of these by log ("What is shown")."""
    days = state.work_days
    known, logged = np.bitwise_count(state.work_known), np.bitwise_count(state.work_logged)
    little = (known == 0) | (known <= 0.6 * days - TOLERANCE)
    best = (known > 0.8 * days - TOLERANCE) & (logged > 0.8 * known - TOLERANCE)
    grade = np.where(little, 3, np.where(best, 0, np.where(logged > 0.4 * known - TOLERANCE, 1, 2)))
    return _GRADES[grade]


def _no_days(n: int) -> DayMatrix:
    none = np.zeros((0, (n + 7) // 8), np.uint8)
    nobody: Any = np.zeros(0, np.int32)
    return DayMatrix(
        n=n, first=0, kind=np.zeros((0, n), np.uint8), begin=nobody, work=none, known=none, used=none, logged=none,
        first_used=nobody, last_used=nobody,
    )  # fmt: skip


__all__ = ["Bools", "Evidence", "Habits", "confidences", "habits_of"]
