"""guideline-unacknowledged: a guideline is in force, and the person never agreed to any version of it."""

from collections.abc import Iterator
from datetime import date, timedelta

import attrs

from adoptlog.follow_up import rule
from adoptlog.follow_up.case import Learner
from adoptlog.follow_up.due import Due


@attrs.frozen(kw_only=True)
class Limits(rule.Limits):
    days: int = 7


def find(learner: Learner, limits: Limits) -> Iterator[Due]:
    for guideline in learner.guidelines:
        if not learner.acknowledged(guideline.guideline):
            since = max(guideline.published_on, learner.joined_on or date.min)
            because = {"guideline": guideline.guideline, "version": guideline.version, "since": since}
            yield Due(
                trigger=f"{guideline.guideline}/{guideline.version}",
                on=since + timedelta(days=limits.days),
                because=because,
            )


RULE = rule.Rule(
    name="guideline-unacknowledged",
    about=Learner,
    owner_role="learner",
    channel="message",
    priority=2,
    limits=Limits,
    find=find,
    about_guideline=True,
)
