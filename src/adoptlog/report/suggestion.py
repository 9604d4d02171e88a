"""Continue, adjust or stop: what the figures suggest, each with the reason; the decision is people's (D3)."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Literal

import attrs

from adoptlog.domain.facts.effect import Metric
from adoptlog.effect.interval import Interval
from adoptlog.effect.verdict import Verdict

REACHED = 0.8
"""The field's rule of thumb: with 80 % of a target reached, go on."""

HALF = 0.5
"""Of the people: where fewer use it, what the users save is not what the company gets."""

Outcome = Literal["continue", "adjust", "stop"]


@attrs.frozen(kw_only=True)
class Goal:
    """The target of a use case, and how much of the way from the baseline to it has been gone."""

    use_case: str
    task: str | None
    metric: Metric
    target: float
    by: date | None
    before: float | None
    after: float | None

    @property
    def reached(self) -> float | None:
        """The share of the way; 1 where the baseline was there already and it did not get worse."""
        if self.before is None or self.after is None:
            return None
        sign = 1 if self.metric == "rating" else -1
        wanted, gone = sign * (self.target - self.before), sign * (self.after - self.before)
        if wanted <= 0:
            return 1.0 if gone >= wanted else 0.0
        return max(0.0, gone / wanted)


@attrs.frozen(kw_only=True)
class Reason:
    """One sentence of evidence: which it is, and the values it names."""

    name: str
    speaks_for: Outcome | None
    values: Mapping[str, float | int | str] = attrs.field(factory=dict)


@attrs.frozen(kw_only=True)
class Suggestion:
    """`outcome` is None where too little was measured to suggest anything."""

    outcome: Outcome | None
    because: Sequence[Reason]


def suggestion(
    verdict: Verdict,
    goals: Sequence[Goal],
    worse: Sequence[str],
    usage: float | None,
    headline: bool,
    worth: Interval | None = None,
) -> Suggestion:
    """What the figures speak for; `worse` are the tasks whose quality got worse, `usage` is the usage rate, `worth` the
    money a month that the hours are worth beyond what the tool costs.

    >>> goal = Goal(use_case="mail", task="mail", metric="minutes", target=8, by=None, before=12, after=8.4)
    >>> suggestion("SHOWN", [goal], [], 0.7, True).outcome
    'continue'
    >>> suggestion("INSUFFICIENT", [goal], [], 0.7, True).outcome is None
    True
    """
    because = [_of_verdict(verdict, headline), *_of_goals(goals), *_of_quality(worse), *_of_usage(usage)]
    because += _of_worth(worth) if headline else []
    if verdict == "WORSE":
        return Suggestion(outcome="stop", because=because)
    if verdict == "INSUFFICIENT" or not headline:
        return Suggestion(outcome=None, because=because)
    against = any(reason.speaks_for == "adjust" for reason in because)
    return Suggestion(outcome="adjust" if against else "continue", because=because)


def _of_verdict(verdict: Verdict, headline: bool) -> Reason:
    if verdict != "INSUFFICIENT" and not headline:
        return Reason(name="few_baselines", speaks_for=None)
    speaks: dict[Verdict, Outcome | None] = {
        "SHOWN": "continue", "LIKELY": "continue", "SHOWN_BUT_SMALL": "adjust", "NOT_SHOWN": "adjust", "WORSE": "stop",
    }  # fmt: skip
    return Reason(name=f"verdict {verdict}", speaks_for=speaks.get(verdict))


def _of_goals(goals: Sequence[Goal]) -> Sequence[Reason]:
    if not goals:
        return [Reason(name="no_targets", speaks_for=None)]
    known = [goal.reached for goal in goals if goal.reached is not None]
    if not known:
        return [Reason(name="targets_unknown", speaks_for=None, values={"targets": len(goals)})]
    enough = sum(reached >= REACHED for reached in known)
    speaks: Outcome = "continue" if enough == len(known) else "adjust"
    values = {"reached": enough, "known": len(known), "targets": len(goals)}
    return [Reason(name="targets", speaks_for=speaks, values=values)]


def _of_quality(worse: Sequence[str]) -> Sequence[Reason]:
    return [Reason(name="quality_worse", speaks_for="adjust", values={"tasks": ", ".join(worse)})] if worse else []


def _of_usage(usage: float | None) -> Sequence[Reason]:
    if usage is None:
        return [Reason(name="usage_unknown", speaks_for=None)]
    speaks: Outcome | None = "continue" if usage >= REACHED else "adjust" if usage < HALF else None
    return [Reason(name="usage", speaks_for=speaks, values={"rate": usage})]


def _of_worth(worth: Interval | None) -> Sequence[Reason]:
    if worth is None:
        return []
    if worth.high < 0:
        return [Reason(name="costs_more", speaks_for="adjust")]
    return (
        [Reason(name="worth_more", speaks_for="continue")]
        if worth.low > 0
        else [Reason(name="worth_open", speaks_for=None)]
    )
