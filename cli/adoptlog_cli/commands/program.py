"""`adoptlog program`."""

from datetime import date

import click

from adoptlog.messages import Message
from adoptlog_cli.settings import DAY, Settings
from adoptlog_cli.show import format_options, listing_group, show

command = listing_group("program", "Programs and their four steps.")


@command.command("list")
@format_options
@click.pass_obj
def list_(settings: Settings, format_: str, bom: bool) -> None:
    """All programs, the step each is in, and how many people take part."""
    with settings.open() as log:
        rows = log.programs()
    show(rows, ("program", "title", "step", "starts_on", "people"), settings, format_, bom)


@command.command("show")
@click.argument("program")
@format_options
@click.pass_obj
def show_(settings: Settings, program: str, format_: str, bom: bool) -> None:
    """Which conditions of the next gate are met."""
    with settings.open() as log:
        rows = log.gate(program)
    show(rows, ("step", "condition", "met"), settings, format_, bom)


@command.command("enter")
@click.argument("program")
@click.argument("step", type=click.Choice(["inventory", "objectives", "education", "follow_up"]))
@click.option("--on", "on", type=DAY)
@click.option("--override", help="Why the program goes on though the gate is closed.")
@click.pass_obj
def enter(settings: Settings, program: str, step: str, on: date | None, override: str | None) -> None:
    """Enter a step, if the gate before it is open."""
    with settings.open() as log:
        log.enter(program, step, on=on, override=override)  # type: ignore[arg-type]
    click.echo(settings.told(Message("{program} is in step {step}", program=program, step=Message.word("step", step))))
