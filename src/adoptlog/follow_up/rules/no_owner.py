"""no-owner: nobody answers for the program."""

from collections.abc import Iterator

from adoptlog.follow_up.case import ProgramCase
from adoptlog.follow_up.due import Due
from adoptlog.follow_up.rule import Limits, Rule


def find(program: ProgramCase, limits: Limits) -> Iterator[Due]:
    if program.owner is None:
        yield Due(trigger="", on=program.began_on or program.today)


RULE = Rule(
    name="no-owner",
    about=ProgramCase,
    owner_role="owner",
    channel="message",
    priority=2,
    limits=Limits,
    find=find,
)
