"""`adoptlog purpose`."""

from datetime import date

import attrs
import click

from adoptlog_cli.settings import DAY, Settings
from adoptlog_cli.show import Listing, format_options, show

command = Listing("purpose", help="What the record is kept for.", default="show")


@command.command("show")
@click.option("--as-of", type=DAY, help="Date (default: today).")
@format_options
@click.pass_obj
def show_(settings: Settings, as_of: date | None, format_: str, bom: bool) -> None:
    """The purpose in force, since when, and who answers for it."""
    with settings.open() as log:
        purpose = log.purpose(as_of=as_of)
    rows = [] if purpose is None else [attrs.asdict(purpose)]
    show(rows, ("purpose", "since", "responsible"), settings, format_, bom)


@command.command("state")
@click.argument("purpose")
@click.option("--on", type=DAY, help="From when it holds (default: today).")
@click.option("--responsible", help="Who answers for it (any id).")
@click.pass_obj
def state(settings: Settings, purpose: str, on: date | None, responsible: str | None) -> None:
    """State what the record is kept for, as your people were told."""
    from adoptlog.i18n import translate

    with settings.open() as log:
        log.state_purpose(purpose, on=on, responsible=responsible)
    click.echo(translate(settings.lang)("The purpose is recorded, and shown in every export."))
