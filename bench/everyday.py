"""What happens all day: one fact is recorded, and its person's status is asked for."""

from datetime import timedelta
from pathlib import Path
from statistics import median

from adoptlog import ToolUsed
from bench.stores import Fresh
from bench.table import Results, timed
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
                records.append(timed(log.record, who, fact)[1] * 1000)
                asks.append(timed(log.status, person=who, as_of=TODAY)[1] * 1000)
        both = median(a + b for a, b in zip(records, asks, strict=True))
        label = f"{people:,} others x {days} days"
        results.at_most(f"record() + status() of one, {label}", both, "ms", 5)
        results.at_most(f"  of which record(), {label}", median(records), "ms")
        results.at_most(f"  of which status(), {label}", median(asks), "ms")
