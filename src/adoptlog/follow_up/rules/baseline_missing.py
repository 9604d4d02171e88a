"""baseline-missing: what is not measured before the launch can never be measured again."""

from collections.abc import Iterator
from datetime import timedelta

import attrs

from adoptlog.domain.facts import TaskInventoried, UseCasePrioritised
from adoptlog.follow_up import rule
from adoptlog.follow_up.case import ProgramCase
from adoptlog.follow_up.due import Due


@attrs.frozen(kw_only=True)
class Limits(rule.Limits):
    days_before_launch: int = 14


def find(program: ProgramCase, limits: Limits) -> Iterator[Due]:
    if program.launched_on is None:
        return
    aimed_at = {u.task for u in program.facts.of(UseCasePrioritised) if u.task}
    tasks = aimed_at or {t.task for t in program.facts.of(TaskInventoried)}
    missing = sorted(tasks - {m.task for _, m in program.measurements if m.phase == "baseline"})
    if missing:
        on = program.launched_on - timedelta(days=limits.days_before_launch)
        because = {"tasks": ";".join(missing), "launched_on": program.launched_on}
        yield Due(trigger=program.launched_on.isoformat(), on=on, due_on=program.launched_on, because=because)


RULE = rule.Rule(
    name="baseline-missing",
    about=ProgramCase,
    owner_role="owner",
    channel="message",
    priority=2,
    limits=Limits,
    find=find,
)
