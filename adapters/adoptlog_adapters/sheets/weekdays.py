"""Reading the days of the week somebody works: `mon-fri`, `mon;wed-thu`, `月;水-木`, `月火水`."""

import re
import unicodedata

from adoptlog_adapters.sheets.cells import NotUnderstood

_ENGLISH = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_JAPANESE = "月火水木金土日"
_DAYS = {name[:letters]: day for day, name in enumerate(_ENGLISH) for letters in range(2, len(name) + 1)}
_DAYS |= {kanji + ending: day for day, kanji in enumerate(_JAPANESE) for ending in ("", "曜", "曜日")}
_RANGE = re.compile(r"\s*[-~〜–—−ー]\s*")
_BETWEEN = re.compile(r"[;,、・/\s]+")
_EXPECTED = "is not a list of weekdays (expected e.g. mon-fri or mon;wed-thu)"


def workdays(text: str) -> tuple[int, ...]:
    """The days of the week, 0 for Monday; a range may go over the week's end."""
    written = _RANGE.sub("-", unicodedata.normalize("NFKC", text).strip().lower())
    days = {day for part in _BETWEEN.split(written) if part for day in _span(part)}
    if not days:
        raise NotUnderstood(_EXPECTED)
    return tuple(sorted(days))


def _span(part: str) -> list[int]:
    if set(part) <= set(_JAPANESE):
        return [_DAYS[kanji] for kanji in part]
    ends = [_DAYS.get(end) for end in part.split("-")]
    match ends:
        case [int(day)]:
            return [day]
        case [int(first), int(last)]:
            return [(first + step) % 7 for step in range((last - first) % 7 + 1)]
    raise NotUnderstood(_EXPECTED)
