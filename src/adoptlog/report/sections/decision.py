"""What was decided last, and what followed; before the launch, what waiting costs."""

from collections.abc import Iterator

from adoptlog.report.say import Say
from adoptlog.report.sections.section import Section
from adoptlog.report.value import Decision, Report


def section(report: Report, say: Say) -> Section:
    """There always is one: without a decision it says how to record one."""
    points = []
    if report.waiting_days is not None and report.waiting_hours is not None:
        points.append(
            say(
                "The tasks have been known for {days} days without a launch: at least {hours} hours were not saved.",
                days=say.count(report.waiting_days),
                hours=say.number(report.waiting_hours, 0),
            )
        )
    if report.net_return is not None:
        points.append(_worth(report, say))
    points.append(
        say(
            "To record the next decision: `adoptlog record decisions --program {program} --decided_on {day} --outcome "
            "continue --note …`",
            program=report.program,
            day=report.as_of.isoformat(),
        )
    )
    return Section(name="decision", title=say("Decisions"), lead=_lead(report, say), points=points)


def _lead(report: Report, say: Say) -> str:
    last = report.decision
    if last is None:
        return say("No decision about this program has been recorded yet.")
    words = say("On {day} it was decided: {outcome}.", day=say.date(last.on), outcome=say(f"decided {last.outcome}"))
    if last.note:
        words = say.sentences(words, say("“{note}”", note=last.note))
    if last.habitual_then is not None and last.here_then and report.states and report.people:
        followed = say(
            "Then {then} of {of_then} people used it by habit, now {now} of {of_now}.",
            then=say.count(last.habitual_then),
            of_then=say.count(last.here_then),
            now=say.count(report.states["habitual"]),
            of_now=say.count(report.people),
        )
        words = say.sentences(words, followed)
    return say.sentences(words, *_figures(report, last, say))


def _figures(report: Report, last: Decision, say: Say) -> Iterator[str]:
    """The figures it was taken on beside those of today."""
    rate, hours = last.evidence.get("usage_rate"), last.evidence.get("hours_per_month")
    if isinstance(rate, int | float) and report.usage.rate is not None:
        yield say("Usage rate then {then}, now {now}.", then=say.share(rate), now=say.share(report.usage.rate))
    if isinstance(hours, int | float) and report.hours.value is not None:
        then, now = say.number(hours), say.number(report.hours.value)
        yield say("Hours saved a month then {then}, now {now}.", then=then, now=now)


def _worth(report: Report, say: Say) -> str:
    found = report.net_return
    assert found is not None
    words = (
        "At {hourly} an hour the saving is worth {value} a month more than the tool costs ({low} to {high})."
        if found.value >= 0
        else "At {hourly} an hour the tool costs {value} a month more than the saving is worth ({low} to {high})."
    )
    ends = sorted(abs(end) for end in found.interval) if found.interval.high < 0 else found.interval
    low, high = (say.number(end, 0) for end in ends)
    return say(
        words, hourly=say.number(found.hourly_cost, 0), value=say.number(abs(found.value), 0), low=low, high=high
    )
