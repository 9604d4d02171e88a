"""With a comparison group: what the people with the tool changed beyond what the others changed."""

from collections.abc import Sequence
from math import sqrt

import attrs
import numpy as np
from scipy import stats  # type: ignore[import-untyped]

from adoptlog.effect.interval import CONFIDENCE, Interval


@attrs.frozen(kw_only=True)
class Compared:
    """After, at the same before: the people with the tool less the others. Below 0 they are faster."""

    effect: float
    interval: Interval
    people: int
    others: int


def ancova(
    before: Sequence[float], after: Sequence[float], treated: Sequence[bool], confidence: float = CONFIDENCE
) -> Compared | None:
    """after = a + b · before + effect · treated, by least squares, with the t interval of the effect (Vickers & Altman
    2001): being chosen for a slow baseline does not bias it. None where there are too few people to tell.

    >>> found = ancova([62, 55, 48, 60, 57, 50], [40, 35, 30, 58, 54, 50], [True] * 3 + [False] * 3)
    >>> round(found.effect, 1)
    -18.5
    """
    x = np.column_stack([np.ones(len(before)), np.asarray(before, float), np.asarray(treated, float)])
    y = np.asarray(after, float)
    free = len(y) - x.shape[1]
    if free < 1 or np.linalg.matrix_rank(x) < x.shape[1]:
        return None
    found, *_ = np.linalg.lstsq(x, y, rcond=None)
    variance = float(((y - x @ found) ** 2).sum()) / free * float(np.linalg.inv(x.T @ x)[2, 2])
    reach = float(stats.t.ppf((1 + confidence) / 2, free)) * sqrt(variance)
    effect, people = float(found[2]), int(sum(treated))
    return Compared(
        effect=effect, interval=Interval(effect - reach, effect + reach), people=people, others=len(y) - people
    )


def difference_in_differences(treated: tuple[float, float], others: tuple[float, float]) -> float:
    """How much more the means (before, after) of those with the tool changed than those of the others (Snow 1855);
    below 0 they became faster.

    >>> difference_in_differences((60, 42), (58, 55))
    -15
    """
    return (treated[1] - treated[0]) - (others[1] - others[0])
