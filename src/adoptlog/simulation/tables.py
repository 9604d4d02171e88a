"""A file before it is written."""

from collections.abc import Iterable
from datetime import date

import attrs

Cell = str | int | float | date | None


def cell(value: Cell) -> str:
    """A value as a file has it.

    >>> cell(None), cell(2.50), cell(date(2026, 4, 1))
    ('', '2.5', '2026-04-01')
    """
    match value:
        case None:
            return ""
        case date():
            return value.isoformat()
        case float():
            return f"{value:.10g}"
        case _:
            return str(value)


@attrs.frozen
class Table:
    """The rows of a file of one kind, and its name without the ending."""

    kind: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...] = attrs.field(repr=False)
    name: str

    @classmethod
    def of(cls, kind: str, columns: str, rows: Iterable[tuple[Cell, ...]], name: str = "") -> "Table":
        """From the names of the columns and values of any type."""
        return cls(kind, tuple(columns.split()), tuple(tuple(map(cell, row)) for row in rows), name or kind)
