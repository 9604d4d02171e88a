"""back-from-leave: after a long absence nobody should have to find the way back alone."""

from collections.abc import Iterator
from datetime import timedelta

import attrs

from adoptlog.follow_up import rule
from adoptlog.follow_up.case import Learner
from adoptlog.follow_up.due import Due


@attrs.frozen(kw_only=True)
class Limits(rule.Limits):
    working_days: int = 20


def find(learner: Learner, limits: Limits) -> Iterator[Due]:
    checked_in_on = learner.checked_in_on()
    for leave in learner.leaves[::-1]:
        back_on = learner.work_days.from_(leave.last + timedelta(days=1))
        if leave.working_days < limits.working_days or back_on > learner.today:
            continue
        if checked_in_on is None or checked_in_on < back_on:
            because = {"away_from": leave.first, "back_on": back_on, "working_days": leave.working_days}
            yield Due(trigger=leave.first.isoformat(), on=back_on, because=because)
        return


RULE = rule.Rule(
    name="back-from-leave",
    about=Learner,
    owner_role="manager",
    channel="meeting",
    priority=3,
    limits=Limits,
    find=find,
)
