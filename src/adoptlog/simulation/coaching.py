"""What happens to people along the way: training, agreement to the rules, check-ins, questions."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import SupportsInt

from adoptlog.simulation.chance import generator
from adoptlog.simulation.company import PROGRAM, Company
from adoptlog.simulation.habits import CORE
from adoptlog.simulation.people import Person
from adoptlog.simulation.setup import (
    FIRST_VERSION,
    GUIDELINE,
    SECOND_VERSION,
    first_published,
    second_published,
)
from adoptlog.simulation.tables import Cell, Table

COURSE, SECOND_COURSE = "genai-basics", "prompt-clinic"

_QUESTIONS = (
    "契約書を貼り付けてもよいですか",
    "May I paste customer data if names are removed?",
    "議事録の要約が長すぎます。どう頼めばよいですか",
    "Which use cases count as core for my team?",
    "英語のメールの下書きに使ってもよいですか",
)
_NOTES = ("議事録に使用", "uses it for mail drafts", "時間がないとのこと", "asked for examples of good prompts")
Rows = list[tuple[Cell, ...]]


def coaching_tables(company: Company) -> Iterator[Table]:
    """Everything about single people but their use of the tool."""
    begins = [max(company.start, person.joined_on) for person in company.people]
    due = timedelta(days=30)
    assigned = [(p.number, COURSE, on, PROGRAM, on + due) for p, on in zip(company.people, begins, strict=True)]
    yield Table.of("assignments", "person course assigned_on program due_on", assigned)
    yield Table.of("trainings", "person course completed_on score passed topics", _trainings(company))
    yield Table.of("acknowledgements", "person guideline version acknowledged_on", _acknowledgements(company))
    columns = "person kind held_on self_reported_days use_case note by"
    yield Table.of("check-ins", columns, _check_ins(company))
    yield Table.of("questions", "person question asked_on answered_on by", _questions(company))


def _later(company: Company, place: int, on: date, days: SupportsInt) -> date | None:
    return company.work_day(place, on + timedelta(days=int(days)))


def _trainings(company: Company) -> Rows:
    """Most complete the course in time, some at the second attempt, a few never; the keen take another."""
    rng = generator(company.seed, 5)
    rows: Rows = []
    for place, person in enumerate(company.people):
        skips, fails, keen = rng.random(3) < (0.4 if person.pattern == "never" else 0.05, 0.1, 0.3)
        after, again, points = rng.integers(3, 35), rng.integers(5, 15), int(rng.integers(70, 101))
        on = _later(company, place, max(company.start, person.joined_on), after)
        if skips or on is None:
            continue
        if fails:
            rows.append((person.number, COURSE, on, f"{points - 35}%", "no", "usage;guideline"))
            on = _later(company, place, on, again)
        if on is not None:
            rows.append((person.number, COURSE, on, f"{points}%", "yes", "usage;guideline"))
            on = _later(company, place, on, again * 3)
        if keen and on is not None:
            rows.append((person.number, SECOND_COURSE, on, None, None, "usage;use_cases"))
    return rows


def _acknowledgements(company: Company) -> Rows:
    """Most agree to the version in force when they start, and fewer to the one that replaces it."""
    rng = generator(company.seed, 6)
    replaced = second_published(company)
    rows: Rows = []
    for place, person in enumerate(company.people):
        agrees, agrees_again = rng.random(2) < (0.92, 0.75)
        first, second = rng.integers(0, 21, 2)
        begins = max(company.start, first_published(company), person.joined_on)
        on = _later(company, place, begins, first)
        if agrees and on is not None and on < replaced:
            rows.append((person.number, GUIDELINE, FIRST_VERSION, on))
        on = _later(company, place, max(replaced, begins), second)
        if agrees_again and on is not None:
            rows.append((person.number, GUIDELINE, SECOND_VERSION, on))
    return rows


def _check_ins(company: Company) -> Rows:
    """Two weeks after the licence, then every month or so; people recall about how much they used the tool."""
    rng = generator(company.seed, 7)
    rows: Rows = []
    for place, person in enumerate(company.people):
        on = _later(company, place, person.licensed_on, 14)
        kind = "meeting"
        while on is not None:
            attends, counts, notes = rng.random(3) < (0.85, 0.75, 0.2)
            used = company.days_used(place, on)
            said = min(7, max(0, used + int(rng.choice([-1, 0, 0, 0, 1]))))
            case = CORE[int(rng.integers(len(CORE)))] if used and person.pattern != "peripheral" else None
            note = _NOTES[int(rng.integers(len(_NOTES)))] if notes else None
            if company.known is not None:
                counts = False  # what the reports do not know, nobody tells instead
            if attends:
                by = _coach(company, person)
                rows.append((person.number, kind, on, said if counts else None, case, note, by))
            kind = str(rng.choice(["meeting", "hands_on", "chat"], p=[0.6, 0.2, 0.2]))
            on = _later(company, place, on, rng.integers(24, 36))
    return rows


def _coach(company: Company, person: Person) -> str:
    """Whom the person talks to: their manager, and who has none the adviser."""
    return person.manager or company.people[-1].number


def _questions(company: Company) -> Rows:
    """Some ask something; most get an answer within days."""
    rng = generator(company.seed, 8)
    champions = company.champions()
    rows: Rows = []
    for place, person in enumerate(company.people):
        asks, answered = rng.random(2) < (0.25, 0.8)
        after, delay, which = rng.integers(company.days), rng.integers(0, 5), rng.integers(len(_QUESTIONS))
        on = _later(company, place, person.licensed_on, after)
        if not asks or on is None:
            continue
        answer = _later(company, place, on, delay) if answered else None
        by = champions[person.department].number if answer else None
        rows.append((person.number, _QUESTIONS[int(which)], on, answer, by))
    return rows
