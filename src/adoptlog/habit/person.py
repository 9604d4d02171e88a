"""One person's numbers, and what a counted day does to them: steps 1 to 8 of "On each counted day" (HABIT_MODEL.md)."""

from __future__ import annotations

from .policy import TOLERANCE, HabitPolicy
from .state import Cause, State

# looked at on every counted day: as constants, and by identity, they are quicker
NOT_STARTED, TRYING, FORMING, HABITUAL, SLIPPING, LAPSED = list(State)[:6]


class Person:
    """The fold state of one person, in the words of the model. Lists grow with the days; the model reads their ends."""

    __slots__ = (
        "_limit",
        "_limit_end",
        "active",
        "at_pace",
        "base",
        "cause",
        "core_min",
        "enter_forming",
        "forming_pace",
        "full",
        "gain",
        "gap",
        "goodrun",
        "grace",
        "low_days",
        "low_pace",
        "lowrun",
        "momentum",
        "n",
        "need",
        "overlay",
        "pace",
        "policy",
        "recover_days",
        "reliabilities",
        "reliability",
        "shown",
        "silence_min",
        "since",
        "since_good",
        "slipping_for",
        "strength",
        "summed",
        "target",
        "tenure",
        "trusted",
        "uses",
        "was_habitual",
        "window",
    )  # fmt: skip

    def __init__(self, policy: HabitPolicy, target_days: float | None = None) -> None:
        self.policy = policy
        self.target = policy.target(target_days)
        self.full = policy.full_window(target_days)
        self.momentum = policy.momentum(target_days)
        self.gain = 1 - self.momentum
        self.window = policy.window
        self.at_pace, self.low_pace, self.forming_pace = policy.at_pace, policy.low_pace, policy.forming_pace
        self.low_days, self.recover_days, self.silence_min = policy.low_days, policy.recover_days, policy.silence_min

        self.base, self.cause = NOT_STARTED, Cause.NO_USE_YET
        self.n = 0  # counted days
        self.uses: list[float] = [0.0] * policy.window  # of every counted day, after one window of nothing
        self.reliabilities: list[float] = [0.0] * policy.window
        self.summed = self.trusted = 0.0  # of the last window: use, reliability
        self.pace = self.reliability = self.strength = 0.0
        self.gap = self.tenure = self.lowrun = self.goodrun = self.slipping_for = self.grace = 0
        self.since_good: int | None = None
        self.need, self.was_habitual = policy.habit_min_days, False
        self.active: list[bool | None] = []  # core tag of every active day
        self._limit, self._limit_end = 0, -1

    def count(self, use: float, reliability: float, core: bool | None) -> None:
        """One counted day, in the model's order; `use` and `reliability` are 0..1."""
        r, pace = self._measure(use, reliability)
        # step 3
        if use > 0:
            self.gap = 0
            self.active.append(core)
        else:
            self.gap += 1
        if self.base is not NOT_STARTED:
            self.tenure += 1
        # step 4: how long the pace has been low, or good
        allowed = pace + TOLERANCE
        self.lowrun = 0 if allowed > self.low_pace * r else self.lowrun + 1
        self.goodrun = self.goodrun + 1 if allowed > self.at_pace * r else 0
        if self.goodrun >= self.recover_days:
            self.since_good = 0
        elif self.since_good is not None:
            self.since_good += 1
        self._decide(use)
        if self.grace:
            self.grace -= 1

    def _measure(self, use: float, reliability: float) -> tuple[float, float]:
        """Steps 1 and 2: mean reliability, pace, and with them strength."""
        uses, reliabilities, window = self.uses, self.reliabilities, self.window
        self.n = n = self.n + 1
        summed = self.summed + use - uses[-window]
        trusted = self.trusted + reliability - reliabilities[-window]
        uses.append(use)
        reliabilities.append(reliability)
        if summed % 1 or trusted % 1:  # fractions: sums that run on would gather rounding
            summed, trusted = sum(uses[-window:]), sum(reliabilities[-window:])
        self.summed, self.trusted = summed, trusted
        self.reliability = r = trusted / (n if n < window else window)
        self.pace = pace = r * summed / self.full if summed < self.full else r
        self.strength = self.momentum * self.strength + self.gain * pace
        return r, pace

    def usual(self) -> tuple[float, int]:
        """Step 5: x and n, use and number of the counted days up to and including the last one with use."""
        end = len(self.uses) - self.gap
        begin = max(self.window, end - self.policy.silence_ref)
        return sum(self.uses[begin:end]), max(0, end - begin)

    def silence_limit(self) -> int:
        """Step 5: L, the same until the next use."""
        end = self.n - self.gap
        if end != self._limit_end:
            self._limit_end, self._limit = end, self.policy.silence_limit(*self.usual(), self.target)
        return self._limit

    def core_share(self) -> float | None:
        """Step 6: share of core among the tagged of the last active days, None if too few are tagged."""
        active = self.active[-self.policy.depth_window :]
        tagged = [core for core in active if core is not None]
        if not tagged or len(tagged) <= self.policy.depth_coverage * len(active) - TOLERANCE:
            return None
        return sum(tagged) / len(tagged)

    def _alarm(self) -> bool:
        """Silent or low (5), outside of grace."""
        if self.grace:
            return False
        if self.gap >= self.silence_min and self.gap >= self.silence_limit():
            return True
        return (
            self.lowrun >= self.low_days and self.since_good is not None and self.since_good <= self.policy.arm_memory
        )

    def _decide(self, use: float) -> None:
        """Step 7: the first row of the table whose condition holds."""
        base = self.base
        if base is NOT_STARTED or base is LAPSED:
            if use > 0:
                self._start()
        elif self.gap >= self.policy.lapse_gap and not self.grace:
            self._become(LAPSED, Cause.GAP)
        elif base is HABITUAL:
            self._habitual()
        elif base is FORMING:
            self._forming()
        elif base is TRYING:
            if self._at_least(self.strength, self.policy.enter_forming) and self._paced(self.forming_pace):
                self._become(FORMING, Cause.GREW)
            elif self._alarm():
                self._slip()
        else:
            self._slipping()

    def _start(self) -> None:
        if self.base is LAPSED:
            self._become(TRYING, Cause.CAME_BACK)
            self.need, self.was_habitual = self.policy.reform_min_days, False
        else:
            self._become(TRYING, Cause.FIRST_USE)
            self.need = self.policy.habit_min_days
        self.tenure = 1

    def _forming(self) -> None:
        policy, strength = self.policy, self.strength
        if (
            self._at_least(strength, policy.enter_habit)
            and self.tenure >= self.need
            and self._paced(self.at_pace)
            and ((share := self.core_share()) is None or self._at_least(share, policy.core_min))
        ):
            self._become(HABITUAL, Cause.BECAME_HABIT)
            self.was_habitual = True
        elif self._alarm():
            self._slip()
        elif not self._at_least(strength, policy.exit_forming):
            self._become(TRYING, Cause.FADED)

    def _habitual(self) -> None:
        weak = not self._at_least(self.strength, self.policy.exit_habit)
        if self._alarm() or (weak and not self.grace):
            self._slip()

    def _slip(self) -> None:
        if self.gap >= self.silence_min and self.gap >= self.silence_limit():
            cause = Cause.SILENT
        else:
            cause = Cause.LOW if self._alarm() else Cause.WEAK
        self._become(SLIPPING, cause)
        self.slipping_for, self.since_good = 0, None

    def _slipping(self) -> None:
        self.slipping_for += 1
        if self.goodrun >= self.recover_days:
            if self.was_habitual and self._at_least(self.strength, self.policy.exit_habit):
                self._become(HABITUAL, Cause.RECOVERED)
            elif self._at_least(self.strength, self.policy.exit_forming):
                self._become(FORMING, Cause.RECOVERED)
            else:
                self._become(TRYING, Cause.RECOVERED)
        elif self.slipping_for >= self.policy.settle_days:
            self._become(TRYING, Cause.SETTLED)
            self.was_habitual = False

    def _become(self, base: State, cause: Cause) -> None:
        self.base, self.cause = base, cause

    def _paced(self, share: float) -> bool:
        """Whether A ≥ share · r."""
        return self.pace > share * self.reliability - TOLERANCE

    @staticmethod
    def _at_least(a: float, b: float) -> bool:
        return a > b - TOLERANCE
