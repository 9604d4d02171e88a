"""The work list of everybody on one day, of simulated companies of several sizes."""

from pathlib import Path

from adoptlog.simulation import simulate
from bench.simulated import logged
from bench.stores import Fresh
from bench.table import Results, timed

_YEAR = 365


def follow_ups(results: Results, fresh: Fresh, folder: Path, sizes: list[int]) -> None:
    """Seconds of `log.follow_ups()`, the second time; all rules, a year of everything that is known about people."""
    rates = []
    for people in sizes:
        files = folder / f"company-{people}"
        with logged(simulate(people, _YEAR), fresh(), files) as log:
            _, first = timed(log.follow_ups)
            listed, again = timed(log.follow_ups)
        label = f"follow-ups of everybody, {people:,} people x {_YEAR} days"
        results.at_most(label, again, "s", 5 if people == max(sizes) else None)
        results.at_most(f"  the first time ({len(listed):,} listed)", first, "s")
        rates.append(again / people)
    results.at_most("  time per person: largest company against smallest", rates[-1] / rates[0], "times", 1.25)
