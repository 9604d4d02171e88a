"""`adoptlog dead-letters`."""

import json

import click

from adoptlog.messages import Message
from adoptlog_cli.commands.importing import REJECTED
from adoptlog_cli.settings import Settings
from adoptlog_cli.show import format_options, listing_group, show

COLUMNS = ("id", "source", "line", "reason", "record")


command = listing_group("dead-letters", "What could not be recorded, and why.")


@command.command("list")
@format_options
@click.pass_obj
def list_(settings: Settings, format_: str, bom: bool) -> None:
    """All of them."""
    with settings.open() as log:
        rows = log.dead_letters()
    show(rows, COLUMNS, settings, format_, bom)


@command.command("show")
@click.argument("id", type=int)
@click.pass_obj
def show_(settings: Settings, id: int) -> None:
    """One of them, whole."""
    with settings.open() as log:
        (row,) = log.dead_letters([id])
    for name in COLUMNS:
        value = row[name]
        click.echo(f"{name}: {json.dumps(value, ensure_ascii=False) if name == 'record' else value}")


@command.command("retry")
@click.argument("ids", type=int, nargs=-1)
@click.pass_obj
def retry(settings: Settings, ids: tuple[int, ...]) -> None:
    """Try to record them again (all, or these)."""
    with settings.open() as log:
        recorded, left = log.retry_dead_letters(list(ids) or None)
    click.echo(settings.told(Message("{recorded} recorded, {left} still rejected", recorded=recorded, left=left)))
    if left:
        raise click.exceptions.Exit(REJECTED)


@command.command("discard")
@click.argument("ids", type=int, nargs=-1, required=True)
@click.pass_obj
def discard(settings: Settings, ids: tuple[int, ...]) -> None:
    """Let them go."""
    with settings.open() as log:
        gone = log.discard_dead_letters(list(ids))
    click.echo(settings.told(Message("{count} discarded", count=gone)))
