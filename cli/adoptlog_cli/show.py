"""How rows are shown: a table for people, JSON for programs, CSV for spreadsheets."""

import csv
import json
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import click

from adoptlog.spreadsheet import cell, neutral, plain
from adoptlog_cli.settings import Settings

Row = Mapping[str, Any]


class Listing(click.Group):
    """A group whose `list` (or another default) is what it does when no subcommand is named."""

    def __init__(self, name: str, *, default: str = "list", **settings: Any) -> None:
        super().__init__(name, **settings)
        self.default = default

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args or (args[0] not in self.commands and args[0] not in ctx.help_option_names):
            args = [self.default, *args]
        return super().parse_args(ctx, args)


def listing_group(name: str, summary: str) -> click.Group:
    """A group whose `list` is what it does when no subcommand is named."""
    return Listing(name, help=summary)


def format_options(command: Any) -> Any:
    """`--format` and `--bom`, for every listing."""
    command = click.option("--bom", is_flag=True, help="Begin CSV with a byte order mark, for Excel.")(command)
    choice = click.Choice(["table", "json", "csv"])
    return click.option("--format", "format_", type=choice, default="table", show_default=True)(command)


def show(
    rows: Iterable[Row],
    columns: Sequence[str],
    settings: Settings,
    format_: str,
    bom: bool = False,
    shown: Sequence[str] = (),
) -> None:
    """Write rows with all `columns`; a table has only those of `shown`, if given."""
    match format_:
        case "json":
            _json(rows, columns)
        case "csv":
            _csv(rows, columns, bom)
        case _:
            _table(list(rows), shown or columns, settings)


def _json(rows: Iterable[Row], columns: Sequence[str]) -> None:
    first = True
    sys.stdout.write("[")
    for row in rows:
        text = json.dumps({name: row[name] for name in columns}, ensure_ascii=False, default=plain)
        sys.stdout.write(("\n " if first else ",\n ") + text)
        first = False
    sys.stdout.write("]\n" if first else "\n]\n")


def _csv(rows: Iterable[Row], columns: Sequence[str], bom: bool) -> None:
    if bom:
        sys.stdout.write("\ufeff")
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([neutral(cell(row[name])) for name in columns])


def _table(rows: Sequence[Row], columns: Sequence[str], settings: Settings) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from adoptlog.i18n import translate

    t = translate(settings.lang)
    console = Console(no_color=not settings.color, highlight=False, soft_wrap=False)
    if not console.is_terminal:
        console = Console(no_color=True, highlight=False, width=200)
    table = Table(header_style="bold", box=None, pad_edge=False)
    for name in columns:
        table.add_column(t(f"column {name}") if t(f"column {name}") != f"column {name}" else name)
    for row in rows:
        table.add_row(*(Text(_word(name, row[name], t)) for name in columns))
    console.print(table)
    click.echo(t("{count} rows").format(count=len(rows)), err=True)


_WORDS = {
    "state",
    "depth",
    "step",
    "owner_role",
    "channel",
    "verdict",
    "metric",
    "basis",
    "outcome",
    "event",
    "check",
    "result",
    "direction",
    "way",
}
"""Columns that hold words of ours; the table shows them in the language of the reader."""


def _word(name: str, value: Any, t: Callable[[str], str]) -> str:
    if isinstance(value, bool):
        return t(str(value))
    if name in _WORDS and value is not None:
        said = t(f"{name} {value}")
        return str(value) if said == f"{name} {value}" else said
    return cell(value)
