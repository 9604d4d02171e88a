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
    """Which conditions of the next gate are met; and how the program got where it is."""
    with settings.open() as log:
        rows, steps = log.gate(program), log.steps(program)
    if format_ != "table":
        way = {step["step"]: step for step in steps}
        rows = [row | {name: way.get(row["step"], {}).get(name) for name in ("entered_on", "override")} for row in rows]
        show(rows, ("step", "condition", "met", "entered_on", "override"), settings, format_, bom)
        return
    asked = []
    for row in rows:
        name, met = row["condition"], "yes" if row["met"] else "no"
        asked.append(row | {"condition": settings.told(name), "met": settings.told(met)})
    show(asked, ("step", "condition", "met"), settings, format_)
    if steps:
        click.echo()
        taken = [step | {"unmet": [settings.told(name) for name in step["unmet"]]} for step in steps]
        show(taken, ("step", "entered_on", "unmet", "override"), settings, format_)


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
