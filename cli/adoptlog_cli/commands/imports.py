"""`adoptlog imports`."""

import click

from adoptlog.messages import Message
from adoptlog_cli.settings import Settings
from adoptlog_cli.show import format_options, listing_group, show

command = listing_group("imports", "What was imported when.")


@command.command("list")
@format_options
@click.pass_obj
def list_(settings: Settings, format_: str, bom: bool) -> None:
    """All imports, the oldest first; each `record` is one."""
    with settings.open() as log:
        rows = log.imports()
    columns = ("id", "adapter", "source", "on", "recorded", "duplicates", "irrelevant", "rejected", "retracted")
    show(rows, columns, settings, format_, bom)


@command.command("retract")
@click.argument("id", type=int)
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.pass_obj
def retract(settings: Settings, id: int, yes: bool) -> None:
    """Take a whole import back: by retractions, nothing is erased."""
    with settings.open() as log:
        if not yes:
            click.confirm(settings.told(Message("Take back everything that import {id} recorded?", id=id)), abort=True)
        done = log.retract_import(id)
    click.echo(settings.told(Message("import {id}: {count} events taken back", id=id, count=done.events)))
    if done.also_brought_by:
        again = "import {others} had brought some of it again: import these files once more to keep it"
        click.echo(settings.told(Message(again, others=done.also_brought_by)))
