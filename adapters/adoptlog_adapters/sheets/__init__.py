"""What CSV files and workbooks have in common: kinds, columns, headings, and how cells are read."""

from adoptlog_adapters.sheets.columns import Column
from adoptlog_adapters.sheets.kinds import KINDS, Kind, kind_named
from adoptlog_adapters.sheets.reading import observations
from adoptlog_adapters.sheets.template import template

__all__ = ["KINDS", "Column", "Kind", "kind_named", "observations", "template"]
