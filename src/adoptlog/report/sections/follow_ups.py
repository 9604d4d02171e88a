"""The help that was given: follow-ups raised each week, and whether they were done."""

from adoptlog.report.figures import Pairs
from adoptlog.report.say import Say
from adoptlog.report.sections.section import Exhibit, Section
from adoptlog.report.table import Column, Table
from adoptlog.report.value import Report

_MONTHS = 7
_COUNTS = ("raised", "done", "resolved", "dismissed", "open")


def section(report: Report, say: Say) -> Section | None:
    """None in a program too small to be shown."""
    if report.people is None:
        return None
    title = say("Was help given")
    raised = sum(week.raised for week in report.work)
    if not raised:
        words = say("No follow-up has been raised yet: `adoptlog follow-ups raise` begins the work.")
        return Section(name="follow_ups", title=title, lead=words)
    done = sum(week.done for week in report.work)
    resolved = sum(week.resolved for week in report.work)
    dismissed = sum(week.dismissed for week in report.work)
    lead = say(
        "Of {raised} follow-ups: {done} done, {resolved} resolved by themselves, {dismissed} not needed, {open} open.",
        raised=say.count(raised),
        done=say.count(done),
        resolved=say.count(resolved),
        dismissed=say.count(dismissed),
        open=say.count(report.work[-1].open),
    )
    ends = [week.end for week in report.work]
    exhibit = Exhibit(
        name="follow_ups_by_week",
        title=say("Follow-ups raised and closed, week by week"),
        figure=Pairs(
            title=say("Follow-ups raised and closed, week by week"),
            desc=lead,
            periods=[say.day(end) for end in ends],
            marks=list(say.months(ends, _MONTHS)),
            first=(say("raised"), [week.raised for week in report.work]),
            second=(say("closed"), [week.done + week.resolved + week.dismissed for week in report.work]),
        ),
        table=Table(
            columns=[
                Column("week_to", say("Week to"), "date"),
                *[Column(name, say(f"work {name}")) for name in _COUNTS],
            ],
            rows=[[week.end, *[getattr(week, name) for name in _COUNTS]] for week in reversed(report.work)],
        ),
    )
    return Section(name="follow_ups", title=title, lead=lead, exhibits=[exhibit])
