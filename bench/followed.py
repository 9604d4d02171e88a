"""The work list of everybody on one day, of simulated companies of several sizes: `python -m bench.followed`."""

import argparse
import tempfile
from pathlib import Path
from time import process_time

from adoptlog.simulation import simulate
from bench.simulated import logged
from bench.stores import Fresh, stores
from bench.table import Results, timed

_YEAR = 365
SIZES = (1_000, 3_000, 10_000)


def follow_ups(results: Results, fresh: Fresh, folder: Path, sizes: list[int]) -> None:
    """Seconds of `log.follow_ups()`, the second time; all rules, a year of everything that is known about people.

    The processor's seconds are told too, and the largest company is compared by them: on a machine with other work only
    these say something.
    """
    rates = []
    for people in sizes:
        files = folder / f"company-{people}"
        with logged(simulate(people, _YEAR), fresh(), files) as log:
            _, first = timed(log.follow_ups)
            began = process_time()
            listed, again = timed(log.follow_ups)
            busy = process_time() - began
        label = f"follow-ups of everybody, {people:,} people x {_YEAR} days"
        results.at_most(label, again, "s", 5 if people == max(sizes) else None)
        results.at_most("  of the processor", busy, "s")
        results.at_most(f"  the first time ({len(listed):,} listed)", first, "s")
        rates.append(busy / people)
    results.at_most("  time per person: largest company against smallest", rates[-1] / rates[0], "times", 1.25)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.followed", description=__doc__)
    parser.add_argument("--store", choices=("sqlite", "postgresql"), default="sqlite")
    parser.add_argument("--quick", action="store_true", help="a tenth of the size: does it still run?")
    asked = parser.parse_args()
    results = Results(asked.store, asked.quick)
    with tempfile.TemporaryDirectory() as name, stores(asked.store, Path(name)) as fresh:
        follow_ups(results, fresh, Path(name), [size // (10 if asked.quick else 1) for size in SIZES])
    results.show()


if __name__ == "__main__":
    main()
