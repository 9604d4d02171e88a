"""waiting-too-long: the tasks are known, and nobody decides to begin; waiting has a price, and here it is."""

from collections.abc import Iterator
from datetime import date, timedelta

import attrs

from adoptlog.domain.facts import TargetSet, TaskInventoried, UseCasePrioritised
from adoptlog.domain.facts.programs import Step
from adoptlog.domain.summary import Summary
from adoptlog.follow_up import rule
from adoptlog.follow_up.case import ProgramCase
from adoptlog.follow_up.due import Due

_DAYS_PER_MONTH = 365.25 / 12


@attrs.frozen(kw_only=True)
class Limits(rule.Limits):
    days: int = 30
    expected_saving: float = 0.2
    """Share of a task's time that is taken to be saved where no target in minutes says it."""


@attrs.frozen(kw_only=True)
class Waiting:
    """Since when the tasks have been known without a launch, and how many hours that was worth."""

    since: date
    days: int
    hours: float


def find(program: ProgramCase, limits: Limits) -> Iterator[Due]:
    cost = waiting(program.facts, program.step, program.today, limits)
    if cost is not None:
        because = {"since": cost.since, "days": cost.days, "hours": round(cost.hours, 1)}
        yield Due(trigger=cost.since.isoformat(), on=cost.since + timedelta(days=limits.days), because=because)


def waiting(facts: Summary, step: Step | None, today: date, limits: Limits) -> Waiting | None:
    """What it costs that a program is still before its launch (E1); None where nothing waits."""
    tasks = facts.of(TaskInventoried)
    if step not in ("inventory", "objectives") or not tasks:
        return None
    since = min(task.on for task in tasks)
    days = (today - since).days
    hours = hours_saved_per_month(facts, limits.expected_saving) * days / _DAYS_PER_MONTH
    return Waiting(since=since, days=days, hours=hours)


def hours_saved_per_month(facts: Summary, expected_saving: float) -> float:
    """What a program expects to save at least: per task, runs a month × (minutes per run − target); without a target
    in minutes, the expected share of the time. A task is counted for one person who does it; how many do is not known
    before the launch."""
    minutes = {t.use_case: t.target for t in facts.of(TargetSet) if t.metric == "minutes"}
    targets = {u.task: minutes[u.use_case] for u in facts.of(UseCasePrioritised) if u.use_case in minutes}
    saved = 0.0
    for task in facts.of(TaskInventoried):
        target = targets.get(task.task, task.minutes_per_run * (1 - expected_saving))
        saved += task.runs_per_month * max(0.0, task.minutes_per_run - target)
    return saved / 60


RULE = rule.Rule(
    name="waiting-too-long",
    about=ProgramCase,
    owner_role="owner",
    channel="message",
    priority=2,
    limits=Limits,
    find=find,
)
