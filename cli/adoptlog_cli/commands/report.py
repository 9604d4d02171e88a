"""`adoptlog report`."""

import json
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from adoptlog.messages import Message
from adoptlog_cli.settings import DAY, Settings
from adoptlog_cli.show import show

if TYPE_CHECKING:
    from adoptlog.report.value import Report

_FILE = click.Path(path_type=Path, dir_okay=False)


@click.command("report", help="The management report: did it pay, who has formed the habit, and does it last.")
@click.option("--as-of", type=DAY, help="Date, end of day (default: today).")
@click.option("--program", help="Which program, where there are several.")
@click.option(
    "--format",
    "format_",
    type=click.Choice(["html", "json", "csv", "pdf", "text"]),
    help="Default: by the ending of --out.",
)
@click.option("--out", type=_FILE, help="File to write; needed for html and pdf, the others go to stdout.")
@click.option("--with-names", is_flag=True, help="List people by name, with their state. Confidential.")
@click.option("--bom", is_flag=True, help="Begin CSV with a byte order mark, for Excel.")
@click.pass_obj
def command(
    settings: Settings,
    as_of: date | None,
    program: str | None,
    format_: str | None,
    out: Path | None,
    with_names: bool,
    bom: bool,
) -> None:
    kind = format_ or _by_ending(out)
    if kind in ("html", "pdf") and out is None:
        raise click.UsageError(Message("a report as {kind} is a file: say which by --out report.{kind}", kind=kind))
    with settings.open() as log:
        report = log.report(as_of=as_of or settings.today, program=program, with_names=with_names)
    if kind == "html":
        write_page(report, settings.lang, _given(out))
    elif kind == "pdf":
        from adoptlog.report.page import page
        from adoptlog.report.printing import printed

        printed(page(report, settings.lang), _given(out))
    elif out is None:
        _write(report, kind, settings, bom)
    else:
        with out.open("w", encoding="utf-8", newline="") as file:
            sys.stdout, before = file, sys.stdout
            try:
                _write(report, kind, settings, bom)
            finally:
                sys.stdout = before


def write_page(report: "Report", lang: str, out: Path) -> None:
    """The page as a file."""
    from adoptlog.report.page import page

    out.write_text(page(report, lang), encoding="utf-8")


def _by_ending(out: Path | None) -> str:
    """What the name of the file asks for; without one, text for people to read."""
    ending = out.suffix.lower().lstrip(".") if out is not None else "txt"
    kind = {"htm": "html", "txt": "text"}.get(ending, ending)
    if kind not in ("html", "json", "csv", "pdf", "text"):
        raise click.UsageError(
            Message("{out} does not say which format: name it by --format, or end it in .html or .pdf", out=out)
        )
    return kind


def _given(out: Path | None) -> Path:
    assert out is not None
    return out


def _write(report: "Report", kind: str, settings: Settings, bom: bool) -> None:
    match kind:
        case "json":
            from adoptlog.report.keys import keys

            sys.stdout.write(json.dumps(keys(report), ensure_ascii=False, indent=1) + "\n")
        case "csv":
            from adoptlog.report.sheet import COLUMNS, sheet

            show(sheet(report, settings.lang), COLUMNS, settings, "csv", bom)
        case _:
            from adoptlog.report import terminal

            terminal.show(report, settings.lang, sys.stdout, color=settings.color)
