"""quality-down: with the tool the work has become worse, and that is no accident of a few measurements."""

from collections.abc import Iterator
from math import sqrt
from statistics import fmean, stdev

import attrs

from adoptlog.domain.facts import MeasurementTaken
from adoptlog.follow_up import rule
from adoptlog.follow_up.case import ProgramCase
from adoptlog.follow_up.due import Due

Ratings = dict[str, list[MeasurementTaken]]
"""By phase, how one person rated a task."""


@attrs.frozen(kw_only=True)
class Limits(rule.Limits):
    confidence: float = 0.95


def find(program: ProgramCase, limits: Limits) -> Iterator[Due]:
    for task, compared in sorted(_rated_before_and_after(program).items()):
        if len(compared) < 2:
            continue
        lower = [_mean(ratings["baseline"]) - _mean(ratings["after"]) for ratings in compared]
        at_least = round(_lower_end(lower, limits.confidence), 2)
        if at_least > 0:
            on = max(rating.on for ratings in compared for some in ratings.values() for rating in some)
            because = {"task": task, "people": len(lower), "lower": round(fmean(lower), 2), "at_least": at_least}
            yield Due(trigger=task, on=on, because=because)


def _rated_before_and_after(program: ProgramCase) -> dict[str, list[Ratings]]:
    """Per task, the ratings of everybody who rated it in both phases: they alone can be compared."""
    found: dict[str, dict[str, Ratings]] = {}
    for person, taken in program.measurements:
        if taken.metric == "rating":
            found.setdefault(taken.task, {}).setdefault(person, {}).setdefault(taken.phase, []).append(taken)
    return {task: [ratings for ratings in people.values() if len(ratings) == 2] for task, people in found.items()}


def _mean(ratings: list[MeasurementTaken]) -> float:
    return fmean(rating.value for rating in ratings)


def _lower_end(differences: list[float], confidence: float) -> float:
    """The lower end of the t interval of the mean paired difference (Student 1908)."""
    from scipy.stats import t  # type: ignore[import-untyped]  # half a second: only where there are ratings to compare

    n = len(differences)
    return fmean(differences) - float(t.ppf((1 + confidence) / 2, n - 1)) * stdev(differences) / sqrt(n)


RULE = rule.Rule(
    name="quality-down",
    about=ProgramCase,
    owner_role="owner",
    channel="message",
    priority=2,
    limits=Limits,
    find=find,
)
