"""Starts one after another: each cohort against those who have not started yet."""

from collections.abc import Mapping, Sequence
from statistics import fmean

import attrs
import numpy as np

from adoptlog.effect.bootstrap import RESAMPLES, SEED, percentile
from adoptlog.effect.interval import Interval


@attrs.frozen
class Observed:
    """One person: the period they started in (None: not at all), and what was measured in which period."""

    start: int | None
    values: Mapping[int, float]


@attrs.frozen(kw_only=True)
class Staggered:
    """The effect of having started, in the unit measured; below 0 the people became faster."""

    overall: float
    cells: Mapping[tuple[int, int], float]
    """By start and period."""
    since_start: Mapping[int, float]
    """By periods since the start."""
    before_start: Mapping[tuple[int, int], float]
    """The same figure before the start, where it should be near 0: by start and period."""
    interval: Interval | None = None


def staggered(people: Sequence[Observed]) -> Staggered | None:
    """The effect on each cohort g in period t: (Y_t − Y_b) of the cohort less that of everybody not started by t, b the
    last period before g; averaged weighted by the people of the cohort (Callaway & Sant'Anna 2021, not-yet-treated
    comparison, no covariates). None where nobody who had not started was measured.
    """
    periods = sorted({period for one in people for period in one.values})
    cells: dict[tuple[int, int], float] = {}
    weights: dict[tuple[int, int], int] = {}
    early: dict[tuple[int, int], float] = {}
    for start in sorted({one.start for one in people if one.start is not None}):
        earlier = [period for period in periods if period < start]
        if not earlier:
            continue
        base = earlier[-1]
        for period in periods:
            if period < start:
                place = periods.index(period)
                found = _cell(people, start, periods[place - 1], period) if place else None
                if found is not None:
                    early[start, period] = found[0]
            elif (found := _cell(people, start, base, period)) is not None:
                cells[start, period], weights[start, period] = found
    if not cells:
        return None
    since = sorted({periods.index(t) - _place(periods, g) for g, t in cells})
    return Staggered(
        overall=_weighted(cells, weights, list(cells)),
        cells=cells,
        since_start={
            n: _weighted(cells, weights, [(g, t) for g, t in cells if periods.index(t) - _place(periods, g) == n])
            for n in since
        },
        before_start=early,
    )


def with_interval(people: Sequence[Observed], resamples: int = RESAMPLES // 4, seed: int = SEED) -> Staggered | None:
    """The same, with the interval of the overall effect by bootstrap over people."""
    found = staggered(people)
    if found is None:
        return None
    random = np.random.default_rng(seed)
    again = [staggered([people[i] for i in random.integers(len(people), size=len(people))]) for _ in range(resamples)]
    figures = np.array([one.overall for one in again if one is not None])
    return attrs.evolve(found, interval=percentile(figures)) if len(figures) else found


def _cell(people: Sequence[Observed], start: int, base: int, period: int) -> tuple[float, int] | None:
    """One cohort in one period against those not started by then, each measured in both periods."""
    mine, others = [], []
    for one in people:
        if base not in one.values or period not in one.values:
            continue
        change = one.values[period] - one.values[base]
        if one.start == start:
            mine.append(change)
        elif one.start is None or one.start > period:
            others.append(change)
    return (fmean(mine) - fmean(others), len(mine)) if mine and others else None


def _place(periods: Sequence[int], start: int) -> int:
    """The place of the first period at or after a start."""
    return next(place for place, period in enumerate(periods) if period >= start)


def _weighted(
    cells: Mapping[tuple[int, int], float], weights: Mapping[tuple[int, int], int], keys: Sequence[tuple[int, int]]
) -> float:
    return sum(cells[key] * weights[key] for key in keys) / sum(weights[key] for key in keys)
