"""The people by name, for those who may read it; in the order of their ids, with nothing to be ranked by."""

from adoptlog.report.say import Say
from adoptlog.report.sections.section import Exhibit, Section
from adoptlog.report.table import Column, Table
from adoptlog.report.value import Report


def section(report: Report, say: Say) -> Section | None:
    """None unless names were asked for."""
    if report.named is None:
        return None
    columns = [
        Column("person", say("Person"), "text"),
        Column("name", say("Name"), "text"),
        Column("department", say("Department"), "text"),
        Column("state", say("State"), "text"),
    ]
    rows = [[one.person, one.name, one.department, say(f"state {one.state}")] for one in report.named]
    return Section(
        name="people",
        title=say("People"),
        lead=say("Confidential: for those who help, not for appraisal."),
        exhibits=[Exhibit(name="people", title=say("People"), table=Table(columns=columns, rows=rows))],
    )
