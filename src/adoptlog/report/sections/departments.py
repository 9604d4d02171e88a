"""Where it is used: departments beside each other, by name and never by rank."""

from adoptlog.report.figures import Estimate, Intervals
from adoptlog.report.say import Say
from adoptlog.report.sections.section import Exhibit, Section
from adoptlog.report.table import Column, Table
from adoptlog.report.value import Department, Report

_COLUMNS = ("habitual", "forming", "trying", "slipping", "lapsed", "not_started")


def section(report: Report, say: Say) -> Section | None:
    """None where no department is known."""
    if not report.departments:
        return None
    shown = [one for one in report.departments if one.usage is not None and one.usage.rate is not None]
    title = say("People active in the last 28 days, by department")
    figure = Intervals(
        title=title,
        desc=say("The share of each department's people who were active, with its interval (95%)."),
        rows=[_estimate(one, say) for one in shown],
        told=say.share,
        goals=[(report.usage.rate, say("all {share}", share=say.share(report.usage.rate)))]
        if report.usage.rate
        else [],
        bounds=(0.0, 1.0),
    )
    hidden = [one for one in report.departments if one.people is None]
    note = say(
        "Departments with fewer than {smallest} people are not shown, nor others from which they could be worked out.",
        smallest=report.smallest_group,
    )
    return Section(
        name="departments",
        title=say("Where it is used"),
        lead=say(
            "In alphabetical order. A wide interval means few people: a difference between two departments whose "
            "intervals overlap may be chance."
        ),
        exhibits=[
            Exhibit(
                name="departments",
                title=title,
                figure=figure if shown else None,
                table=_table(report, say),
                note=note if hidden else "",
            )
        ],
    )


def _estimate(one: Department, say: Say) -> Estimate:
    usage = one.usage
    assert usage is not None
    assert usage.rate is not None
    return Estimate(
        label=one.name or say("without a department"),
        value=usage.rate,
        low=usage.low or 0.0,
        high=usage.high or 0.0,
        words=say(
            "{share} ({active} of {known})",
            share=say.share(usage.rate),
            active=say.count(usage.active or 0),
            known=say.count(usage.known or 0),
        ),
    )


def _table(report: Report, say: Say) -> Table:
    columns = [
        Column("department", say("Department"), "text"),
        Column("people", say("People")),
        *[Column(state, say(f"state {state}")) for state in _COLUMNS],
        Column("usage_rate", say("Usage rate"), "share"),
        Column("low", say("interval from"), "share"),
        Column("high", say("interval to"), "share"),
    ]
    rows = [
        [
            one.name or say("without a department"),
            one.people,
            *[one.states[state] if one.states else None for state in _COLUMNS],
            one.usage.rate if one.usage else None,
            one.usage.low if one.usage else None,
            one.usage.high if one.usage else None,
        ]
        for one in report.departments
    ]
    return Table(columns=columns, rows=rows)
