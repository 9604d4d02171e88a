"""The ways people and spreadsheets write a day, Japanese eras included."""

import re
import unicodedata
from datetime import date, timedelta
from functools import lru_cache

from adoptlog_adapters.sheets.cells import NotUnderstood

_EXPECTED = "is not a date (expected e.g. 2026-04-01)"
_DASHES = str.maketrans(dict.fromkeys("−‐‑‒–—ー", "-"))
_WEEKDAY = r"(?:\s*\([月火水木金土日](?:曜日?)?\))?"
_TIME = r"(?:T\d.*|\s*(?:午前|午後|[AaPp][Mm])?\s*\d{1,2}\s*[:時].*)?"
_REST = rf"{_WEEKDAY}{_TIME}$"
_SEPARATED = re.compile(rf"(\d{{4}})\s*([-/.])\s*(\d{{1,2}})\s*\2\s*(\d{{1,2}})(?!\d){_REST}", re.ASCII | re.DOTALL)
_KANJI = re.compile(rf"(\d{{4}})\s*年\s*(\d{{1,2}})\s*月\s*(\d{{1,2}})\s*日{_REST}", re.DOTALL)
_COMPACT = re.compile(rf"(\d{{4}})(\d{{2}})(\d{{2}})(?!\d){_REST}", re.ASCII | re.DOTALL)
_ERA = re.compile(
    r"(令和|平成|昭和|[RHSrhs])\s*(元|\d{1,2})\s*(?:年|[-/.])\s*(\d{1,2})\s*(?:月|[-/.])\s*(\d{1,2})(?!\d)\s*日?"
    + _REST,
    re.DOTALL,
)
_SERIAL = re.compile(r"(\d{5})(?:\.\d*)?$", re.ASCII)

_ERAS = {"令和": date(2019, 5, 1), "平成": date(1989, 1, 8), "昭和": date(1926, 12, 25)}
_ERAS |= {"R": _ERAS["令和"], "H": _ERAS["平成"], "S": _ERAS["昭和"]}
_SERIAL_ZERO = date(1899, 12, 30)


@lru_cache(maxsize=8192)
def as_date(text: str) -> date:
    """The day a cell names; a time of day after it is dropped."""
    plain = unicodedata.normalize("NFKC", text).strip().translate(_DASHES)
    try:
        day = _written_out(plain) or _era(plain) or _serial(plain)
    except (ValueError, OverflowError):
        day = None
    if day is None:
        raise NotUnderstood(_EXPECTED)
    return day


def _written_out(text: str) -> date | None:
    if found := _SEPARATED.match(text):
        return date(int(found[1]), int(found[3]), int(found[4]))
    if found := _KANJI.match(text) or _COMPACT.match(text):
        return date(int(found[1]), int(found[2]), int(found[3]))
    return None


def _era(text: str) -> date | None:
    """A date of a Japanese era; forms printed before an era ended count its years on (平成32年 is 2020)."""
    if not (found := _ERA.match(text)):
        return None
    begins = _ERAS[found[1].upper()]
    year = 1 if found[2] == "元" else int(found[2])
    day = date(begins.year + year - 1, int(found[3]), int(found[4]))
    return day if year and day >= begins else None


def _serial(text: str) -> date | None:
    """A spreadsheet's day number; five digits are the years 1927 to 2173, fewer could be anything."""
    if not (found := _SERIAL.match(text)) or found[1] < "10000":
        return None
    return _SERIAL_ZERO + timedelta(days=int(found[1]))
