"""Scales: from values to pixels, with ticks at round numbers."""

from math import ceil, floor, log10

import attrs

_STEPS = (1.0, 2.0, 5.0, 10.0)


@attrs.frozen
class Scale:
    """From `low`…`high` to the pixels `start`…`end`."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        span = self.high - self.low or 1.0
        return self.start + (value - self.low) / span * (self.end - self.start)


def ticks(low: float, high: float, about: int = 4, *, whole: bool = False) -> list[float]:
    """Round numbers that hold a range between the first and the last of them.

    >>> ticks(0, 57, whole=True)
    [0.0, 20.0, 40.0, 60.0]
    >>> ticks(-0.05, 0.32)
    [-0.1, 0.0, 0.1, 0.2, 0.3, 0.4]
    """
    span = max(high - low, 1e-9)
    power = 10.0 ** floor(log10(span / about))
    step = next(s * power for s in _STEPS if span / (s * power) <= about + 0.5)
    if whole:
        step = max(1.0, float(ceil(step)))
    first, last = floor(low / step + 1e-9), ceil(high / step - 1e-9)
    return [round(place * step, 10) for place in range(first, last + 1)]


def apart(wanted: list[float], least: float, low: float, high: float) -> list[float]:
    """Positions for labels near the wanted ones (in order), with some distance between them and within bounds.

    >>> apart([10, 11, 50], 14, 0, 60)
    [10, 24, 50]
    >>> apart([10, 55, 59], 14, 0, 60)
    [10, 46, 60]
    """
    placed: list[float] = []
    for want in wanted:
        placed.append(max(want, placed[-1] + least) if placed else max(want, low))
    limit = high
    for place in range(len(placed) - 1, -1, -1):
        placed[place] = min(placed[place], limit)
        limit = placed[place] - least
    return placed
