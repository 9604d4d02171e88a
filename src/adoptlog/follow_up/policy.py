"""The numbers of the follow-ups: what each rule allows, and how much is asked of people at a time."""

from collections.abc import Mapping

import attrs

from adoptlog.follow_up.rule import AnyRule, Limits


@attrs.frozen(kw_only=True)
class FollowUpPolicy:
    """When follow-ups are raised and who is told; `rules` holds the limits that differ from a rule's own."""

    cool_down_days: int = 14
    """After a follow-up was closed, the same rule waits this long before it asks again."""
    cool_down_growth: int = 2
    """Help that was given and did not end the need: each time the same is asked again, the wait is so many times as
    long. What is urgent (priority 1) is asked again at the same distance."""
    coaching_at_a_time: int = 2
    """So many coaching follow-ups a person is asked to take at a time; the rest waits."""
    message_every_working_days: int = 5
    """A recipient gets one message in so many working days; the rest is bundled into it."""
    lines_per_letter: int = 10
    """A letter tells of so many follow-ups, the most urgent first; the next letter goes on. 0: of all."""
    ignored_after_working_days: int = 5
    """A follow-up nobody took up is ignored so long after the day it was due."""
    ignored_before_manager: int = 2
    """After so many ignored ones the manager is asked."""
    rules: Mapping[str, Limits] = attrs.field(factory=dict)
    version: str = "default"
    """Names the policy in what it raised."""

    def wait_days(self, priority: int, given: int) -> int:
        """How long the same need rests after help was given so many times.

        >>> [FollowUpPolicy().wait_days(2, given) for given in (0, 1, 2, 3)]
        [14, 14, 28, 56]
        """
        growth = self.cool_down_growth if priority > 1 else 1
        return int(self.cool_down_days * growth ** max(given - 1, 0))

    def limits(self, rule: AnyRule) -> Limits:
        """The numbers a rule works with."""
        return self.rules.get(rule.name) or rule.limits()
