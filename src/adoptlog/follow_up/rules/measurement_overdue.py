"""measurement-overdue: whether it pays is asked once a month, or it is forgotten."""

from collections.abc import Iterator
from datetime import timedelta

import attrs

from adoptlog.follow_up import rule
from adoptlog.follow_up.case import ProgramCase
from adoptlog.follow_up.due import Due


@attrs.frozen(kw_only=True)
class Limits(rule.Limits):
    days: int = 30


def find(program: ProgramCase, limits: Limits) -> Iterator[Due]:
    if program.launched_on is None:
        return
    since = max([program.launched_on, *(m.on for _, m in program.measurements if m.phase == "after")])
    on = since + timedelta(days=limits.days)
    yield Due(trigger=since.isoformat(), on=on, because={"since": since, "days": limits.days})


RULE = rule.Rule(
    name="measurement-overdue",
    about=ProgramCase,
    owner_role="owner",
    channel="message",
    priority=3,
    limits=Limits,
    find=find,
)
