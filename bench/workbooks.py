"""Workbooks beside CSV: the same rows of use, each in a process of its own. `python -m bench.workbooks`."""

import argparse
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from openpyxl import Workbook

from adoptlog import AdoptLog
from adoptlog_adapters.csv import CsvAdapter, CsvOptions
from adoptlog_adapters.excel import ExcelAdapter, ExcelOptions
from bench.alone import peak_mb
from bench.world import TODAY, TOOL, rows, working_days, write

_MOST, _MEGABYTES = 3.0, 500.0


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.workbooks", description=__doc__)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--import", dest="path", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.path is not None:
        _import(asked.path)
        return
    with tempfile.TemporaryDirectory() as name:
        text, book = _written(Path(name), asked.rows)
        plain, _ = min(_alone(text) for _ in range(3))
        seconds, megabytes = min(_alone(book) for _ in range(3))
    print(f"csv {plain:.2f} s, xlsx {seconds:.2f} s: {seconds / plain:.1f} times; {megabytes:.0f} MB")
    sys.exit(seconds > _MOST * plain or megabytes > _MEGABYTES)


def _written(folder: Path, number: int) -> tuple[Path, Path]:
    """The same rows as a CSV file and as a workbook."""
    some = list(rows(1_000, working_days(-(-number // 1_000))))[:number]
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    sheet.append(["person", "date", "tool", "count"])
    for person, on, count in some:
        sheet.append([person, on, TOOL, count])
    book.save(folder / "usage.xlsx")
    return write(folder / "usage.csv", some), folder / "usage.xlsx"


def _alone(path: Path) -> tuple[float, float]:
    """CPU seconds and megabytes of an import in a process of its own."""
    command = [sys.executable, "-m", "bench.workbooks", "--import", str(path)]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    return float(said[0]), float(said[1])


def _import(path: Path) -> None:
    with AdoptLog("sqlite://") as log:
        began = time.process_time()
        if path.suffix == ".csv":
            log.import_from(CsvAdapter(CsvOptions(files=(path,), kind="usage", today=TODAY)))
        else:
            log.import_from(ExcelAdapter(ExcelOptions(files=(path,), kind="usage", today=TODAY)))
        print(time.process_time() - began, peak_mb())


if __name__ == "__main__":
    main()
