"""Regression to the mean: whoever is chosen because one measurement was slow is faster next time, tool or no tool."""

from collections.abc import Sequence
from math import sqrt

import attrs
import numpy as np
import numpy.typing as npt
from scipy import stats  # type: ignore[import-untyped]

from adoptlog.effect.bootstrap import RESAMPLES, SEED, percentile
from adoptlog.effect.interval import Interval

Floats = npt.NDArray[np.float64]

_NOT_CHOSEN = 5
"""With as many baselines of people who were not chosen, the mean of all is taken from the baselines."""
_AT_MOST = 0.95
"""No measurement of work is more reliable than that."""
_UNKNOWN = 0.5
"""The reliability at most believed in where nobody who was not chosen has been measured."""


@attrs.frozen(kw_only=True)
class Regression:
    """How much of a saving is expected without any effect, and the saving less that."""

    expected: float
    net: float
    interval: Interval
    """Of the net saving, by bootstrap over people."""
    mean_of_all: float
    """The estimated mean baseline of everybody, chosen or not."""
    reliability: float
    """The share of the spread between people's baselines that is there the next time."""


def expected_regression(
    mean: float, sd_between: float, sd_within: float, cutoff: float, measurements: int = 1
) -> float:
    """By how much the mean of those measured above `cutoff` falls without any effect, when each was measured so often:
    (1 − r) · (E[X | X > cutoff] − mean), r = reliability, X normal (Davis 1976).

    >>> round(expected_regression(60, 10, 12, 70), 4), round(expected_regression(60, 10, 12, 70, 4), 4)
    (11.4789, 4.3595)
    """
    noise = sd_within**2 / measurements
    whole = sd_between**2 + noise
    return noise / sqrt(whole) * float(_above(np.array((cutoff - mean) / sqrt(whole)))) if whole else 0.0


def less_regression(
    before: Sequence[float],
    after: Sequence[float],
    everybody: Sequence[float],
    cutoff: float,
    resamples: int = RESAMPLES // 2,
    seed: int = SEED,
) -> Regression:
    """The saving of people chosen for a baseline above `cutoff`, less the regression to the mean expected of them:
    (1 − r) · (their mean baseline − the mean of all) (Galton 1886; Davis 1976).

    r is the lower of two estimates, so that regression is rather over- than underestimated: the slope of after on
    before, which choosing by before leaves as it is, and √(1 − residual variance ÷ variance of all baselines).
    `everybody` are all baselines there are. Where those of people not chosen are too few, mean and variance of all are
    those of a normal distribution cut off at `cutoff`, and r is taken to be at most one half.
    """
    b, a, pool = np.asarray(before, float), np.asarray(after, float), np.asarray(everybody, float)
    random = np.random.default_rng(seed)
    drawn = random.integers(len(b), size=(resamples, len(b)))
    drawn = np.concatenate([np.arange(len(b))[None, :], drawn])
    of_all = np.concatenate([pool[None, :], pool[random.integers(len(pool), size=(resamples, len(pool)))]])
    b, a = b[drawn], a[drawn]
    slope, residual = _line(b, a)
    if (pool <= cutoff).sum() >= _NOT_CHOSEN:
        mean, variance = of_all.mean(axis=1), of_all.var(axis=1, ddof=1)
        reliability = np.minimum(slope, _same_again(residual, variance))
        expected = (1 - reliability) * (b.mean(axis=1) - mean)
    else:
        reliability = np.minimum(slope, _UNKNOWN)
        away = np.maximum(_away_by_spread(b, slope, residual, cutoff), _away_by_shape(b, cutoff))
        mean, expected = b.mean(axis=1) - away, (1 - reliability) * away
    net = (b - a).mean(axis=1) - expected
    return Regression(
        expected=float(expected[0]),
        net=float(net[0]),
        interval=percentile(net[1:]),
        mean_of_all=float(mean[0]),
        reliability=float(reliability[0]),
    )


def _line(b: Floats, a: Floats) -> tuple[Floats, Floats]:
    """Slope of after on before, between 0 and nearly 1, and the variance around the line, of each resample."""
    x, y = b - b.mean(axis=1, keepdims=True), a - a.mean(axis=1, keepdims=True)
    squares = (x * x).sum(axis=1)
    slope = np.clip((x * y).sum(axis=1) / np.where(squares > 0, squares, 1), 0, _AT_MOST)
    return slope, ((y - slope[:, None] * x) ** 2).sum(axis=1) / max(b.shape[1] - 2, 1)


def _same_again(residual: Floats, variance: Floats) -> Floats:
    """The reliability from the spread around the line: Var(after | before) = (1 − r²) · Var."""
    return np.asarray(np.sqrt(np.clip(1 - residual / np.where(variance > 0, variance, 1), 0, _AT_MOST**2)))


_Z: Floats = np.linspace(-6, 8, 4001)


def _above(z: Floats) -> Floats:
    """By how many standard deviations the mean of a normal's part above z lies above the mean of all."""
    return np.asarray(np.exp(stats.norm.logpdf(z) - stats.norm.logsf(z)))


def _away_by_spread(b: Floats, slope: Floats, residual: Floats, cutoff: float) -> Floats:
    """How far the chosen are from the mean of all, the spread of all being that around the line."""
    sd = np.sqrt(np.maximum(residual, 1e-12) / (1 - slope**2))
    lifted = _above(_Z)
    z = np.interp(-(b.mean(axis=1) - cutoff) / sd, -(lifted - _Z), _Z)
    return np.asarray(sd * np.interp(z, _Z, lifted))


def _away_by_shape(b: Floats, cutoff: float) -> Floats:
    """The same from the shape of the baselines above the cutoff: their variance over their squared mean excess."""
    lifted = _above(_Z)
    excess = np.maximum(b.mean(axis=1) - cutoff, 1e-9)
    shape = (1 + _Z * lifted - lifted**2) / (lifted - _Z) ** 2
    z = np.interp(b.var(axis=1, ddof=1) / excess**2, shape, _Z)
    return excess / np.interp(z, _Z, lifted - _Z) * np.interp(z, _Z, lifted)
