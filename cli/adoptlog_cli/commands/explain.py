"""`adoptlog explain`."""

from datetime import date

import attrs
import click

from adoptlog_cli.settings import DAY, Settings
from adoptlog_cli.show import format_options, show


@click.command("explain", help="Why: a person's timeline, with every change of status and its cause.")
@click.argument("person")
@click.option("--program")
@click.option("--as-of", type=DAY)
@format_options
@click.pass_obj
def command(settings: Settings, person: str, program: str | None, as_of: date | None, format_: str, bom: bool) -> None:
    with settings.open() as log:
        told = log.explain(person, program=program, as_of=as_of)
    show([attrs.asdict(line) for line in told], ("on", "event", "text"), settings, format_, bom)
