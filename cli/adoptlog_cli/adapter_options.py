"""The options of an adapter as options of a command: one subcommand per adapter that is plugged in."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from adoptlog_cli.settings import Settings

if TYPE_CHECKING:
    from adoptlog.kit.options import Setting

_GIVEN = "adapter_"


class Adapters(click.Group):
    """A group with the adapters of a direction as its subcommands; each has the options it asks for."""

    def __init__(self, name: str, *, direction: str, make: Callable[[str], click.Command], help: str) -> None:
        super().__init__(name, help=help)
        self._direction, self._make = direction, make

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [name for name, _ in self._mine()]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        from adoptlog.errors import Unusable
        from adoptlog.intake.plugged_in import described
        from adoptlog.messages import Message

        goes = described(cmd_name).direction
        if goes not in (self._direction, "both"):
            raise Unusable(
                "adapter {adapter} goes {goes} only: `adapters list` shows which go {direction}",
                adapter=cmd_name,
                goes=Message.word("direction", goes),
                direction=Message.word("direction", self._direction),
            )
        return self._make(cmd_name)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Adapters"):
            formatter.write_dl(self._mine())

    def _mine(self) -> list[tuple[str, str]]:
        """Those that go this way, and any that cannot be loaded to find out: name and title, or what is wrong."""
        from adoptlog.intake.plugged_in import installed

        ways = ("", "both", self._direction)
        return [(one.name, one.title or one.problem or "") for one in installed() if one.direction in ways]


def parameters_of(name: str) -> list[click.Parameter]:
    """The parameters a command needs to set an adapter up; secrets are none, they come from elsewhere."""
    from adoptlog.intake.plugged_in import described
    from adoptlog.kit.options import FILES, settings_of

    asked = [setting for setting in settings_of(name, described(name).Options) if not setting.secret]
    files = [click.Argument(["adapter_files"], nargs=-1, metavar="FILE…") for s in asked if s.name == FILES]
    return [*files, *(_option(setting) for setting in asked if setting.name != FILES)]


def taken_from(parameters: dict[str, Any]) -> dict[str, Any]:
    """The options of the adapter among the parameters of a command, which are taken out; those that were given."""
    mine = [key for key in parameters if key.startswith(_GIVEN)]
    given = {key.removeprefix(_GIVEN): parameters.pop(key) for key in mine}
    return {name: value for name, value in given.items() if value is not None and (value != () or name == "files")}


def adapter_from(name: str, given: dict[str, Any], settings: Settings) -> Any:
    """The adapter of a command line. What is missing is wrong usage."""
    from adoptlog.kit.options import NotGiven
    from adoptlog.kit.setting_up import set_up

    try:
        return set_up(name, given, today=settings.today, zone=settings.zone)
    except NotGiven as problem:
        raise click.UsageError(problem.message) from None


def _option(setting: "Setting") -> click.Option:
    names = [f"{_GIVEN}{setting.name}", setting.flag_name]
    help_ = f"{setting.help} ({'required; ' if setting.required else ''}{setting.variable})"
    if setting.flag:
        return click.Option([names[0], f"{setting.flag_name}/--no-{setting.flag_name[2:]}"], default=None, help=help_)
    kind = click.Choice(setting.words) if setting.words else None
    return click.Option(names, multiple=setting.many, type=kind, help=help_)
