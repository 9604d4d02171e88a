"""no-champion: a department takes part, and nobody there can be asked."""

from collections.abc import Iterator

from adoptlog.follow_up.case import ProgramCase
from adoptlog.follow_up.due import Due
from adoptlog.follow_up.rule import Limits, Rule


def find(program: ProgramCase, limits: Limits) -> Iterator[Due]:
    if "" in program.champions:
        return
    for department, people in program.departments.items():
        if department not in program.champions:
            because = {"department": department, "people": people}
            yield Due(trigger=department, on=program.began_on or program.today, because=because)


RULE = Rule(
    name="no-champion",
    about=ProgramCase,
    owner_role="owner",
    channel="message",
    priority=3,
    limits=Limits,
    find=find,
)
