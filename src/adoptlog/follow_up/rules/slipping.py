"""slipping: a use that was on its way is getting quiet; now is the easiest time to help."""

from collections.abc import Iterator

import attrs

from adoptlog.follow_up import rule
from adoptlog.follow_up.case import Participant
from adoptlog.follow_up.due import Due
from adoptlog.habit import State


@attrs.frozen(kw_only=True)
class Limits(rule.Limits):
    due_working_days: int = 3


def find(participant: Participant, limits: Limits) -> Iterator[Due]:
    since = participant.habit.base_since
    if participant.habit.base is State.SLIPPING and since is not None:
        yield Due(
            trigger=since.isoformat(),
            on=since,
            due_on=participant.work_days.after(limits.due_working_days, since),
            because={"since": since},
        )


RULE = rule.Rule(
    name="slipping",
    about=Participant,
    owner_role="champion",
    channel="hands_on",
    priority=2,
    limits=Limits,
    find=find,
    not_while_unknown=True,
)
