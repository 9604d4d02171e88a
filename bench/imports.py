"""Reports of use, from files to committed events and read model."""

import random
from datetime import date
from pathlib import Path

from bench import stock
from bench.alone import alone
from bench.stores import Fresh
from bench.table import Results, timed
from bench.world import import_, opened, rows, working_days, write

_PEER_FACTS = 10_000
"""Facts the peer saves one by one; it does not get faster with more of them."""


def one_file(results: Results, fresh: Fresh, folder: Path, people: int, days: int) -> tuple[str, Path]:
    """Everything in one file, in three orders of its rows: the two databases, for the replay."""
    by_day = list(rows(people, working_days(days)))
    stored = folder / "stock.db"
    with stock.opened(stored) as app:
        facts, seconds = timed(lambda: stock.import_file(app, by_day))
    peer = results.rate(f"stock: import {people:,} people x {days} days", facts, seconds)
    shuffled = by_day.copy()
    random.Random(7).shuffle(shuffled)
    url = ""
    for order, some in (("shuffled", shuffled), ("by person", sorted(by_day)), ("by day", by_day)):
        path, url = write(folder / "usage.csv", some), fresh()
        with opened(url) as log:
            done, seconds = timed(import_, log, path)
            assert done.recorded == facts, done
        results.faster(f"import one CSV, rows {order}", facts / seconds, {"stock": (peer, 8)})
    return url, stored


def daily_files(results: Results, fresh: Fresh, folder: Path, people: int, days: int) -> None:
    """A file a day: the stock path saves once per fact."""
    dates = working_days(days)
    peer = _stock_days(results, folder, people, dates)
    paths = [write(folder / f"{on}.csv", rows(people, [on])) for on in dates]
    with opened(fresh()) as log:
        done, seconds = timed(lambda: [import_(log, path) for path in paths])
    facts = sum(one.recorded for one in done)
    assert facts == people * days, facts
    results.faster(f"import {days} daily files of {people:,} people", facts / seconds, {"stock": (peer, 50)})


def memory(results: Results, fresh: Fresh, folder: Path, facts: int) -> None:
    """A large shuffled file in a process of its own: how much memory it takes, interpreter included."""
    some = list(rows(facts // 250, working_days(250)))
    random.Random(7).shuffle(some)
    told = alone("import", fresh(), str(write(folder / "large.csv", some)))
    results.rate(f"import {facts:,} shuffled rows", facts, told["seconds"])
    results.at_most(f"import {facts:,} shuffled rows: peak memory", told["peak_mb"], "MB", 150)


def _stock_days(results: Results, folder: Path, people: int, dates: list[date]) -> float:
    """The stock path on as many days as are enough to know its rate."""
    facts, seconds = 0, 0.0
    known: dict[str, stock.Person] = {}
    with stock.opened(folder / f"stock-days-{people}.db") as app:
        for on in dates:
            some = list(rows(people, [on]))[:_PEER_FACTS]
            taken, more = timed(stock.import_day, app, known, some)
            facts, seconds = facts + taken, seconds + more
            if facts >= _PEER_FACTS:
                break
    return results.rate(f"stock: daily files of {people:,} people (first {facts:,} facts)", facts, seconds)
