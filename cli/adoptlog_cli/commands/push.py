"""`adoptlog push`."""

from typing import Any

import click

from adoptlog_cli.adapter_options import Adapters, adapter_from, parameters_of, taken_from
from adoptlog_cli.settings import Settings
from adoptlog_cli.show import format_options, show

COLUMNS = ("adapter", "sent", "bookmark")


def _command(name: str) -> click.Command:
    @click.command(name)
    @click.option("--dry-run", is_flag=True, help="Only say what would be sent.")
    @click.option("--full", is_flag=True, help="Everything, not only what is new since the bookmark.")
    @format_options
    @click.pass_obj
    def command(settings: Settings, /, dry_run: bool, full: bool, format_: str, bom: bool, **given: Any) -> None:
        from adoptlog.i18n import translate

        made = adapter_from(name, taken_from(given), settings)
        with settings.open() as log:
            result = log.push(made, dry_run=dry_run, full=full)
        for note in made.notes:
            click.echo(settings.told(note), err=True)
        if dry_run:
            for text in result.texts:
                click.echo(settings.told(text), err=True)
            click.echo(translate(settings.lang)("nothing was sent: this was a dry run"), err=True)
        show([{column: getattr(result, column) for column in COLUMNS}], COLUMNS, settings, format_, bom)

    command.params = [*parameters_of(name), *command.params]
    return command


command = Adapters("push", direction="out", make=_command, help="Send what is new to another system.")
