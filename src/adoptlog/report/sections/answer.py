"""The answer first: one sentence, the verdict, the three indicators against their targets, and what that suggests."""

from collections.abc import Sequence
from statistics import fmean

import attrs

from adoptlog.report.say import Say
from adoptlog.report.suggestion import REACHED, Reason
from adoptlog.report.value import Report


@attrs.frozen(kw_only=True)
class Indicator:
    """One of the three: a big number, what it means, how sure it is, and how much of its target is reached."""

    name: str
    title: str
    figure: str
    unit: str
    meaning: str
    sure: str
    target: str
    reached: float | None = None


@attrs.frozen(kw_only=True)
class Answer:
    """What somebody reads who reads nothing else."""

    sentence: str
    verdict: str
    """One word or two; its code is in `report.verdict`."""
    indicators: Sequence[Indicator]
    suggestion: str
    because: Sequence[tuple[str, str]]
    """Each reason, and what it speaks for (empty for nothing)."""


def answer(report: Report, say: Say) -> Answer:
    """The top of the page."""
    outcome = report.suggestion.outcome
    return Answer(
        sentence=_sentence(report, say),
        verdict=say(f"headline {report.verdict}"),
        indicators=[_time(report, say), _quality(report, say), _usage(report, say)],
        suggestion=say(f"suggest {outcome}") if outcome else say("suggest nothing"),
        because=[(_reason(reason, say), reason.speaks_for or "") for reason in report.suggestion.because],
    )


def _sentence(report: Report, say: Say) -> str:
    if report.people is None or report.states is None:
        return say(
            "This program has fewer than {smallest} people: nothing of it is shown.", smallest=report.smallest_group
        )
    use = {"people": say.count(report.people), "habitual": say.count(report.states["habitual"])}
    hours = report.hours.value
    if report.verdict == "INSUFFICIENT" or hours is None:
        return say("Of {people} people, {habitual} use it by habit; whether it pays has not been measured.", **use)
    if report.verdict == "WORSE":
        return say("It costs time instead of saving it; of {people} people, {habitual} use it by habit.", **use)
    if report.verdict == "NOT_SHOWN":
        return say("Of {people} people, {habitual} use it by habit; that it saves time is not shown.", **use)
    use["hours"] = say.number(hours, 0 if hours >= 10 else 1)
    return say("It saves about {hours} hours a month; of {people} people, {habitual} use it by habit.", **use)


def _time(report: Report, say: Say) -> Indicator:
    hours = report.hours
    goals = [goal.reached for goal in report.goals if goal.metric == "minutes" and goal.reached is not None]
    reached = fmean(min(1.0, one) for one in goals) if goals else None
    wanted = [goal for goal in report.goals if goal.metric == "minutes"]
    target = _of_target(reached, bool(wanted), say)
    if hours.value is None or hours.low is None or hours.high is None:
        return _unmeasured("time", say("Time saved"), say("hours a month"), target, say("not measured"))
    if not report.evidence.baselines.headline:
        few = say("too few tasks and people measured for a figure here")
        return _unmeasured("time", say("Time saved"), say("hours a month"), target, few)
    digits = 0 if abs(hours.value) >= 10 else 1
    return Indicator(
        name="time",
        title=say("Time saved"),
        figure=say.number(hours.value, digits),
        unit=say("hours a month"),
        meaning=say("measured with {people} people", people=say.count(hours.people or 0)),
        sure=say.sentences(
            _between(say.number(hours.low, digits), say.number(hours.high, digits), say), _plain(report, say)
        ),
        target=target,
        reached=reached,
    )


def _quality(report: Report, say: Say) -> Indicator:
    ratings = [one for one in report.effects if one.metric == "rating" and one.saved is not None]
    others = [one for one in report.effects if one.metric == "defect_rate" and one.saved is not None]
    some = ratings or others
    wanted = [goal for goal in report.goals if goal.metric in ("rating", "defect_rate")]
    known = [goal.reached for goal in wanted if goal.reached is not None]
    reached = fmean(min(1.0, one) for one in known) if known else None
    target = _of_target(reached, bool(wanted), say)
    unit = say("points of 5") if ratings or not others else say("fewer defects")
    if not some:
        return _unmeasured("quality", say("Quality"), unit, target, say("not measured"))
    mean = fmean(one.saved or 0.0 for one in some)
    sure = ""
    if len(some) == 1 and some[0].low is not None and some[0].high is not None:
        ends = (some[0].low, some[0].high)
        low, high = (say.signed(end, 2) if ratings else say.share(end) for end in ends)
        sure = _between(low, high, say)
    better, worse = sum((one.low or 0) > 0 for one in some), sum((one.high or 0) < 0 for one in some)
    return Indicator(
        name="quality",
        title=say("Quality"),
        figure=say.signed(mean, 2) if ratings else say.share(mean),
        unit=unit,
        meaning=some[0].task
        if len(some) == 1
        else say("{tasks} tasks: {better} better, {worse} worse", tasks=len(some), better=better, worse=worse),
        sure=sure,
        target=target,
        reached=reached,
    )


def _usage(report: Report, say: Say) -> Indicator:
    usage = report.usage
    target = say("no target recorded")
    if usage.rate is None or usage.low is None or usage.high is None:
        return _unmeasured("usage", say("Usage rate"), say("of people, last 28 days"), target, say("not measured"))
    return Indicator(
        name="usage",
        title=say("Usage rate"),
        figure=say.share(usage.rate),
        unit=say("of people, last 28 days"),
        meaning=say(
            "{active} of {known} active", active=say.count(usage.active or 0), known=say.count(usage.known or 0)
        ),
        sure=_between(say.share(usage.low), say.share(usage.high), say),
        target=target,
    )


def _plain(report: Report, say: Say) -> str:
    """What has to be known beside a figure that regression to the mean is part of."""
    chosen = any(one.regression is not None for one in report.effects)
    return say("before regression to the mean is left out") if chosen else ""


def _unmeasured(name: str, title: str, unit: str, target: str, why: str) -> Indicator:
    return Indicator(name=name, title=title, figure="–", unit=unit, meaning=why, sure="", target=target)


def _between(low: str, high: str, say: Say) -> str:
    return say("between {low} and {high} (95%)", low=low, high=high)


def _of_target(reached: float | None, wanted: bool, say: Say) -> str:
    if not wanted:
        return say("no target recorded")
    if reached is None:
        return say("target set, not measured")
    return say("{reached} of the target (to go on: {enough})", reached=say.share(reached), enough=say.share(REACHED))


def _reason(reason: Reason, say: Say) -> str:
    values = {name: say.share(value) if isinstance(value, float) else value for name, value in reason.values.items()}
    return say(f"because {reason.name}", enough=say.share(REACHED), **values)
