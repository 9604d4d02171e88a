"""Reports of use, from files to committed events and read model."""

import random
from pathlib import Path

from bench import stock
from bench.alone import alone
from bench.stores import Fresh
from bench.table import Results, Spent, spent, timed
from bench.world import import_, opened, rows, working_days, write

_PEER_FACTS = 10_000
"""Facts the peer saves one by one; it does not get faster with more of them."""

_TURNS = 10
"""How often the two take turns, so that other work on the machine meets both."""


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
    """A file a day, in turn with the stock path, which saves once per fact."""
    dates = working_days(days)
    paths = [write(folder / f"{on}.csv", rows(people, [on])) for on in dates]
    known: dict[str, stock.Person] = {}
    turns = min(_TURNS, days)
    facts = theirs = 0
    ours_took, theirs_took = Spent(), Spent()
    with stock.opened(folder / f"stock-days-{people}.db") as app, opened(fresh()) as log:
        for turn in range(turns):
            some = list(rows(people, [dates[turn]]))[: _PEER_FACTS // turns]
            taken, took = spent(stock.import_day, app, known, some)
            theirs, theirs_took = theirs + taken, theirs_took + took
            mine = paths[turn * days // turns : (turn + 1) * days // turns]
            done, took = spent(lambda mine=mine: [import_(log, path) for path in mine])  # type: ignore[misc]
            facts, ours_took = facts + sum(one.recorded for one in done), ours_took + took
    assert facts == people * days, facts
    label = f"import {days} daily files of {people:,} people"
    for how in ("wall", "cpu"):
        peer = results.rate(f"stock: {label} (first {theirs:,} facts), {how}", theirs, getattr(theirs_took, how))
        results.faster(f"{label}, {how}", facts / getattr(ours_took, how), {"stock": (peer, 50)})


def memory(results: Results, fresh: Fresh, folder: Path, facts: int) -> None:
    """A large shuffled file in a process of its own: how much memory it takes, interpreter included."""
    some = list(rows(facts // 250, working_days(250)))
    random.Random(7).shuffle(some)
    told = alone("import", fresh(), str(write(folder / "large.csv", some)))
    results.rate(f"import {facts:,} shuffled rows", facts, told["seconds"])
    results.at_most(f"import {facts:,} shuffled rows: peak memory", told["peak_mb"], "MB", 150)
