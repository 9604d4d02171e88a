"""training-gap: somebody holds a licence, and was not taught how to use the tool, what for, or by which rules."""

from collections.abc import Iterator
from datetime import timedelta

import attrs

from adoptlog.follow_up import rule
from adoptlog.follow_up.case import Learner
from adoptlog.follow_up.due import Due

TOPICS = ("usage", "use_cases", "guideline")


@attrs.frozen(kw_only=True)
class Limits(rule.Limits):
    days: int = 14


def find(learner: Learner, limits: Limits) -> Iterator[Due]:
    licensed_on, trained_on = learner.licensed_on, learner.trained_on
    if licensed_on is None:
        return
    if trained_on is None:
        on = licensed_on + timedelta(days=limits.days)
        yield Due(trigger=f"training/{licensed_on}", on=on, because={"licensed_on": licensed_on})
    elif missing := _missing(learner):
        since = max(licensed_on, trained_on)
        yield Due(
            trigger=f"topics/{since}",
            on=since + timedelta(days=limits.days),
            because={"topics": ";".join(missing), "trained_on": trained_on},
            reason="topics",
        )


def _missing(learner: Learner) -> list[str]:
    """The topics no training covered; a training that names none is taken to cover them all."""
    if any(not training.topics for training in learner.trainings):
        return []
    covered = {topic for training in learner.trainings for topic in training.topics}
    return [topic for topic in TOPICS if topic not in covered]


RULE = rule.Rule(
    name="training-gap",
    about=Learner,
    owner_role="champion",
    channel="training",
    priority=2,
    limits=Limits,
    find=find,
)
