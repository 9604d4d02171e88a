"""The way in from Microsoft 365 Copilot."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, ClassVar

from adoptlog.kit import Checked, PageRead, Read, Translation, WayIn, may
from adoptlog.kit.web import HTTP, Web
from adoptlog_adapters.microsoft365 import rows
from adoptlog_adapters.microsoft365.options import Microsoft365Options
from adoptlog_adapters.microsoft365.reading import from_file, from_link, from_pages

_SHORTEST = 7
"""Days that every report of the admin centre looks back."""


class Microsoft365Adapter(WayIn[Microsoft365Options]):
    """Reads the report of Copilot usage by user. It is a snapshot, and complete to its refresh date."""

    name: ClassVar[str] = "microsoft365"
    title: ClassVar[str] = "Microsoft 365 Copilot: last use per person, from Graph or the admin centre's export"
    Options: ClassVar[type] = Microsoft365Options
    needs: ClassVar[Mapping[str, str]] = HTTP

    @property
    def source(self) -> str:
        """The files, or Graph."""
        return ", ".join(map(str, self.options.files)) or self.options.url

    def fetch(self, bookmark: str | None = None) -> Iterator[Read]:
        """The report, unless it is the one that was read last; files are always read."""
        o = self.options
        if o.files:
            for path in o.files:
                yield from self._report(self._in_file(path), None)
            return
        with self._web() as web:
            read = from_link if o.csv else from_pages
            yield from self._report(list(read(web, o.period)), bookmark)

    def translate(self, raw: Mapping[str, Any]) -> Translation:
        """What a row says."""
        return rows.said(raw, self.options.tool)

    def check(self) -> Iterator[Checked]:
        """Whether the report can be read, and whether it names people."""
        o = self.options
        if o.files:
            for path in o.files:
                yield may(f"reading {path}", "an export of the admin centre", partial(self._in_file, path))
            return
        right = "the application permission Reports.Read.All, with an administrator's consent"
        with self._web() as web:
            yield may("reading the report", right, lambda: rows.refuse_hidden(from_pages(web, o.period)))

    def _report(self, found: Sequence[rows.Row], bookmark: str | None) -> Iterator[Read]:
        """One report, whole: nobody is recorded before it is certain that names are not concealed."""
        rows.refuse_hidden(found)
        until = max((row.refreshed for row in found), default=None)
        if until is None or until.isoformat() == bookmark:
            return
        otherwise = _SHORTEST if self.options.files else int(self.options.period.removeprefix("D"))
        for row in found:
            yield from rows.records(row, row.period or otherwise)
        yield PageRead(bookmark=None if self.options.files else until.isoformat(), watermark=until)

    def _in_file(self, path: Path) -> list[rows.Row]:
        found = list(from_file(path, self.options.refreshed))
        rows.refuse_hidden(found)
        return found

    def _web(self) -> Web:
        return Web(self.options.url, self.options.credentials(), understand=_problem)


def _problem(body: Any) -> str | None:
    """What Graph says is wrong."""
    error = body.get("error") if isinstance(body, dict) else None
    return str(error.get("message") or error.get("code")) if isinstance(error, dict) else None
