"""no-champion: a department takes part, and nobody there can be asked."""

from collections.abc import Iterator
from datetime import date, timedelta

from adoptlog.follow_up.case import ProgramCase
from adoptlog.follow_up.due import Due
from adoptlog.follow_up.rule import Limits, Rule


def find(program: ProgramCase, limits: Limits) -> Iterator[Due]:
    if "" in program.champions:
        return
    for department, people in program.departments.items():
        if department not in program.champions:
            because = {"department": department, "people": people}
            yield Due(trigger=department, on=_since(program, department), because=because)


def _since(program: ProgramCase, department: str) -> date:
    """The first day on which the program had begun, the department took part, and no champion was left."""
    ended = [on for where, on in program.champions_until.items() if where in (department, "")]
    days = [program.began_on or program.today, program.arrived.get(department, date.min)]
    return max([*days, *(on + timedelta(days=1) for on in ended)])


RULE = Rule(
    name="no-champion",
    about=ProgramCase,
    owner_role="owner",
    channel="message",
    priority=3,
    limits=Limits,
    find=find,
)
