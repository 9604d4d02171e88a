"""Short ways to write a file and read it."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from adoptlog.intake.adapter import Fetched
from adoptlog.intake.observation import Rejected
from adoptlog_adapters.csv import CsvAdapter, CsvOptions

TODAY = date(2026, 11, 24)


def adapter(file: Path, content: str | bytes, kind: str = "usage", **options: Any) -> CsvAdapter:
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return CsvAdapter(CsvOptions(files=(file,), kind=kind, today=TODAY, **options))


def fetched(file: Path, content: str | bytes, kind: str = "usage", **options: Any) -> list[Fetched]:
    return list(adapter(file, content, kind, **options).fetch(None))


def said(file: Path, content: str | bytes, kind: str = "usage", **options: Any) -> list[tuple[int, Any]]:
    """The line and the translation of every row; a rejection as its text."""
    reader = adapter(file, content, kind, **options)
    translations = ((one.raw.line, reader.translate(one.raw)) for one in reader.fetch(None))
    return [(line, what.because if isinstance(what, Rejected) else list(what)) for line, what in translations]


def good(rows: Iterable[tuple[int, Any]]) -> list[str]:
    """Who is in the rows that were understood."""
    return [what[0].person for _, what in rows if not isinstance(what, str)]


def wrong(rows: Iterable[tuple[int, Any]]) -> dict[int, str]:
    """The reasons by line."""
    return {line: what for line, what in rows if isinstance(what, str)}
