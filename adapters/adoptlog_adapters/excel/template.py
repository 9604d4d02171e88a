"""An input sheet to fill in, with lists to choose from and an example."""

from datetime import date
from pathlib import Path
from typing import Any

from adoptlog.errors import Unusable
from adoptlog.messages import Message
from adoptlog_adapters.sheets.columns import Column
from adoptlog_adapters.sheets.dates import as_date
from adoptlog_adapters.sheets.kinds import kind_named
from adoptlog_adapters.sheets.values import OneOf, yes_no

_ROWS = 1_000
_YES_NO = {"en": ["yes", "no"], "ja": ["はい", "いいえ"]}


def write_template(kind: str, path: Path, lang: str = "en") -> None:
    """Write a workbook with the headings of a kind in a language and one example row. Raises `Unusable`."""
    try:
        from openpyxl import Workbook
        from openpyxl.styles import Font
    except ImportError:
        raise Unusable('a workbook needs openpyxl: pip install "adoptlog[excel]"') from None
    book = Workbook()
    sheet: Any = book.active
    sheet.title = kind
    for place, column in enumerate(kind_named(kind).columns, start=1):
        heading = sheet.cell(1, place, column.ja if lang == "ja" else column.name)
        heading.font = Font(bold=column.required)
        example = _example(column, lang)
        sheet.cell(2, place, example).number_format = "yyyy-mm-dd" if isinstance(example, date) else "@"
        letter = heading.column_letter
        sheet.column_dimensions[letter].width = max(12, 2 * len(str(heading.value)))
        _prepare(sheet, f"{letter}2:{letter}{_ROWS}", column, lang)
    sheet.freeze_panes = "A2"
    try:
        book.save(path)
    except OSError as problem:
        raise Unusable(
            "{path} cannot be written: {reason}", path=path, reason=Message(problem.strerror or "")
        ) from None


def _example(column: Column, lang: str) -> Any:
    """What a cell of a column may hold, dates as dates."""
    return as_date(column.example) if column.read is as_date else column.example_in(lang)


def _prepare(sheet: Any, cells: str, column: Column, lang: str) -> None:
    """A list to choose from, and a form in which ids keep their zeros."""
    from openpyxl.worksheet.datavalidation import DataValidation

    words = column.read.words_in(lang) if isinstance(column.read, OneOf) else None
    if column.read is yes_no:
        words = _YES_NO[lang]
    if words:
        choice = DataValidation(type="list", formula1=f'"{",".join(words)}"', allow_blank=True, showErrorMessage=True)
        sheet.add_data_validation(choice)
        choice.add(cells)
    for (cell,) in sheet[cells]:
        cell.number_format = "yyyy-mm-dd" if column.read is as_date else "@"
