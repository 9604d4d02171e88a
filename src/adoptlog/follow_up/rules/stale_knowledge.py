"""stale-knowledge: what was learnt is old, and the tool has moved on."""

from collections.abc import Iterator
from datetime import date, timedelta

import attrs

from adoptlog.domain.facts import CheckInHeld, TrainingCompleted
from adoptlog.follow_up import rule
from adoptlog.follow_up.case import Learner
from adoptlog.follow_up.due import Due


@attrs.frozen(kw_only=True)
class Limits(rule.Limits):
    days: int = 30
    """After tool news."""
    days_without_news: int = 90


def find(learner: Learner, limits: Limits) -> Iterator[Due]:
    learnt_on = _learnt_on(learner)
    if learnt_on is None:
        return
    news = min((n.on for n in learner.news if n.on > learnt_on), default=date.max)
    with_news = max(learnt_on + timedelta(days=limits.days), news)
    on = min(with_news, learnt_on + timedelta(days=limits.days_without_news))
    trigger = learnt_on.isoformat()
    if on == with_news:
        yield Due(trigger=trigger, on=on, because={"learnt_on": learnt_on, "news_on": news}, reason="news")
    else:
        yield Due(trigger=trigger, on=on, because={"learnt_on": learnt_on, "days": limits.days_without_news})


def _learnt_on(learner: Learner) -> date | None:
    """The last learning touch: a training, passed or not, or a hands-on check-in."""
    touches = [training.on for training in learner.of(TrainingCompleted)]
    touches += [check_in.on for check_in in learner.of(CheckInHeld) if check_in.kind == "hands_on"]
    return max(touches, default=None)


RULE = rule.Rule(
    name="stale-knowledge",
    about=Learner,
    owner_role="owner",
    channel="training",
    priority=3,
    limits=Limits,
    find=find,
)
