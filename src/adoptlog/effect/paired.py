"""The same people before and after: how much is saved on average, in units and in per cent."""

from collections.abc import Sequence
from math import exp, inf, log, nan, sqrt
from typing import Any

import attrs
import numpy as np
from scipy import stats  # type: ignore[import-untyped]

from adoptlog.effect.interval import CONFIDENCE, Interval


@attrs.frozen(kw_only=True)
class Paired:
    """The mean of paired differences, each of one person, in the unit measured."""

    n: int
    mean: float
    sd: float
    """Standard deviation of the differences."""
    se: float
    interval: Interval
    t: float
    p: float
    """Two-sided, of no difference at all."""

    @property
    def dz(self) -> float:
        """The difference in standard deviations of differences (Cohen 1988)."""
        return self.mean / self.sd if self.sd else nan


def paired(differences: Sequence[float], confidence: float = CONFIDENCE) -> Paired:
    """The mean of paired differences with its t interval (Student 1908). Needs two people.

    >>> one = paired([27, 15, 18, 18, 25, 14, 7, 33, 2, 27, 17, 13])
    >>> one.mean, round(one.interval.low, 2), round(one.interval.high, 2)
    (18.0, 12.37, 23.63)
    """
    values = np.asarray(differences, float)
    n, mean, sd = len(values), float(values.mean()), float(values.std(ddof=1))
    se = sd / sqrt(n)
    reach = float(stats.t.ppf((1 + confidence) / 2, n - 1)) * se
    t = mean / se if se else (0.0 if mean == 0 else inf if mean > 0 else -inf)
    p = float(2 * stats.t.sf(abs(t), n - 1))
    return Paired(n=n, mean=mean, sd=sd, se=se, interval=Interval(mean - reach, mean + reach), t=t, p=p)


def share_saved(
    before: Sequence[float], after: Sequence[float], confidence: float = CONFIDENCE
) -> tuple[float, Interval] | None:
    """The share saved: one minus the geometric mean of the ratios after ÷ before, with the t interval of the mean log
    ratio (Bland & Altman 1996). None where a ratio has no logarithm.

    >>> share, interval = share_saved([60, 40, 50], [30, 20, 25])
    >>> round(share, 2)
    0.5
    """
    if min(*before, *after) <= 0:
        return None
    ratios = paired([log(b / a) for b, a in zip(before, after, strict=True)], confidence)
    return 1 - exp(-ratios.mean), Interval(1 - exp(-ratios.interval.low), 1 - exp(-ratios.interval.high))


def signed_rank(differences: Sequence[float]) -> tuple[float, float]:
    """The rank statistic and its two-sided p (Wilcoxon 1945), for those who distrust means."""
    result: Any = stats.wilcoxon(differences)
    return float(result.statistic), float(result.pvalue)
