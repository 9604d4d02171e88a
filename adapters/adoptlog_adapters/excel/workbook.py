"""A workbook: which of its sheets is meant, and the cells in it as texts."""

import zipfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import attrs

from adoptlog.errors import Unusable
from adoptlog.messages import Message
from adoptlog_adapters.excel.headings import Headings, found_in
from adoptlog_adapters.sheets.headings import resolve
from adoptlog_adapters.sheets.kinds import Kind
from adoptlog_adapters.sheets.reading import reader, usage_cells
from adoptlog_adapters.sheets.remembered import Remembered
from adoptlog_adapters.sheets.sheet import Parsed, Row, Sheet

_LARGEST = 2 << 30
_BETWEEN = "\x1f"

Range = tuple[tuple[int, int], tuple[int, int]]
"""Merged cells: the first and the last, each as row and column from 0."""


@attrs.frozen(eq=False, kw_only=True)
class Worksheet(Sheet):
    """A sheet of a workbook, held in memory by its reader."""

    cells: Any
    merged: Sequence[Range]
    headings: Headings

    @contextmanager
    def rows(self) -> Iterator[Iterator[Parsed]]:
        yield self._rows()

    def _rows(self) -> Iterator[Parsed]:
        width = len(self.columns.headings)
        for number, values in texts(self.cells, self.merged, width, first=self.headings.rows.stop):
            if any(values):
                yield number + 1, values, None, _BETWEEN.join(values)

    def row_again(self, line: int, text: str) -> Row:
        return self.row((line, text.split(_BETWEEN), None, text))


def worksheets(
    path: Path, name: str | None, kind: Kind, renamed: Mapping[str, str], today: date, notes: list[str]
) -> Worksheet:
    """The sheet of a workbook that is meant, if it has the columns it needs. Raises `Unusable`."""
    with _unusable(path):
        _refuse_bombs(path)
        cells = _chosen(path, name, notes)
        merged = _merged(cells)
        top = [values for _, values in zip(range(Headings.LAST), texts(cells, merged, 0), strict=False)]
        headings = found_in([values for _, values in top], kind, renamed)
        columns = resolve(kind, headings.texts, renamed)
        return Worksheet(
            path=path,
            columns=columns,
            read=reader(kind, columns, today),
            usage=usage_cells(kind, columns),
            cells=cells,
            merged=merged,
            headings=headings,
        )


def texts(cells: Any, merged: Sequence[Range], width: int, first: int = 0) -> Iterator[tuple[int, list[str]]]:
    """The rows from a number on, as texts; what stands in merged cells stands in each of them."""
    spread = _Spread(merged)
    for number, row in enumerate(cells.iter_rows()):
        values = [value if type(value) is str else _KNOWN[type(value), value] for value in row]
        if spread.waits:
            spread.over(number, values)
        if number >= first:
            yield number, values if not width or len(values) <= width else _cut(values, width)


class _Spread:
    """Puts the content of merged cells into all of them, row after row."""

    def __init__(self, merged: Sequence[Range]) -> None:
        self._later = sorted(merged, reverse=True)
        self._open: list[tuple[Range, str]] = []

    @property
    def waits(self) -> bool:
        """Whether there is anything left to spread."""
        return bool(self._later or self._open)

    def over(self, number: int, values: list[str]) -> None:
        """Fill in a row."""
        while self._later and self._later[-1][0][0] <= number:
            range_ = self._later.pop()
            (_, left), _ = range_
            self._open.append((range_, values[left] if 0 <= left < len(values) else ""))
        for ((_, left), (_, right)), text in self._open:
            for column in range(max(left, 0), min(right + 1, len(values))):
                values[column] = text
        self._open = [one for one in self._open if one[0][1][0] > number]


def _cut(values: list[str], width: int) -> list[str]:
    """A row without the empty cells that a sheet has to the right of its table."""
    return values[:width] if not any(values[width:]) else values


def _text(typed: tuple[type, Any]) -> str:
    """A cell as somebody would have written it into a CSV file."""
    match typed[1]:
        case bool() as value:
            return "true" if value else "false"
        case float() as value:
            return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
        case datetime() as value:
            return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
        case date() | time() as value:
            return value.isoformat()
        case timedelta() as value:
            return str(value.total_seconds() / 60)
        case value:
            return str(value)


_KNOWN = Remembered(_text, 1 << 16)
"""By type and value: 1, 1.0 and true are the same as keys."""


def _chosen(path: Path, name: str | None, notes: list[str]) -> Any:
    from python_calamine import CalamineWorkbook, SheetVisibleEnum

    book = CalamineWorkbook.from_path(str(path))
    visible = [sheet.name for sheet in book.sheets_metadata if sheet.visible is SheetVisibleEnum.Visible]
    if name is not None and name not in book.sheet_names:
        raise Unusable("has no sheet {name!r}; it has: {sheets}", name=name, sheets=tuple(book.sheet_names))
    for place, one in enumerate([name] if name is not None else visible):
        cells = book.get_sheet_by_name(one)
        if cells.height:
            if others := visible[place + 1 :] if name is None else []:
                notes.append(
                    Message(
                        "{path}: only sheet {sheet!r} is read, not {others} (--sheet)",
                        path=path,
                        sheet=one,
                        others=tuple(others),
                    )
                )
            return cells
    raise Unusable("is empty") if name is None else Unusable("sheet {name!r} is empty", name=name)


def _merged(cells: Any) -> Sequence[Range]:
    """The merged cells; columns are counted as rows are read, from the first that has content."""
    from python_calamine import CalamineError

    try:
        ranges: Sequence[Range] = cells.merged_cell_ranges or ()
    except CalamineError:  # not known in this format
        return ()
    _, start = cells.start or (0, 0)
    return [((top, left - start), (bottom, right - start)) for (top, left), (bottom, right) in ranges]


def _refuse_bombs(path: Path) -> None:
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as packed:
            if sum(part.file_size for part in packed.infolist()) > _LARGEST:
                raise Unusable("is larger than {limit} GB when it is unpacked", limit=_LARGEST >> 30)


@contextmanager
def _unusable(path: Path) -> Iterator[None]:
    """Say which file it is that cannot be read."""
    from python_calamine import CalamineError, PasswordError

    try:
        path.open("rb").close()  # what is wrong then is said by the system, in words that have their Japanese
        yield
    except Unusable as problem:
        raise Unusable("{path}: {problem}", path=path, problem=problem) from problem
    except PasswordError:
        raise Unusable("{path}: is protected by a password: save it without one", path=path) from None
    except OSError as problem:
        raise Unusable(
            "{path}: cannot be read: {reason}", path=path, reason=Message(problem.strerror or str(problem))
        ) from problem
    except (CalamineError, zipfile.BadZipFile) as problem:
        raise Unusable(
            "{path}: is not a workbook of Excel or LibreOffice ({problem})", path=path, problem=problem
        ) from problem
