"""peripheral-only: the tool is used often, and hardly for what it was bought for."""

from collections.abc import Iterable, Iterator

import attrs

from adoptlog.follow_up import rule
from adoptlog.follow_up.case import Participant
from adoptlog.follow_up.due import Due
from adoptlog.habit import TOLERANCE


@attrs.frozen(kw_only=True)
class Limits(rule.Limits):
    active_days: int = 20
    below: float = 0.25
    recovered: float = 0.34


def find(participant: Participant, limits: Limits) -> Iterator[Due]:
    share, habit = participant.habit.core_share, participant.habit
    if share is not None and habit.active_days >= limits.active_days and share <= limits.below - TOLERANCE:
        assert habit.last_used_on is not None
        because = {"core_percent": round(100 * share), "active_days": limits.active_days}
        yield Due(trigger=f"{habit.first_used_on}", on=habit.last_used_on, because=because)


def stands(participant: Participant, limits: Limits, trigger: str, found: Iterable[Due]) -> bool:
    """A share that has only just risen is not yet recovered."""
    share = participant.habit.core_share
    return share is None or share <= limits.recovered - TOLERANCE


RULE = rule.Rule(
    name="peripheral-only",
    about=Participant,
    owner_role="champion",
    channel="hands_on",
    priority=3,
    limits=Limits,
    find=find,
    stands=stands,
    not_while_unknown=True,
)
