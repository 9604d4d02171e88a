"""Tables: what stands behind each figure, for the page, as CSV, and in a terminal."""

import csv
import io
from collections.abc import Sequence
from typing import Any, Literal

import attrs

from adoptlog.spreadsheet import cell, neutral

Kind = Literal["text", "count", "share", "number", "date"]


@attrs.frozen
class Column:
    """`name` is the key in CSV, `heading` what people read."""

    name: str
    heading: str
    kind: Kind = "count"


@attrs.frozen(kw_only=True)
class Table:
    """Rows of plain values, in the order of the columns; None is what is unknown or must not be shown."""

    columns: Sequence[Column]
    rows: Sequence[Sequence[Any]]

    def csv(self) -> str:
        """With names that never change, plain numbers, and nothing that a spreadsheet would run."""
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\r\n")
        writer.writerow([column.name for column in self.columns])
        writer.writerows([neutral(cell(_plain(value))) for value in row] for row in self.rows)
        return text.getvalue()


def _plain(value: Any) -> Any:
    return round(value, 6) if isinstance(value, float) else value
