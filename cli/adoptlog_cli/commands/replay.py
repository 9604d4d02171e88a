"""`adoptlog replay`."""

import sys
from datetime import date, datetime, timedelta
from pathlib import Path

import click

from adoptlog_cli.commands.status import SHOWN
from adoptlog_cli.settings import DAY, MOMENT, Settings
from adoptlog_cli.show import format_options, show


@click.command(
    "replay", help="Replay history from the events: the rows of `status`, at any date, as known at any time."
)
@click.option("--as-of", type=DAY)
@click.option("--known-at", type=MOMENT)
@click.option("--by", type=click.Choice(["week", "month"]), help="Count people per state and period instead.")
@click.option("--rebuild", is_flag=True, help="Build the read model anew and swap it in.")
@click.option("--policy", type=click.Path(path_type=Path), hidden=True)
@click.option("--compare", type=click.Path(path_type=Path), hidden=True)
@click.option("--workers", type=int, hidden=True)
@click.option("--scheduler", hidden=True)
@format_options
@click.pass_obj
def command(
    settings: Settings,
    as_of: date | None,
    known_at: datetime | None,
    by: str | None,
    rebuild: bool,
    policy: Path | None,
    compare: Path | None,
    workers: int | None,
    scheduler: str | None,
    format_: str,
    bom: bool,
) -> None:
    from msgspec.structs import asdict

    from adoptlog import HabitStatus

    for name, value in {"policy": policy, "compare": compare, "workers": workers, "scheduler": scheduler}.items():
        if value is not None:
            raise click.UsageError(f"--{name} is not part of this version of adoptlog yet")
    with settings.open() as log:
        if rebuild:
            done = log.rebuild(_progress)
            click.echo(f"{done} events taken in", err=True)
            return
        if by is not None:
            rows = _by(settings, log, by, as_of or settings.today, known_at)
            show(rows, ("period", "program", "state", "people"), settings, format_, bom)
            return
        statuses = log.replay(as_of=as_of, known_at=known_at, progress=_progress)
    names = HabitStatus.__struct_fields__
    show([asdict(row) for row in statuses], names, settings, format_, bom, SHOWN)


def _by(settings: Settings, log: "object", by: str, as_of: date, known_at: datetime | None) -> list[dict[str, object]]:
    first = log.first_day()  # type: ignore[attr-defined]
    ends = period_ends(first or as_of, as_of, by)
    return [
        {"period": period(end, by), "program": program, "state": state, "people": people}
        for end, program, state, people in log.states_by(ends, known_at=known_at)  # type: ignore[attr-defined]
    ]


def period_ends(first: date, last: date, by: str) -> list[date]:
    """The last day of each week (Sunday) or month from `first` to `last`; the last period ends on `last`."""
    ends = []
    day = first
    while day <= last:
        if by == "week":
            end = day + timedelta(days=6 - day.weekday())
        else:
            end = (day.replace(day=1) + timedelta(days=32)).replace(day=1) - timedelta(days=1)
        ends.append(min(end, last))
        day = end + timedelta(days=1)
    return ends


def period(end: date, by: str) -> str:
    """The name of the period a day is in: 2026-W27, or 2026-06."""
    if by == "week":
        year, week, _ = end.isocalendar()
        return f"{year}-W{week:02d}"
    return f"{end:%Y-%m}"


def _progress(done: int, all_: int) -> None:
    if sys.stderr.isatty():
        click.echo(f"\r{done:,} of {all_:,} events", err=True, nl=done >= all_)
