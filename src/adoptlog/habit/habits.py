"""The habits of many people at the end of a day, as columns."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import attrs
import numpy as np
from numpy.typing import NDArray

from .block import NEVER, Bits, Bools, Floats, Ints
from .columns import STATES, FoldState
from .history import Evidence
from .matrix import DayMatrix
from .policy import TOLERANCE, HabitPolicy
from .rings import GradedDays
from .rules import core_shares
from .state import Habit
from .step import limits_of, silence_limits

Places = NDArray[np.intp]

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

    def row(self, i: int) -> Habit:
        """One person's habit."""
        return Habit(**{name: column[0] for name, column in self.told([i]).items()})

    def told(self, some: Sequence[int]) -> dict[str, list[Any]]:
        """The fields of the `Habit` of some people, each as a list: taken out one by one they would cost far more."""
        people = np.asarray(some, np.intp)
        return {
            "state": [STATES[code] for code in self.state[people].tolist()],
            "base": [STATES[code] for code in self.base[people].tolist()],
            "since": _dates(self.since[people]),
            "base_since": _dates(self.base_since[people]),
            "strength": self.strength[people].tolist(),
            "pace": _reals(self.pace[people]),
            "silence": _counts(self.silence[people]),
            "silence_limit": _counts(self.silence_limit[people]),
            "tenure": _counts(self.tenure[people]),
            "core_share": _reals(self.core_share[people]),
            "depth": self._depth(people),
            "confidence": self.confidence[people].tolist(),
            "window_use": self.window_use[people].tolist(),
            "window_days": self.window_days[people].tolist(),
            "target": [self.target] * len(people),
            "active_days": self.active_days[people].tolist(),
            "unknown_days": self.unknown_days[people].tolist(),
            "first_used_on": _dates(self.first_used_on[people]),
            "last_used_on": _dates(self.last_used_on[people]),
        }

    def _depth(self, people: Places) -> list[str]:
        share = self.core_share[people]
        is_core = share > self.policy.core_min - TOLERANCE
        return [_DEPTHS[code] for code in np.where(np.isnan(share), 0, 1 + is_core).tolist()]


_DEPTHS = ("unknown", "peripheral", "core")


def _reals(column: Floats) -> list[float | None]:
    return [None if value != value else value for value in column.tolist()]  # only NaN differs from itself


def _counts(column: Ints) -> list[int | None]:
    return [None if value == _NONE else value for value in column.tolist()]


def _dates(column: Ints) -> list[date | None]:
    """One date for all who have the same: there are many people and few days."""
    ordinals = column.tolist()
    days = {day: date.fromordinal(day) if day else None for day in set(ordinals)}
    return [days[day] for day in ordinals]


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
