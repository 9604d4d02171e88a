"""no-targets: the program has set out, and no use case says what it is to reach."""

from collections.abc import Iterator

from adoptlog.domain.facts import TargetSet
from adoptlog.follow_up.case import ProgramCase
from adoptlog.follow_up.due import Due
from adoptlog.follow_up.rule import Limits, Rule


def find(program: ProgramCase, limits: Limits) -> Iterator[Due]:
    beyond = [on for step, on in program.entered.items() if step != "inventory"]
    if beyond and program.step != "inventory" and not program.facts.of(TargetSet):
        yield Due(trigger="", on=min(beyond), because={"since": min(beyond)})


RULE = Rule(
    name="no-targets",
    about=ProgramCase,
    owner_role="owner",
    channel="message",
    priority=3,
    limits=Limits,
    find=find,
)
