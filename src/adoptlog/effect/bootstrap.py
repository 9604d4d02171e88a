"""The bootstrap: the sample drawn anew many times, with replacement, tells how far a figure might be off.

People are what is drawn, with all their tasks: the rows of one person are not independent of each other.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy import stats  # type: ignore[import-untyped]

from adoptlog.effect.interval import CONFIDENCE, Interval

Floats = npt.NDArray[np.float64]

RESAMPLES = 2000
SEED = 20260401
_CELLS = 4_000_000
"""Numbers held at once."""


def draws(people: int, resamples: int = RESAMPLES, seed: int = SEED) -> Iterator[npt.NDArray[np.int64]]:
    """How often each of so many people is in each resample, some resamples at a time: [resamples, people]."""
    random = np.random.default_rng(seed)
    at_once = max(1, _CELLS // people)
    for done in range(0, resamples, at_once):
        yield random.multinomial(people, [1 / people] * people, size=min(at_once, resamples - done))


def percentile(figures: Floats, confidence: float = CONFIDENCE) -> Interval:
    """The percentile interval of resampled figures (Efron 1979); resamples without a figure are left out."""
    tail = (1 - confidence) / 2
    low, high = np.nanquantile(figures, [tail, 1 - tail])
    return Interval(float(low), float(high))


def of_total(values: Sequence[float], resamples: int = RESAMPLES, seed: int = SEED) -> Interval:
    """The interval of a total over people, `values` being what each contributes."""
    each = np.asarray(values, float)
    totals: list[Floats] = [np.asarray(some @ each, float) for some in draws(len(each), resamples, seed)]
    return percentile(np.concatenate(totals))


def of_statistic(
    values: Sequence[float],
    statistic: Callable[..., Any] = np.mean,
    *,
    method: str = "BCa",
    resamples: int = RESAMPLES,
    seed: int = SEED,
) -> Interval:
    """The interval of any statistic of one value per person: `percentile`, or `BCa`, bias-corrected and accelerated
    (Efron 1987)."""
    found = stats.bootstrap(
        (np.asarray(values, float),), statistic, method=method, n_resamples=resamples, rng=np.random.default_rng(seed)
    ).confidence_interval
    return Interval(float(found.low), float(found.high))
