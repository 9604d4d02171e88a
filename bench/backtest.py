"""How well the follow-ups warn on people whose true habit is known, beside naive rules; and how much work they make."""

import argparse
import os
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from math import inf, isinf
from pathlib import Path
from typing import Any

import attrs
from rich.console import Console
from rich.table import Table

from bench.rehearsed import Rehearsed, rehearsed
from bench.table import written
from bench.warned import Warned, by_pattern, dominated, together
from bench.workload import Workload, by_rule, histogram, summary, workload

DAYS = 365
GOAL = 5
"""Follow-ups per champion and week, in the median, that may be raised at most."""

_SHOWN = {"fast": "formed", "steady": "formed", "decliner": "gradual", "weekly": "light"}
_OURS, _NAIVE = 0, (1, 2)


@attrs.frozen(kw_only=True)
class Measured:
    """What one company showed, or several together."""

    alarms: Mapping[str, Mapping[str, Warned]]
    """By alarm, and by pattern."""
    work: Workload

    def __add__(self, other: "Measured") -> "Measured":
        alarms = {
            name: {
                pattern: mine.get(pattern, Warned()) + theirs.get(pattern, Warned()) for pattern in {**mine, **theirs}
            }
            for name, mine in self.alarms.items()
            for theirs in (other.alarms[name],)
        }
        return Measured(alarms=alarms, work=self.work + other.work)

    def in_all(self) -> dict[str, Warned]:
        """Each alarm on everybody."""
        return {name: together(some.values()) for name, some in self.alarms.items()}


def measure(seed: int, people: int, days: int = DAYS) -> Measured:
    """One company."""
    return measured(rehearsed(seed, people, days))


def measured(one: Rehearsed) -> Measured:
    """What its alarms and follow-ups amount to."""
    alarms: dict[str, dict[str, Warned]] = {}
    for alarm in one.alarms:
        some = alarms.setdefault(alarm.name, defaultdict(Warned))
        for pattern, warned in by_pattern(one.company, alarm):
            some[_SHOWN.get(pattern, pattern)] += warned
    return Measured(alarms={name: dict(some) for name, some in alarms.items()}, work=workload(one.company, one.raised))


def rows(done: Measured) -> Iterator[dict[str, Any]]:
    """The lines of the table: every alarm in all, then by pattern."""
    for name, warned in done.in_all().items():
        yield _row(name, "all", warned)
    for pattern in sorted(next(iter(done.alarms.values()))):
        for name, some in done.alarms.items():
            yield _row(name, pattern, some[pattern])


def _row(alarm: str, pattern: str, warned: Warned) -> dict[str, Any]:
    return {
        "alarm": alarm,
        "pattern": pattern,
        "people": warned.people,
        "stops": len(warned.leads),
        "lead": None if warned.lead is None or isinf(warned.lead) else warned.lead,
        "seen": warned.seen,
        "standing": warned.standing,
        "false_per_year": warned.false_per_year,
        "wrong_per_year": warned.wrong_per_year,
    }


def verdicts(done: Measured) -> Iterator[str]:
    """Whether ours is dominated by one of the naive rules: no better in lead time nor in false alarms."""
    told = list(done.in_all().items())
    for place in _NAIVE:
        name, other = told[place]
        worse = dominated(told[_OURS][1], other)
        yield f"ours is {'DOMINATED' if worse else 'not dominated'} by: {name}"


def warnings_table(done: Measured) -> Table:
    """The alarms side by side."""
    table = Table(title="stops seen, and false alarms (lead in work days, false alarms per person and year)")
    for heading in ("pattern", "alarm", "people", "stops", "lead", "seen in 20", "standing", "false", "without early"):
        table.add_column(heading, justify="left" if heading in ("pattern", "alarm") else "right")
    for row in rows(done):
        numbers = (str(row["people"]), str(row["stops"]), _said(row["lead"], "{:g}"))
        shares = (_said(row["seen"], "{:.0%}"), _said(row["standing"], "{:.0%}"))
        false = (f"{row['false_per_year']:.2f}", f"{row['wrong_per_year']:.2f}")
        table.add_row(row["pattern"], row["alarm"], *numbers, *shares, *false)
    return table


def work_table(done: Workload) -> Table:
    """What the follow-ups ask for in a week, beside what may be asked."""
    table = Table(title="follow-ups raised per champion of 25 people and week")
    for heading in ("whose", "weeks", "median", "90th percentile", "asked", ""):
        table.add_column(heading, justify="left" if heading in ("whose", "asked", "") else "right")
    for place, row in enumerate(summary(done)):
        asked = ("", "") if place else (f"<= {GOAL}", "yes" if row["median"] <= GOAL else "NO")
        table.add_row(row["whose"], f"{row['weeks']:,}", f"{row['median']:g}", f"{row['p90']:g}", *asked)
    return table


def rules_table(done: Workload) -> Table:
    """What the champions are asked, by rule."""
    table = Table(title="what a champion of 25 people is asked in a week, by rule")
    for heading in ("rule", "mean a week", "of them again", "median without it"):
        table.add_column(heading, justify="left" if heading == "rule" else "right")
    for row in by_rule(done):
        table.add_row(row["rule"], f"{row['a_week']:.2f}", f"{row['again']:.0%}", f"{row['median_without']:g}")
    return table


def _said(value: float | None, form: str) -> str:
    return "" if value is None or value == inf else form.format(value)


def show(done: Measured, console: Console) -> None:
    """Everything in the terminal."""
    console.print(warnings_table(done))
    for verdict in verdicts(done):
        console.print(verdict)
    for table in (work_table(done.work), histogram(done.work.totals), rules_table(done.work)):
        console.print(table)


def told(done: Measured, seeds: Iterable[int], people: int, days: int) -> dict[str, Any]:
    """Everything as JSON has it."""
    return {
        "population": {"seeds": list(seeds), "people": people, "days": days},
        "alarms": list(rows(done)),
        "verdicts": list(verdicts(done)),
        "workload": list(summary(done.work)),
        "histogram": sorted(Counter(done.work.totals).items()),
        "by_rule": list(by_rule(done.work)),
    }


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.backtest", description=__doc__)
    parser.add_argument("--seeds", type=int, default=5, help="companies to simulate")
    parser.add_argument("--people", type=int, default=200, help="people of each, a multiple of 25")
    parser.add_argument("--quick", action="store_true", help="one company of 25 people and half a year")
    asked = parser.parse_args()
    seeds, people, days = range(1, asked.seeds + 1), asked.people, DAYS
    if asked.quick:
        seeds, people, days = range(1, 2), 25, DAYS // 2
    with ProcessPoolExecutor(min(len(seeds), os.cpu_count() or 1)) as pool:
        first, *others = pool.map(partial(measure, people=people, days=days), seeds)
    done = sum(others, first)
    show(done, Console(width=150))
    path = written(Path(__file__).parent / "results", "backtest", told(done, seeds, people, days))
    print(f"written: {path}")


if __name__ == "__main__":
    main()
