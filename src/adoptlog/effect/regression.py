"""Regression to the mean: whoever is chosen because one measurement was slow is faster next time, tool or no tool."""

from collections.abc import Sequence
from math import sqrt

import attrs
import numpy as np
import numpy.typing as npt
from scipy import stats  # type: ignore[import-untyped]

from adoptlog.effect.bootstrap import RESAMPLES, SEED
from adoptlog.effect.interval import CONFIDENCE, Interval

Floats = npt.NDArray[np.float64]

_NOT_CHOSEN = 5
"""With as many baselines of people who were not chosen, the mean of all is taken from the baselines."""
_AT_MOST = 0.95
"""No measurement of work is more reliable than that."""
_UNKNOWN = 0.75
"""The reliability at most believed in where too few who were not chosen have been measured."""
_LEAST, _CELLS = 200, 4_000_000
"""Resamples at least, and numbers held at once."""
_Z: Floats = np.linspace(-6, 2.5, 2001)
"""Where a cutoff may lie, in standard deviations from the mean: nobody chooses the slowest 0.6 per cent."""


@attrs.frozen(kw_only=True)
class Regression:
    """How much of a saving is expected without any effect, and the saving less that."""

    expected: float
    net: float
    interval: Interval
    """Of the net saving."""
    inferred: bool
    """Whether too few who were not chosen were measured, so that the mean of all had to be inferred."""


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

    r is the slope of after on before, which choosing by before leaves as it is. The interval is ± t with n − 2 degrees
    of freedom × the bootstrap standard error × √(n ÷ (n − 2)), by which that falls short in small samples (Efron 1982).

    `everybody` are all baselines there are. Where those of people not chosen are too few, the mean of all is inferred:
    the chosen are taken to be the part above `cutoff` of a normal or of a lognormal distribution, whichever explains
    more, of the variance that the residuals tell: Var(after | before) = (1 − r²) · Var.
    """
    resamples = max(_LEAST, min(resamples, _CELLS // len(everybody)))
    b, a, pool = np.asarray(before, float), np.asarray(after, float), np.asarray(everybody, float)
    random = np.random.default_rng(seed)
    drawn = random.integers(len(b), size=(resamples, len(b)))
    drawn = np.concatenate([np.arange(len(b))[None, :], drawn])
    b, a = b[drawn], a[drawn]
    inferred = bool((pool <= cutoff).sum() < _NOT_CHOSEN)
    if inferred:
        plain, logs = _inferred(b, a, cutoff), _inferred(np.log(b), np.log(a), float(np.log(cutoff)))
        expected = np.maximum(plain, b.mean(axis=1) * -np.expm1(-logs))
    else:
        again = pool[random.integers(len(pool), size=(resamples, len(pool)))]
        expected = _expected(b, a, np.concatenate([pool[None, :], again]))
    net = (b - a).mean(axis=1) - expected
    n = b.shape[1]
    reach = float(stats.t.ppf((1 + CONFIDENCE) / 2, n - 2) * net[1:].std() * sqrt(n / (n - 2)))
    interval = Interval(float(net[0]) - reach, float(net[0]) + reach)
    return Regression(expected=float(expected[0]), net=float(net[0]), interval=interval, inferred=inferred)


def _expected(b: Floats, a: Floats, everybody: Floats) -> Floats:
    """The expected regression of each resample, from the baselines of everybody."""
    slope, _ = _line(b, a)
    return np.asarray((1 - slope) * (b.mean(axis=1) - everybody.mean(axis=1)))


def _inferred(b: Floats, a: Floats, cutoff: float) -> Floats:
    """The same where only the chosen were measured."""
    slope, residual = _line(b, a)
    return np.asarray((1 - np.minimum(slope, _UNKNOWN)) * _away(b, slope, residual, cutoff))


def _line(b: Floats, a: Floats) -> tuple[Floats, Floats]:
    """Slope of after on before, between 0 and nearly 1, and the variance around the line, of each resample."""
    x, y = b - b.mean(axis=1, keepdims=True), a - a.mean(axis=1, keepdims=True)
    squares = (x * x).sum(axis=1)
    slope = np.clip((x * y).sum(axis=1) / np.where(squares > 0, squares, 1), 0, _AT_MOST)
    return slope, ((y - slope[:, None] * x) ** 2).sum(axis=1) / max(b.shape[1] - 2, 1)


def _above(z: Floats) -> Floats:
    """By how many standard deviations the mean of a normal's part above z lies above the mean of all."""
    return np.asarray(np.exp(stats.norm.logpdf(z) - stats.norm.logsf(z)))


def _away(b: Floats, slope: Floats, residual: Floats, cutoff: float) -> Floats:
    """How far the chosen are from the mean of all, the spread of all being that around the line."""
    sd = np.sqrt(np.maximum(residual, 1e-12) / (1 - slope**2))
    lifted = _above(_Z)
    z = np.interp(-(b.mean(axis=1) - cutoff) / sd, -(lifted - _Z), _Z)
    return np.asarray(sd * np.interp(z, _Z, lifted))
