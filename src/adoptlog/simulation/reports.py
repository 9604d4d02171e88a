"""The tool's usage reports: monthly, in the last month daily; late, repeated and wrong rows included."""

from collections.abc import Iterator
from datetime import date
from itertools import compress, count

import attrs
import numpy as np

from adoptlog.simulation.chance import generator
from adoptlog.simulation.company import TOOL, Company
from adoptlog.simulation.days import span
from adoptlog.simulation.habits import USE_CASE_CELLS

HEADER = ("person", "date", "tool", "count", "use_case")
Row = tuple[str, ...]

_LATE = 0.015
_LATEST = 3  # reports later; rows of a month come with the next report
_REPEATED = 0.01
_CENTURY_SLIP = 36  # 2026 written 2062: in the future whenever the file is imported


@attrs.frozen
class Report:
    """One file: its rows under `HEADER`, and which of them are wrong on purpose."""

    name: str
    rows: list[Row] = attrs.field(repr=False)
    wrong: tuple[Row, ...]


@attrs.frozen
class _Period:
    name: str
    first: int
    last: int


def usage_reports(company: Company) -> Iterator[Report]:
    """The reports in the order they were sent; a day's row may come up to three reports later, or once again."""
    rng = generator(company.seed, 4)
    periods = _periods(company)
    wrong = _wrong_rows(company, len(periods))
    last = len(periods) - 1
    late: list[tuple[int, Row]] = []
    before: list[Row] = []
    for place, period in enumerate(periods):
        rows = _rows(company, period)
        is_late = (rng.random(len(rows)) < (_LATE if place < last else 0)).tolist()
        delay = rng.integers(1, 2 if period.last > period.first else _LATEST + 1, len(rows))
        arrived = [row for due, row in late if due == place]
        repeated = [row for row, chosen in zip(before, rng.random(len(before)) < _REPEATED, strict=True) if chosen]
        before = [row for row, later in zip(rows, is_late, strict=True) if not later]
        late += [(min(place + int(delay[i]), last), rows[i]) for i in compress(count(), is_late)]
        yield Report(period.name, _shuffled_in(rng, arrived + before + repeated, wrong[place]), tuple(wrong[place]))


def _periods(company: Company) -> list[_Period]:
    """A month a file, the last month a day a file; no file where nobody used the tool."""
    dates = span(company.start, company.days)
    this_month = (company.until.year, company.until.month)
    periods: dict[str, _Period] = {}
    for index, day in enumerate(dates):
        name = day.isoformat() if (day.year, day.month) == this_month else f"{day:%Y-%m}"
        begun = periods.get(name)
        periods[name] = _Period(name, begun.first if begun else index, index)
    used = [bool(day) for day in np.atleast_1d(company.uses.any(axis=0))]
    return [period for period in periods.values() if any(used[period.first : period.last + 1])]


def _rows(company: Company, period: _Period) -> list[Row]:
    """Everybody's use in a period, day after day; where not all is known, also the known days without use."""
    part = slice(period.first, period.last + 1)
    uses = company.uses[:, part].T
    cases = np.where(uses > 0, company.use_cases[:, part].T, 0)
    told = uses > 0 if company.known is None else (company.work[:, part].T | (uses > 0)) & company.known[:, part].T
    days, people = np.nonzero(told)
    dates = [day.isoformat() for day in span(company.start, company.days)[part]]
    counts, used_for = uses[days, people].tolist(), cases[days, people].tolist()
    return [
        (company.people[who].number, dates[day], TOOL, str(times), USE_CASE_CELLS[case])
        for who, day, times, case in zip(people.tolist(), days.tolist(), counts, used_for, strict=True)
    ]


def _wrong_rows(company: Company, files: int) -> list[list[Row]]:
    """What no import can record, spread over the files: each row is wrong in a way of its own."""
    day, who = company.until, company.owner.number
    some = company.start.isoformat()
    rows: list[Row] = [
        (who, f"{day.year}-02-30", TOOL, "2", "summary"),
        ("", some, TOOL, "1", "mail-draft"),
        (who, some, TOOL, "a few", ""),
        (who, date(day.year + _CENTURY_SLIP, 4, 1).isoformat(), TOOL, "3", "summary"),
        (who, some, TOOL, "-1", "minutes-draft"),
    ]
    spread: list[list[Row]] = [[] for _ in range(files)]
    for place, row in enumerate(rows if files else []):
        spread[place * files // len(rows)].append(row)
    return spread


def _shuffled_in(rng: np.random.Generator, rows: list[Row], wrong: list[Row]) -> list[Row]:
    """The rows with the wrong ones somewhere among them."""
    for row in wrong:
        rows.insert(int(rng.integers(len(rows) + 1)), row)
    return rows
