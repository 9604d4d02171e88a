"""Cells for spreadsheets: every value as text that no spreadsheet would run as a formula."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any


def neutral(text: str) -> str:
    """A cell that a spreadsheet would run as a formula, made text.

    >>> neutral('=HYPERLINK("x")'), neutral("-3.5")
    ('\\'=HYPERLINK("x")', '-3.5')
    """
    if text[:1] in ("=", "+", "-", "@", "\t", "\r") and not _is_number(text):
        return "'" + text
    return text


def cell(value: Any) -> str:
    """A value as one cell."""
    if value is None:
        return ""
    if isinstance(value, Mapping):
        return json.dumps(value, ensure_ascii=False, default=plain)
    if isinstance(value, list | tuple):
        return "; ".join(cell(v) for v in value)
    return value.isoformat() if isinstance(value, date) else str(value)


def plain(value: Any) -> Any:
    """What JSON has no type for."""
    return value.isoformat() if isinstance(value, date) else str(value)


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True
