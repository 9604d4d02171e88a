"""What is true: how likely each person is to use the tool on each work day, and what they then did."""

from datetime import date

import numpy as np
import numpy.typing as npt

from adoptlog.simulation.days import among, new_year, public_holidays, span
from adoptlog.simulation.people import Person

Floats = npt.NDArray[np.float32]
Days = npt.NDArray[np.bool_]

CORE = ("minutes-draft", "mail-draft", "summary")
PERIPHERAL = ("web-search", "small-talk")
USE_CASE_CELLS = ("", *CORE, "minutes-draft;summary", *PERIPHERAL)
"""What stands in a report's column `use_case`, by the numbers in `Company.use_cases`."""

_ON_A_DAY_OFF = 0.03  # how much of the habit is left on a weekend
_UNTAGGED = 0.08
_FULL_SPEED = 120  # in a simulation of fewer days people change faster


def true_habit(rng: np.random.Generator, person: Person, start: date, days: int) -> Floats:
    """The probability of use on each day if it is a work day; 0 before the licence and after leaving."""
    since = np.arange(days) - (person.licensed_on - start).days
    pace = min(1.0, days / _FULL_SPEED)
    habit = _course(rng, person, since / pace, _back_at_work(person, start) / pace)
    habit[since < 0] = 0
    if person.left_on is not None:
        habit[(person.left_on - start).days + 1 :] = 0
    return habit


def _back_at_work(person: Person, start: date) -> float:
    """Days from the licence to the end of the last leave."""
    return max(((leave.last - person.licensed_on).days for leave in person.leave), default=0)


def _course(rng: np.random.Generator, person: Person, since: npt.NDArray[np.float64], back: float) -> Floats:
    """The habit over the days since the licence, by pattern."""
    high, some = rng.uniform(0.75, 0.95), rng.uniform(0.55, 0.8)
    first_weeks, months = rng.uniform(12, 40), rng.uniform(50, 100)
    rising = high * (1 - 0.6 * np.exp(-np.maximum(since, 0) / 12))
    match person.pattern:
        case "never":
            course = np.zeros_like(since)
        case "fast" | "leaver":
            course = rising
        case "steady":
            course = some / (1 + np.exp(-(since - 30) / 10))
        case "novelty":
            course = np.where(since < first_weeks, high, 0)
        case "decliner":
            course = high * np.clip(1 - (since - first_weeks - 15) / months, 0.03, 1)
        case "weekly":
            course = np.full_like(since, rng.uniform(0.15, 0.25))
        case "peripheral":
            course = np.full_like(since, some)
        case "abrupt":
            course = np.where(since < rng.uniform(0.3, 0.7) * since[-1], rising, 0)
        case "recovering":
            stops, pause = rng.uniform(0.25, 0.5) * since[-1], rng.uniform(35, 70)
            course = np.where((since < stops) | (since >= stops + pause), rising, 0)
        case "long_leave":
            course = np.where(since > back, rising * 0.5, rising)
    return course.astype(np.float32)


def work_days(people: tuple[Person, ...], start: date, days: int) -> Days:
    """Which days each person works: not their days off, public holidays, closures or leave; only while employed."""
    dates = span(start, days)
    closed = among(dates, [*public_holidays(start, dates[-1]), *new_year(start, dates[-1])])
    weekday = np.array([day.weekday() for day in dates])
    weeks = {person.workweek: np.isin(weekday, person.workdays) & ~closed for person in people}
    work = np.empty((len(people), days), np.bool_)
    for row, person in zip(work, people, strict=True):
        row[:] = weeks[person.workweek] & present(person, start, days)
    return work


def present(person: Person, start: date, days: int) -> Days:
    """The days between joining and leaving on which the person is not on leave."""
    there = np.ones(days, np.bool_)
    there[: max(0, (person.joined_on - start).days)] = False
    if person.left_on is not None:
        there[(person.left_on - start).days + 1 :] = False
    for leave in person.leave:
        there[max(0, (leave.first - start).days) : max(0, (leave.last - start).days + 1)] = False
    return there


def draw_uses(
    rng: np.random.Generator, people: tuple[Person, ...], start: date, habit: Floats, work: Days
) -> npt.NDArray[np.uint16]:
    """How often each person used the tool on each day."""
    days = habit.shape[1]
    there = np.array([present(person, start, days) for person in people])
    chance = habit * np.where(work, 1.0, np.where(there, _ON_A_DAY_OFF, 0.0)).astype(np.float32)
    used = rng.random(habit.shape, np.float32) < chance
    return np.where(used, 1 + rng.poisson(3 * habit), 0).astype(np.uint16)


def draw_use_cases(
    rng: np.random.Generator, people: tuple[Person, ...], shape: tuple[int, ...]
) -> npt.NDArray[np.uint8]:
    """What each use would be for, as a place in `USE_CASE_CELLS`; some reports do not say."""
    core_share = np.array([_core_share(person) for person in people], np.float32)[:, None]
    core = rng.integers(1, len(CORE) + 2, shape, np.uint8)
    peripheral = rng.integers(len(CORE) + 2, len(USE_CASE_CELLS), shape, np.uint8)
    chosen = np.where(rng.random(shape, np.float32) < core_share, core, peripheral)
    return np.where(rng.random(shape, np.float32) < _UNTAGGED, 0, chosen).astype(np.uint8)


def _core_share(person: Person) -> float:
    if person.pattern == "peripheral":
        return 0.0
    return {"low": 0.6, "mid": 0.8, "high": 0.9}[person.literacy]
