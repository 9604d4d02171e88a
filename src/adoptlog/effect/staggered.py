"""Starts one after another: each cohort against those who have not started yet."""

from collections.abc import Mapping, Sequence
from statistics import fmean
from typing import NamedTuple

import attrs
import numpy as np
import numpy.typing as npt

from adoptlog.effect.bootstrap import RESAMPLES, SEED, Floats, draws, percentile
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
    periods = sorted({period for one in people for period in one.values})
    sums = [cell_of(people, g, max(p for p in periods if p < g), t) for g, t in found.cells]
    figures = [overall(some, sums) for some in draws(len(people), resamples, seed)]
    return attrs.evolve(found, interval=percentile(np.concatenate(figures)))


def overall(drawn: npt.NDArray[np.int64], cells: Sequence["Cell"]) -> Floats:
    """The overall effect of each resample, `drawn` saying how often each person is in it; a cell without anybody, or
    without anybody to compare with, is left out."""
    effects, people = np.zeros(len(drawn)), np.zeros(len(drawn))
    with np.errstate(invalid="ignore", divide="ignore"):
        for cell in cells:
            mine, others = drawn @ cell.mine, drawn @ cell.others
            effect = drawn @ cell.change_of_mine / mine - drawn @ cell.change_of_others / others
            there = (mine > 0) & (others > 0)
            effects += np.where(there, mine * effect, 0.0)
            people += np.where(there, mine, 0)
        return np.asarray(effects / people)


class Cell(NamedTuple):
    """One cohort in one period: who is in it, who it is compared with, and by how much each of them changed."""

    mine: Floats
    others: Floats
    change_of_mine: Floats
    change_of_others: Floats


def cell_of(people: Sequence[Observed], start: int, base: int, period: int) -> Cell:
    rows = np.zeros((4, len(people)))
    for place, one in enumerate(people):
        if base in one.values and period in one.values:
            change = one.values[period] - one.values[base]
            if one.start == start:
                rows[0, place], rows[2, place] = 1, change
            elif one.start is None or one.start > period:
                rows[1, place], rows[3, place] = 1, change
    return Cell(*rows)


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
