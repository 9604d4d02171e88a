"""Did it pay: what each task showed before and after, on the same people; then by department (D4)."""

from collections.abc import Iterator, Sequence

from adoptlog.effect.task import TaskEffect
from adoptlog.report.figures import Estimate, Intervals
from adoptlog.report.say import Say
from adoptlog.report.sections.section import Exhibit, Section
from adoptlog.report.table import Column, Table
from adoptlog.report.value import Report

_POINTS = 2


def section(report: Report, say: Say) -> Section:
    """There always is one: that nothing was measured has to be said too."""
    title = say("Did it pay, task by task")
    exhibits = [*_time(report, say), *_quality(report, say), *_felt(report, say), *_departments(report, say)]
    if not exhibits:
        words = say("Nothing was measured both before and after on the same people: whether it pays cannot be said.")
        return Section(name="effect", title=title, lead=words, points=list(_targets(report, say)))
    return Section(
        name="effect",
        title=title,
        lead=say(
            "Each line is the same people before and after. The dot is the best estimate, the line the range in which "
            "the truth lies with a confidence of 95%."
        ),
        exhibits=exhibits,
        points=[*_by_itself(report, say), *_targets(report, say)],
    )


def _time(report: Report, say: Say) -> Iterator[Exhibit]:
    some = [one for one in report.effects if one.metric == "minutes"]
    title = say("Share of the time saved, by task")
    rows = [
        Estimate(
            label=one.task,
            value=one.share,
            low=one.share_low,
            high=one.share_high,
            words=f"{say.share(one.share)} · {_verdict(one, say)}",
        )
        for one in some
        if one.share is not None and one.share_low is not None and one.share_high is not None
    ]
    if some:
        desc = say("For each task, the share of the time that is saved, with its interval (95%).")
        figure = Intervals(title=title, desc=desc, rows=rows, told=say.share) if rows else None
        yield Exhibit(name="time", title=title, figure=figure, table=_table(some, say))


def _quality(report: Report, say: Say) -> Iterator[Exhibit]:
    """Ratings and rates of defects."""
    yield from _metric(report, say, "rating", say("Quality: points of the rating gained, by task"))
    yield from _metric(report, say, "defect_rate", say("Quality: defects avoided, by task"))


def _metric(report: Report, say: Say, metric: str, title: str) -> Iterator[Exhibit]:
    some = [one for one in report.effects if one.metric == metric]
    rows = [
        Estimate(
            label=one.task,
            value=one.saved,
            low=one.low,
            high=one.high,
            words=f"{_change(one.saved, metric, say)} · {_verdict(one, say)}",
        )
        for one in some
        if one.saved is not None and one.low is not None and one.high is not None
    ]
    if some:
        desc = say("For each task, what changed from before to after, with its interval (95%); above zero is better.")
        told = say.share if metric == "defect_rate" else say.signed
        figure = Intervals(title=title, desc=desc, rows=rows, told=told) if rows else None
        yield Exhibit(name=metric, title=title, figure=figure, table=_table(some, say))


def _felt(report: Report, say: Say) -> Iterator[Exhibit]:
    """Baselines from memory: apart, and without a verdict."""
    rows = [
        [one.task, one.recalled.people, one.recalled.before, one.recalled.after, one.recalled.saved]
        for one in report.effects
        if one.recalled is not None
    ]
    columns = [*_task_columns(say), Column("saved", say("Better by"), "number")]
    if rows:
        yield Exhibit(
            name="felt",
            title=say("Felt, not measured: baselines from memory"),
            table=Table(columns=columns, rows=rows),
            note=say("Estimated afterwards by the people themselves; no verdict rests on it."),
        )


def _departments(report: Report, say: Say) -> Iterator[Exhibit]:
    """Only where enough people were measured: how many groups are left out is said below."""
    rows = [one for one in report.effects_by_department if not one.suppressed]
    left_out = len(report.effects_by_department) - len(rows)
    note = say("{groups} groups of too few measured people are not shown.", groups=left_out) if left_out else ""
    if rows:
        yield Exhibit(
            name="effect_by_department",
            title=say("Effect by task and department"),
            table=_table(rows, say, by_department=True),
            note=note,
        )


def _table(some: Sequence[TaskEffect], say: Say, *, by_department: bool = False) -> Table:
    columns = [*_task_columns(say), Column("saved", say("Better by"), "number")]
    columns += [Column("low", say("interval from"), "number"), Column("high", say("interval to"), "number")]
    columns.append(Column("verdict", say("Verdict"), "text"))
    rows = [
        [one.task, one.people, one.before, one.after, one.saved, one.low, one.high, _verdict(one, say)] for one in some
    ]
    if by_department:
        columns = [Column("department", say("Department"), "text"), Column("metric", say("Metric"), "text"), *columns]
        rows = [[one.department, say(f"unit {one.metric}"), *row] for one, row in zip(some, rows, strict=True)]
    elif any(one.rates for one in some):
        columns += [
            Column("newcombe_low", say("Newcombe from"), "number"),
            Column("newcombe_high", say("interval to"), "number"),
        ]
        rows = [
            [*row, *(one.rates.interval if one.rates else (None, None))] for one, row in zip(some, rows, strict=True)
        ]
    return Table(columns=columns, rows=rows)


def _task_columns(say: Say) -> list[Column]:
    return [
        Column("task", say("Task"), "text"),
        Column("people", say("People")),
        Column("before", say("Before"), "number"),
        Column("after", say("After"), "number"),
    ]


def _change(saved: float, metric: str, say: Say) -> str:
    return say.share(saved) if metric == "defect_rate" else say.signed(saved, _POINTS)


def _verdict(one: TaskEffect, say: Say) -> str:
    return say(f"verdict {one.verdict}") if one.verdict else say("not shown: too few people")


def _by_itself(report: Report, say: Say) -> Iterator[str]:
    """How much of a saving would have come without the tool, where people were chosen because they were slow."""
    for one in report.effects:
        if one.regression is not None and one.saved is not None:
            yield say(
                "{task}: people were chosen because they were slow. Of the {saved} minutes saved, {expected} are what "
                "regression to the mean brings by itself; the verdict is about the other {net}.",
                task=one.task,
                saved=say.number(one.saved),
                expected=say.number(one.regression.expected),
                net=say.number(one.regression.net),
            )
        if one.comparison is not None:
            yield say(
                "{task}: beside {others} people who had not started, {saved} better at the same baseline.",
                task=one.task,
                others=say.count(one.comparison.others),
                saved=say.number(one.comparison.saved),
            )


def _targets(report: Report, say: Say) -> Iterator[str]:
    """Each target, and how far it has been reached."""
    for goal in report.goals:
        values = {"use_case": goal.use_case, "target": say.number(goal.target), "unit": say(f"unit {goal.metric}")}
        if goal.reached is None:
            yield say("{use_case}: target {target} {unit}, not measured.", **values)
        else:
            reached = say.share(goal.reached)
            yield say("{use_case}: target {target} {unit}, {reached} of the way.", **values, reached=reached)
