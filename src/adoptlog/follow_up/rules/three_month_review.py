"""three-month-review: after three months somebody decides: the habit is formed, or the follow-up goes on."""

from collections.abc import Iterator
from datetime import timedelta

import attrs

from adoptlog.follow_up import rule
from adoptlog.follow_up.case import Participant
from adoptlog.follow_up.due import Due


@attrs.frozen(kw_only=True)
class Limits(rule.Limits):
    weeks: int = 13
    weeks_extended: int = 17
    due_working_days: int = 5


def find(participant: Participant, limits: Limits) -> Iterator[Due]:
    began_on = participant.follow_up_began_on
    if began_on is None or participant.graduated_on is not None:
        return
    extended = sum(review.outcome == "extend" for review in participant.reviews)
    if extended > 1:
        return
    week = limits.weeks_extended if extended else limits.weeks
    on = began_on + timedelta(weeks=week)
    due_on = participant.work_days.after(limits.due_working_days, on)
    yield Due(trigger=f"{began_on}/{week}", on=on, due_on=due_on, because={"began_on": began_on, "week": week})


RULE = rule.Rule(
    name="three-month-review",
    about=Participant,
    owner_role="owner",
    channel="meeting",
    priority=2,
    limits=Limits,
    find=find,
)
