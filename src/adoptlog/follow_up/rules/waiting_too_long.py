"""waiting-too-long: the tasks are known, and nobody decides to begin; waiting has a price, and here it is."""

from collections.abc import Iterator
from datetime import timedelta

import attrs

from adoptlog.domain.facts import TargetSet, TaskInventoried, UseCasePrioritised
from adoptlog.follow_up import rule
from adoptlog.follow_up.case import ProgramCase
from adoptlog.follow_up.due import Due

_DAYS_PER_MONTH = 365.25 / 12


@attrs.frozen(kw_only=True)
class Limits(rule.Limits):
    days: int = 30
    expected_saving: float = 0.2
    """Share of a task's time that is taken to be saved where no target in minutes says it."""


def find(program: ProgramCase, limits: Limits) -> Iterator[Due]:
    tasks = program.facts.of(TaskInventoried)
    if program.step not in ("inventory", "objectives") or not tasks:
        return
    since = min(task.on for task in tasks)
    days = (program.today - since).days
    hours = hours_saved_per_month(program, limits.expected_saving) * days / _DAYS_PER_MONTH
    because = {"since": since, "days": days, "hours": round(hours, 1)}
    yield Due(trigger=since.isoformat(), on=since + timedelta(days=limits.days), because=because)


def hours_saved_per_month(program: ProgramCase, expected_saving: float) -> float:
    """What the program expects to save: per task, runs a month × (minutes per run − target); without a target in
    minutes, the expected share of the time."""
    minutes = {t.use_case: t.target for t in program.facts.of(TargetSet) if t.metric == "minutes"}
    targets = {u.task: minutes[u.use_case] for u in program.facts.of(UseCasePrioritised) if u.use_case in minutes}
    saved = 0.0
    for task in program.facts.of(TaskInventoried):
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
