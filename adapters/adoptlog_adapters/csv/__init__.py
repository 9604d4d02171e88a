"""CSV files: any spreadsheet or system that can export one is a way in."""

from adoptlog_adapters.csv.adapter import CsvAdapter
from adoptlog_adapters.csv.columns import Column
from adoptlog_adapters.csv.kinds import KINDS, Kind, kind_named
from adoptlog_adapters.csv.options import CsvOptions
from adoptlog_adapters.csv.reading import observations
from adoptlog_adapters.csv.template import template

__all__ = ["KINDS", "Column", "CsvAdapter", "CsvOptions", "Kind", "kind_named", "observations", "template"]
