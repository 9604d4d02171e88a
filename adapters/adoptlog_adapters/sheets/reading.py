"""From the cells of a row to its observations."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from operator import itemgetter
from typing import Any

import attrs

from adoptlog.domain.facts import ToolUsed
from adoptlog.intake.observation import Observation, Rejected, Translation
from adoptlog.messages import Message, together
from adoptlog_adapters.sheets.cells import NotUnderstood, complaint
from adoptlog_adapters.sheets.columns import Column
from adoptlog_adapters.sheets.facts import tool_used
from adoptlog_adapters.sheets.headings import Columns, known, spelled, unknown_column
from adoptlog_adapters.sheets.kinds import Kind, kind_named
from adoptlog_adapters.sheets.remembered import Remembered
from adoptlog_adapters.sheets.values import person_id

Reader = Callable[[Sequence[str]], Translation]


def observations(kind: str | Kind, row: Mapping[str, str], today: date) -> Translation:
    """What one row says that is given column by column, under English or Japanese names."""
    kind = kind_named(kind) if isinstance(kind, str) else kind
    columns = known(kind)
    cells: dict[str, tuple[Column, str]] = {}
    for heading, text in row.items():
        column = columns.get(spelled(heading))
        if column is None:
            return Rejected(unknown_column(heading, kind))
        if column.name in cells:
            return Rejected(Message("column {name!r} is given twice", name=column.name))
        cells[column.name] = (attrs.evolve(column, heading=heading), text)
    return _translate(kind, [*cells.values()], today)


def reader(kind: Kind, columns: Columns, today: date) -> Reader:
    """How the rows of a file with these columns are read."""

    def read(values: Sequence[str]) -> Translation:
        return _translate(kind, [(column, values[place]) for place, column in columns.used], today)

    usage = usage_cells(kind, columns)
    return read if usage is None else _sharing(usage, read)


def _translate(kind: Kind, cells: Sequence[tuple[Column, str]], today: date) -> Translation:
    row, problems = _values(cells)
    needed = {column.name for column in kind.columns if column.required}
    called = {column.name: column.heading for column, _ in cells}
    for name in sorted(needed - row.keys() - problems.keys()):
        problems[name] = Message("{column} is empty", column=called.get(name) or name)
    if problems:
        return Rejected(together([*problems.values()]))
    try:
        return kind.build(row, today)
    except NotUnderstood as problem:
        return Rejected(problem.message)


def _values(cells: Iterable[tuple[Column, str]]) -> tuple[dict[str, Any], dict[str, str]]:
    """The values of the cells that say something, and what is wrong with the others, by column."""
    row: dict[str, Any] = {}
    problems: dict[str, str] = {}
    for column, text in cells:
        if not text or text.isspace():
            continue
        try:
            row[column.name] = column.read(text)
        except NotUnderstood as problem:
            problems[column.name] = complaint(column.heading or column.name, text, problem)
    return row, problems


@attrs.frozen
class UsageCells:
    """How a row of use is divided: the cell that says who, and the others, which many rows have in common.

    `person` and `fact` raise `NotUnderstood` where there is something to complain about.
    """

    who: int
    shared: Callable[[Sequence[str]], tuple[str, ...]]
    columns: tuple[Column, ...]

    def person(self, cell: str) -> str:
        """The id in a cell."""
        if not cell or cell.isspace():
            raise NotUnderstood("is empty")
        return person_id(cell)

    def fact(self, cells: tuple[str, ...]) -> ToolUsed:
        """What the shared cells say."""
        row, problems = _values(zip(self.columns, cells, strict=True))
        if problems or not row.keys() >= {"tool", "date"}:
            raise NotUnderstood("is not a row of use")
        return tool_used(row)


def usage_cells(kind: Kind, columns: Columns) -> UsageCells | None:
    """How the rows of a file of use are divided; None for any other file."""
    who = columns.place("person")
    rest = [(place, column) for place, column in columns.used if column.name != "person"]
    if kind.name != "usage" or who is None or len(rest) < 2:
        return None
    return UsageCells(who, itemgetter(*(place for place, _ in rest)), tuple(column for _, column in rest))


def _sharing(usage: UsageCells, careful: Reader) -> Reader:
    """Rows with the same date, tool, count and use case share one fact; one that is wrong is read again with care."""
    people, facts = Remembered(usage.person, 1 << 17), Remembered(usage.fact, 1 << 15)

    def read(values: Sequence[str]) -> Translation:
        try:
            return (Observation(people[values[usage.who]], facts[usage.shared(values)]),)
        except NotUnderstood:
            return careful(values)

    return read
