"""The simulated company: repeatable, true to its people, and readable but for the rows that are wrong on purpose."""

import csv
import doctest
import importlib
from collections import Counter
from datetime import date
from hashlib import sha256
from pathlib import Path

import numpy as np
import pytest

from adoptlog.intake.observation import Rejected
from adoptlog.simulation import Company, Population, daily_usage, simulate, stopped, usage_reports, write_files
from adoptlog.simulation.days import public_holidays
from adoptlog_adapters.csv import CsvAdapter, CsvOptions

UNTIL = date(2026, 6, 30)


@pytest.fixture(scope="module")
def company() -> Company:
    return simulate(until=UNTIL)


def contents(company: Company, folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for _, path in write_files(company, folder)}


def test_the_same_seed_gives_the_same_files_byte_for_byte(company: Company, tmp_path: Path):
    again, another = simulate(until=UNTIL), simulate(seed=2, until=UNTIL)

    first = contents(company, tmp_path / "first")

    assert contents(again, tmp_path / "again") == first
    assert contents(another, tmp_path / "another") != first


def test_the_demos_company_is_the_one_it_always_was(company: Company, tmp_path: Path):
    digest = sha256()
    for _, path in write_files(company, tmp_path):
        digest.update(path.name.encode() + path.read_bytes())

    assert digest.hexdigest() == "f9bf0321a400d3a21eeaa5d1e30b12a5ac5213893f74474033c9accbe6a8a755"


def test_every_file_is_known_and_only_the_deliberately_wrong_rows_are_refused(company: Company, tmp_path: Path):
    wrong = Counter(row for report in usage_reports(company) for row in report.wrong)
    refused: Counter[tuple[str, ...]] = Counter()

    for kind, path in write_files(company, tmp_path):
        path.read_bytes().decode("utf-8")
        adapter = CsvAdapter(CsvOptions(files=(path,), kind=kind, today=UNTIL))
        for fetched in adapter.fetch():
            said = adapter.translate(fetched.raw)
            ahead = kind == "usage" and not isinstance(said, Rejected) and any(o.fact.on > UNTIL for o in said)
            if isinstance(said, Rejected) or ahead:
                refused[tuple(fetched.raw.values)] += 1
        assert adapter.notes == []

    assert refused == wrong
    assert wrong.total() == 5


def test_every_kind_that_was_asked_for_is_written_people_first_and_usage_last(company: Company, tmp_path: Path):
    kinds = list(dict.fromkeys(kind for kind, _ in write_files(company, tmp_path)))

    assert kinds[0] == "people"
    assert kinds[-1] == "usage"
    assert set(kinds) == {
        "people", "closures", "leave", "programs", "enrolments", "tasks", "use-cases", "roles", "guidelines",
        "assignments", "trainings", "acknowledgements", "check-ins", "questions", "measurements", "reviews",
        "decisions", "usage",
    }  # fmt: skip


def test_the_reports_say_in_the_end_exactly_what_was_used(company: Company):
    wrong = {row for report in usage_reports(company) for row in report.wrong}
    said = [row for report in usage_reports(company) for row in report.rows if row not in wrong]

    used = np.zeros_like(company.uses)
    for person, day, _, count, _ in said:
        used[int(person[2:]) - 1, (date.fromisoformat(day) - company.start).days] = int(count)

    assert (used == company.uses).all()
    assert len(said) > len(set(said))


def test_some_rows_come_only_in_a_later_report(company: Company):
    wrong = {row for report in usage_reports(company) for row in report.wrong}
    first_seen: dict[tuple[str, ...], str] = {}
    for report in usage_reports(company):
        for row in report.rows:
            first_seen.setdefault(row, report.name)

    late = [row for row, name in first_seen.items() if row not in wrong and not row[1].startswith(name)]

    assert 0 < len(late) < len(first_seen) / 20


def test_people_use_the_tool_as_often_as_their_habit_says(company: Company):
    patterns = np.array([person.pattern for person in company.people])
    used = company.uses > 0

    assert used[company.work].mean() == pytest.approx(company.habit[company.work].mean(), abs=0.02)
    assert not used[patterns == "never"].any()
    assert not used[company.habit == 0].any()
    assert used[~company.work].mean() < 0.02
    novelty = company.habit[patterns == "novelty"]
    assert (novelty.max(axis=1) > 0.7).all()
    assert (novelty[:, -1] == 0).all()
    assert set(patterns) == {
        "fast", "steady", "never", "novelty", "decliner", "weekly", "peripheral", "long_leave", "leaver"
    }  # fmt: skip


def test_nobody_works_on_public_holidays_closures_or_leave_or_before_joining_or_after_leaving(company: Company):
    for day in [*public_holidays(company.start, company.until), date(2026, 1, 2)]:
        if company.start <= day <= company.until:
            assert not company.work[:, (day - company.start).days].any()
    for row, used, person in zip(company.work, company.uses, company.people, strict=True):
        for place in np.flatnonzero(row | (used > 0)).tolist():
            day = date.fromordinal(company.start.toordinal() + place)
            assert person.joined_on <= day <= (person.left_on or UNTIL)
            assert not any(leave.first <= day <= leave.last for leave in person.leave)


def test_no_dated_row_but_the_wrong_ones_lies_after_the_last_day(company: Company, tmp_path: Path):
    happened = {"completed_on", "acknowledged_on", "held_on", "asked_on", "answered_on", "measured_on"}
    by_number = {person.number: person for person in company.people}
    for _, path in write_files(company, tmp_path):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                for column in happened & {name for name, text in row.items() if text}:
                    person = by_number[row["person"]]
                    assert person.joined_on.isoformat() <= row[column] <= (person.left_on or UNTIL).isoformat()


@pytest.mark.parametrize(
    ("people", "days", "seed"), [(1, 1, 0), (1, 14, 1), (2, 14, -3), (9, 20, 5), (10, 60, 7), (25, 400, 8)]
)
def test_small_and_long_companies_can_be_simulated(people: int, days: int, seed: int, tmp_path: Path):
    small = simulate(people, days, seed, date(2024, 2, 29))

    files = write_files(small, tmp_path)

    assert small.habit.shape == (people, days)
    assert small.days == days
    assert files[0][0] == "people"


@pytest.fixture(scope="module")
def planned() -> Company:
    return simulate(200, 365, seed=3, until=UNTIL, population=Population())


def test_a_population_has_its_patterns_in_their_shares(planned: Company):
    assert Counter(person.pattern for person in planned.people) == {
        "fast": 30, "steady": 30, "abrupt": 28, "decliner": 24, "novelty": 28, "weekly": 28, "never": 16,
        "recovering": 16,
    }  # fmt: skip
    assert all(4 <= len(person.leave) <= 8 for person in planned.people)
    assert set(Counter(person.department for person in planned.people).values()) == {25}


def test_who_lapses_in_a_population_stops_once_and_who_recovers_comes_back(planned: Company):
    lapsing = {"abrupt", "decliner", "novelty"}
    for person, row in zip(planned.people, stopped(planned.habit), strict=True):
        stops = int((np.diff(row.astype(int)) == 1).sum())
        assert stops == (person.pattern in lapsing | {"recovering"})
        assert bool(row[-1]) == (person.pattern in lapsing)


def test_a_populations_reports_say_what_is_known_and_nothing_else(planned: Company):
    assert planned.known is not None
    said = np.zeros_like(planned.known)
    wrong = {row for report in usage_reports(planned) for row in report.wrong}
    for report in usage_reports(planned):
        for person, day, _, count, _ in (row for row in report.rows if row not in wrong):
            place = int(person[2:]) - 1, (date.fromisoformat(day) - planned.start).days
            said[place] = True
            assert int(count) == planned.uses[place]

    assert (said[planned.work] == planned.known[planned.work]).all()
    assert not said[~planned.known].any()
    assert 0.02 < 1 - said[planned.work].mean() < 0.04


def test_a_company_of_nobody_is_refused():
    with pytest.raises(ValueError, match="0 people"):
        simulate(people=0, until=UNTIL)


def test_daily_usage_has_a_row_for_everybody_on_every_weekday():
    rows = list(daily_usage(people=50, days=20, seed=3, start=date(2026, 1, 3)))

    assert rows == list(daily_usage(people=50, days=20, seed=3, start=date(2026, 1, 3)))
    assert rows != list(daily_usage(people=50, days=20, seed=4, start=date(2026, 1, 3)))
    assert [len(day) for _, day in rows] == [50] * 20
    assert rows[0][0] == date(2026, 1, 5)
    assert all(day.weekday() < 5 for day, _ in rows)
    assert {person for person, _, _ in rows[0][1]} == {f"e-{n:04d}" for n in range(1, 51)}
    assert {count > 0 for _, day in rows for _, _, count in day} == {True, False}


@pytest.mark.parametrize(
    "module", ["", ".bulk", ".chance", ".days", ".people", ".population", ".tables", ".truth", ".work"]
)
def test_the_examples_in_the_documentation_run(module: str):
    assert doctest.testmod(importlib.import_module(f"adoptlog.simulation{module}")).failed == 0
