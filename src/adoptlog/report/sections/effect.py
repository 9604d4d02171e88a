"""Did it pay: what each task showed before and after, on the same people."""

from adoptlog.report.figures import Estimate, Intervals
from adoptlog.report.say import Say
from adoptlog.report.sections.section import Exhibit, Section
from adoptlog.report.table import Column, Table
from adoptlog.report.value import Report, TaskEffect

_POINTS = 2


def section(report: Report, say: Say) -> Section:
    """There always is one: that nothing was measured has to be said too."""
    title = say("Did it pay, task by task")
    if not report.effects:
        words = say("Nothing was measured both before and after on the same people: whether it pays cannot be said.")
        return Section(name="effect", title=title, lead=words, points=_targets(report, say))
    exhibits = [_minutes(report, say), *_others(report, say)]
    return Section(
        name="effect",
        title=title,
        lead=say(
            "Each line is the same people before and after. The dot is the best estimate, the line the range in which "
            "the truth lies with a confidence of 95%."
        ),
        exhibits=[exhibit for exhibit in exhibits if exhibit is not None],
        points=_targets(report, say),
    )


def _minutes(report: Report, say: Say) -> Exhibit | None:
    some = [one for one in report.effects if one.metric == "minutes"]
    if not some:
        return None
    title = say("Share of the time saved, by task")
    shown = [one for one in some if one.share is not None]
    figure = Intervals(
        title=title,
        desc=say("For each task, the share of the time that is saved, with its interval (95%)."),
        rows=[
            Estimate(
                label=one.task,
                value=one.share or 0.0,
                low=one.share_low or 0.0,
                high=one.share_high or 0.0,
                words=f"{say.share(one.share or 0.0)} · {_verdict(one, say)}",
            )
            for one in shown
        ],
        told=say.share,
    )
    return Exhibit(
        name="time", title=title, figure=figure if shown else None, table=_table(some, say), note=_note(some, say)
    )


def _note(some: list[TaskEffect], say: Say) -> str:
    """What has to be known besides."""
    notes = []
    if any(one.regression for one in some):
        notes.append(
            say(
                "People were chosen because they were slow: part of the saving would have come by itself. The verdict "
                "leaves that part out (regression to the mean)."
            )
        )
    if any(one.felt for one in some):
        notes.append(say("Baselines marked as recalled were estimated afterwards: felt, not measured."))
    return say.sentences(*notes)


def _others(report: Report, say: Say) -> list[Exhibit]:
    """Ratings and rates of defects: quality."""
    found = []
    for metric, title in (
        ("rating", say("Quality: points of the rating gained, by task")),
        ("defect_rate", say("Quality: defects avoided, by task")),
    ):
        some = [one for one in report.effects if one.metric == metric]
        shown = [one for one in some if one.saved is not None and one.low is not None and one.high is not None]
        told = say.share if metric == "defect_rate" else say.signed
        figure = Intervals(
            title=title,
            desc=say(
                "For each task, what changed from before to after, with its interval (95%); above zero is better."
            ),
            rows=[
                Estimate(
                    label=one.task,
                    value=one.saved or 0.0,
                    low=one.low or 0.0,
                    high=one.high or 0.0,
                    words=f"{_change(one, say)} · {_verdict(one, say)}",
                )
                for one in shown
            ],
            told=told,
        )
        if some:
            name = "rating" if metric == "rating" else "defects"
            found.append(Exhibit(name=name, title=title, figure=figure if shown else None, table=_table(some, say)))
    return found


def _change(one: TaskEffect, say: Say) -> str:
    saved = one.saved or 0.0
    return say.share(saved) if one.metric == "defect_rate" else say.signed(saved, _POINTS)


def _verdict(one: TaskEffect, say: Say) -> str:
    return say(f"verdict {one.verdict}") if one.verdict else say("not shown: too few people")


def _table(some: list[TaskEffect], say: Say) -> Table:
    columns = [
        Column("task", say("Task"), "text"),
        Column("people", say("People")),
        Column("before", say("Before"), "number"),
        Column("after", say("After"), "number"),
        Column("saved", say("Better by"), "number"),
        Column("low", say("from"), "number"),
        Column("high", say("to"), "number"),
        Column("verdict", say("Verdict"), "text"),
        Column("baseline", say("Baseline"), "text"),
    ]
    rows = [
        [
            one.task,
            one.people,
            one.before,
            one.after,
            one.saved,
            one.low,
            one.high,
            _verdict(one, say),
            say("baseline recalled" if one.felt else "baseline measured"),
        ]
        for one in some
    ]
    return Table(columns=columns, rows=rows)


def _targets(report: Report, say: Say) -> list[str]:
    """Each target, and how far it has been reached."""
    return [
        say(
            "{use_case}: target {target} {unit}, {reached} of the way.",
            use_case=goal.use_case,
            target=say.number(goal.target),
            unit=say(f"unit {goal.metric}"),
            reached=say("not measured") if goal.reached is None else say.share(goal.reached),
        )
        for goal in report.goals
    ]
