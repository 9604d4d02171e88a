"""no-guideline: people are being taught, or at work with the tool, and no guideline is in force."""

from collections.abc import Iterator

from adoptlog.follow_up.case import ProgramCase
from adoptlog.follow_up.due import Due
from adoptlog.follow_up.rule import Limits, Rule


def find(program: ProgramCase, limits: Limits) -> Iterator[Due]:
    if program.step not in ("education", "follow_up") or program.guidelines:
        return
    entered = min(program.entered[step] for step in ("education", "follow_up") if step in program.entered)
    since = max(entered, program.withdrawn_on or entered)
    yield Due(trigger=since.isoformat(), on=since, because={"since": since})


RULE = Rule(
    name="no-guideline",
    about=ProgramCase,
    owner_role="owner",
    channel="message",
    priority=1,
    limits=Limits,
    find=find,
)
