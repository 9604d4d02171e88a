"""no-owner: nobody answers for the program."""

from collections.abc import Iterator
from datetime import timedelta

from adoptlog.follow_up.case import ProgramCase
from adoptlog.follow_up.due import Due
from adoptlog.follow_up.rule import Limits, Rule


def find(program: ProgramCase, limits: Limits) -> Iterator[Due]:
    if program.owner is None:
        until = program.owner_until
        since = program.began_on if until is None else until + timedelta(days=1)
        yield Due(trigger="", on=since or program.today)


RULE = Rule(
    name="no-owner",
    about=ProgramCase,
    owner_role="owner",
    channel="message",
    priority=2,
    limits=Limits,
    find=find,
)
