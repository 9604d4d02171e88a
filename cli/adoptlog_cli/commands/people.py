"""`adoptlog people`."""

import click

from adoptlog.messages import Message
from adoptlog_cli.settings import Settings
from adoptlog_cli.show import format_options, listing_group, show

command = listing_group("people", "The directory.")


@command.command("list")
@format_options
@click.pass_obj
def list_(settings: Settings, format_: str, bom: bool) -> None:
    """Everybody, with all their ids."""
    with settings.open() as log:
        rows = log.people()
    show(rows, ("person", "name", "department", "ids"), settings, format_, bom)


@command.command("merge")
@click.argument("a")
@click.argument("b")
@click.pass_obj
def merge(settings: Settings, a: str, b: str) -> None:
    """A and B are one person: B becomes an id of A."""
    with settings.open() as log:
        log.merge(a, b)
    click.echo(settings.told(Message("{b} is an id of {a} now", a=a, b=b)))


def _later(name: str) -> None:
    @command.command(name, context_settings={"ignore_unknown_options": True}, hidden=True)
    @click.argument("args", nargs=-1)
    def later(args: tuple[str, ...]) -> None:
        raise click.UsageError(Message("`people {name}` is not part of this version of adoptlog yet", name=name))


for _name in ("export", "forget", "allow"):
    _later(_name)
