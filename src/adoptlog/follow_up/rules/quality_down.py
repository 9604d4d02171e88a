"""quality-down: with the tool the work has become worse, and that is no accident of a few measurements."""

from collections.abc import Iterable, Iterator
from math import inf, sqrt
from statistics import fmean, stdev

import attrs

from adoptlog.domain.facts import MeasurementTaken
from adoptlog.follow_up import rule
from adoptlog.follow_up.case import ProgramCase
from adoptlog.follow_up.due import Due


@attrs.frozen(kw_only=True)
class Limits(rule.Limits):
    confidence: float = 0.95


def find(program: ProgramCase, limits: Limits) -> Iterator[Due]:
    for task in {m.task for _, m in program.measurements if m.metric == "rating"}:
        ratings = [(person, m) for person, m in program.measurements if (m.task, m.metric) == (task, "rating")]
        differences = _differences(ratings)
        upper = _upper(differences, limits.confidence)
        if upper < 0:
            last = max(m.on for _, m in ratings if m.phase == "after")
            lower = {"points": round(-fmean(differences), 2), "at_least": round(-upper, 2)}
            yield Due(trigger=task, on=last, because={"task": task, "people": len(differences), **lower})


def _differences(ratings: Iterable[tuple[str, MeasurementTaken]]) -> list[float]:
    """After less before, of the means of each person who was rated in both phases."""
    marks: dict[str, dict[str, list[float]]] = {}
    for person, m in ratings:
        marks.setdefault(person, {}).setdefault(m.phase, []).append(m.value)
    return [fmean(by["after"]) - fmean(by["baseline"]) for by in marks.values() if len(by) == 2]


def _upper(differences: list[float], confidence: float) -> float:
    """The upper end of the t interval of the mean paired difference (Student 1908); of one person nothing is known."""
    n = len(differences)
    if n < 2:
        return inf
    from scipy.stats import t  # type: ignore[import-untyped]  # half a second: only where there are ratings to compare

    return fmean(differences) + float(t.ppf((1 + confidence) / 2, n - 1)) * stdev(differences) / sqrt(n)


RULE = rule.Rule(
    name="quality-down",
    about=ProgramCase,
    owner_role="owner",
    channel="message",
    priority=2,
    limits=Limits,
    find=find,
)
