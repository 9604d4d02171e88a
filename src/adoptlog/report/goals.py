"""The targets of a program beside what was measured."""

from collections.abc import Iterator, Sequence

from adoptlog.domain import facts as f
from adoptlog.domain.summary import Summary
from adoptlog.effect.task import TaskEffect
from adoptlog.report.suggestion import Goal


def goals(facts: Summary, effects: Sequence[TaskEffect]) -> Iterator[Goal]:
    """Each target, the last that was set for its use case and metric, with the figures of the task it belongs to."""
    tasks = {wanted.use_case: wanted.task for wanted in facts.of(f.UseCasePrioritised) if wanted.task}
    measured = {(one.task, one.metric): one for one in effects}
    for target in {(one.use_case, one.metric): one for one in facts.of(f.TargetSet)}.values():
        task = tasks.get(target.use_case)
        found = measured.get((task or target.use_case, target.metric))
        yield Goal(
            use_case=target.use_case,
            task=task,
            metric=target.metric,
            target=target.target,
            by=target.on,
            before=found.before if found else None,
            after=found.after if found else None,
        )
