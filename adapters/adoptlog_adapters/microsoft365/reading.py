"""The report as Microsoft gives it: pages of JSON, a CSV behind a link, or a file of the admin centre."""

import csv
from collections.abc import Iterator
from datetime import date
from io import StringIO
from pathlib import Path

from adoptlog.errors import Unusable
from adoptlog.kit.pages import by_next
from adoptlog.kit.web import Web
from adoptlog_adapters.microsoft365.rows import Row, row_of

PATH = "beta/copilot/reports/getMicrosoft365CopilotUsageUserDetail(period='{period}')"


def from_pages(web: Web, period: str) -> Iterator[Row]:
    """The report as JSON."""
    for page in by_next(web, PATH.format(period=period), {"$format": "application/json"}, key="@odata.nextLink"):
        if not isinstance(page, dict) or not isinstance(page.get("value"), list):
            raise Unusable("Microsoft Graph answered without the rows of its report")
        yield from map(row_of, page["value"])


def from_link(web: Web, period: str) -> Iterator[Row]:
    """The report as CSV: Graph points to a link that is valid for minutes and wants no token."""
    answer = web.get(PATH.format(period=period), {"$format": "text/csv"}, redirected=True)
    content = web.signed(answer.headers["location"]).content if answer.is_redirect else answer.content
    return _rows(content, "the report")


def from_file(path: Path, refreshed: date | None = None) -> Iterator[Row]:
    """A file that somebody exported from the admin centre. Raises `Unusable`."""
    try:
        content = path.read_bytes()
    except OSError as problem:
        raise Unusable("{path}: cannot be read: {reason}", path=path, reason=problem.strerror or "") from None
    return _rows(content, str(path), refreshed)


def _rows(content: bytes, what: str, refreshed: date | None = None) -> Iterator[Row]:
    try:
        for record in csv.DictReader(StringIO(content.decode("utf-8-sig"), newline=""), strict=True):
            if None in record or None in record.values():
                raise csv.Error("a row is longer or shorter than the headings")
            yield row_of(record, refreshed)
    except (UnicodeDecodeError, csv.Error):
        raise Unusable("{what} is not a whole CSV file in UTF-8, as Microsoft exports it", what=what) from None
    except Unusable as problem:
        raise Unusable("{path}: {problem}", path=what, problem=problem.message) from None
