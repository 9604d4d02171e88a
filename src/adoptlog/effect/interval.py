"""An interval: between which values a figure lies, with 95 % confidence unless said otherwise."""

from typing import NamedTuple, Self

CONFIDENCE = 0.95


class Interval(NamedTuple):
    """From `low` to `high`, both included."""

    low: float
    high: float

    def shifted(self, by: float) -> Self:
        """The same width elsewhere.

        >>> Interval(3, 9).shifted(-2)
        Interval(low=1, high=7)
        """
        return self._replace(low=self.low + by, high=self.high + by)

    def __contains__(self, value: object) -> bool:
        return isinstance(value, int | float) and self.low <= value <= self.high
