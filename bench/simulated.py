"""A log that knows what the systems of a simulated company know."""

from datetime import UTC, datetime, time, timedelta
from pathlib import Path

from adoptlog import AdoptLog, UsageCovered
from adoptlog.intake.adapter import Covers
from adoptlog.simulation import Company, write_files
from adoptlog_adapters.csv import CsvAdapter, CsvOptions

_TOOL = "assistant"
_SATURDAY = 5


def logged(company: Company, url: str, folder: Path) -> AdoptLog:
    """Everything imported, on the last evening of the company."""
    now = datetime.combine(company.until, time(18), UTC)
    log = AdoptLog(url, now=lambda: now)
    for kind, path in write_files(company, folder):
        covers: Covers = "none" if kind == "usage" and company.known is not None else "rows"
        log.import_from(CsvAdapter(CsvOptions(files=(path,), kind=kind, today=company.until, covers=covers)))
    if company.known is not None:
        _covered_weekends(log, company)
    return log


def _covered_weekends(log: AdoptLog, company: Company) -> None:
    """The feed never fell silent as a whole, without saying anything about the work days somebody has no row for.

    Were a work day covered, who has no row then would be known not to have used the tool: nothing would be unknown.
    """
    for place in range(company.days - 1):
        day = company.start + timedelta(days=place)
        if day.weekday() == _SATURDAY:
            log.record(None, UsageCovered(tool=_TOOL, starts_on=day, ends_on=day + timedelta(days=1)))
