"""One sheet of rows: a CSV file or a worksheet, checked before any row of it is read."""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import NamedTuple

import attrs

from adoptlog.messages import Message
from adoptlog_adapters.sheets.cells import shortened
from adoptlog_adapters.sheets.headings import Columns
from adoptlog_adapters.sheets.reading import Reader, UsageCells

Parsed = tuple[int, list[str], str | None, str]
"""A row: the line on which it begins, its cells, what is wrong with it as a whole, and how it stands in the file."""


class Row(NamedTuple):
    """A row of a sheet: where it stands, its cells, the sheet, and what is wrong with it as a whole."""

    line: int
    values: Sequence[str]
    sheet: "Sheet"
    problem: str | None = None


@attrs.frozen(eq=False, kw_only=True)
class Sheet(ABC):
    """A sheet that can be read: what its columns mean, and its rows."""

    path: Path
    columns: Columns
    read: Reader
    usage: UsageCells | None = None
    """How rows of use are divided, if they can be."""

    @abstractmethod
    def rows(self) -> AbstractContextManager[Iterator[Parsed]]:
        """The rows under the headings, while the file is open."""

    @abstractmethod
    def row_again(self, line: int, text: str) -> Row:
        """A row that was good, from how it stands in the file."""

    def row(self, parsed: Parsed) -> Row:
        """A row as wide as the headings: empty cells are added and taken away; too many are a problem."""
        line, cells, problem, _ = parsed
        width = len(self.columns.headings)
        if problem or len(cells) == width:
            return Row(line, cells, self, problem)
        if len(cells) < width:
            return Row(line, cells + [""] * (width - len(cells)), self)
        extra = next((cell for cell in cells[width:] if cell.strip()), None)
        if extra is None:
            return Row(line, cells[:width], self)
        problem = Message(
            "has {count} cells for {width} columns; the first too many is {cell!r}",
            count=len(cells),
            width=width,
            cell=shortened(extra),
        )
        return Row(line, cells, self, problem)
