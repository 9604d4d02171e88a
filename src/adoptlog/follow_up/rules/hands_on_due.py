"""hands-on-due: somebody keeps trying, and it does not become a habit by itself."""

from collections.abc import Iterator

import attrs

from adoptlog.follow_up import rule
from adoptlog.follow_up.case import Participant
from adoptlog.follow_up.due import Due
from adoptlog.habit import State


@attrs.frozen(kw_only=True)
class Limits(rule.Limits):
    working_days: int = 15


def find(participant: Participant, limits: Limits) -> Iterator[Due]:
    trying_since = participant.habit.base_since
    if participant.habit.base is not State.TRYING or trying_since is None:
        return
    since = max(trying_since, participant.learner.checked_in_on("hands_on") or trying_since)
    on = participant.work_days.after(limits.working_days, since)
    if participant.known_until is not None and on <= participant.known_until:
        because = {"trying_since": trying_since, "working_days": limits.working_days}
        yield Due(trigger=since.isoformat(), on=on, because=because)


RULE = rule.Rule(
    name="hands-on-due",
    about=Participant,
    owner_role="champion",
    channel="hands_on",
    priority=3,
    limits=Limits,
    find=find,
    not_while_unknown=True,
)
