"""The report for spreadsheets: every number of every table, one a row."""

from collections.abc import Iterator
from typing import Any

from adoptlog.report.say import Say
from adoptlog.report.sections import sections
from adoptlog.report.sections.answer import answer
from adoptlog.report.value import Report

COLUMNS = ("table", "row", "figure", "value")


def sheet(report: Report, lang: str) -> Iterator[dict[str, Any]]:
    """First the answer and the indicators, then table after table; `row` numbers the rows of each."""
    say = Say(lang)
    told = answer(report, say)
    yield {"table": "answer", "row": 1, "figure": "sentence", "value": told.sentence}
    yield {"table": "answer", "row": 1, "figure": "verdict", "value": report.verdict}
    yield {"table": "answer", "row": 1, "figure": "suggestion", "value": report.suggestion.outcome}
    yield from _indicators(report)
    for section in sections(report, say):
        for exhibit in section.exhibits:
            table = exhibit.table
            for place, row in enumerate(table.rows if table else (), 1):
                for column, value in zip(table.columns if table else (), row, strict=True):
                    rounded = round(value, 6) if isinstance(value, float) else value
                    yield {"table": exhibit.name, "row": place, "figure": column.name, "value": rounded}


def _indicators(report: Report) -> Iterator[dict[str, Any]]:
    figures = {
        "hours_per_month": report.hours.value,
        "hours_per_month_low": report.hours.low,
        "hours_per_month_high": report.hours.high,
        "usage_rate": report.usage.rate,
        "usage_rate_low": report.usage.low,
        "usage_rate_high": report.usage.high,
        "people": report.people,
    }
    for name, value in figures.items():
        yield {"table": "indicators", "row": 1, "figure": name, "value": value}
