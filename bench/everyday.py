"""What happens all day: one fact is recorded, and its person's status is asked for."""

from datetime import timedelta
from pathlib import Path
from statistics import median

from adoptlog import ToolUsed
from bench.stores import Fresh
from bench.table import Results, Spent, spent
from bench.world import FIRST, TODAY, TOOL, fill, opened, working_days

_SAMPLE = 100


def record_then_status(results: Results, fresh: Fresh, folder: Path, sizes: list[tuple[int, int]]) -> None:
    """The median with so many other people, of so many days each."""
    for people, days in sizes:
        with opened(fresh()) as log:
            fill(log, folder, people, working_days(days))
            records, asks = [], []
            for i in range(_SAMPLE):
                who, on = f"e-{i * people // _SAMPLE:06}", FIRST + timedelta(days=i)
                fact = ToolUsed(tool=TOOL, on=on, count=10)
                records.append(spent(log.record, who, fact)[1])
                asks.append(spent(log.status, person=who, as_of=TODAY)[1])
        label = f"{people:,} others x {days} days"
        both = [record + ask for record, ask in zip(records, asks, strict=True)]
        results.at_most(f"record() + status() of one, {label}", _median(both, "wall"), "ms", 5)
        results.at_most("  of the processor", _median(both, "cpu"), "ms", 5)
        results.at_most("  of which record()", _median(records, "cpu"), "ms")
        results.at_most("  of which status()", _median(asks, "cpu"), "ms")


def _median(some: list[Spent], how: str) -> float:
    """Milliseconds."""
    return float(median(1000 * getattr(one, how) for one in some))
