"""`adoptlog import`."""

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from adoptlog.messages import Message
from adoptlog_cli.adapter_options import Adapters, adapter_from, parameters_of, taken_from
from adoptlog_cli.settings import Settings
from adoptlog_cli.show import format_options, show

if TYPE_CHECKING:
    from adoptlog.intake.importing import ImportResult

COLUMNS = ("adapter", "read", "recorded", "duplicates", "irrelevant", "rejected", "bookmark")
REJECTED = 3


def _command(name: str) -> click.Command:
    @click.command(name)
    @click.option("--unknown", type=click.Choice(["create", "reject"]), default="create", show_default=True)
    @click.option("--dry-run", is_flag=True, help="Only say what would be recorded, rejected and created.")
    @click.option("--full", is_flag=True, help="From the beginning, not from the bookmark; records only what is new.")
    @click.option("--let-leave", is_flag=True, help="It is right when more than a tenth are gone from a list.")
    @format_options
    @click.pass_obj
    def command(settings: Settings, /, **given: Any) -> None:
        _import(settings, name, taken_from(given), **given)

    command.params = [*parameters_of(name), *command.params]
    return command


command = Adapters(
    "import",
    direction="in",
    make=_command,
    help="Import from an adapter: files, or a system from its bookmark on. Secrets come from the environment.",
)


def _import(
    settings: Settings,
    name: str,
    given: dict[str, Any],
    *,
    unknown: str,
    dry_run: bool,
    full: bool,
    let_leave: bool,
    format_: str,
    bom: bool,
) -> None:
    from adoptlog.i18n import translate
    from adoptlog.intake.leavers import TooManyLeft
    from adoptlog.kit.setting_up import to_be_kept

    t, made = translate(settings.lang), adapter_from(name, given, settings)
    how: dict[str, Any] = {
        "dry_run": dry_run,
        "full": full,
        "create_people": unknown == "create",
        "settings": to_be_kept(given),
        "progress": _progress(settings),
    }
    with settings.open() as log:
        try:
            result = log.import_from(made, let_leave=let_leave, **how)
        except TooManyLeft as problem:
            if not sys.stdin.isatty():
                raise
            click.confirm(settings.told(problem.message) + " " + t("Record them as left?"), abort=True, err=True)
            result = log.import_from(made, let_leave=True, **how)
    if sys.stderr.isatty():
        click.echo(err=True)
    for note in getattr(made, "notes", ()):
        click.echo(settings.told(note), err=True)
    _tell(result, settings)
    show([{column: getattr(result, column) for column in COLUMNS}], COLUMNS, settings, format_, bom)
    if result.rejected:
        if not dry_run:
            said = Message("{count} rejected: `adoptlog dead-letters list` says why", count=result.rejected)
            click.echo(settings.told(said), err=True)
        raise click.exceptions.Exit(REJECTED)


def _tell(result: "ImportResult", settings: Settings) -> None:
    """What the counts do not say."""

    def say(template: str, **values: Any) -> None:
        click.echo(settings.told(Message(template, **values)), err=True)

    if result.left:
        say("{count} people are gone from the list and recorded as left", count=result.left)
    if result.rehearsal is None:
        return
    say("nothing was recorded: this was a dry run")
    say("{count} people would be created", count=result.rehearsal.created)
    for line in result.rehearsal.rejected:
        say("would be rejected: {line}", line=line)


def _progress(settings: Settings) -> "Callable[[ImportResult], None]":
    if not sys.stderr.isatty():
        return lambda _: None
    return lambda so_far: click.echo("\r" + settings.told(_so_far(so_far)), err=True, nl=False)


def _so_far(result: "ImportResult") -> Message:
    return Message("{read:,} read, {recorded:,} recorded", read=result.read, recorded=result.recorded)
