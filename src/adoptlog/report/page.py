"""The report as one page: HTML with everything in it, no script, nothing to be fetched from anywhere."""

from base64 import b64encode
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from adoptlog.report.charts import NARROW, WIDE, drawn
from adoptlog.report.say import Say
from adoptlog.report.sections import sections
from adoptlog.report.sections.answer import answer
from adoptlog.report.table import Column, Table
from adoptlog.report.value import Report

_TEMPLATES = Path(__file__).parent / "templates"


def page(report: Report, lang: str) -> str:
    """The whole file."""
    say = Say(lang)
    return (
        _environment()
        .get_template("report.html.j2")
        .render(
            say=say,
            report=report,
            answer=answer(report, say),
            sections=list(sections(report, say)),
            style=Markup((_TEMPLATES / "report.css").read_text("utf-8")),
            drawn=lambda figure, name: [drawn(figure, f"{name}-w", WIDE), drawn(figure, f"{name}-n", NARROW)],
            commands=commands,
            download=download,
            shown=lambda value, column: shown(value, column, say),
        )
    )


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(_TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True,
    )  # fmt: skip


def commands(words: str) -> Markup:
    """What stands between backticks is a command."""
    parts = words.split("`")
    told = (Markup("<code>{}</code>" if place % 2 else "{}").format(part) for place, part in enumerate(parts))
    return Markup("").join(told)


def download(table: Table) -> str:
    """A table as an address that a click saves as a file; with a byte order mark, for Excel."""
    return "data:text/csv;charset=utf-8;base64," + b64encode(("\ufeff" + table.csv()).encode()).decode()


def shown(value: Any, column: Column, say: Say) -> str:
    """A cell as people read it."""
    if value is None:
        return "–"
    match column.kind:
        case "share":
            return say.share(value)
        case "number":
            return say.number(value, 2)
        case "count":
            return say.count(value)
        case "date":
            return say.day(value) if isinstance(value, date) else str(value)
        case "text":
            return str(value)
