"""The rows of a text with their line numbers; a stray quote costs its own line and no other."""

import csv
from collections import deque
from collections.abc import Callable, Iterator
from io import StringIO

from adoptlog.messages import Message
from adoptlog_adapters.sheets.sheet import Parsed


def rows(lines: Iterator[str], delimiter: str, is_row: Callable[[list[str]], bool]) -> Iterator[Parsed]:
    """Every row but the blank ones.

    A quote that is not closed swallows the rows after it: as far as the end, as far as a cell can go, or as far as
    the next quote. Such a line is reported alone and the lines after it are read again; `is_row` knows a good row.
    """
    again: deque[str] = deque()
    taken: list[str] = []
    line = 1
    while True:
        try:
            for cells in csv.reader(_noting(lines, again, taken), delimiter=delimiter, strict=True):
                if len(taken) > 1 and _swallowed(cells, delimiter, is_row):
                    raise csv.Error("a quote is not closed")
                if cells and (cells[0] or any(cells)):
                    yield line, cells, None, taken[0] if len(taken) == 1 else "".join(taken)
                line += len(taken)
                taken.clear()
        except csv.Error as problem:
            yield line, [taken[0].rstrip("\r\n")], _explained(str(problem)), taken[0]
            again.extendleft(reversed(taken[1:]))
            taken.clear()
            line += 1
        else:
            return


def cells_of(text: str, delimiter: str) -> list[str]:
    """The cells of a good row as it stands in the file."""
    return next(csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True))


def _noting(lines: Iterator[str], again: deque[str], taken: list[str]) -> Iterator[str]:
    while again:
        taken.append(again.popleft())
        yield taken[-1]
    for line in lines:
        taken.append(line)
        yield line


def _swallowed(cells: list[str], delimiter: str, is_row: Callable[[list[str]], bool]) -> bool:
    """Whether a cell of several lines holds a line that is a good row by itself."""
    for cell in cells:
        inner = cell.splitlines()[1:]
        try:
            if any(map(is_row, csv.reader(inner, delimiter=delimiter))):
                return True
        except csv.Error:
            return True
    return False


def _explained(problem: str) -> str:
    if "field larger" in problem:
        limit = csv.field_size_limit()
        return Message("a cell is longer than {limit:,} characters, or a quote is not closed", limit=limit)
    if "unexpected end" in problem:
        return Message("a quote is not closed")
    if "expected after" in problem:
        return Message("a quote stands inside a cell (write it twice, or quote the whole cell)")
    return problem
