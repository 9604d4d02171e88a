"""The histories that are measured: people with one row of use a day, the same in every run."""

import random
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import numpy as np

from adoptlog import AdoptLog
from adoptlog.domain.event import Source
from adoptlog.domain.identifiers import usage_id
from adoptlog.domain.stream import Circumstances
from adoptlog.domain.usage_reports import BLOCK, Feed, UsageReports
from adoptlog.intake.importing import ImportResult
from adoptlog_adapters.csv import CsvAdapter, CsvOptions

TOOL = "chatgpt"
FIRST = date(2025, 4, 1)
_EVE = FIRST - timedelta(days=1)
_NOW = datetime(2026, 6, 1, tzinfo=UTC)
TODAY = _NOW.date()


class Row(NamedTuple):
    """One row of a report."""

    person: str
    on: str
    uses: int


def working_days(number: int) -> list[date]:
    """So many days from Monday to Friday."""
    days: list[date] = []
    on = FIRST
    while len(days) < number:
        if on.weekday() < 5:
            days.append(on)
        on += timedelta(days=1)
    return days


def rows(people: int, days: Iterable[date]) -> Iterator[Row]:
    """A row of everybody on every day, day by day; a count of 0 is a day without use."""
    chance = random.Random(5)
    usual = [chance.random() for _ in range(people)]
    for on in days:
        told = on.isoformat()
        for no in range(people):
            count = 1 + chance.randrange(5) if chance.random() < usual[no] else 0
            yield Row(f"e-{no:06}", told, count)


def write(path: Path, some: Iterable[Row]) -> Path:
    """A CSV file as tools export it."""
    with path.open("w", encoding="utf-8") as file:
        file.write("person,date,tool,count\n")
        file.writelines(f"{person},{on},{TOOL},{count}\n" for person, on, count in some)
    return path


def import_(log: AdoptLog, path: Path) -> ImportResult:
    """Import one file of use."""
    return log.import_from(CsvAdapter(CsvOptions(files=(path,), kind="usage", today=TODAY)))


def opened(url: str) -> AdoptLog:
    """The log at a fixed time, so that every run asks the same."""
    return AdoptLog(url, now=lambda: _NOW)


def fill(log: AdoptLog, folder: Path, people: int, days: Iterable[date]) -> None:
    """People with their use of some days, put in as finished events: the import is not what is measured here."""
    import_(log, write(folder / "eve.csv", rows(people, [_EVE])))
    usual = np.random.default_rng(5).random(people + 1)
    chance = np.random.default_rng(6)
    feed = Feed(TOOL)
    at = Circumstances(now=_NOW, today=TODAY, by_hand=False, source=Source("csv"))
    streams: dict[object, UsageReports] = {}
    for block in range(people // BLOCK + 1):
        numbers = np.arange(max(block * BLOCK, 1), min((block + 1) * BLOCK, people + 1))
        for on in days:
            id_ = usage_id(feed, on, block)
            stream = streams.setdefault(id_, UsageReports(id_))
            used = chance.random(len(numbers)) < usual[numbers]
            cells = np.where(used, chance.integers(2, 7, len(numbers)), 1).astype(np.uint32)
            stream.report(feed, block, on, numbers % BLOCK, cells, at)
    with log.database.writing() as connection:
        events = [event for stream in streams.values() for event in stream.collect_events()]
        log.application.append(connection, events, None)
    log.application.projector.catch_up()
