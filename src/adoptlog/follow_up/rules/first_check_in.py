"""first-check-in: the training is done, and nobody has talked with the person since."""

from collections.abc import Iterator
from datetime import timedelta

import attrs

from adoptlog.follow_up import rule
from adoptlog.follow_up.case import Learner
from adoptlog.follow_up.due import Due


@attrs.frozen(kw_only=True)
class Limits(rule.Limits):
    days: int = 7


def find(learner: Learner, limits: Limits) -> Iterator[Due]:
    trained_on, checked_in_on = learner.trained_on, learner.checked_in_on()
    if trained_on is not None and (checked_in_on is None or checked_in_on < trained_on):
        on = trained_on + timedelta(days=limits.days)
        yield Due(trigger=trained_on.isoformat(), on=on, because={"trained_on": trained_on})


RULE = rule.Rule(
    name="first-check-in",
    about=Learner,
    owner_role="champion",
    channel="meeting",
    priority=2,
    limits=Limits,
    find=find,
)
