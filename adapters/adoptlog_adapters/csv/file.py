"""One CSV file, checked from its first to its last byte before any row of it is read."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import IO

import attrs

from adoptlog.errors import Unusable
from adoptlog.intake.observation import Irrelevant, Rejected
from adoptlog.messages import Message
from adoptlog_adapters.csv.rows import cells_of, rows
from adoptlog_adapters.csv.text import encoding_of
from adoptlog_adapters.sheets.headings import known, resolve, spelled
from adoptlog_adapters.sheets.kinds import Kind
from adoptlog_adapters.sheets.reading import reader, usage_cells
from adoptlog_adapters.sheets.sheet import Parsed, Row, Sheet

_DELIMITERS = ",;\t"


@attrs.frozen(eq=False, kw_only=True)
class CsvFile(Sheet):
    """A CSV file that can be read, and how."""

    encoding: str
    delimiter: str

    @contextmanager
    def rows(self) -> Iterator[Iterator[Parsed]]:
        with _unusable(self.path), _text(self.path, self.encoding) as file:
            found = rows(file, self.delimiter, self._is_row)
            next(found)
            yield found

    def row_again(self, line: int, text: str) -> Row:
        return self.row((line, cells_of(text, self.delimiter), None, text))

    def _is_row(self, cells: list[str]) -> bool:
        if len(cells) != len(self.columns.headings):
            return False
        return not isinstance(self.read(cells), Rejected | Irrelevant)


def checked(path: Path, kind: Kind, renamed: Mapping[str, str], today: date) -> CsvFile:
    """The file, if it can be read from end to end and has the columns it needs. Raises `Unusable`."""
    with _unusable(path):
        encoding = encoding_of(path)
        delimiter, headings = _headings(path, encoding, kind, renamed)
        columns = resolve(kind, headings, renamed)
        return CsvFile(
            path=path,
            encoding=encoding,
            delimiter=delimiter,
            columns=columns,
            read=reader(kind, columns, today),
            usage=usage_cells(kind, columns),
        )


def _headings(path: Path, encoding: str, kind: Kind, renamed: Mapping[str, str]) -> tuple[str, list[str]]:
    """The first row, divided by the separator that makes most columns of it known."""
    expected = known(kind).keys() | {spelled(theirs) for theirs in renamed}
    best: tuple[int, int, str, Parsed] | None = None
    for delimiter in _DELIMITERS:
        with _text(path, encoding) as file:
            first = next(rows(file, delimiter, lambda cells: False), None)
        if first is None:
            raise Unusable("is empty")
        fitting = sum(spelled(heading) in expected for heading in first[1])
        if best is None or (fitting, len(first[1])) > best[:2]:
            best = (fitting, len(first[1]), delimiter, first)
    assert best is not None
    _, _, delimiter, (_, headings, problem, _) = best
    if problem:
        raise Unusable("its headings cannot be read: {problem}", problem=problem)
    return delimiter, headings


def _text(path: Path, encoding: str) -> IO[str]:
    return path.open(encoding=encoding, newline="")


@contextmanager
def _unusable(path: Path) -> Iterator[None]:
    """Say which file it is that cannot be read."""
    try:
        yield
    except Unusable as problem:
        raise Unusable("{path}: {problem}", path=path, problem=problem.message) from problem
    except UnicodeError as problem:
        raise Unusable("{path}: changed while it was read: {problem}", path=path, problem=problem) from problem
    except (OSError, ValueError) as problem:
        raise Unusable(
            "{path}: cannot be read: {reason}",
            path=path,
            reason=Message(getattr(problem, "strerror", None) or str(problem)),
        ) from problem
