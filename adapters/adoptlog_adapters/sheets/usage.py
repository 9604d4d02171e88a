"""Rows of use as columns: a cell that was read before is a number (ADR 8)."""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

import numpy as np

from adoptlog.domain.facts import ToolUsed
from adoptlog.intake.adapter import Fetched
from adoptlog.intake.chunk import RECORDS, ROWS, Chunk, UsageColumns
from adoptlog_adapters.sheets.cells import NotUnderstood
from adoptlog_adapters.sheets.reading import UsageCells
from adoptlog_adapters.sheets.remembered import Numbered
from adoptlog_adapters.sheets.sheet import Parsed, Row, Sheet


def fetched(row: Row) -> Fetched:
    """A row as a record of its own."""
    return Fetched(row, report=str(row.sheet.path))


def usage_chunks(sheets: Iterable[Sheet]) -> Iterator[Chunk]:
    """The rows of all files; small files share a chunk."""
    gathered = _Gathered()
    for sheet in sheets:
        with sheet.rows() as rows:
            while gathered.take(sheet, rows):
                yield gathered.chunk(more=True)
                gathered = _Gathered()
    if len(gathered):
        yield gathered.chunk(more=False)


class _Gathered:
    """Rows on their way into a chunk: those that are plainly good as numbers, the others as records."""

    def __init__(self) -> None:
        self._people: list[str] = []
        self._facts: list[ToolUsed] = []
        self._sheets: list[Sheet] = []  # of each fact
        self._person = array("i")
        self._fact = array("i")
        self._lines = array("q")
        self._texts: list[str] = []
        self._odd: list[Fetched] = []

    def __len__(self) -> int:
        return len(self._texts) + len(self._odd)

    def take(self, sheet: Sheet, rows: Iterator[Parsed]) -> bool:
        """Take rows of a sheet, as many as fit; whether that was all that fit."""
        if sheet.usage is None:
            self._odd += [fetched(sheet.row(row)) for row in islice(rows, RECORDS - len(self._odd))]
        else:
            self._divide(sheet, sheet.usage, islice(rows, ROWS - len(self)))
            self._sheets += [sheet] * (len(self._facts) - len(self._sheets))
        return len(self) >= ROWS or len(self._odd) >= RECORDS

    def _divide(self, sheet: Sheet, cells_of: UsageCells, rows: Iterator[Parsed]) -> None:
        people = Numbered(cells_of.person, self._people)
        facts = Numbered(cells_of.fact, self._facts)
        who, shared, width = cells_of.who, cells_of.shared, len(sheet.columns.headings)
        for row in rows:
            line, cells, _, text = row
            try:
                plain = cells if len(cells) == width else _widened(sheet.row(row))
                fact = facts[shared(plain)]  # first: nobody comes into being for a row that is rejected
                person = people[plain[who]]
            except NotUnderstood:
                self._odd.append(fetched(sheet.row(row)))
                if len(self._odd) >= RECORDS:
                    return
            else:
                self._person.append(person)
                self._fact.append(fact)
                self._lines.append(line)
                self._texts.append(text)

    def chunk(self, *, more: bool) -> Chunk:
        """What was gathered."""
        usage = UsageColumns(
            people=self._people,
            facts=self._facts,
            reports=[str(sheet.path) for sheet in self._sheets],
            person=np.frombuffer(self._person, np.int32),
            fact=np.frombuffer(self._fact, np.int32),
            raw=self._row,
        )
        return Chunk(records=self._odd, usage=usage if self._texts else None, more=more)

    def _row(self, number: int) -> Row:
        return self._sheets[self._fact[number]].row_again(self._lines[number], self._texts[number])


def _widened(row: Row) -> Sequence[str]:
    """The cells of a row that was too short or too long, if that means nothing."""
    if row.problem is not None:
        raise NotUnderstood(row.problem)
    return row.values
