"""Reading the vectors: their encoding of days, and what they expect."""

from __future__ import annotations

import csv
import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from adoptlog.habit import Day, DayKind, Evidence

HERE = Path(__file__).parent / "vectors"
HABIT: dict[str, Any] = json.loads((HERE / "habit.json").read_text(encoding="utf-8"))
PEOPLE: list[dict[str, Any]] = HABIT["people"]

LOG, CHECKIN = Evidence.LOG, Evidence.CHECKIN
KINDS = {".": DayKind.OFF, "L": DayKind.LEAVE, "E": DayKind.EXEMPT, "X": DayKind.LEFT}
SAID: dict[str, tuple[float, Evidence, bool | None]] = {
    "0": (0.0, LOG, None),
    "t": (0.0, LOG, None),
    "1": (1.0, LOG, True),
    "p": (1.0, LOG, False),
    "u": (1.0, LOG, None),
    "z": (0.0, CHECKIN, None),
    "o": (1.0, Evidence.OBSERVED, None),
    "g": (0.6, Evidence.AGGREGATE, None),
    **{letter: (i / 5, CHECKIN, None) for i, letter in enumerate("abcde", start=1)},
}


def decode(start: str, days: str) -> list[Day]:
    first = date.fromisoformat(start)
    built = []
    for i, letter in enumerate(days):
        on = first + timedelta(days=i)
        kind = KINDS.get(letter, DayKind.WORK)
        built.append(Day(on, kind, *SAID.get(letter, ())))
    return built


def daily() -> dict[str, list[dict[str, str]]]:
    rows: dict[str, list[dict[str, str]]] = {}
    with (HERE / "habit-daily.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            rows.setdefault(row["id"], []).append(row)
    return rows
