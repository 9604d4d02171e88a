"""use-before-guideline: the tool is used, and the rules of its use, or the tool itself, were never explained."""

from collections.abc import Iterable, Iterator
from datetime import date

from adoptlog.follow_up.case import Learner
from adoptlog.follow_up.due import Due
from adoptlog.follow_up.rule import Limits, Rule


def find(learner: Learner, limits: Limits) -> Iterator[Due]:
    for guideline in learner.guidelines:
        used_on = learner.used_since(guideline.published_on)
        if used_on is not None and not learner.acknowledged(guideline.guideline):
            because = {"used_on": used_on, "guideline": guideline.guideline, "version": guideline.version}
            yield Due(trigger=f"{guideline.guideline}/{guideline.version}", on=used_on, because=because)
            return
    used_on = learner.used_since(date.min)
    if used_on is not None and learner.trained_on is None:
        yield Due(trigger="training", on=used_on, because={"used_on": used_on}, reason="untrained")


def stands(learner: Learner, limits: Limits, trigger: str, found: Iterable[Due]) -> bool:
    """One follow-up asks for all of it, the agreements and the training, and stands until all is there."""
    return any(found)


RULE = Rule(
    name="use-before-guideline",
    about=Learner,
    owner_role="manager",
    channel="message",
    priority=1,
    limits=Limits,
    find=find,
    stands=stands,
)
