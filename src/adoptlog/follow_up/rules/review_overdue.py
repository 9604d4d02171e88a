"""review-overdue: a program that nobody decides about runs on by itself, or out."""

from collections.abc import Iterator
from datetime import timedelta

import attrs

from adoptlog.domain.facts import DecisionTaken
from adoptlog.follow_up import rule
from adoptlog.follow_up.case import ProgramCase
from adoptlog.follow_up.due import Due


@attrs.frozen(kw_only=True)
class Limits(rule.Limits):
    days: int = 90


def find(program: ProgramCase, limits: Limits) -> Iterator[Due]:
    if program.step != "follow_up":
        return
    since = max([program.entered["follow_up"], *(decision.on for decision in program.facts.of(DecisionTaken))])
    on = since + timedelta(days=limits.days)
    yield Due(trigger=since.isoformat(), on=on, because={"since": since, "days": limits.days})


RULE = rule.Rule(
    name="review-overdue",
    about=ProgramCase,
    owner_role="owner",
    channel="message",
    priority=2,
    limits=Limits,
    find=find,
)
