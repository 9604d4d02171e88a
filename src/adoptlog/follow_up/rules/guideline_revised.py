"""guideline-revised: the person agreed to an older version of a guideline, a newer one is in force."""

from collections.abc import Iterator
from datetime import timedelta

import attrs

from adoptlog.domain.guideline import version_parts
from adoptlog.follow_up import rule
from adoptlog.follow_up.case import Learner
from adoptlog.follow_up.due import Due


@attrs.frozen(kw_only=True)
class Limits(rule.Limits):
    days: int = 14


def find(learner: Learner, limits: Limits) -> Iterator[Due]:
    for guideline in learner.guidelines:
        agreed_to = learner.acknowledged(guideline.guideline)
        if agreed_to and all(version_parts(v) < version_parts(guideline.version) for v in agreed_to):
            yield Due(
                trigger=f"{guideline.guideline}/{guideline.version}",
                on=guideline.published_on + timedelta(days=limits.days),
                because={
                    "guideline": guideline.guideline,
                    "version": guideline.version,
                    "since": guideline.published_on,
                },
            )


RULE = rule.Rule(
    name="guideline-revised",
    about=Learner,
    owner_role="learner",
    channel="message",
    priority=2,
    limits=Limits,
    find=find,
    about_guideline=True,
)
