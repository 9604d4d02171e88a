"""left-behind: somebody who found it hard from the beginning falls far behind the colleagues."""

from collections.abc import Iterator
from datetime import date, timedelta

import attrs

from adoptlog.domain.facts import LiteracyAssessed
from adoptlog.follow_up import rule
from adoptlog.follow_up.case import Learner, Participant
from adoptlog.follow_up.due import Due
from adoptlog.habit import TOLERANCE


@attrs.frozen(kw_only=True)
class Limits(rule.Limits):
    weeks: int = 4
    share_of_median: float = 0.5
    colleagues: int = 5


def find(participant: Participant, limits: Limits) -> Iterator[Due]:
    began_on, peers = participant.follow_up_began_on, participant.peers
    if began_on is None or peers is None or peers.people < limits.colleagues or _literacy(participant.learner) != "low":
        return
    if participant.habit.strength > limits.share_of_median * peers.median_strength - TOLERANCE:
        return
    because = {"strength": round(participant.habit.strength, 2), "median": round(peers.median_strength, 2)}
    on = began_on + timedelta(weeks=limits.weeks)
    yield Due(trigger=began_on.isoformat(), on=on, because=because)


def _literacy(learner: Learner) -> str | None:
    assessed = sorted(learner.of(LiteracyAssessed), key=lambda a: a.on or date.min)
    return assessed[-1].level if assessed else None


RULE = rule.Rule(
    name="left-behind",
    about=Participant,
    owner_role="champion",
    channel="hands_on",
    priority=3,
    limits=Limits,
    find=find,
    not_while_unknown=True,
)
