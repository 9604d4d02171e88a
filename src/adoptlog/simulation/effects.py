"""What the tool truly saves in the simulated company, and what was measured, reviewed and decided about it."""

from collections.abc import Iterator
from datetime import timedelta

import numpy as np

from adoptlog.simulation.chance import generator
from adoptlog.simulation.company import PROGRAM, Company
from adoptlog.simulation.days import working_day_until
from adoptlog.simulation.setup import TASKS
from adoptlog.simulation.tables import Cell, Table
from adoptlog.simulation.work import Work

SAVING = {"meeting-minutes": 0.4, "customer-mail": 0.3, "report-summary": 0.35}
"""The share of a run truly saved by who has the full habit; who has half of it saves half as much."""

RATED, BETTER = "report-summary", 0.8
"""The task whose quality is rated, and by how many points it is truly better with the full habit."""

CHECKED, DEFECTS, FEWER = "customer-mail", 0.12, 0.4
"""The task whose results are checked for defects, their share before, and the share of them truly avoided."""

_REVIEW_AFTER = timedelta(days=91)
Rows = list[tuple[Cell, ...]]


def effect_tables(company: Company) -> Iterator[Table]:
    """Measurements before and after, three-month reviews, and what was decided halfway."""
    columns = "person task metric value measured_on phase use_case recalled runs"
    yield Table.of("measurements", columns, [*_minutes(company), *_quality(company)])
    if company.known is not None:
        return  # a company made to a plan is for looking at habits: nobody reviews or decides
    yield Table.of("reviews", "person program held_on outcome note", _reviews(company))
    halfway = working_day_until(company.start + timedelta(days=company.days // 2))
    decided: Rows = [(PROGRAM, halfway, "adjust", "部署別の活用例を共有してから継続を判断する")]
    columns = "program decided_on outcome note"
    yield Table.of("decisions", columns, decided if company.days >= 2 * _REVIEW_AFTER.days - 2 else [])


def _minutes(company: Company) -> Rows:
    """Minutes a run takes, of some people and of the head always; a few baselines are only recalled, a few people are
    not measured again."""
    rng = generator(company.seed, 9)
    rows: Rows = []
    for task, minutes, _, department, use_case in TASKS:
        for place, person in enumerate(company.people):
            if person.joined_on >= company.start or not use_case:
                continue
            mine = department in (None, person.department) and rng.random() < 0.4
            if mine or place == 0:
                rows += _before_and_after(company, rng, place, task, minutes, use_case)
    return rows


def _before_and_after(
    company: Company, rng: np.random.Generator, place: int, task: str, minutes: float, use_case: str
) -> Rows:
    person = company.people[place].number
    true = Work(minutes=minutes, saving=SAVING[task])
    before, after = (float(one[0]) for one in true.draw(rng, np.array([_practice(company, place)])))
    runs = rng.integers(3, 9, 2).tolist()
    recalled = "yes" if rng.random() < 0.15 else "no"
    before_on = working_day_until(company.start - timedelta(days=int(rng.integers(3, 14))))
    rows: Rows = [(person, task, "minutes", round(before, 1), before_on, "baseline", use_case, recalled, int(runs[0]))]
    on = company.work_day(place, company.start + timedelta(days=int(company.days * rng.uniform(0.6, 0.9))))
    if on is None or rng.random() < 0.15:
        return rows
    rows.append((person, task, "minutes", round(after, 1), on, "after", use_case, None, int(runs[1])))
    return rows


def _quality(company: Company) -> Iterator[tuple[Cell, ...]]:
    """Ratings of one task from 1 to 5, and the share of defects of another."""
    if company.known is not None:
        return
    rng = generator(company.seed, 13)
    use_cases = {task: use_case for task, *_, use_case in TASKS}
    for place, person in enumerate(company.people):
        rated, checked = rng.random(2) < (0.45, 0.5)
        at_first, luck = rng.normal(3.2, 0.6), rng.normal(0, 0.35, 2)
        items = rng.integers(15, 40, 2)
        practice = _practice(company, place)
        shares = np.array([DEFECTS, DEFECTS * (1 - FEWER * practice)])
        defects = rng.binomial(items, shares) / items
        on = company.work_day(place, company.start + timedelta(days=int(company.days * 0.75)))
        if person.joined_on >= company.start or on is None:
            continue
        before_on = working_day_until(company.start - timedelta(days=10))
        days = (("baseline", before_on), ("after", on))
        for (phase, day), better, some, share, lucky in zip(days, (0.0, BETTER), items, defects, luck, strict=True):
            if rated:
                rating = min(5, max(1, round(at_first + better * practice + lucky)))
                yield person.number, RATED, "rating", rating, day, phase, use_cases[RATED], None, None
            if checked:
                rate = round(float(share), 4)
                yield person.number, CHECKED, "defect_rate", rate, day, phase, use_cases[CHECKED], None, int(some)


def _practice(company: Company, place: int) -> float:
    """How much of the full habit a person has at the end, for the core use cases."""
    used = float(company.habit[place, -30:].mean())
    return used * 0.3 if company.people[place].pattern == "peripheral" else used


def _reviews(company: Company) -> Rows:
    """Three months after they began most are reviewed, and graduate when the habit is there."""
    rng = generator(company.seed, 14)
    rows: Rows = []
    for place, person in enumerate(company.people):
        held, late = rng.random() < 0.85, int(rng.integers(0, 10))
        on = company.work_day(place, max(company.start, person.joined_on) + _REVIEW_AFTER + timedelta(days=late))
        if held and on is not None:
            good = company.days_used(place, on, 14) >= 5
            rows.append((person.number, PROGRAM, on, "graduate" if good else "extend", None))
    return rows
