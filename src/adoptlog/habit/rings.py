"""Pace and usual rate of the people whose use is graded, from rings of their last counted days."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from .block import Bools, Floats
from .columns import REMEMBERED, FoldState, Rings
from .history import Evidence
from .matrix import DayMatrix
from .policy import TOLERANCE, HabitPolicy


class GradedDays:
    """The rings of a state, taken over the graded days of a matrix in place."""

    def __init__(self, state: FoldState, matrix: DayMatrix, policy: HabitPolicy, target_days: float | None) -> None:
        self.state, self.policy = state, policy
        self.full, self.momentum = policy.full_window(target_days), policy.momentum(target_days)
        r = policy.reliability
        self.worth = np.array([r.log, r.observed, r.aggregate, r.checkin])
        graded = matrix.graded
        self.new = np.zeros(0, np.intp) if graded is None else graded.person
        self._widen(self.new)
        self.person = state.rings.person
        self.place = np.full(state.n, -1, np.int32)
        self.place[self.person] = np.arange(len(self.person))
        self.days = graded
        self.column = np.full(len(self.person), -1, np.int32)
        self.column[self.place[self.new]] = np.arange(len(self.new))

    def _widen(self, people: NDArray[np.intp]) -> None:
        """Give rings to people whose days were all 0 or 1 by log so far."""
        state, log = self.state, self.policy.reliability.log
        new = np.setdiff1d(people, state.rings.person)
        if not len(new):
            return
        counted = state.counted[new]
        age = (counted[:, None] - np.arange(REMEMBERED)) % REMEMBERED  # of the day in each slot
        use = ((state.history[new, None] >> age.astype(np.uint64)) & np.uint64(1)).astype(np.float64)
        there = age < counted[:, None]
        in_window = age < self.policy.window
        trusted = np.where(there, log, 0.0)
        mine = Rings(
            person=new, use=use * there, reliability=trusted, summed=(use * there * in_window).sum(axis=1),
            trusted=(trusted * in_window).sum(axis=1),
        )  # fmt: skip
        state.rings = Rings.joined([state.rings, mine])

    def strength(self) -> Floats:
        """Their strength before the day."""
        return self.state.strength[self.person]

    def measure(self, before: Floats, counted: Bools, row: int, low: Bools, good: Bools, forming: Bools) -> None:
        """Steps 1 and 2 for them, put over what was worked out for the mass; `state.counted` has the day already."""
        mine = np.flatnonzero(counted[self.person])
        if not len(mine):
            return
        state, rings, policy, window = self.state, self.state.rings, self.policy, self.policy.window
        people = self.person[mine]
        use, reliability = self._said(mine, people, row)
        n = state.counted[people]
        slot, left = n % REMEMBERED, (n - window) % REMEMBERED
        gone = n > window
        rings.summed[mine] += use - rings.use[mine, left] * gone
        rings.trusted[mine] += reliability - rings.reliability[mine, left] * gone
        for sums in (rings.summed, rings.trusted):  # sums that run on gather rounding: let whole ones be whole
            whole = np.rint(sums)
            np.copyto(sums, whole, where=np.abs(sums - whole) < TOLERANCE)
        rings.use[mine, slot], rings.reliability[mine, slot] = use, reliability
        r = rings.trusted[mine] / np.minimum(n, window)
        pace = r * np.minimum(1.0, rings.summed[mine] / self.full)
        state.strength[people] = self.momentum * before[mine] + (1 - self.momentum) * pace
        allowed = pace + TOLERANCE
        low[people] = ~(allowed > policy.low_pace * r)
        good[people] = allowed > policy.at_pace * r
        forming[people] = allowed > policy.forming_pace * r

    def _said(self, mine: NDArray[np.intp], people: NDArray[np.intp], row: int) -> tuple[Floats, Floats]:
        """Use and reliability of the day: as graded, else 0 or 1 by log."""
        use = (self.state.history[people] & np.uint64(1)).astype(np.float64)
        worth = np.full(len(mine), self.worth[Evidence.LOG])
        column = self.column[mine]
        told = np.flatnonzero(column >= 0)
        if self.days is not None and len(told):
            use[told] = self.days.use[row, column[told]]
            worth[told] = self.worth[self.days.evidence[row, column[told]]]
        return use, worth

    def usual(
        self, people: NDArray[np.intp], n: NDArray[np.int32], gap: NDArray[np.int16]
    ) -> tuple[NDArray[np.intp], Floats]:
        """Which of the people have rings, and x of step 5 for these."""
        place = np.flatnonzero(self.place[people] >= 0)
        if not len(place):
            return place, np.zeros(0)
        ring = self.place[people[place]]
        back = np.arange(self.policy.silence_ref)
        last = self.state.counted[people[place]] - gap[place]
        slots = (last[:, None] - back) % REMEMBERED
        x: Floats = (self.state.rings.use[ring[:, None], slots] * (back < n[place, None])).sum(axis=1)
        return place, x

    def window(self) -> tuple[Floats, Floats]:
        """Summed use and mean reliability of their windows."""
        n = np.maximum(1, np.minimum(self.state.counted[self.person], self.policy.window))
        return self.state.rings.summed, self.state.rings.trusted / n

    def forget(self) -> None:
        """Drop the rings of people all of whose remembered days are 0 or 1 by log again."""
        rings, log = self.state.rings, self.policy.reliability.log
        graded = ((rings.use > 0) & (rings.use < 1)) | ((rings.reliability > 0) & (rings.reliability != log))
        keep = np.flatnonzero(graded.any(axis=1))
        self.state.rings = rings.take(keep, rings.person[keep])
