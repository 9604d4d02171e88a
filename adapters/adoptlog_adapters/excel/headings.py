"""Where the headings of a worksheet are: below a title, in one row or, as in many Japanese sheets, in two."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import ClassVar

import attrs

from adoptlog.errors import Unusable
from adoptlog.messages import Message
from adoptlog_adapters.sheets.cells import shortened
from adoptlog_adapters.sheets.headings import known, spelled
from adoptlog_adapters.sheets.kinds import Kind


@attrs.frozen
class Headings:
    """The rows in which the headings stand, counted from 0, and what they say column by column."""

    LAST: ClassVar[int] = 20
    """Headings are looked for in so many rows."""

    rows: range
    texts: list[str]


def found_in(top: Sequence[list[str]], kind: Kind, renamed: Mapping[str, str]) -> Headings:
    """The headings among the first rows: those that name most columns of the kind. Raises `Unusable`."""
    columns = known(kind).keys() | {spelled(theirs) for theirs in renamed}
    candidates = [Headings(range(number, number + 1), _trimmed(row)) for number, row in enumerate(top)]
    candidates += [
        Headings(range(number, number + 2), _trimmed(_in_two_rows(upper, lower, columns)))
        for number, (upper, lower) in enumerate(pairwise(top))
    ]

    def named(headings: Headings) -> int:
        return sum(spelled(text) in columns for text in headings.texts)

    best = max(candidates, key=lambda one: (named(one), -len(one.rows), one.rows.start), default=None)
    if best is None or not named(best):
        seen = [shortened(cell) for row in top[:3] for cell in row if cell.strip()][:12]
        raise Unusable(
            "none of the first {rows} rows names a column of {kind}; they begin with: {seen}. Name the "
            "columns in one row, or use --map",
            rows=Headings.LAST,
            kind=kind.name,
            seen=tuple(seen) or Message("nothing"),
        )
    return best


def _in_two_rows(upper: list[str], lower: list[str], columns: set[str]) -> list[str]:
    """Headings of which the upper half may stand over several columns: 受講 over 日 and 点数 is 受講日 and 点数."""
    texts, above = [], ""
    for place in range(max(len(upper), len(lower))):
        over, below = (row[place].strip() if place < len(row) else "" for row in (upper, lower))
        above = over or (above if below else "")
        both = above + below if above != below else below
        texts.append(next((text for text in (below, both, over) if text and spelled(text) in columns), both))
    return texts


def _trimmed(row: list[str]) -> list[str]:
    """A row without the empty cells at its end."""
    width = max((place + 1 for place, cell in enumerate(row) if cell.strip()), default=0)
    return row[:width]
