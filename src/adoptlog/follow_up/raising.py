"""Which follow-ups are raised today, and why the others wait: nobody is overrun with help."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Literal, NamedTuple

from adoptlog.follow_up.case import Participant, ProgramCase
from adoptlog.follow_up.policy import FollowUpPolicy
from adoptlog.follow_up.rule import AnyRule
from adoptlog.follow_up.work_list import Item, in_order
from adoptlog.habit import State

Wait = Literal["on_leave", "unknown", "already_open", "cool_down", "two_at_a_time"]


class Decision(NamedTuple):
    """What happens to an item that is due: it is raised, or waits for a reason."""

    item: Item
    waits: Wait | None


def decisions(
    about_one: Iterable[Item], rules: dict[str, AnyRule], policy: FollowUpPolicy, today: date
) -> Iterator[Decision]:
    """For everything due about one person (or one program), the most urgent first: raise it, or let it wait."""
    listed = in_order(about_one)
    standing = [item for item in listed if item.open and item.state != "due"]
    for item in listed:
        if item.state == "due":
            waits = _waits(item, listed, standing, rules, policy, today)
            if waits is None:
                standing.append(item)
            yield Decision(item, waits)


def _waits(
    item: Item,
    listed: Sequence[Item],
    standing: Sequence[Item],
    rules: dict[str, AnyRule],
    policy: FollowUpPolicy,
    today: date,
) -> Wait | None:
    case, rule = item.case, rules[item.rule]
    learner = case.learner if isinstance(case, Participant) else case
    if not isinstance(learner, ProgramCase) and learner is not None and learner.on_leave:
        return "on_leave"
    if rule.not_while_unknown and isinstance(case, Participant) and case.habit.state is State.UNKNOWN:
        return "unknown"
    same = [other for other in standing if (other.rule, other.program) == (item.rule, item.program)]
    if same and item.person is not None:
        return "already_open"
    if item.person is not None and _cools_down(item, listed, policy, today):
        return "cool_down"
    coaching = sum(rules[other.rule].coaching for other in standing if other.rule in rules)
    if rule.coaching and coaching >= policy.coaching_at_a_time:
        return "two_at_a_time"
    return None


def _cools_down(item: Item, listed: Sequence[Item], policy: FollowUpPolicy, today: date) -> bool:
    """Whether the same rule was closed for the same person and program only just."""
    return any(
        other.life is not None
        and (other.rule, other.program) == (item.rule, item.program)
        and not other.open
        and (today - (other.life.closed_on or today)).days < policy.cool_down_days
        for other in listed
    )
