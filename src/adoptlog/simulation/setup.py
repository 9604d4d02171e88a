"""What a company sets up before anybody can form a habit: its directory, its program, its rules."""

from collections.abc import Iterator
from datetime import date, timedelta

from adoptlog.simulation.company import PROGRAM, TOOL, Company
from adoptlog.simulation.days import COUNTRY, new_year
from adoptlog.simulation.habits import CORE, PERIPHERAL
from adoptlog.simulation.people import Person
from adoptlog.simulation.tables import Cell, Table

TASKS = (
    ("meeting-minutes", 45.0, 8.0, None, "minutes-draft"),
    ("customer-mail", 12.0, 40.0, None, "mail-draft"),
    ("report-summary", 60.0, 4.0, None, "summary"),
    ("monthly-closing-notes", 90.0, 1.0, "Accounting", None),
    ("job-posting", 50.0, 2.0, "Human Resources", None),
)
"""The work inventory: task, minutes a run, runs a month, whose it is, and the core use case that is to shorten it."""

GUIDELINE, FIRST_VERSION, SECOND_VERSION = "ai-use", "1.0", "1.1"


def first_published(company: Company) -> date:
    """When the guideline appeared: before the program began."""
    return company.start - timedelta(days=14)


def second_published(company: Company) -> date:
    """When its second version replaced the first: halfway."""
    return company.start + timedelta(days=company.days // 2)


def setup_tables(company: Company) -> Iterator[Table]:
    """People and calendar, then the program and what belongs to it."""
    yield from _directory(company)
    yield from _program(company)
    titled = [
        (FIRST_VERSION, first_published(company), second_published(company)),
        (SECOND_VERSION, second_published(company), None),
    ]
    yield Table.of(
        "guidelines",
        "guideline version published_on withdrawn_on title program",
        [(GUIDELINE, version, on, end, "生成AI利用規程", PROGRAM) for version, on, end in titled],
    )


def _directory(company: Company) -> Iterator[Table]:
    people = company.people
    yield Table.of(
        "people",
        "person name email department manager valid_from joined_on left_on literacy country workdays licensed_on",
        [(*_who(p), p.joined_on, p.joined_on, p.left_on, *_how(p), p.licensed_on) for p in people],
    )
    moved = [(p.number, p.transfer[1], p.transfer[0]) for p in people if p.transfer]
    yield Table.of("people", "person department valid_from", moved, "people-transfers")
    closed = new_year(company.start, company.until)
    yield Table.of("closures", "date country name", [(day, COUNTRY, "年末年始休業") for day in closed])
    away = [(p.number, leave.first, leave.last, leave.kind) for p in people for leave in p.leave]
    yield Table.of("leave", "person from to kind", away)


def _who(person: Person) -> tuple[Cell, ...]:
    return person.number, person.name, person.email, person.department, person.manager


def _how(person: Person) -> tuple[Cell, ...]:
    return person.literacy, COUNTRY, person.workweek


def _program(company: Company) -> Iterator[Table]:
    start, last = company.start, company.until
    yield Table.of(
        "programs",
        "program title tools target_days core_use_cases owner starts_on monthly_cost hourly_cost",
        [
            (
                PROGRAM,
                "生成AI活用",
                TOOL,
                3,
                ";".join(CORE),
                company.owner.number,
                start,
                3000 * len(company.people),
                4000,
            )
        ],
    )
    enrolled = [(p.number, PROGRAM, max(start, p.joined_on)) for p in company.people]
    yield Table.of("enrolments", "person program from", enrolled)
    inventoried = start - timedelta(days=30)
    yield Table.of(
        "tasks",
        "program task inventoried_on minutes_per_run runs_per_month department",
        [(PROGRAM, task, inventoried, minutes, runs, whose) for task, minutes, runs, whose, _ in TASKS],
    )
    aimed_at = [
        (PROGRAM, use_case, task, place, "minutes", round(minutes * 0.7, 1), last, "yes")
        for place, (task, minutes, _, _, use_case) in enumerate(TASKS, 1)
        if use_case
    ]
    aside = [(PROGRAM, use_case, None, None, None, None, None, "no") for use_case in PERIPHERAL]
    yield Table.of("use-cases", "program use_case task priority metric target target_on core", [*aimed_at, *aside])
    champions = [
        (person.number, "champion", start, department, PROGRAM) for department, person in company.champions().items()
    ]
    adviser = (company.people[-1].number, "adviser", max(start, company.people[-1].joined_on), None, PROGRAM)
    yield Table.of("roles", "person role from department program", [*champions, adviser])
