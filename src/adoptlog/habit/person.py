"""One person's numbers, and what a counted day does to them: steps 1 to 8 of "On each counted day" (HABIT_MODEL.md)."""

from __future__ import annotations

from .policy import TOLERANCE, HabitPolicy
from .state import Cause, State

_IDLE = (State.NOT_STARTED, State.LAPSED)


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

        self.base, self.cause = State.NOT_STARTED, Cause.NO_USE_YET
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
        self._measure(use, reliability)
        if use > 0:
            self.gap = 0
            self.active.append(core)
        else:
            self.gap += 1
        if self.base is not State.NOT_STARTED:
            self.tenure += 1
        self._run()
        self._decide(use)
        if self.grace:
            self.grace -= 1

    def _measure(self, use: float, reliability: float) -> None:
        """Steps 1 and 2: pace and strength."""
        uses, reliabilities, window = self.uses, self.reliabilities, self.window
        self.n = n = self.n + 1
        self.summed += use - uses[-window]
        self.trusted += reliability - reliabilities[-window]
        uses.append(use)
        reliabilities.append(reliability)
        if self.summed % 1 or self.trusted % 1:  # fractions: sums that run on would gather rounding
            self.summed, self.trusted = sum(uses[-window:]), sum(reliabilities[-window:])
        self.reliability = r = self.trusted / (n if n < window else window)
        share = self.summed / self.full
        self.pace = pace = r * share if share < 1 else r
        self.strength = self.momentum * self.strength + self.gain * pace

    def _run(self) -> None:
        """Step 4: how long the pace has been low, or good."""
        allowed, r = self.pace + TOLERANCE, self.reliability
        if allowed > self.low_pace * r:
            self.lowrun = 0
        else:
            self.lowrun += 1
        if allowed > self.at_pace * r:
            self.goodrun += 1
        else:
            self.goodrun = 0
        if self.goodrun >= self.recover_days:
            self.since_good = 0
        elif self.since_good is not None:
            self.since_good += 1

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
        if base in _IDLE:
            if use > 0:
                self._start()
        elif self.gap >= self.policy.lapse_gap and not self.grace:
            self._become(State.LAPSED, Cause.GAP)
        elif base is State.HABITUAL:
            self._habitual()
        elif base is State.FORMING:
            self._forming()
        elif base is State.TRYING:
            if self._at_least(self.strength, self.policy.enter_forming) and self._paced(self.forming_pace):
                self._become(State.FORMING, Cause.GREW)
            elif self._alarm():
                self._slip()
        else:
            self._slipping()

    def _start(self) -> None:
        if self.base is State.LAPSED:
            self._become(State.TRYING, Cause.CAME_BACK)
            self.need, self.was_habitual = self.policy.reform_min_days, False
        else:
            self._become(State.TRYING, Cause.FIRST_USE)
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
            self._become(State.HABITUAL, Cause.BECAME_HABIT)
            self.was_habitual = True
        elif self._alarm():
            self._slip()
        elif not self._at_least(strength, policy.exit_forming):
            self._become(State.TRYING, Cause.FADED)

    def _habitual(self) -> None:
        weak = not self._at_least(self.strength, self.policy.exit_habit)
        if self._alarm() or (weak and not self.grace):
            self._slip()

    def _slip(self) -> None:
        if self.gap >= self.silence_min and self.gap >= self.silence_limit():
            cause = Cause.SILENT
        else:
            cause = Cause.LOW if self._alarm() else Cause.WEAK
        self._become(State.SLIPPING, cause)
        self.slipping_for, self.since_good = 0, None

    def _slipping(self) -> None:
        self.slipping_for += 1
        if self.goodrun >= self.recover_days:
            if self.was_habitual and self._at_least(self.strength, self.policy.exit_habit):
                self._become(State.HABITUAL, Cause.RECOVERED)
            elif self._at_least(self.strength, self.policy.exit_forming):
                self._become(State.FORMING, Cause.RECOVERED)
            else:
                self._become(State.TRYING, Cause.RECOVERED)
        elif self.slipping_for >= self.policy.settle_days:
            self._become(State.TRYING, Cause.SETTLED)
            self.was_habitual = False

    def _become(self, base: State, cause: Cause) -> None:
        self.base, self.cause = base, cause

    def _paced(self, share: float) -> bool:
        """Whether A ≥ share · r."""
        return self.pace > share * self.reliability - TOLERANCE

    @staticmethod
    def _at_least(a: float, b: float) -> bool:
        return a > b - TOLERANCE
