"""The rows of an effect: per task and metric of a program, as a whole, by department or by month."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from adoptlog.effect.coverage import BaselineCoverage, baseline_coverage
from adoptlog.effect.hours import HoursSaved, Runs, hours_saved
from adoptlog.effect.measured import Measured
from adoptlog.effect.policy import EffectPolicy
from adoptlog.effect.suppression import hidden
from adoptlog.effect.task import TaskEffect, task_effect
from adoptlog.evidence.measurements import Key, Measurements
from adoptlog.evidence.program import Aimed


def effects(
    measurements: Measurements, program: Aimed, policy: EffectPolicy, month: tuple[int, int] | None = None
) -> Iterator[TaskEffect]:
    """A row per task and metric of a whole program; `month`: the measurements after the launch are that month's."""
    for key, some in measurements.of(program, month).items():
        yield task_effect(_row(program, key, month), some, policy, program.definition.chosen_below)


def by_department(
    measurements: Measurements, program: Aimed, policy: EffectPolicy, month: tuple[int, int] | None = None
) -> Iterator[TaskEffect]:
    """The same for each department: those of too few pairs say nothing, nor do those they could be subtracted from."""
    for key, some in measurements.of(program, month).items():
        groups = _grouped(some)
        pairs = {where: sum(one.is_pair for one in group) for where, group in groups.items()}
        unseen = hidden(pairs, policy.smallest_group)
        for where, group in sorted((where, group) for where, group in groups.items() if where is not None):
            row = _row(program, key, month, where)
            shown = [] if where in unseen else group
            yield task_effect(row, shown, policy, program.definition.chosen_below)


def by_month(measurements: Measurements, program: Aimed, policy: EffectPolicy) -> Iterator[TaskEffect]:
    """The same for each month in which something was measured after the launch."""
    for month in measurements.months():
        yield from (row for row in effects(measurements, program, policy, month) if row.people)


def coverage(measurements: Measurements, program: Aimed) -> BaselineCoverage:
    """Which tasks of a program have a baseline: of those it names, or else of those measured."""
    known, felt, named = set(), set(), set()
    people = set()
    for (task, _), some in measurements.of(program).items():
        named.add(task)
        known |= {task for one in some if one.before is not None}
        felt |= {task for one in some if one.recalled is not None}
        people |= {one.person for one in some if one.is_pair}
    return baseline_coverage(program.tasks or named, known, felt, len(people))


def hours(
    measurements: Measurements, program: Aimed, policy: EffectPolicy, department: str | None = None
) -> HoursSaved:
    """Hours per month over the tasks that enough people were measured on: the others would be found by subtraction."""
    work: list[Runs] = []
    for (task, metric), some in measurements.of(program).items():
        groups = _grouped(some)
        pairs = {where: sum(one.is_pair for one in group) for where, group in groups.items()}
        if department is not None and department in hidden(pairs, policy.smallest_group):
            continue
        chosen = [one for one in some if one.is_pair and department in (None, one.department)]
        if metric == "minutes" and len(chosen) >= policy.smallest_group:
            work += _runs(program, task, chosen)
    return hours_saved(work)


def _runs(program: Aimed, task: str, pairs: Iterable[Measured]) -> Iterator[Runs]:
    """What is saved of a task by those of whom the inventory says how often they do it."""
    for one in pairs:
        runs = program.runs_of(task, one.person, one.department)
        if runs is not None:
            saved = (one.before or 0.0) - (one.after or 0.0)
            yield Runs(person=one.person, task=task, saved=saved, runs=runs)


def _grouped(measured: Sequence[Measured]) -> Mapping[str | None, list[Measured]]:
    groups: dict[str | None, list[Measured]] = {}
    for one in measured:
        groups.setdefault(one.department, []).append(one)
    return groups


def _row(program: Aimed, key: Key, month: tuple[int, int] | None = None, department: str | None = None) -> TaskEffect:
    task, metric = key
    named = f"{month[0]:04}-{month[1]:02}" if month else None
    return TaskEffect(program=program.name, task=task, metric=metric, department=department, month=named)
