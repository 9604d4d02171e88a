"""`adoptlog doctor`."""

import attrs
import click

from adoptlog_cli.settings import Settings
from adoptlog_cli.show import format_options, show

UNSOUND = 4


@click.command("doctor", help="Is everything sound: the database, the read model, and what still waits.")
@format_options
@click.pass_obj
def command(settings: Settings, format_: str, bom: bool) -> None:
    with settings.open() as log:
        findings = log.examine()
    rows = [attrs.asdict(found) | {"text": settings.told(found.text)} for found in findings]
    show(rows, ("check", "result", "text"), settings, format_, bom)
    if any(f.result == "unsound" for f in findings):
        raise click.exceptions.Exit(UNSOUND)
