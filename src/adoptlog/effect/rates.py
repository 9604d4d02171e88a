"""Shares of something: their intervals, and what changed between two of them."""

from math import sqrt

from scipy import stats  # type: ignore[import-untyped]
from scipy.stats.contingency import relative_risk  # type: ignore[import-untyped]

from adoptlog.effect.interval import CONFIDENCE, Interval

Share = tuple[float, float]
"""How many of how many."""


def wilson(some: int, of: int, confidence: float = CONFIDENCE) -> Interval:
    """The score interval of a share (Wilson 1927).

    >>> wilson(2, 4)
    Interval(low=0.15003898915214953, high=0.8499610108478505)
    """
    found = stats.binomtest(some, of).proportion_ci(confidence_level=confidence, method="wilson")
    return Interval(float(found.low), float(found.high))


def newcombe(one: Share, other: Share, confidence: float = CONFIDENCE) -> Interval:
    """The interval of `one` − `other`, two independent shares, from their score intervals (Newcombe 1998, method 10).

    Counts need not be whole: a rate over so many items is what was recorded.

    >>> interval = newcombe((9, 150), (21, 140))
    >>> round(interval.low, 4), round(interval.high, 4)
    (-0.164, -0.0194)
    """
    p, q = one[0] / one[1], other[0] / other[1]
    a, b = _score(*one, confidence), _score(*other, confidence)
    return Interval(
        p - q - sqrt((p - a.low) ** 2 + (b.high - q) ** 2), p - q + sqrt((a.high - p) ** 2 + (q - b.low) ** 2)
    )


def _score(some: float, of: float, confidence: float) -> Interval:
    """Wilson's interval, for counts that need not be whole."""
    z = float(stats.norm.ppf((1 + confidence) / 2))
    p, more = some / of, z * z / of
    reach = z * sqrt(p * (1 - p) / of + more / (4 * of))
    return Interval((p + more / 2 - reach) / (1 + more), (p + more / 2 + reach) / (1 + more))


def score_test(one: Share, other: Share) -> float:
    """The two-sided p of two independent shares being the same: the score test, with the variance of the pooled share
    × N ÷ (N − 1) (Miettinen & Nurminen 1985)."""
    some, of = one[0] + other[0], one[1] + other[1]
    pooled = some / of
    variance = pooled * (1 - pooled) * (1 / one[1] + 1 / other[1]) * of / (of - 1)
    return float(2 * stats.norm.sf(abs(one[0] / one[1] - other[0] / other[1]) / sqrt(variance))) if variance else 1.0


def mcnemar(gained: int, lost: int) -> float:
    """The exact two-sided p of a change in the same people: `gained` turned to yes, `lost` to no (McNemar 1947).

    >>> round(mcnemar(16, 2), 6)
    0.001312
    """
    return float(stats.binomtest(gained, gained + lost).pvalue) if gained + lost else 1.0


def risk_ratio(
    after: tuple[int, int], before: tuple[int, int], confidence: float = CONFIDENCE
) -> tuple[float, Interval]:
    """How many times the rate before the rate after is, with the interval of its logarithm (Katz et al. 1978).

    >>> ratio, interval = risk_ratio((9, 150), (21, 140))
    >>> round(ratio, 2), round(interval.low, 4), round(interval.high, 4)
    (0.4, 0.1897, 0.8435)
    """
    found = relative_risk(*after, *before)
    low, high = found.confidence_interval(confidence)
    return float(found.relative_risk), Interval(float(low), float(high))
