"""never-started: somebody was taught and given the tool, and has not used it once."""

from collections.abc import Iterator

import attrs

from adoptlog.follow_up import rule
from adoptlog.follow_up.case import Participant
from adoptlog.follow_up.due import Due
from adoptlog.habit import State


@attrs.frozen(kw_only=True)
class Limits(rule.Limits):
    working_days: int = 10


def find(participant: Participant, limits: Limits) -> Iterator[Due]:
    trained_on, licensed_on = participant.learner.trained_on, participant.learner.licensed_on
    if participant.habit.base is not State.NOT_STARTED or trained_on is None or licensed_on is None:
        return
    since = max(trained_on, licensed_on)
    on = participant.work_days.after(limits.working_days, since)
    if participant.known_until is not None and on <= participant.known_until:
        because = {"trained_on": trained_on, "licensed_on": licensed_on, "working_days": limits.working_days}
        yield Due(trigger=since.isoformat(), on=on, because=because)


RULE = rule.Rule(
    name="never-started",
    about=Participant,
    owner_role="champion",
    channel="hands_on",
    priority=2,
    limits=Limits,
    find=find,
    not_while_unknown=True,
)
