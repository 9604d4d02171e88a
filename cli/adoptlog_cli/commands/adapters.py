"""`adoptlog adapters`."""

from typing import Any

import attrs
import click

from adoptlog.messages import Message
from adoptlog_cli.adapter_options import adapter_from, parameters_of, taken_from
from adoptlog_cli.settings import Settings
from adoptlog_cli.show import format_options, listing_group, show

COLUMNS = ("name", "direction", "installed", "last_run", "bookmark", "sent_up_to", "watermark", "title", "problem")
SHOWN = ("name", "direction", "installed", "last_run", "bookmark", "watermark", "title", "problem")
UNSOUND = 4

command = listing_group("adapters", "What is plugged in.")


@command.command("list")
@format_options
@click.pass_obj
def list_(settings: Settings, format_: str, bom: bool) -> None:
    """Every adapter, whether it can be used, and how far it has come."""
    from adoptlog.intake.plugged_in import installed

    with settings.open() as log:
        far = log.progress_of_adapters()
    rows = []
    for one in installed():
        progress = far.get(one.name)
        known: dict[str, Any] = attrs.asdict(progress) if progress else dict.fromkeys(COLUMNS)
        said = {"title": settings.told(one.title), "problem": settings.told(one.problem or "") or None}
        rows.append(known | attrs.asdict(one) | said)
    show(rows, COLUMNS, settings, format_, bom, SHOWN)


@command.command("show")
@click.argument("name")
@click.pass_obj
def show_(settings: Settings, name: str) -> None:
    """One adapter and its options: on the command line, in the configuration of `sync`, in the environment."""
    from adoptlog.intake.plugged_in import described, missing
    from adoptlog.kit.options import FILES, settings_of

    adapter = described(name)
    t = settings.told
    way = Message.word("direction", adapter.direction)
    click.echo(t(Message("{name}: {title} ({way})", name=adapter.name, title=Message(adapter.title), way=way)))
    if lacks := missing(adapter):
        click.echo(f"  {lacks}")
    for setting in settings_of(name, adapter.Options):
        need = Message("required") if setting.required else Message("optional")
        where: str = Message("{option}, {variable}", option=setting.flag_name, variable=setting.variable)
        if setting.secret:
            entry = f"{name}.{setting.name}"
            where = Message("{variable}, or keyring adoptlog {entry}", variable=setting.variable, entry=entry)
        if setting.name == FILES:
            where = Message("after the name")
        help_ = Message(setting.help or "–")
        click.echo(
            t(Message("  {name}: {need}; {help} ({where})", name=setting.name, need=need, help=help_, where=where))
        )


class Check(click.Group):
    """`adapters check NAME`, with the options of the adapter."""

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        return _check(cmd_name)

    def list_commands(self, ctx: click.Context) -> list[str]:
        from adoptlog.intake.plugged_in import names

        return names()

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Adapters"):
            formatter.write_dl([(name, "") for name in self.list_commands(ctx)])


def _check(name: str) -> click.Command:
    @click.command(name)
    @format_options
    @click.pass_obj
    def check(settings: Settings, /, format_: str, bom: bool, **given: Any) -> None:
        from adoptlog.kit.checking import checked

        made = adapter_from(name, taken_from(given), settings)
        found = [
            {"what": settings.told(one.what), "works": one.works, "text": settings.told(one.text)}
            for one in checked(made)
        ]
        show(found, ("what", "works", "text"), settings, format_, bom)
        if not all(one["works"] for one in found):
            raise click.exceptions.Exit(UNSOUND)

    check.params = [*parameters_of(name), *check.params]
    return check


command.add_command(Check("check", help="Whether an adapter works as it is configured: read-only."))
