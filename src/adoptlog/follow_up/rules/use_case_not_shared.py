"""use-case-not-shared: in a department where nobody shows what works, everybody finds it out alone."""

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
    for department in program.departments:
        shared = [fact.on for where, fact in program.shared if where == department]
        since = max([program.launched_on, *shared])
        because = {"department": department, "since": since}
        yield Due(trigger=f"{department}/{since}", on=since + timedelta(days=limits.days), because=because)


RULE = rule.Rule(
    name="use-case-not-shared",
    about=ProgramCase,
    owner_role="owner",
    channel="message",
    priority=3,
    limits=Limits,
    find=find,
)
