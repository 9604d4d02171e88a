"""`adoptlog status`."""

import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

import click

from adoptlog_cli.settings import DAY, MOMENT, Settings
from adoptlog_cli.show import format_options, show

SHOWN = ("person", "name", "department", "program", "state", "since", "strength", "depth", "confidence", "last_used_on")
STATES = ["not_started", "trying", "forming", "habitual", "slipping", "lapsed", "unknown", "on_leave", "left", "exempt"]


@click.command("status", help="Habit status: one row per person and program they are enrolled in.")
@click.option("--person", help="Only this person (any id).")
@click.option("--department", help="Only this department.")
@click.option("--program", help="Only this program.")
@click.option("--state", type=click.Choice(STATES), help="Only people in this state.")
@click.option("--as-of", type=DAY, help="Date, end of day (default: today).")
@click.option("--known-at", type=MOMENT, help="As far as known at this time.")
@click.option("--by", type=click.Choice(["department"]), help="People per state in each department.")
@format_options
@click.pass_obj
def command(
    settings: Settings,
    person: str | None,
    department: str | None,
    program: str | None,
    state: str | None,
    as_of: date | None,
    known_at: datetime | None,
    by: str | None,
    format_: str,
    bom: bool,
) -> None:
    from msgspec.structs import asdict

    from adoptlog import HabitStatus

    with settings.open() as log:
        rows = log.status(as_of=as_of, known_at=known_at, person=person, program=program)
    kept = [
        asdict(row)
        for row in rows
        if (department is None or row.department == department) and (state is None or row.state == state)
    ]
    if by is not None:
        show_departments(kept, settings, format_, bom)
        return
    show(kept, HabitStatus.__struct_fields__, settings, format_, bom, SHOWN)


def show_departments(rows: Sequence[Mapping[str, Any]], settings: Settings, format_: str, bom: bool) -> None:
    """How many people of each department are in each state; in a table also as a bar, the habit at its left."""
    counts: dict[str | None, Counter[str]] = {}
    for row in rows:
        counts.setdefault(row["department"], Counter())[row["state"]] += 1
    told = [
        {"department": name, "people": some.total(), **{state: some[state] for state in STATES}}
        for name, some in sorted(counts.items(), key=lambda entry: (entry[0] is None, entry[0]))
    ]
    columns = ("department", "people", *STATES)
    if format_ == "table":
        from adoptlog.report.terminal import departments

        departments(told, settings.lang, sys.stdout, color=settings.color)
    else:
        show(told, columns, settings, format_, bom)
