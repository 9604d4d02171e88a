"""lapsed: the tool was used, and is not any more."""

from collections.abc import Iterator

from adoptlog.follow_up.case import Participant
from adoptlog.follow_up.due import Due
from adoptlog.follow_up.rule import Limits, Rule
from adoptlog.habit import State


def find(participant: Participant, limits: Limits) -> Iterator[Due]:
    since = participant.habit.base_since
    if participant.habit.base is State.LAPSED and since is not None:
        yield Due(trigger=since.isoformat(), on=since, because={"since": since})


RULE = Rule(
    name="lapsed",
    about=Participant,
    owner_role="manager",
    channel="meeting",
    priority=2,
    limits=Limits,
    find=find,
    not_while_unknown=True,
)
