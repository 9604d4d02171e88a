"""The way in for CSV files."""

from collections.abc import Sequence
from typing import ClassVar

from adoptlog_adapters.csv.file import checked
from adoptlog_adapters.sheets.adapter import SheetAdapter
from adoptlog_adapters.sheets.options import SheetOptions
from adoptlog_adapters.sheets.sheet import Sheet


class CsvOptions(SheetOptions):
    """Which files, of which kind, on which day."""


class CsvAdapter(SheetAdapter[CsvOptions]):
    """Reads CSV files."""

    name: ClassVar[str] = "csv"
    title: ClassVar[str] = "CSV files from any spreadsheet or system"
    Options: ClassVar[type] = CsvOptions

    def checked(self) -> Sequence[Sheet]:
        options = self.options
        return [checked(path, self.kind, options.map, options.today) for path in options.files]
