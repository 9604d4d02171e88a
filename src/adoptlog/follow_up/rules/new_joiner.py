"""new-joiner: somebody came after the launch, and the training had passed."""

from collections.abc import Iterator
from datetime import timedelta

import attrs

from adoptlog.follow_up import rule
from adoptlog.follow_up.case import Learner
from adoptlog.follow_up.due import Due


@attrs.frozen(kw_only=True)
class Limits(rule.Limits):
    days: int = 14


def find(learner: Learner, limits: Limits) -> Iterator[Due]:
    joined_on, launched_on = learner.joined_on, learner.launched_on
    if joined_on is None or launched_on is None or joined_on <= launched_on or learner.trained_on is not None:
        return
    on = joined_on + timedelta(days=limits.days)
    yield Due(trigger=joined_on.isoformat(), on=on, because={"joined_on": joined_on})


RULE = rule.Rule(
    name="new-joiner",
    about=Learner,
    owner_role="manager",
    channel="training",
    priority=2,
    limits=Limits,
    find=find,
)
