"""Hours saved per month: runs × saving, added up over tasks; and what they are worth beside what the tool costs."""

from collections.abc import Sequence

import attrs

from adoptlog.effect.bootstrap import RESAMPLES, SEED, of_total
from adoptlog.effect.interval import Interval

_MINUTES = 60


@attrs.frozen(kw_only=True)
class Runs:
    """What one person saves per run of a task in minutes, and how often a month they do it."""

    person: str
    task: str
    saved: float
    runs: float


@attrs.frozen(kw_only=True)
class HoursSaved:
    """Hours per month, and of how many people and tasks; None where nothing was measured or may be shown."""

    value: float | None
    low: float | None
    high: float | None
    people: int | None
    tasks: tuple[str, ...] = ()


NOTHING = HoursSaved(value=None, low=None, high=None, people=None)


def hours_saved(work: Sequence[Runs], resamples: int = RESAMPLES, seed: int = SEED) -> HoursSaved:
    """Σ runs × saving of the people measured, with its interval by bootstrap over people, all the tasks of one together
    (Efron 1979; Davison & Hinkley 1997, 3.8). Whoever was not measured adds nothing.

    >>> work = [Runs(person="E1", task="mail", saved=5, runs=60), Runs(person="E2", task="mail", saved=4, runs=60)]
    >>> hours_saved(work).value
    9.0
    """
    hours: dict[str, float] = {}
    for one in work:
        hours[one.person] = hours.get(one.person, 0.0) + one.runs * one.saved / _MINUTES
    if len(hours) < 2:
        return NOTHING
    interval = of_total(list(hours.values()), resamples, seed)
    return HoursSaved(
        value=sum(hours.values()),
        low=interval.low,
        high=interval.high,
        people=len(hours),
        tasks=tuple(sorted({one.task for one in work})),
    )


@attrs.frozen(kw_only=True)
class NetReturn:
    """Money per month: what the hours saved are worth less what licences and support cost."""

    hourly_cost: float
    monthly_cost: float
    value: float
    interval: Interval
    per_cost: float | None
    """What each unit of money spent brings back; None where nothing is spent."""
    per_cost_interval: Interval | None


def net_return(hours: HoursSaved, hourly_cost: float | None, monthly_cost: float | None) -> NetReturn | None:
    """Hours × hourly cost − monthly cost, and hours × hourly cost ÷ monthly cost (benefit–cost ratio). Costs are taken
    as certain: the interval is that of the hours. None where hours or costs are not known.

    >>> hours = HoursSaved(value=52, low=40, high=65, people=8)
    >>> found = net_return(hours, hourly_cost=50, monthly_cost=1000)
    >>> found.value, found.interval, found.per_cost
    (1600, Interval(low=1000, high=2250), 2.6)
    """
    if hours.value is None or hours.low is None or hours.high is None or hourly_cost is None or monthly_cost is None:
        return None
    worth = Interval(hours.low * hourly_cost, hours.high * hourly_cost)
    value = hours.value * hourly_cost
    spent = monthly_cost > 0
    return NetReturn(
        hourly_cost=hourly_cost,
        monthly_cost=monthly_cost,
        value=value - monthly_cost,
        interval=worth.shifted(-monthly_cost),
        per_cost=value / monthly_cost if spent else None,
        per_cost_interval=Interval(worth.low / monthly_cost, worth.high / monthly_cost) if spent else None,
    )
