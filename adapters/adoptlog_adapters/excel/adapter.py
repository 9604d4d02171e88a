"""The way in for workbooks."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

import attrs

from adoptlog.kit import option
from adoptlog_adapters.excel.workbook import worksheets
from adoptlog_adapters.sheets.adapter import SheetAdapter
from adoptlog_adapters.sheets.options import SheetOptions
from adoptlog_adapters.sheets.sheet import Sheet


@attrs.frozen(kw_only=True)
class ExcelOptions(SheetOptions):
    """Which files, of which kind, on which day; and which of their sheets."""

    sheet: str | None = option("the sheet to read (default: the first one that is not hidden or empty)", default=None)


class ExcelAdapter(SheetAdapter[ExcelOptions]):
    """Reads one sheet of each workbook."""

    name: ClassVar[str] = "excel"
    title: ClassVar[str] = "Workbooks of Excel and LibreOffice (.xlsx, .xls, .ods)"
    Options: ClassVar[type] = ExcelOptions
    needs: ClassVar[Mapping[str, str]] = {"python_calamine": "adoptlog[excel]"}

    def checked(self) -> Sequence[Sheet]:
        options = self.options
        return [
            worksheets(path, options.sheet, self.kind, options.map, options.today, self.notes) for path in options.files
        ]
