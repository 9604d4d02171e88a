"""The status of everybody, computed from the read model, beside the project's own plain version."""

import random
from datetime import date
from pathlib import Path

from adoptlog.habit import Day, History, Use, days, fold, habit
from bench.alone import alone
from bench.stores import Fresh
from bench.table import Measured, Results, timed
from bench.world import fill, opened, working_days

_SAMPLE = 300
"""People the plain version answers for; it takes as long for each."""


def everybody(results: Results, fresh: Fresh, folder: Path, people: int, number: int) -> None:
    """Seconds and memory above the interpreter, each question in a process of its own."""
    dates, url = working_days(number), fresh()
    with opened(url) as log:
        _, seconds = timed(lambda: fill(log, folder, people, dates))
    results.rate("(events of the next lines appended and projected)", people * (number + 1), seconds)
    as_of, size = dates[-1], f"{people:,} people x {number} days"
    plain, built = _plain(dates, as_of)
    results.add(Measured(what="plain fold", value=plain, unit="person-days/s", goal=">= 1 M", met=plain >= 1_000_000))
    results.add(Measured(what="plain habit, days built as well", value=built, unit="person-days/s"))
    person_days = people * ((as_of - dates[0]).days + 2)
    told = alone("habits", url, as_of.isoformat())
    peers = {"plain fold": (plain, 25.0), "plain habit": (built, 25.0)}
    results.faster(f"habits of {size} from the read model", person_days / told["seconds"], peers, "person-days/s")
    results.at_most(f"habits of {size} from the read model", told["seconds"], "s", 1.5)
    results.at_most("  of which fold_state", told["fold_seconds"], "s")
    results.at_most("  peak memory above the interpreter", told["more_mb"], "MB", 200)
    results.at_most("  the habit model alone, one day on (resume)", told["next_seconds"], "s")
    told = alone("status", url, as_of.isoformat())
    results.at_most(f"log.status() of {size}, rows and sentences", told["seconds"], "s", 1.5)
    results.at_most("  of the processor", told["cpu_seconds"], "s", 1.5)
    results.at_most("  peak memory above the interpreter", told["more_mb"], "MB", 200)
    results.at_most("  log.status() again, one day later", told["next_seconds"], "s", told["seconds"] / 2)


def _plain(dates: list[date], as_of: date) -> tuple[float, float]:
    """Person-days per second of the plain version: of the fold alone, and with the days built."""
    chance = random.Random(5)
    histories = []
    for _ in range(_SAMPLE):
        usual = chance.random()
        used = {on: Use() for on in dates if chance.random() < usual}
        histories.append(History(start=dates[0], used=used, is_off=_weekend, covered=lambda _: True))
    calendars: list[list[Day]] = [days(one, as_of) for one in histories]
    number = sum(map(len, calendars))
    _, folding = timed(lambda: [fold(calendar) for calendar in calendars])
    _, whole = timed(lambda: [habit(one, as_of) for one in histories])
    return number / folding, number / whole


def _weekend(on: date) -> bool:
    return on.weekday() >= 5
