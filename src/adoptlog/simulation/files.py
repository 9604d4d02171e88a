"""The files a simulated company's systems export, as they lie in a folder."""

import csv
from collections.abc import Iterator
from pathlib import Path

from adoptlog.simulation.coaching import coaching_tables
from adoptlog.simulation.company import Company
from adoptlog.simulation.effects import effect_tables
from adoptlog.simulation.reports import HEADER, usage_reports
from adoptlog.simulation.setup import setup_tables
from adoptlog.simulation.tables import Table


def write_files(company: Company, directory: Path | str) -> list[tuple[str, Path]]:
    """Write every file, UTF-8 with a row of headings; returns kind and path in an order in which to import them.

    A file that would have no row is not written. The folder is made when it is not there; other files stay.
    """
    folder = Path(directory)
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for table in _tables(company):
        if not table.rows:
            continue
        path = folder / f"{table.name}.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            sheet = csv.writer(file, lineterminator="\n")
            sheet.writerow(table.header)
            sheet.writerows(table.rows)
        written.append((table.kind, path))
    return written


def _tables(company: Company) -> Iterator[Table]:
    yield from setup_tables(company)
    yield from coaching_tables(company)
    yield from effect_tables(company)
    for report in usage_reports(company):
        yield Table("usage", HEADER, tuple(report.rows), f"usage-{report.name}")
