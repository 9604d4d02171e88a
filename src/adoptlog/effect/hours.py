"""Hours saved per month: runs × saving, added up over tasks; and what they are worth beside what the tool costs."""

from collections.abc import Mapping, Sequence

import attrs
import numpy as np

from adoptlog.effect.bootstrap import RESAMPLES, SEED, draws, percentile
from adoptlog.effect.interval import Interval

_MINUTES = 60


@attrs.frozen(kw_only=True)
class Runs:
    """What one person saves per run of a task in minutes, and how often they do it a month; `runs` is None where only
    the runs of everybody are known (`Work.runs`)."""

    person: str
    task: str
    saved: float
    runs: float | None = None


@attrs.frozen(kw_only=True)
class HoursSaved:
    """Hours per month, and of how many people and tasks; None where nothing was measured or may be shown."""

    value: float | None
    low: float | None
    high: float | None
    people: int | None
    tasks: tuple[str, ...] = ()


NOTHING = HoursSaved(value=None, low=None, high=None, people=None)


def hours_saved(
    work: Sequence[Runs],
    runs: Mapping[str, float] | None = None,
    resamples: int = RESAMPLES,
    seed: int = SEED,
) -> HoursSaved:
    """Σ runs × saving, with its interval by bootstrap over people, all their tasks together (Efron 1979; Davison &
    Hinkley 1997, 3.8). Of a task whose `runs` are known only of everybody, those count with the mean saving of who
    was measured.

    >>> work = [Runs(person="E1", task="mail", saved=5, runs=60), Runs(person="E2", task="mail", saved=4, runs=60)]
    >>> hours_saved(work).value
    9.0
    """
    people = {person: place for place, person in enumerate(dict.fromkeys(one.person for one in work))}
    if len(people) < 2:
        return NOTHING
    own = np.zeros(len(people))
    together: dict[str, tuple[list[int], list[float]]] = {}
    for one in work:
        if one.runs is not None:
            own[people[one.person]] += one.runs * one.saved
        elif runs and one.task in runs:
            places, saved = together.setdefault(one.task, ([], []))
            places.append(people[one.person])
            saved.append(one.saved)
    counted = {one.task for one in work if one.runs is not None} | set(together)
    if not counted:
        return NOTHING

    def minutes(drawn: "np.typing.NDArray[np.int64]") -> "np.typing.NDArray[np.float64]":
        total = drawn @ own
        for task, (places, saved) in together.items():
            of_task = drawn[:, places]
            with np.errstate(invalid="ignore"):
                total = total + (runs or {})[task] * (of_task @ np.asarray(saved)) / of_task.sum(axis=1)
        return np.asarray(total / _MINUTES)

    interval = percentile(np.concatenate([minutes(some) for some in draws(len(people), resamples, seed)]))
    value = float(minutes(np.ones((1, len(people)), np.int64))[0])
    return HoursSaved(
        value=value, low=interval.low, high=interval.high, people=len(people), tasks=tuple(sorted(counted))
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
