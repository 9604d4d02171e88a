"""The habit vectors as a company would deliver them: CSV files in, through the store, statuses out."""

import csv
import json
from datetime import date, timedelta
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest

from adoptlog import AdoptLog
from adoptlog_adapters.csv import CsvAdapter, CsvOptions

VECTORS = Path(__file__).parent / "habit" / "vectors"
PEOPLE = json.loads((VECTORS / "habit.json").read_text(encoding="utf-8"))["people"]
SAYABLE = [person for person in PEOPLE if set(person["days"]) <= set(".LEX?01pu")]
USE_CASES = {"1": "core", "p": "side", "u": ""}


class Company:
    """One person's files, imported into a database in memory."""

    def __init__(self, directory: Path, log: AdoptLog) -> None:
        self.directory, self.log = directory, log

    def deliver(self, kind: str, rows: list[dict[str, Any]], covers: Any = "rows") -> None:
        path = self.directory / f"{kind}.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)
        options = CsvOptions(files=(path,), kind=kind, today=date(2026, 11, 1), covers=covers)
        result = self.log.import_from(CsvAdapter(options))
        assert result.rejected == 0, self.log.dead_letters()


def stretches(days: dict[date, str], letters: str) -> list[tuple[date, date]]:
    """From where to where the days are one of the letters."""
    found = []
    for inside, group in groupby(sorted(days.items()), key=lambda day: day[1] in letters):
        on = [day for day, _ in group]
        if inside:
            found.append((on[0], on[-1]))
    return found


@pytest.mark.parametrize("vector", SAYABLE, ids=lambda vector: vector["id"])
def test_a_vector_delivered_as_files(vector: dict[str, Any], tmp_path: Path) -> None:
    start = date.fromisoformat(vector["start"])
    days = {start + timedelta(days=n): letter for n, letter in enumerate(vector["days"])}
    last = max(days)
    with AdoptLog("sqlite://") as log:
        company = Company(tmp_path, log)
        program = {"program": "p", "target_days": vector["cadence"], "core_use_cases": "core", "tools": "chat"}
        company.deliver("programs", [program])
        person: dict[str, Any] = {"person": "v", "department": "d", "licensed_on": start, "workdays": "mon-sun"}
        left = [on for on, letter in days.items() if letter == "X"]
        if left:
            person["left_on"] = min(left) - timedelta(days=1)
        company.deliver("people", [person])
        closed = [{"date": on, "department": "d"} for on, letter in days.items() if letter == "."]
        if closed:
            company.deliver("closures", closed)
        for kind, letter in (("leave", "L"), ("exemptions", "E")):
            spans = [{"person": "v", "from": first, "to": end} for first, end in stretches(days, letter)]
            if spans:
                company.deliver(kind, spans)
        used = {on: USE_CASES[letter] for on, letter in days.items() if letter in USE_CASES}
        for first, end in stretches(days, ".LEX01pu"):
            rows = [
                {"person": "v", "date": on, "tool": "chat", "use_case": case}
                for on, case in used.items()
                if first <= on <= end
            ]
            nobody = [{"person": "other", "date": first, "tool": "chat", "use_case": ""}]
            company.deliver("usage", rows or nobody, (first, end))

        told = {row["date"]: row for row in daily(vector["id"])}
        for on in sorted({last, *(date.fromisoformat(row["date"]) for row in vector["expected_asof"])}):
            if on > last:
                continue
            everybody = {row.person: row for row in log.status(as_of=on)}
            (alone,) = log.status(person="v", as_of=on)
            assert everybody["v"] == alone
            expected = told[on.isoformat()]
            assert alone.state == expected["state"].lower()
            assert alone.strength == pytest.approx(float(expected["strength"]), abs=5.1e-5)
            assert alone.confidence == expected["confidence"]
            assert str(alone.tenure if alone.tenure is not None else "") in (
                expected["tenure"],
                expected["tenure"] or "0",
            )


def daily(vector: str) -> list[dict[str, str]]:
    with (VECTORS / "habit-daily.csv").open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if row["id"] == vector]
