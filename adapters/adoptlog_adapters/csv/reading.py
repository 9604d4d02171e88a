"""From the cells of a row to its observations."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from operator import itemgetter
from typing import Any

from adoptlog.domain.facts import ToolUsed
from adoptlog.intake.observation import Observation, Rejected, Translation
from adoptlog_adapters.csv.cells import NotUnderstood, complaint
from adoptlog_adapters.csv.columns import Column
from adoptlog_adapters.csv.facts import tool_used
from adoptlog_adapters.csv.headings import Columns, known, spelled, unknown_column
from adoptlog_adapters.csv.kinds import Kind, kind_named
from adoptlog_adapters.csv.remembered import Remembered
from adoptlog_adapters.csv.values import person_id

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
            return Rejected(f"column {column.name!r} is given twice")
        cells[column.name] = (column, text)
    return _translate(kind, cells.values(), today)


def reader(kind: Kind, columns: Columns, today: date) -> Reader:
    """How the rows of a file with these columns are read."""

    def read(values: Sequence[str]) -> Translation:
        return _translate(kind, ((column, values[place]) for place, column in columns.used), today)

    return _usage_reader(columns, read) if kind.name == "usage" else read


def _translate(kind: Kind, cells: Iterable[tuple[Column, str]], today: date) -> Translation:
    row, problems = _values(cells)
    named = {column.name for column in kind.columns if column.required}
    problems += [f"{name} is empty" for name in sorted(named - row.keys()) if not _complained(name, problems)]
    if not problems:
        try:
            return kind.build(row, today)
        except NotUnderstood as problem:
            problems = [str(problem)]
    return Rejected("; ".join(problems))


def _complained(name: str, problems: list[str]) -> bool:
    return any(problem.startswith(f"{name} ") for problem in problems)


def _values(cells: Iterable[tuple[Column, str]]) -> tuple[dict[str, Any], list[str]]:
    """The values of the cells that say something, and what is wrong with the others."""
    row: dict[str, Any] = {}
    problems = []
    for column, text in cells:
        if not text or text.isspace():
            continue
        try:
            row[column.name] = column.read(text)
        except NotUnderstood as problem:
            problems.append(complaint(column.name, text, problem))
    return row, problems


def _usage_reader(columns: Columns, careful: Reader) -> Reader:
    """The same for rows of usage, of which there are millions: what they share is read once.

    Rows with the same date, tool, count and use case share one fact; a row that is wrong is read again with care.
    """
    who = columns.place("person")
    rest = [(place, column) for place, column in columns.used if column.name != "person"]
    if who is None or len(rest) < 2:
        return careful
    shared = itemgetter(*(place for place, _ in rest))

    def fact(cells: tuple[str, ...]) -> ToolUsed:
        row, problems = _values(zip((column for _, column in rest), cells, strict=True))
        if problems or not row.keys() >= {"tool", "date"}:
            raise NotUnderstood("; ".join(problems))
        return tool_used(row)

    def person(cell: str) -> str:
        if cell.isspace() or not cell:
            raise NotUnderstood("is empty")
        return person_id(cell)

    people, facts = Remembered(person, 1 << 17), Remembered(fact, 1 << 15)

    def read(values: Sequence[str]) -> Translation:
        try:
            return (Observation(people[values[who]], facts[shared(values)]),)
        except NotUnderstood:
            return careful(values)

    return read
