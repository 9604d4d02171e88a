"""Run all measurements, print a table, write JSON. How well the follow-ups warn is `python -m bench.backtest`."""

import argparse
import tempfile
from pathlib import Path

from bench.everybody import everybody
from bench.everyday import record_then_status
from bench.followed import SIZES, follow_ups
from bench.imports import daily_files, memory, one_file
from bench.replays import replay, replay_many
from bench.stores import stores
from bench.table import Results

_PARTS = ("import", "daily", "everyday", "everybody", "follow-ups")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--store", choices=("sqlite", "postgresql"), default="sqlite")
    parser.add_argument("--quick", action="store_true", help="a tenth of the size: does it still run?")
    parser.add_argument("--only", choices=_PARTS, action="append", help="one part of it; may be given several times")
    asked = parser.parse_args()
    results = Results(asked.store, asked.quick)
    part = 10 if asked.quick else 1
    chosen = asked.only or _PARTS
    with tempfile.TemporaryDirectory() as name, stores(asked.store, Path(name)) as fresh:
        folder = Path(name)
        if "import" in chosen:
            url, stored = one_file(results, fresh, folder, 1_000 // part, 250)
            replay(results, url, stored, 1_000 // part, 250)
            memory(results, fresh, folder, 1_000_000 // part)
            replay_many(results, fresh, folder, 100_000 // part, 50)
        if "daily" in chosen:
            daily_files(results, fresh, folder, 1_000 // part, 250 // part)
            daily_files(results, fresh, folder, 100_000 // part, 3)
        if "everyday" in chosen:
            record_then_status(results, fresh, folder, [(1_000, 250), (10_000, 100), (100_000 // part, 10)])
        if "everybody" in chosen:
            everybody(results, fresh, folder, 100_000 // part, 250)
        if "follow-ups" in chosen:
            follow_ups(results, fresh, folder, [size // part for size in SIZES])
    results.show()
    print(f"written: {results.write(Path(__file__).parent / 'results')}")


if __name__ == "__main__":
    main()
