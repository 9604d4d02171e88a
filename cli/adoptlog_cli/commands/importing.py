"""`adoptlog import`."""

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from adoptlog.messages import Message
from adoptlog_cli.settings import Settings
from adoptlog_cli.show import format_options, show

if TYPE_CHECKING:
    from adoptlog.intake.importing import ImportResult

COLUMNS = ("adapter", "read", "recorded", "duplicates", "irrelevant", "rejected", "bookmark")
REJECTED = 3


@click.command(
    "import",
    help="Import from an adapter (`adapters list`): files, or a system from its bookmark on.",
    context_settings={"ignore_unknown_options": False},
)
@click.argument("adapter")
@click.argument("source", nargs=-1)
@click.option("--kind", help="csv: what the rows are about (`template --help` lists the kinds).")
@click.option("--map", "renamed", multiple=True, metavar="THEIRS=OURS", help="csv: a column under another name.")
@click.option("--covers", default="rows", help="csv usage: FROM..TO, or none for an export of some people.")
@click.option("--mapping", type=click.Path(exists=True, path_type=Path), help="xapi: what further verbs mean.")
@click.option("--unknown", type=click.Choice(["create", "reject"]), default="create", show_default=True)
@click.option("--dry-run", is_flag=True, help="Only say what would be recorded.")
@click.option("--full", is_flag=True, help="From the beginning, not from the bookmark.")
@format_options
@click.pass_obj
def command(
    settings: Settings,
    adapter: str,
    source: tuple[str, ...],
    kind: str | None,
    renamed: tuple[str, ...],
    covers: str,
    mapping: Path | None,
    unknown: str,
    dry_run: bool,
    full: bool,
    format_: str,
    bom: bool,
) -> None:
    given: dict[str, Any] = {"files": source, "kind": kind, "map": renamed, "covers": covers, "mapping": mapping}
    made = make_adapter(adapter, given, settings.today)
    again = {"kind": kind, "map": list(renamed), "mapping": mapping and str(mapping)}
    with settings.open() as log:
        result = log.import_from(
            made,
            dry_run=dry_run,
            full=full,
            create_people=unknown == "create",
            settings=again,
            progress=_progress(settings),
        )
    if sys.stderr.isatty():
        click.echo(err=True)
    for note in getattr(made, "notes", ()):
        click.echo(settings.told(note), err=True)
    show([{name: getattr(result, name) for name in COLUMNS}], COLUMNS, settings, format_, bom)
    if result.rejected:
        said = Message("{count} rejected: `adoptlog dead-letters list` says why", count=result.rejected)
        click.echo(settings.told(said), err=True)
        raise click.exceptions.Exit(REJECTED)


def make_adapter(name: str, given: dict[str, Any], today: date) -> Any:
    """The adapter under a name, with those of the given options it knows."""
    import attrs

    from adoptlog.intake.adapter import find

    kind = find(name)
    fields = {field.name: field for field in attrs.fields(kind.Options)}
    options = {key: value for key, value in (given | {"today": today}).items() if key in fields and value is not None}
    missing = [key for key, field in fields.items() if field.default is attrs.NOTHING and key not in options]
    if missing:
        raise click.UsageError(
            Message("adapter {name} needs --{option}", name=name, option=missing[0].replace("_", "-"))
        )
    return kind(kind.Options(**options))


def _progress(settings: Settings) -> "Callable[[ImportResult], None]":
    if not sys.stderr.isatty():
        return lambda _: None
    return lambda so_far: click.echo("\r" + settings.told(_so_far(so_far)), err=True, nl=False)


def _so_far(result: "ImportResult") -> Message:
    return Message("{read:,} read, {recorded:,} recorded", read=result.read, recorded=result.recorded)
