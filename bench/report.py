"""The management report of a large simulated company: how long it takes, how large the file is, how much memory."""

import argparse
import json
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path
from time import process_time

from adoptlog import AdoptLog
from adoptlog.report.page import page
from adoptlog.simulation import simulate
from adoptlog.simulation.company import UNTIL
from bench.alone import peak_mb
from bench.simulated import logged
from bench.table import Results, timed

PEOPLE, DAYS = 10_000, 365
_SECONDS, _FILE_MB, _MEMORY_MB = 20, 3, 600
_MB = 1_000_000


def alone(url: str, as_of: date) -> dict[str, float]:
    """In a process of its own, so that its memory is seen: the report and its page, as the command makes them."""
    command = [sys.executable, "-m", "bench.report", "--of", url, "--as-of", as_of.isoformat()]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    told: dict[str, float] = json.loads(done.stdout)
    return told


def one(url: str, as_of: date) -> dict[str, float]:
    """Seconds to the value and to the page, the size of the larger page, and the most memory there was."""
    busy = process_time()
    with AdoptLog(url) as log:
        report, assembled = timed(lambda: log.report(as_of=as_of))
    pages, written = timed(lambda: [page(report, lang) for lang in ("en", "ja")])
    busy = process_time() - busy
    size = max(len(html.encode()) for html in pages)
    return {"report": assembled, "page": written / 2, "cpu": busy, "file_mb": size / _MB, "peak_mb": peak_mb()}


def measure(results: Results, people: int, days: int) -> None:
    """One company."""
    with tempfile.TemporaryDirectory() as name:
        url = f"sqlite:///{Path(name) / 'company.db'}"
        logged(simulate(people, days), url, Path(name)).close()
        told = alone(url, UNTIL)
    label = f"report of {people:,} people x {days} days"
    results.at_most(f"{label}, with its page", told["report"] + told["page"], "s", _SECONDS)
    results.at_most("  of that the page", told["page"], "s")
    results.at_most("  of the processor, with both pages", told["cpu"], "s")
    results.at_most("  size of the file", told["file_mb"], "MB", _FILE_MB)
    results.at_most("  memory of the whole process", told["peak_mb"], "MB", _MEMORY_MB)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.report", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a tenth of the size: does it still run?")
    parser.add_argument("--of", help=argparse.SUPPRESS)
    parser.add_argument("--as-of", type=date.fromisoformat, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.of:
        print(json.dumps(one(asked.of, asked.as_of)))
        return
    results = Results("report", asked.quick)
    measure(results, PEOPLE // (10 if asked.quick else 1), DAYS)
    results.show()
    print(f"written: {results.write(Path(__file__).parent / 'results')}")


if __name__ == "__main__":
    main()
