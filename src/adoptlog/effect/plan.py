"""Asked before the launch: how many people have to be measured before and after, to see a saving of so much."""

from collections.abc import Sequence
from statistics import stdev
from typing import Literal

import attrs

from adoptlog.effect.measured import Measured
from adoptlog.effect.sample_size import POWER, pairs_needed
from adoptlog.effect.verdict import ENOUGH

Basis = Literal["given", "pairs", "baselines"]


@attrs.frozen(kw_only=True)
class PairsNeeded:
    """So many `pairs` show a saving of `minutes` in `power` of all cases, the differences having a standard deviation
    of `sd`, which is `given`, or that of the `pairs` or `baselines` of the `measured` people."""

    task: str | None = None
    minutes: float
    sd: float
    basis: Basis
    measured: int | None = None
    pairs: int
    power: float = POWER


def by_spread(minutes: float, sd: float, power: float = POWER) -> PairsNeeded:
    """For a standard deviation of the differences that somebody gives.

    >>> by_spread(5, 12).pairs
    48
    """
    return PairsNeeded(minutes=minutes, sd=sd, basis="given", pairs=_pairs(minutes, sd, power), power=power)


def by_task(
    task: str, minutes: float, measured: Sequence[Measured], smallest: int, power: float = POWER
) -> PairsNeeded | None:
    """For what was measured of a task: the spread of its differences, or before there are enough, of its baselines. Two
    measurements of the same person taken to correlate by one half, their difference spreads as much as one of them
    (Cohen 1988). None where too few people were measured, or all the same."""
    differences = [(one.before or 0.0) - (one.after or 0.0) for one in measured if one.is_pair]
    baselines = [one.before for one in measured if one.before is not None]
    basis: Basis = "pairs" if len(differences) >= max(smallest, 2) else "baselines"
    values = differences if basis == "pairs" else baselines
    if len(values) < max(smallest, 2) or not (sd := stdev(values)):
        return None
    return PairsNeeded(
        task=task,
        minutes=minutes,
        sd=sd,
        basis=basis,
        measured=len(values),
        pairs=_pairs(minutes, sd, power),
        power=power,
    )


def _pairs(minutes: float, sd: float, power: float) -> int:
    """Fewer than `ENOUGH` show nothing, however little they differ."""
    return max(ENOUGH, pairs_needed(minutes, sd, power=power))
