"""quality-down: with the tool the work has become worse, and that is no accident of a few measurements."""

from collections.abc import Iterator
from datetime import date
from math import sqrt
from statistics import fmean, stdev

import attrs

from adoptlog.follow_up import rule
from adoptlog.follow_up.case import ProgramCase
from adoptlog.follow_up.due import Due


@attrs.frozen(kw_only=True)
class Limits(rule.Limits):
    confidence: float = 0.95


def find(program: ProgramCase, limits: Limits) -> Iterator[Due]:
    tasks = sorted({m.task for _, m in program.measurements if m.metric == "rating"})
    for task in tasks:
        differences = _differences(program, task)
        if len(differences) < 2:
            continue
        mean, upper = fmean(differences), _upper(differences, limits.confidence)
        if upper < 0:
            last = max(
                m.on for _, m in program.measurements if (m.task, m.metric, m.phase) == (task, "rating", "after")
            )
            because = {"task": task, "people": len(differences), "difference": round(mean, 2), "upper": round(upper, 2)}
            yield Due(trigger=task, on=last, because=because)


def _differences(program: ProgramCase, task: str) -> list[float]:
    """After less before, of the means of each person who was rated in both phases."""
    ratings: dict[str, dict[str, list[float]]] = {}
    for person, m in program.measurements:
        if m.task == task and m.metric == "rating":
            ratings.setdefault(person, {}).setdefault(m.phase, []).append(m.value)
    return [fmean(r["after"]) - fmean(r["baseline"]) for r in ratings.values() if len(r) == 2]


def _last_rated_on(program: ProgramCase, task: str) -> date:
    return max(m.on for _, m in program.measurements if m.task == task and m.metric == "rating")


def _upper(differences: list[float], confidence: float) -> float:
    """The upper end of the t interval of the mean paired difference (Student 1908)."""
    from scipy.stats import t  # type: ignore[import-untyped]  # half a second: only where there are ratings to compare

    n = len(differences)
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
