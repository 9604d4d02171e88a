"""Does it last: cohorts since their own beginning (E2), and how long those who use it keep using it (G2)."""

from adoptlog.report.figures import Curves, Line
from adoptlog.report.say import Say
from adoptlog.report.sections.section import Exhibit, Section
from adoptlog.report.table import Column, Table
from adoptlog.report.value import Report


def section(report: Report, say: Say) -> Section | None:
    """None where there is neither a cohort nor a curve to show."""
    exhibits = [*_cohorts(report, say), *_retention(report, say)]
    if not exhibits:
        return None
    return Section(name="lasting", title=say("Does it last"), lead=_lead(report, say), exhibits=exhibits)


def _lead(report: Report, say: Say) -> str:
    curve = report.retention
    if curve is None:
        return say("Too few people have used it yet to say how long use lasts.")
    if curve.median is None:
        return say(
            "Of {people} people who ever used it, {lapsed} lapsed at least once; more than half keep using it "
            "without a lapse for as long as can be seen.",
            people=say.count(curve.people),
            lapsed=say.count(curve.lapsed),
        )
    return say(
        "Of {people} people who ever used it, {lapsed} lapsed at least once: half lapse within {days} days of work.",
        people=say.count(curve.people),
        lapsed=say.count(curve.lapsed),
        days=say.count(curve.median),
    )


def _percent(say: Say) -> list[str]:
    return [say.share(share) for share in (0, 0.25, 0.5, 0.75, 1)]


def _cohorts(report: Report, say: Say) -> list[Exhibit]:
    shown = [cohort for cohort in report.cohorts if len(cohort.weeks) > 1]
    if not shown:
        return []
    title = say("Share with the habit, by weeks since they began")
    note = say(
        "A cohort is who began in the same period; small ones are put together. Each curve goes as far as nine tenths "
        "of its people have come."
    )
    figure = Curves(
        title=title,
        desc=say("For each cohort, the share of its people who use it by habit, week after week."),
        lines=[
            Line(
                label=say("{cohort} · {people} people", cohort=cohort.name, people=say.count(cohort.people)),
                points=[(float(week.week), week.habitual) for week in cohort.weeks],
            )
            for cohort in shown
        ],
        axis=say("weeks since they began"),
        percent=_percent(say),
    )
    columns = [
        Column("cohort", say("Cohort"), "text"),
        Column("week", say("Week")),
        Column("people", say("People")),
        Column("habitual", say("state habitual"), "share"),
        Column("active", say("Active"), "share"),
    ]
    rows = [
        [cohort.name, week.week, week.people, week.habitual, week.active] for cohort in shown for week in cohort.weeks
    ]
    return [Exhibit(name="cohorts", title=title, figure=figure, table=Table(columns=columns, rows=rows), note=note)]


def _retention(report: Report, say: Say) -> list[Exhibit]:
    curve = report.retention
    if curve is None or not curve.days:
        return []
    title = say("Share still using it, by days of work since their first use")
    points = [(0.0, 1.0), *zip(curve.days, curve.share, strict=True)]
    last = Line(
        label=say("{share} after {days} days", share=say.share(curve.share[-1]), days=say.count(curve.days[-1])),
        points=points,
        low=[1.0, *curve.low],
        high=[1.0, *curve.high],
        stepped=True,
    )
    figure = Curves(
        title=title,
        desc=say("The share of those who ever used it that has not lapsed, with its interval (95%)."),
        lines=[last],
        axis=say("days of work since the first use"),
        percent=_percent(say),
    )
    columns = [
        Column("days", say("Days of work")),
        Column("share", say("Still using it"), "share"),
        Column("low", say("interval from"), "share"),
        Column("high", say("interval to"), "share"),
    ]
    rows = [list(row) for row in zip(curve.days, curve.share, curve.low, curve.high, strict=True)]
    note = say(
        "Kaplan–Meier estimate with its interval (95%). Who left, went on a long leave or is still using it counts as "
        "far as could be seen; days off, on leave or unknown do not count."
    )
    return [Exhibit(name="retention", title=title, figure=figure, table=Table(columns=columns, rows=rows), note=note)]
