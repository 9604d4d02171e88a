"""meeting-overdue: the follow-up phase lives from regular meetings, and the last one was too long ago."""

from collections.abc import Iterator
from datetime import timedelta

import attrs

from adoptlog.follow_up import rule
from adoptlog.follow_up.case import Participant
from adoptlog.follow_up.due import Due


@attrs.frozen(kw_only=True)
class Limits(rule.Limits):
    days: int = 14


def find(participant: Participant, limits: Limits) -> Iterator[Due]:
    began_on = participant.follow_up_began_on
    if began_on is None or participant.graduated_on is not None:
        return
    since = max(began_on, participant.learner.checked_in_on("meeting") or began_on)
    on = since + timedelta(days=limits.days)
    yield Due(trigger=since.isoformat(), on=on, because={"since": since, "days": limits.days})


RULE = rule.Rule(
    name="meeting-overdue",
    about=Participant,
    owner_role="owner",
    channel="meeting",
    priority=3,
    limits=Limits,
    find=find,
)
