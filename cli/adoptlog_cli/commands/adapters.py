"""`adoptlog adapters`."""

import attrs
import click

from adoptlog_cli.settings import Settings
from adoptlog_cli.show import format_options, listing_group, show

command = listing_group("adapters", "What is plugged in.")


@command.command("list")
@format_options
@click.pass_obj
def list_(settings: Settings, format_: str, bom: bool) -> None:
    """Every adapter, and whether it can be used."""
    from adoptlog.intake.adapter import installed

    rows = [
        attrs.asdict(one) | {"title": settings.told(one.title), "problem": settings.told(one.problem or "") or None}
        for one in installed()
    ]
    show(rows, ("name", "direction", "installed", "title", "problem"), settings, format_, bom)


@command.command("show")
@click.argument("name")
@click.pass_obj
def show_(settings: Settings, name: str) -> None:
    """One adapter and its options."""
    from adoptlog.intake.adapter import find

    adapter = find(name)
    click.echo(f"{adapter.name}: {settings.told(adapter.title)} ({adapter.direction})")
    for field in attrs.fields(adapter.Options):
        need = "required" if field.default is attrs.NOTHING else "optional"
        click.echo(f"  {field.name}: {settings.told(need)}")


@command.command("check")
@click.argument("name")
def check(name: str) -> None:
    """Whether an adapter can be loaded."""
    from adoptlog.intake.adapter import find

    click.echo(f"{find(name).name}: ok")
