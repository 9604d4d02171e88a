"""`adoptlog effect`."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from adoptlog_cli.settings import DAY, Settings
from adoptlog_cli.show import format_options, listing_group, show

if TYPE_CHECKING:
    from adoptlog.effect.task import TaskEffect

command = listing_group("effect", "Whether it pays: time and quality before and after, per task.")

COLUMNS = (
    *("program", "department", "month", "task", "metric", "people", "before", "after", "saved", "low", "high"),
    *("verdict", "basis", "minimum", "share", "share_low", "share_high", "tally_wins", "tally_losses", "tally_ties"),
    *("rates_interval_low", "rates_interval_high", "regression_expected", "regression_net", "regression_interval_low"),
    *("regression_interval_high", "comparison_others", "comparison_saved", "comparison_interval_low"),
    *("comparison_interval_high", "staggered_overall", "staggered_interval_low", "staggered_interval_high"),
    *("recalled_people", "recalled_saved", "recalled_interval_low", "recalled_interval_high", "calibration_people"),
    *("calibration_felt", "calibration_measured", "without_baseline"),
)
_SHOWN = ("task", "metric", "people", "before", "after", "saved", "low", "high", "verdict")
_PLAN = ("task", "minutes", "sd", "basis", "measured", "pairs", "power")


@command.command("list")
@click.option("--program", help="Only this program.")
@click.option("--department", help="Only this department.")
@click.option("--task", help="Only this task.")
@click.option("--month", help="Only measurements after the launch from this month, such as 2026-06.")
@click.option("--by", type=click.Choice(["department", "month"]), help="A row for each of them.")
@click.option("--as-of", type=DAY, help="Date, end of day (default: today).")
@format_options
@click.pass_obj
def list_(
    settings: Settings,
    program: str | None,
    department: str | None,
    task: str | None,
    month: str | None,
    by: Any,
    as_of: date | None,
    format_: str,
    bom: bool,
) -> None:
    """What changed in each task: measured, with 95 % intervals on person means, and the verdict."""
    from adoptlog.rows import flat

    with settings.open() as log:
        found = log.effect(
            as_of=as_of or settings.today, program=program, department=department, task=task, month=month, by=by
        )
    rows = [dict.fromkeys(COLUMNS) | {n: _rounded(v) for n, v in flat(row).items()} for row in found]
    split = () if by is None else (by,)
    shown = [{**row, "saved": _signed(row["saved"])} for row in rows] if format_ == "table" else rows
    show(shown, COLUMNS, settings, format_, bom, (*split, *_SHOWN))
    if format_ == "table":
        for note in _notes(found, settings):
            click.echo(note)


@command.command("plan")
@click.option("--minutes", type=float, required=True, help="The saving per run that is to be seen.")
@click.option("--sd", type=float, help="Standard deviation of the differences, in minutes.")
@click.option("--task", help="By what was measured of this task (default: of every task).")
@click.option("--program", help="Only tasks of this program.")
@click.option("--power", type=float, default=0.8, show_default=True, help="In how many of all cases it is to be seen.")
@click.option("--as-of", type=DAY, help="Date, end of day (default: today).")
@format_options
@click.pass_obj
def plan(
    settings: Settings,
    minutes: float,
    sd: float | None,
    task: str | None,
    program: str | None,
    power: float,
    as_of: date | None,
    format_: str,
    bom: bool,
) -> None:
    """How many people to measure before and after, to see a saving of so many minutes."""
    from adoptlog.i18n import translate
    from adoptlog.rows import flat

    with settings.open() as log:
        found = log.pairs_needed(minutes, sd=sd, task=task, program=program, as_of=as_of or settings.today, power=power)
    rows = [{name: _rounded(value) for name, value in flat(row).items()} for row in found]
    show(rows, _PLAN, settings, format_, bom, _PLAN[:-1])
    if format_ == "table":
        text = translate(settings.lang)(
            "A pair is one person measured before and after. So many show a true saving of {minutes:g} minutes per run "
            "in {power:.0%} of all cases."
        )
        click.echo(text.format(minutes=minutes, power=power))


def _notes(found: Iterable["TaskEffect"], settings: Settings) -> Iterator[str]:
    """What the reader has to know beside the figures."""
    from adoptlog.i18n import translate

    t = translate(settings.lang)
    rows = list(found)
    if any(row.suppressed for row in rows):
        yield t("Empty figures are of too few people, or could be found from others by subtraction.")
    for row in rows:
        yield from _notes_on(row, t)


def _notes_on(row: "TaskEffect", t: Callable[[str], str]) -> Iterator[str]:
    if row.regression is not None:
        yield t(
            "{task}: these people were chosen because they were slow; {expected:.1f} of the {saved:.1f} minutes are "
            "expected without any effect."
        ).format(task=row.task, expected=row.regression.expected, saved=row.saved)
    if row.recalled is not None:
        yield t(
            "{task}: {people} people estimated their baseline afterwards and so felt to save {saved:.1f}; this is not "
            "in the figures."
        ).format(task=row.task, people=row.recalled.people, saved=row.recalled.saved)
    if row.without_baseline and row.without_baseline != (row.recalled.people if row.recalled else 0):
        yield t("{task}: {people} people have no measured baseline and are not in the figures.").format(
            task=row.task, people=row.without_baseline
        )


def _rounded(value: Any) -> Any:
    return round(value, 4) if isinstance(value, float) else value


def _signed(value: float | None) -> str | None:
    """A saving with its sign: a minus is a loss."""
    return None if value is None else f"{value:+.2f}"
