"""The habit vectors as a company would deliver them: files in, through the store, everybody's status out, day by day.

What no file can say (use seen by others, use inside a training) comes through `record`. Eight vectors give every day
of a week another self-reported value; check-ins cannot say that (of two for a day the later counts), so these test
the fold alone (`habit/test_vectors.py`).
"""

import csv
import json
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest

from adoptlog import AdoptLog, LastActivityReported, ToolUsed
from adoptlog.habit import HabitDay, days, trace
from adoptlog.projections.presence import presence_of
from adoptlog.status.inquiry import Inquiry
from adoptlog.status.person import history
from adoptlog.store import directory
from adoptlog_adapters.csv import CsvAdapter, CsvOptions

VECTORS = Path(__file__).parent / "habit" / "vectors"
HABIT = json.loads((VECTORS / "habit.json").read_text(encoding="utf-8"))
UNSAYABLE = {"P22", "P25", "P28", "P31", "P32", "P36", "P38", "P41"}
UNTIL = {"P45": date(2026, 3, 17)}
"""Before two days of a total of 1.2: a report counts whole days."""
PEOPLE = {person["id"]: person for person in HABIT["people"] if person["id"] not in UNSAYABLE}
USE_CASES = {"1": "core", "p": "side", "u": ""}
TODAY = date(2026, 11, 1)
DAY = timedelta(days=1)


def days_of(vector: dict[str, Any]) -> dict[date, str]:
    start = date.fromisoformat(vector["start"])
    return {start + n * DAY: letter for n, letter in enumerate(vector["days"])}


def stretches(days: dict[date, str], letters: str) -> list[tuple[date, date]]:
    """From where to where the days are one of the letters."""
    found = []
    for inside, group in groupby(sorted(days.items()), key=lambda day: day[1] in letters):
        on = [day for day, _ in group]
        if inside:
            found.append((on[0], on[-1]))
    return found


class Company:
    """Everybody of the vectors, each with a department, a program and a tool of their own."""

    def __init__(self, directory: Path, log: AdoptLog) -> None:
        self.directory, self.log = directory, log

    def deliver(self, kind: str, rows: list[dict[str, Any]], covers: Any = "rows") -> None:
        path = self.directory / f"{kind}.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list({name: None for row in rows for name in row}))
            writer.writeheader()
            writer.writerows(rows)
        result = self.log.import_from(CsvAdapter(CsvOptions(files=(path,), kind=kind, today=TODAY, covers=covers)))
        assert result.rejected == 0, self.log.dead_letters()

    def set_up(self) -> None:
        programs, people, enrolments = [], [], []
        spans: dict[str, list[dict[str, Any]]] = {"closures": [], "leave": [], "exemptions": []}
        for who, vector in PEOPLE.items():
            days, start = days_of(vector), vector["start"]
            programs.append(
                {"program": who, "target_days": vector["cadence"], "core_use_cases": "core", "tools": f"chat-{who}"}
            )
            left = [on for on, letter in days.items() if letter == "X"]
            last = {"left_on": min(left) - DAY} if left else {}
            begins = min(on for on, letter in days.items() if letter not in ".L")
            people.append({"person": who, "department": who, "licensed_on": begins, "workdays": "mon-sun"} | last)
            enrolments.append({"person": who, "program": who, "from": start})
            off = [on for on, letter in days.items() if letter == "."] + [min(days) - n * DAY for n in range(1, 8)]
            spans["closures"] += [{"date": on, "department": who} for on in off]
            for kind, letter in (("leave", "L"), ("exemptions", "E")):
                spans[kind] += [{"person": who, "from": first, "to": end} for first, end in stretches(days, letter)]
        for kind, rows in {"programs": programs, "people": people, "enrolments": enrolments, **spans}.items():
            self.deliver(kind, rows)

    def report_use(self, who: str) -> None:
        """Each stretch of days that a log speaks about is a file of its own."""
        days, tool = days_of(PEOPLE[who]), f"chat-{who}"
        for first, end in stretches(days, ".LEX01put"):
            rows = [
                {"person": who, "date": on, "tool": tool, "use_case": USE_CASES[letter]}
                for on, letter in days.items()
                if first <= on <= end and letter in USE_CASES
            ]
            if set("01put") & {days[first + n * DAY] for n in range((end - first).days + 1)}:
                nobody = [{"person": "somebody", "date": first, "tool": tool, "use_case": ""}]
                self.deliver("usage", rows or nobody, (first, end))
        for on, letter in days.items():
            if letter == "t":
                self.log.record(who, ToolUsed(tool=tool, on=on, in_training=True), source=("trainer", f"{who} {on}"))
            if letter == "o":
                self.log.record(who, ToolUsed(tool=tool, on=on, evidence="observed"), source=("peer", f"{who} {on}"))

    def ask(self, who: str) -> None:
        """A check-in on the last day of each stretch of `c`, 0.6 of the week's work days; other letters likewise."""
        days = days_of(PEOPLE[who])
        held = [on for on, letter in days.items() if letter == "c" and days.get(on + DAY) != "c"]
        rows = []
        for on in held:
            work = sum(days.get(on - n * DAY, ".") not in ".LEX" for n in range(7))
            rows.append({"person": who, "kind": "meeting", "held_on": on, "self_reported_days": round(0.6 * work, 6)})
        if rows:
            self.deliver("check-ins", rows)

    def total(self, who: str) -> None:
        """Three active days of five, ending with each stretch of `g`: 0.6 where nothing better speaks about the day."""
        days, rows = days_of(PEOPLE[who]), []
        for _, end in stretches({on: x for on, x in days.items() if on < UNTIL.get(who, date.max)}, "g"):
            first, work = end, 1
            while work < 5:
                first -= DAY
                work += days[first] not in ".LEX"
            period = {"from": first, "to": end, "active_days": 3}
            rows.append({"person": who, "tool": f"chat-{who}"} | period)
        if rows:
            self.deliver("activity", rows)


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> Iterator[AdoptLog]:
    with AdoptLog("sqlite://") as log:
        company = Company(tmp_path_factory.mktemp("vectors"), log)
        company.set_up()
        for who in PEOPLE:
            company.report_use(who)
            company.ask(who)
            company.total(who)
        yield log


def traced(log: AdoptLog, who: str, last: date) -> Iterator[HabitDay]:
    """The person's days as they come out of the store, each with its habit."""
    with log.application.current() as read:
        ask = log._question(read, last, None, None)
        setting = Inquiry(read.connection, read, ask).setting
        program, person = setting.named(who)[0], directory.one(read.connection, who)
        presence = presence_of(read.summary(person.no))
        told, _ = history(read, person.numbers, presence, program, setting, last, ask.country)
    yield from trace(days(told, last), ask.policy, program.target_days)


@pytest.mark.parametrize("who", PEOPLE)
def test_a_vector_delivered_as_files(who: str, log: AdoptLog) -> None:
    last = max(days_of(PEOPLE[who]))
    kept = {day.on: day for day in traced(log, who, last)}

    for expected in daily(who):
        on = date.fromisoformat(expected["date"])
        if on < min(kept) or on >= UNTIL.get(who, date.max):
            continue
        day = kept[on]
        said = (day.habit.state, day.habit.base, day.habit.confidence, day.habit.tenure or 0)
        names = (expected["state"].lower(), expected["base"].lower(), expected["confidence"])
        assert said == (*names, int(expected["tenure"] or 0)), expected
        assert day.habit.strength == pytest.approx(float(expected["strength"]), abs=1.1e-6), expected
    (row,) = log.status(person=who, program=who, as_of=last)
    assert (row.state, row.confidence) == (kept[last].habit.state, kept[last].habit.confidence)
    assert row.strength == round(kept[last].habit.strength, 4)


def test_everybody_at_once_is_told_the_same(log: AdoptLog) -> None:
    as_of = date(2026, 4, 5)  # a Sunday: every check-in of its week is known
    everybody = {row.person: row for row in log.status(as_of=as_of) if row.person == row.program}

    for who in PEOPLE.keys() - UNTIL.keys():
        for expected in (row for row in daily(who) if row["date"] == as_of.isoformat()):
            assert everybody[who].state == expected["state"].lower()
            assert everybody[who].strength == pytest.approx(float(expected["strength"]), abs=5.1e-5)


def daily(vector: str) -> list[dict[str, str]]:
    with (VECTORS / "habit-daily.csv").open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if row["id"] == vector]


def test_what_arrives_late_counts_from_when_it_is_known(tmp_path: Path) -> None:
    thursday, friday = HABIT["late_evidence"]
    times = {"now": datetime(2026, 4, 9, 18, tzinfo=UTC)}
    with AdoptLog("sqlite://", now=lambda: times["now"]) as log:
        company = Company(tmp_path, log)
        start = thursday["start"]
        company.deliver("people", [{"person": "v", "licensed_on": start}])
        first = date.fromisoformat(start)
        used = [first + n * DAY for n, letter in enumerate(thursday["days"]) if letter == "1"]
        rows = [{"person": "v", "date": on, "tool": "chat"} for on in used]
        company.deliver("usage", rows, (first, date(2026, 4, 5)))
        (early,) = log.status(person="v", as_of=date(2026, 4, 9))
        times["now"] = datetime(2026, 4, 10, 18, tzinfo=UTC)
        company.deliver(
            "check-ins", [{"person": "v", "kind": "chat", "held_on": "2026-04-10", "self_reported_days": 4}]
        )
        (late,) = log.status(person="v", as_of=date(2026, 4, 10))

    for row, expected in ((early, thursday["expected"]), (late, friday["expected"])):
        assert (row.state, row.confidence) == (expected["state"].lower(), expected["confidence"])
        assert row.strength == pytest.approx(expected["strength"], abs=5.1e-5)


def test_a_system_that_tells_the_last_activity_only() -> None:
    vector = HABIT["adapters"]["last_activity_only"]
    with AdoptLog("sqlite://", now=lambda: datetime(2026, 2, 1, tzinfo=UTC)) as log:
        for on, active in vector["snapshots"]:
            fact = LastActivityReported(
                tool="chat", on=date.fromisoformat(on), last_active_on=date.fromisoformat(active)
            )
            log.record("v", fact, source=("crm", on))
        (row,) = log.status(person="v", as_of=date(2026, 1, 23))

    assert (row.first_used_on, row.last_used_on) == (date(2026, 1, 7), date(2026, 1, 22))
    assert row.confidence != "A"


def test_three_active_days_of_a_week_with_a_public_holiday(tmp_path: Path) -> None:
    week = HABIT["adapters"]["active_days_in_week"]
    assert week["input"] == "3 active days in a 4-working-day week (one holiday)"
    with AdoptLog("sqlite://") as log:
        company = Company(tmp_path, log)
        company.deliver("people", [{"person": "v", "licensed_on": "2026-02-23", "country": "JP"}])
        period = {"from": "2026-02-23", "to": "2026-02-27", "active_days": 3}  # 23 February: the Emperor's birthday
        company.deliver("activity", [{"person": "v", "tool": "chat"} | period])
        (row,) = log.status(person="v", as_of=date(2026, 2, 27))

    assert "3 of the last 4 counted days" in row.explanation
