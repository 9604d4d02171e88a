"""What stands over the base state of many people, and since when (HABIT_MODEL.md, "What is shown")."""

from __future__ import annotations

import numpy as np

from .block import Bits, Bools
from .columns import BASE, FoldState
from .kinds import BEFORE, EXEMPT, LEAVE, LEFT, OFF
from .policy import HabitPolicy
from .state import State

_STAYS = 255  # off days show what the day before showed; before the beginning there is nothing to show
_UNKNOWN = BASE[State.UNKNOWN]
_BY_KIND = np.zeros(BEFORE + 1, np.uint8)
_BY_KIND[LEAVE] = BASE[State.ON_LEAVE]
_BY_KIND[EXEMPT] = BASE[State.EXEMPT]
_BY_KIND[LEFT] = BASE[State.LEFT]
_BY_KIND[OFF] = _BY_KIND[BEFORE] = _STAYS


def lay_over(state: FoldState, kind: Bits, policy: HabitPolicy, today: int) -> None:
    """One day that is not off for everybody, after `unknown_run` was brought up to date."""
    over = _BY_KIND[kind]
    unknown = state.unknown_run > policy.unknown_limit
    if unknown.any():
        over[(over == 0) & unknown] = _UNKNOWN
    changed = np.flatnonzero((over != state.overlay) & (over != _STAYS))
    if len(changed):
        now = over[changed]
        state.overlay[changed] = now
        state.overlay_since[changed[now > 0]] = today
        state.resumed_on[changed[now == 0]] = today


def run_of_leave(state: FoldState, kind: Bits, work: Bools, policy: HabitPolicy) -> bool:
    """Leave days run on; before a work day a long run earns grace. True if somebody has earned it."""
    back = np.flatnonzero(work & (state.leave_run > 0))
    long = back[state.leave_run[back] >= policy.long_leave]
    state.grace[long] = policy.return_grace
    state.leave_run[back] = 0
    state.leave_run += kind == LEAVE
    return len(long) > 0
