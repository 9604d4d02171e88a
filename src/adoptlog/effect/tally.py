"""Ratings have no unit: who rated higher afterwards, who lower, who the same."""

from collections.abc import Sequence

import attrs
from scipy import stats  # type: ignore[import-untyped]

from adoptlog.effect.interval import Interval


@attrs.frozen(kw_only=True)
class Tally:
    """People for whom it became better, worse, and neither; `p` of the sign test, two-sided."""

    wins: int
    losses: int
    ties: int
    p: float


def tally(saved: Sequence[float]) -> Tally:
    """Wins, losses and ties, with the exact sign test; ties say nothing (Dixon & Mood 1946).

    >>> tally([1, 0, 0, 1, 0, 1, 0, 0, 1, 1])
    Tally(wins=5, losses=0, ties=5, p=0.0625)
    """
    wins, losses = sum(one > 0 for one in saved), sum(one < 0 for one in saved)
    p = float(stats.binomtest(wins, wins + losses).pvalue) if wins + losses else 1.0
    return Tally(wins=wins, losses=losses, ties=len(saved) - wins - losses, p=p)


def not_worse(interval: Interval, margin: float) -> bool:
    """Whether at most `margin` points were lost: the lower bound of after − before is above −margin (non-inferiority,
    Piaggio et al. 2012)."""
    return interval.low > -margin
