"""Step 7 of "On each counted day" (HABIT_MODEL.md): the table, for those people who have come to a threshold."""

from __future__ import annotations

import attrs
import numpy as np
from numpy.typing import NDArray

from .block import Bools, Floats, Ints
from .columns import BASE, FoldState
from .policy import TOLERANCE, HabitPolicy
from .state import State

NOT_STARTED, TRYING, FORMING, HABITUAL, SLIPPING, LAPSED = (BASE[state] for state in list(State)[:6])
_NEVER_UP, _NEVER_DOWN = 9.0, -9.0


@attrs.define
class Marks:
    """The strength above or below which a rule has to be looked at, by the base state; and who is idle or slipping."""

    up_by_base: Floats
    down_by_base: Floats
    up: Floats
    down: Floats
    tenured: Ints
    """The counted days from which a forming person may be habitual; 0 in other states."""
    idle: Bools
    slipping: Bools

    @classmethod
    def of(cls, state: FoldState, policy: HabitPolicy) -> Marks:
        """The marks of everybody's base state."""
        up = np.array([_NEVER_UP, policy.enter_forming, policy.enter_habit, _NEVER_UP, _NEVER_UP, _NEVER_UP])
        down = np.array([_NEVER_DOWN, _NEVER_DOWN, policy.exit_forming, policy.exit_habit, _NEVER_DOWN, _NEVER_DOWN])
        idle = (state.base == NOT_STARTED) | (state.base == LAPSED)
        up, down = up - TOLERANCE, down - TOLERANCE
        tenured = np.where(state.base == FORMING, state.tenure_from + state.need, 0).astype(np.int32)
        return cls(up, down, up[state.base], down[state.base], tenured, idle, state.base == SLIPPING)

    def move(self, state: FoldState, people: NDArray[np.intp], base: NDArray[np.uint8]) -> None:
        """People have come to other base states."""
        self.tenured[people] = np.where(base == FORMING, state.tenure_from[people] + state.need[people], 0)
        self.up[people], self.down[people] = self.up_by_base[base], self.down_by_base[base]
        self.idle[people] = (base == NOT_STARTED) | (base == LAPSED)
        self.slipping[people] = base == SLIPPING

    def reached(self, state: FoldState, used: Bools, policy: HabitPolicy) -> Bools:
        """For whom a row of the table may hold."""
        quiet = state.gap >= state.limit
        quiet &= state.gap >= policy.silence_min
        quiet |= (state.lowrun >= policy.low_days) & (state.counted <= state.armed_until)
        quiet &= ~self.idle
        quiet &= ~self.slipping
        quiet |= self.idle & used
        grown = state.strength > self.up
        grown &= state.counted >= self.tenured
        quiet |= grown
        quiet |= state.strength <= self.down
        done = state.goodrun >= policy.recover_days
        done |= state.slipping_for >= policy.settle_days
        done |= state.gap >= policy.lapse_gap
        done &= self.slipping
        quiet |= done
        return quiet


def core_shares(state: FoldState, people: NDArray[np.intp], policy: HabitPolicy) -> Floats:
    """Step 6: the share of core, NaN where too few of the active days are tagged."""
    mask = np.uint64((1 << policy.depth_window) - 1)
    tagged = np.bitwise_count(state.tagged[people] & mask).astype(np.float64)
    core = np.bitwise_count(state.core[people] & mask)
    enough = (tagged > 0) & (tagged > policy.depth_coverage * state.active[people] - TOLERANCE)
    shares: Floats = np.divide(core, tagged, out=np.full(len(people), np.nan), where=enough)
    return shares


def decide(
    state: FoldState, marks: Marks, policy: HabitPolicy, people: NDArray[np.intp], used: Bools, forming: Bools,
    good: Bools, today: int,
) -> None:  # fmt: skip
    """The first row of the table whose condition holds, for some people (`used`, `forming`, `good` are theirs)."""
    base, strength, gap = state.base[people], state.strength[people], state.gap[people]
    counted = state.counted[people]
    calm = state.grace[people] == 0
    silent = (gap >= policy.silence_min) & (gap >= state.limit[people])
    low = (state.lowrun[people] >= policy.low_days) & (counted <= state.armed_until[people])
    alarm = calm & (silent | low)
    new = base.copy()

    idle = (base == NOT_STARTED) | (base == LAPSED)
    new[idle & used] = TRYING
    lapses = ~idle & (gap >= policy.lapse_gap) & calm
    new[lapses] = LAPSED
    rest = ~idle & ~lapses

    trying = rest & (base == TRYING)
    grows = trying & (strength > policy.enter_forming - TOLERANCE) & forming
    new[grows] = FORMING
    falls = trying & ~grows & alarm

    at_forming = rest & (base == FORMING)
    tenured = counted - state.tenure_from[people] >= state.need[people]
    ripe = np.flatnonzero(at_forming & (strength > policy.enter_habit - TOLERANCE) & tenured & good)
    share = core_shares(state, people[ripe], policy)
    ripe = ripe[np.isnan(share) | (share > policy.core_min - TOLERANCE)]
    new[ripe] = HABITUAL
    at_forming[ripe] = False
    falls |= at_forming & alarm
    new[at_forming & ~alarm & (strength <= policy.exit_forming - TOLERANCE)] = TRYING

    falls |= rest & (base == HABITUAL) & (alarm | (calm & (strength <= policy.exit_habit - TOLERANCE)))
    new[falls] = SLIPPING
    slipping = np.flatnonzero(base == SLIPPING)
    if len(slipping):
        _slipping(state, policy, people, slipping, new, rest, strength)
    _move(state, marks, policy, people, base, new, today)


def _slipping(
    state: FoldState, policy: HabitPolicy, people: NDArray[np.intp], slipping: NDArray[np.intp],
    new: NDArray[np.uint8], rest: Bools, strength: Floats,
) -> None:  # fmt: skip
    """The rows of `slipping`: recovered, or settled at a lower level."""
    slipping = slipping[rest[slipping]]
    who = people[slipping]
    recovers = state.goodrun[who] >= policy.recover_days
    was = state.was_habitual[who] > 0
    lower = np.where(strength[slipping] > policy.exit_forming - TOLERANCE, FORMING, TRYING)
    upper = np.where(was & (strength[slipping] > policy.exit_habit - TOLERANCE), HABITUAL, lower)
    new[slipping[recovers]] = upper[recovers]
    settles = ~recovers & (state.slipping_for[who] >= policy.settle_days)
    new[slipping[settles]] = TRYING
    state.was_habitual[who[settles]] = 0


def _move(
    state: FoldState, marks: Marks, policy: HabitPolicy, people: NDArray[np.intp], base: NDArray[np.uint8],
    new: NDArray[np.uint8], today: int,
) -> None:  # fmt: skip
    """What entering a state sets."""
    moved = np.flatnonzero(new != base)
    if not len(moved):
        return
    who, old, now = people[moved], base[moved], new[moved]
    state.base[who], state.base_since[who] = now, today
    state.was_habitual[who[now == HABITUAL]] = 1
    slips = who[now == SLIPPING]
    state.slipping_for[slips], state.armed_until[slips] = 0, -1
    back = who[old == LAPSED]
    state.need[back], state.was_habitual[back] = policy.reform_min_days, 0
    starts = who[(old == LAPSED) | (old == NOT_STARTED)]
    state.tenure_from[starts] = state.counted[starts] - 1
    marks.move(state, who, now)
