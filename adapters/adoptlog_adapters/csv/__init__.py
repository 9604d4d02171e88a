"""CSV files: any spreadsheet or system that can export one is a way in."""

from adoptlog_adapters.csv.adapter import CsvAdapter, CsvOptions

__all__ = ["CsvAdapter", "CsvOptions"]
