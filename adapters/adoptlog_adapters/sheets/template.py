"""An empty file of a kind to fill in."""

import csv
from io import StringIO

from adoptlog_adapters.sheets.kinds import kind_named


def template(kind: str, lang: str = "en") -> str:
    """The headings of a kind in a language, and one example row."""
    columns = kind_named(kind).columns
    text = StringIO()
    sheet = csv.writer(text, lineterminator="\n")
    sheet.writerow([column.ja if lang == "ja" else column.name for column in columns])
    sheet.writerow([column.example_in(lang) for column in columns])
    return text.getvalue()
