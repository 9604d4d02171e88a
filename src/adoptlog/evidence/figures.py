"""The figures that a decision rests on, by name, as they are kept with it."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

import attrs

from adoptlog.domain.facts.programs import Decision
from adoptlog.effect.coverage import BaselineCoverage
from adoptlog.effect.hours import HoursSaved, NetReturn
from adoptlog.effect.task import TaskEffect
from adoptlog.effect.usage import UsageRate

Figures = dict[str, str | int | float]

_DECIMALS = 4


@attrs.frozen(kw_only=True)
class Decided:
    """A decision, the figures it was taken on, and the same figures on the day asked for: what followed."""

    program: str
    on: date
    outcome: Decision
    note: str | None
    evidence: Mapping[str, str | int | float]
    kept: bool
    """Whether the figures were kept when it was taken; else they are worked out afterwards."""
    since: Mapping[str, str | int | float]


def figures(
    on: date,
    rate: UsageRate,
    hours: HoursSaved,
    money: NetReturn | None,
    baselines: BaselineCoverage,
    effects: Iterable[TaskEffect],
) -> Figures:
    """The names are stored with decisions and stay: `usage_rate`, `hours_per_month`, `net_return` and
    `TASK/METRIC/saved`, each with `_low` and `_high` beside it, `TASK/METRIC/verdict` and `…/people`, `as_of`, and
    `baseline_share`, the share of tasks with a measured baseline."""
    told: dict[str, str | int | float | None] = {"as_of": on.isoformat(), "baseline_share": baselines.share}
    told |= _with_interval("usage_rate", rate.rate, rate.low, rate.high)
    told |= _with_interval("hours_per_month", hours.value, hours.low, hours.high)
    if money is not None:
        told |= _with_interval("net_return", money.value, *money.interval)
    for effect in effects:
        told |= _of_task(effect)
    return {name: _rounded(value) for name, value in told.items() if value is not None}


def _of_task(effect: TaskEffect) -> Iterator[tuple[str, str | int | float | None]]:
    name = f"{effect.task}/{effect.metric}"
    yield from _with_interval(f"{name}/saved", effect.saved, effect.low, effect.high)
    yield f"{name}/verdict", effect.verdict
    yield f"{name}/people", effect.people


def _with_interval(
    name: str, value: float | None, low: float | None, high: float | None
) -> Iterator[tuple[str, float | None]]:
    yield from ((name, value), (f"{name}_low", low), (f"{name}_high", high))


def _rounded(value: str | int | float) -> str | int | float:
    return round(value, _DECIMALS) if isinstance(value, float) else value
