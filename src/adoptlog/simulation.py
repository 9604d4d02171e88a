"""A simulated company: people with a true, changing habit probability, and the files its systems would export.

Seeded: the same arguments give the same files, byte for byte. The rows contain what real exports contain: late
reports, repeated rows, and a few that cannot be right. The demo, the tests and the benchmarks use it.

>>> from datetime import date
>>> company = simulate(people=5, days=30, seed=1, until=date(2026, 6, 30))
>>> [employee.person for employee in company.employees][:2]
['e-0001', 'e-0002']
"""

import csv
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

import attrs
import numpy as np

TOOL, PROGRAM, COUNTRY = "assistant", "genai", "JP"
CORE, PERIPHERAL = ("draft", "minutes"), ("chat", "images")
DEPARTMENTS = ("営業部", "製造部", "総務部")
FAMILY = ("佐藤", "鈴木", "高橋", "田中", "伊藤", "渡辺", "山本", "中村", "小林", "加藤")
GIVEN = ("葵", "蓮", "陽菜", "湊", "結衣", "大和", "凛", "悠真", "咲良", "樹")

Curve = Callable[[float], float]
"""The probability of use on a work day, by the share of the simulated period that has passed."""

KINDS: dict[str, tuple[float, Curve]] = {
    "adopter": (0.30, lambda t: min(0.9, 0.3 + 1.5 * t)),
    "steady": (0.20, lambda t: 0.65),
    "novelty": (0.15, lambda t: 0.8 if t < 0.35 else 0.0),
    "decliner": (0.12, lambda t: max(0.0, 0.85 - 0.9 * t)),
    "weekly": (0.13, lambda t: 0.2),
    "never": (0.10, lambda t: 0.0),
}
"""Kinds of people: their share of the company, and their true habit."""


@attrs.frozen
class Employee:
    """One simulated person; `probability` is the truth no system knows, one value per day."""

    person: str
    name: str
    department: str
    kind: str
    joined_on: date
    left_on: date | None
    leave: tuple[date, date] | None
    workdays: str
    literacy: str
    probability: tuple[float, ...]


Row = tuple[object, ...]
File = tuple[str, str, tuple[str, ...], tuple[Row, ...]]
"""Kind, file name, headings, rows."""


@attrs.frozen
class Company:
    """What was simulated: the people, and the rows of each file (kind, file name, headings, rows)."""

    employees: tuple[Employee, ...]
    first: date
    until: date
    files: tuple[File, ...]


def simulate(people: int = 60, days: int = 180, seed: int = 1, until: date = date(2026, 6, 30)) -> Company:
    """A company of `people` over the `days` that end on `until`."""
    random = np.random.default_rng(seed)
    first = until - timedelta(days=days - 1)
    employees = tuple(_employee(random, number, first, days) for number in range(people))
    files = (
        *_organisation(employees, first),
        *_learning(random, employees, first, days),
        *_usage(random, employees, first, days),
    )
    return Company(employees, first, until, files)


def write_files(company: Company, directory: Path) -> list[tuple[str, Path]]:
    """Write the company's CSV files; their kinds and paths, in an order in which they can be imported."""
    directory.mkdir(parents=True, exist_ok=True)
    written = []
    for kind, name, headings, rows in company.files:
        path = directory / name
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(headings)
            writer.writerows(["" if cell is None else cell for cell in row] for row in rows)
        written.append((kind, path))
    return written


def daily_usage(people: int, days: int, seed: int, first: date) -> Iterator[tuple[date, list[tuple[str, int]]]]:
    """For benchmarks: for each of `days` the people who used a tool (every second one on average), and how often."""
    random = np.random.default_rng(seed)
    for number in range(days):
        used = np.flatnonzero(random.random(people) < 0.5)
        counts = random.integers(1, 9, len(used))
        rows = [(f"e-{who:06d}", count) for who, count in zip(used.tolist(), counts.tolist(), strict=True)]
        yield first + timedelta(days=number), rows


def _employee(random: np.random.Generator, number: int, first: date, days: int) -> Employee:
    kind = str(random.choice(list(KINDS), p=[share for share, _ in KINDS.values()]))
    curve = KINDS[kind][1]
    leave = None
    if days > 60 and random.random() < 0.1:
        away = first + timedelta(days=int(random.integers(20, days - 30)))
        leave = (away, away + timedelta(days=int(random.integers(5, 40))))
    left = first + timedelta(days=int(days * 0.7)) if random.random() < 0.03 else None
    return Employee(
        person=f"e-{number + 1:04d}",
        name=f"{random.choice(FAMILY)} {random.choice(GIVEN)}",
        department=DEPARTMENTS[number % len(DEPARTMENTS)],
        kind=kind,
        joined_on=date(2015 + number % 10, 4, 1),
        left_on=left,
        leave=leave,
        workdays="mon-thu" if random.random() < 0.1 else "mon-fri",
        literacy=str(random.choice(["low", "mid", "high"])),
        probability=tuple(curve(day / days) for day in range(days)),
    )


def _organisation(employees: Sequence[Employee], first: date) -> Iterator[File]:
    leads = {e.department: e.person for e in reversed(employees)}
    yield (
        "people",
        "people.csv",
        (
            "person",
            "name",
            "department",
            "manager",
            "joined_on",
            "left_on",
            "literacy",
            "country",
            "workdays",
            "licensed_on",
        ),
        tuple(
            (
                e.person,
                e.name,
                e.department,
                leads[e.department],
                e.joined_on,
                e.left_on,
                e.literacy,
                COUNTRY,
                e.workdays,
                first,
            )
            for e in employees
        ),
    )
    yield (
        "programs",
        "programs.csv",
        ("program", "title", "tools", "target_days", "core_use_cases", "owner", "starts_on"),
        ((PROGRAM, "生成AI活用", TOOL, 3, ";".join(CORE), employees[0].person, first),),
    )
    yield (
        "enrolments",
        "enrolments.csv",
        ("person", "program", "from"),
        tuple((e.person, PROGRAM, first) for e in employees),
    )
    yield "leave", "leave.csv", ("person", "from", "to"), tuple((e.person, *e.leave) for e in employees if e.leave)
    tasks = tuple((PROGRAM, task, first, 60, 20) for task in CORE)
    yield "tasks", "tasks.csv", ("program", "task", "inventoried_on", "minutes_per_run", "runs_per_month"), tasks
    cases = tuple((PROGRAM, task, task, place, "minutes", 40, "yes") for place, task in enumerate(CORE, 1))
    yield "use-cases", "use-cases.csv", ("program", "use_case", "task", "priority", "metric", "target", "core"), cases
    yield "guidelines", "guidelines.csv", ("guideline", "version", "published_on"), (("ai-use", "1.0", first),)
    champions = tuple((lead, "champion", first, where, PROGRAM) for where, lead in sorted(leads.items()))
    yield "roles", "roles.csv", ("person", "role", "from", "department", "program"), champions


def _learning(random: np.random.Generator, employees: Sequence[Employee], first: date, days: int) -> Iterator[File]:
    trained = [e for e in employees if random.random() < 0.9]
    when = first + timedelta(days=min(3, days - 1))
    rows = tuple((e.person, "genai-basics", when, 0.8, "usage;use_cases") for e in trained)
    yield "trainings", "trainings.csv", ("person", "course", "completed_on", "score", "topics"), rows
    agreed = tuple((e.person, "ai-use", "1.0", when) for e in trained if random.random() < 0.8)
    yield "acknowledgements", "acknowledgements.csv", ("person", "guideline", "version", "acknowledged_on"), agreed
    check_ins = []
    for week in range(2, days // 7, 4):
        day = first + timedelta(days=7 * week)
        for e in trained:
            if random.random() < 0.3 and (e.left_on is None or day <= e.left_on):
                said = round(5 * e.probability[7 * week])
                check_ins.append((e.person, "meeting", day, said))
    yield "check-ins", "check-ins.csv", ("person", "kind", "held_on", "self_reported_days"), tuple(check_ins)


def _usage(random: np.random.Generator, employees: Sequence[Employee], first: date, days: int) -> Iterator[File]:
    """One report a month; some rows arrive a report late, some twice, and four cannot be right."""
    reports: dict[str, list[Row]] = {}
    late: list[Row] = []
    for number in range(days):
        day = first + timedelta(days=number)
        month = f"usage-{day:%Y-%m}.csv"
        if month not in reports:
            reports[month] = late
            late = []
        for e in employees:
            row = _use(random, e, day, number)
            if row is not None:
                (late if random.random() < 0.01 else reports[month]).append(row)
                if random.random() < 0.01:
                    reports[month].append(row)
    wrong: list[Row] = [
        (employees[0].person, f"{first:%Y-%m}-32", TOOL, 1, ""),
        ("", first, TOOL, 1, ""),
        (employees[0].person, first, TOOL, "many", ""),
        (employees[0].person, first + timedelta(days=36500), TOOL, 1, ""),
    ]
    for place, (name, rows) in enumerate(reports.items()):
        rows = [*rows, *(wrong if place == 0 else [])]
        yield "usage", name, ("person", "date", "tool", "count", "use_case"), tuple(rows)


def _use(random: np.random.Generator, e: Employee, day: date, number: int) -> Row | None:
    last_day = 3 if e.workdays == "mon-thu" else 4
    away = e.leave is not None and e.leave[0] <= day <= e.leave[1]
    gone = e.left_on is not None and day > e.left_on
    weekend = day.weekday() > last_day or _is_holiday(day)
    chance = e.probability[number] * (0.02 if weekend or away else 1.0)
    if gone or random.random() >= chance:
        return None
    case = random.choice(CORE if e.kind != "weekly" else PERIPHERAL)
    return (e.person, day, TOOL, int(random.integers(1, 9)), str(case))


def _is_holiday(day: date) -> bool:
    from adoptlog.status.calendars import holidays_of_year

    return day.toordinal() in holidays_of_year(COUNTRY, day.year)
