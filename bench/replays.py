"""From the whole history to a status for everybody."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import orjson

from bench import stock
from bench.folding import habits
from bench.stores import Fresh
from bench.table import Results, timed
from bench.world import fill, opened, working_days


def replay(results: Results, url: str, stored: Path, people: int, days: int) -> None:
    """The same history as the imports left it, on both paths and by the raw driver."""
    as_of, facts = working_days(days)[-1], people * days
    with stock.opened(stored) as app:
        theirs, seconds = timed(lambda: habits(stock.uses(app), as_of))
    assert len(theirs) == people
    slow = results.rate("stock: replay to status", facts, seconds)
    theirs, seconds = timed(lambda: habits(_raw(stored), as_of))
    raw = results.rate("raw driver + orjson: replay to status", facts, seconds)
    with opened(url) as log:
        ours, seconds = timed(lambda: log.replay(as_of=as_of))
    expected = sorted(habit.state.value for habit in theirs)
    assert sorted(row.state for row in ours) == expected, "the peers tell another status"
    peers = {"stock": (slow, 25.0), "raw driver + orjson": (raw, 3.0)}
    results.faster(f"replay {people:,} people x {days} days to status", facts / seconds, peers)


def replay_many(results: Results, fresh: Fresh, folder: Path, people: int, days: int) -> None:
    """A history too long for the stock path to be waited for."""
    with opened(fresh()) as log:
        fill(log, folder, people, working_days(days))
        told, seconds = timed(lambda: log.replay(as_of=working_days(days)[-1]))
    assert len(told) == people
    results.rate(f"replay {people:,} people x {days} days to status", people * (days + 1), seconds)


def _raw(stored: Path) -> Iterator[tuple[str, str, int]]:
    connection = sqlite3.connect(stored)
    query = "SELECT originator_id, state FROM stored_events WHERE topic LIKE '%.Used' ORDER BY rowid"
    loads: Any = orjson.loads
    for person, state in connection.execute(query):
        said = loads(state)
        yield person, said["on"], said["count"]
    connection.close()
