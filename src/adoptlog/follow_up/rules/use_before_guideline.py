"""use-before-guideline: the tool is used, and the rules of its use, or the tool itself, were never explained."""

from collections.abc import Iterable, Iterator
from datetime import date

from adoptlog.follow_up.case import GuidelineInForce, Learner
from adoptlog.follow_up.due import Due
from adoptlog.follow_up.rule import Limits, Rule


def find(learner: Learner, limits: Limits) -> Iterator[Due]:
    bound = [(g, on) for g in learner.guidelines if (on := learner.used_since(g.published_on)) is not None]
    for guideline, used_on in bound:
        if not learner.acknowledged(guideline.guideline):
            because = {"used_on": used_on, "guideline": guideline.guideline, "version": guideline.version}
            yield Due(trigger=_trigger(guideline), on=used_on, because=because)
            return
    first_used_on = learner.used_since(date.min)
    if first_used_on is not None and learner.trained_on is None:
        trigger = _trigger(bound[0][0]) if bound else "training"
        yield Due(trigger=trigger, on=first_used_on, because={"used_on": first_used_on}, reason="untrained")


def _trigger(guideline: GuidelineInForce) -> str:
    """The same for the acknowledgement and for the training: whoever lacks both has one follow-up, not two."""
    return f"{guideline.guideline}/{guideline.version}"


def stands(learner: Learner, limits: Limits, trigger: str, found: Iterable[Due]) -> bool:
    """It stands until both are there: the acknowledgement and the training."""
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
