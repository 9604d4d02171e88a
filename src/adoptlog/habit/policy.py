"""The numbers of the habit model: policy, not code (HABIT_MODEL.md, defaults in bold there)."""

from __future__ import annotations

import math

import attrs

from adoptlog.messages import Explained, Message

TOLERANCE = 1e-9
"""Every comparison of reals allows for this much (a ≥ b means a > b − 10⁻⁹): the order of summation never decides."""

_WORD = 64  # the vectorised fold keeps a person's last days in one 64-bit word


class OutOfBounds(Explained, ValueError):
    """A number of the habit model that it cannot work with."""


def _out_of_bounds(name: str, value: float, expected: Message) -> OutOfBounds:
    return OutOfBounds("{name} is {value}; {expected}", name=name, value=value, expected=expected)


@attrs.frozen(kw_only=True)
class Reliability:
    """How far each kind of evidence is believed, 0 (exclusive) to 1; one per member of `Evidence`.

    >>> Reliability(checkin=0.7).checkin
    0.7
    """

    log: float = 1.0
    observed: float = 0.9
    aggregate: float = 0.9
    checkin: float = 0.8

    def __attrs_post_init__(self) -> None:
        for name, value in attrs.asdict(self).items():
            if not 0 < value <= 1:
                raise _out_of_bounds(f"reliability.{name}", value, Message("it must be above 0 and at most 1"))


def _reliability(value: Reliability | dict[str, float]) -> Reliability:
    """Accept the mapping a policy file has in place of the value object."""
    return value if isinstance(value, Reliability) else Reliability(**value)


@attrs.frozen(kw_only=True)
class HabitPolicy:
    """Every number of the habit model, under the names of `params` in the vectors; days are counted days unless
    said otherwise.

    Raises `ValueError` with the name, the value found and what is allowed.

    >>> HabitPolicy().enter_habit
    0.75
    >>> HabitPolicy(window=0)
    Traceback (most recent call last):
    ...
    adoptlog.habit.policy.OutOfBounds: window is 0; it must be between 1 and 63
    """

    cadence: float = 3.0  # target days per five working days, c; a program's own target stands before it
    window: int = 10  # W: how many days pace looks back
    K: float = 26.0  # half-life of strength at a target of one day a week
    enter_forming: float = 0.40
    forming_pace: float = 0.5
    exit_forming: float = 0.25
    enter_habit: float = 0.75
    exit_habit: float = 0.60
    habit_min_days: int = 65  # tenure needed the first time
    reform_min_days: int = 30  # tenure needed after a lapse
    silence_alpha: float = 0.002  # a silence this improbable is too long
    silence_ref: int = 40  # how many days the usual rate looks back
    silence_min: int = 5  # a silence limit is at least this and at most lapse_gap
    lapse_gap: int = 20
    low_pace: float = 0.5
    low_days: int = 10
    arm_memory: int = 60  # low pace alarms only so long after having been at pace
    at_pace: float = 0.8
    recover_days: int = 5
    settle_days: int = 40
    conf_window: int = 20  # work days
    unknown_limit: int = 20  # work days
    long_leave: int = 10  # leave days
    return_grace: int = 5
    core_min: float = 1 / 3
    depth_window: int = 20  # active days
    depth_coverage: float = 0.5
    reliability: Reliability = attrs.field(factory=Reliability, converter=_reliability)

    def __attrs_post_init__(self) -> None:
        for name in (
            "enter_forming",
            "forming_pace",
            "exit_forming",
            "enter_habit",
            "exit_habit",
            "low_pace",
            "at_pace",
        ):
            self._within(name, 0, 1)
        for name in ("core_min", "depth_coverage"):
            self._within(name, 0, 1)
        for name in ("silence_min", "lapse_gap", "low_days", "recover_days", "return_grace"):
            self._within(name, 1, 200)
        for name in ("habit_min_days", "reform_min_days", "arm_memory", "settle_days", "unknown_limit", "long_leave"):
            self._within(name, 1, 10_000)
        for name in ("window", "silence_ref", "conf_window", "depth_window"):
            self._within(name, 1, _WORD - 1)
        self._positive("cadence", self.cadence)
        self._positive("K", self.K)
        if not 0 < self.silence_alpha < 1:
            expected = Message("it must be between 0 and 1, exclusive")
            raise _out_of_bounds("silence_alpha", self.silence_alpha, expected)
        if self.silence_min > self.lapse_gap:
            expected = Message("it must not be above lapse_gap ({lapse_gap})", lapse_gap=self.lapse_gap)
            raise _out_of_bounds("silence_min", self.silence_min, expected)
        if self.silence_ref + self.silence_min > _WORD:
            remembered = self.silence_ref + self.silence_min
            expected = Message("it must be at most {most}", most=_WORD)
            raise _out_of_bounds("silence_ref + silence_min", remembered, expected)

    def _within(self, name: str, low: float, high: float) -> None:
        value = getattr(self, name)
        if not low <= value <= high:
            raise _out_of_bounds(name, value, Message("it must be between {low} and {high}", low=low, high=high))

    @staticmethod
    def _positive(name: str, value: float) -> None:
        if not (0 < value <= 1_000_000):
            raise _out_of_bounds(name, value, Message("it must be above 0"))

    def target(self, target_days: float | None = None) -> float:
        """c: a program's own target days per five working days, else the policy's `cadence`."""
        if target_days is None:
            return self.cadence
        self._positive("target_days", target_days)
        return target_days

    def full_window(self, target_days: float | None = None) -> float:
        """c·W/5: the days of use that make a window full pace ("On each counted day", 1).

        >>> HabitPolicy().full_window()
        6.0
        """
        return self.target(target_days) * self.window / 5

    def momentum(self, target_days: float | None = None) -> float:
        """m = 2^(−√c / K): what one counted day leaves of strength ("On each counted day").

        >>> round(HabitPolicy().momentum(), 6)
        0.954874
        """
        return math.pow(2.0, -math.sqrt(self.target(target_days)) / self.K)

    def usual_rate(self, x: float, n: int, target_days: float | None = None) -> float:
        """q = (x + c)/(n + 5), at most 1 − 10⁻⁹: use per counted day to be expected of this person (5).

        >>> HabitPolicy().usual_rate(3, 10)
        0.4
        """
        return min((x + self.target(target_days)) / (n + 5), 1 - TOLERANCE)

    def silence_limit(self, x: float, n: int, target_days: float | None = None) -> int:
        """L: how many counted days without use are too many for someone who used it on x of n (5).

        >>> HabitPolicy().silence_limit(3, 10), HabitPolicy().silence_limit(5, 5)
        (13, 5)
        """
        q = self.usual_rate(x, n, target_days)
        limit = math.ceil(math.log(self.silence_alpha) / math.log1p(-q) - TOLERANCE)
        return max(self.silence_min, min(self.lapse_gap, limit))
