"""Workbooks of Excel and LibreOffice: `.xlsx`, `.xlsm`, `.xlsb`, `.xls` and `.ods`."""

from adoptlog_adapters.excel.adapter import ExcelAdapter, ExcelOptions

__all__ = ["ExcelAdapter", "ExcelOptions"]
