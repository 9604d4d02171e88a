"""How it went: people per state, week by week."""

from adoptlog.report.figures import Layer, Stack
from adoptlog.report.say import Say
from adoptlog.report.sections.section import Exhibit, Section
from adoptlog.report.table import Column, Table
from adoptlog.report.value import Report

STATES = ("habitual", "forming", "trying", "slipping", "lapsed", "not_started", "unknown", "on_leave", "exempt", "left")
"""From the habit upwards: what grows from below is what the program is there for."""

_AWAY = ("on_leave", "exempt", "left")
_MONTHS = 7


def section(report: Report, say: Say) -> Section | None:
    """None where the program is too small, or has no history."""
    weeks = report.weeks
    if not weeks or report.people is None:
        return None
    now = weeks[-1].people
    lead = say(
        "Of {people} people, {habitual} use it by habit and {forming} are forming one; {lost} have slipped or lapsed, "
        "and {never} never started.",
        people=say.count(report.people),
        habitual=say.count(now["habitual"]),
        forming=say.count(now["forming"]),
        lost=say.count(now["slipping"] + now["lapsed"]),
        never=say.count(now["not_started"]),
    )
    layers = [
        Layer(label=say(f"state {state}"), fill=f"s-{state}", values=[week.people[state] for week in weeks])
        for state in STATES
        if state not in _AWAY
    ]
    away = [sum(week.people[state] for state in _AWAY) for week in weeks]
    layers.append(Layer(label=say("away or gone"), fill="s-away", values=away))
    ends = [week.end for week in weeks]
    title = say("People by state, week by week")
    return Section(
        name="course",
        title=say("How it went"),
        lead=lead,
        exhibits=[
            Exhibit(
                name="states_by_week",
                title=title,
                figure=Stack(
                    title=title,
                    desc=lead,
                    periods=[say.day(end) for end in ends],
                    marks=list(say.months(ends, _MONTHS)),
                    layers=layers,
                ),
                table=Table(
                    columns=[
                        Column("week_to", say("Week to"), "date"),
                        *[Column(state, say(f"state {state}")) for state in STATES],
                    ],
                    rows=[[week.end, *[week.people[state] for state in STATES]] for week in reversed(weeks)],
                ),
            )
        ],
    )
