"""Small cases for the rules: every day is a work day, and nothing is there that a test does not name."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from adoptlog.domain.program import Definition
from adoptlog.domain.summary import Entry, Summary
from adoptlog.follow_up.case import Learner, Participant, ProgramCase
from adoptlog.follow_up.work_days import WorkDays
from adoptlog.habit import Habit, State

TODAY = date(2026, 6, 1)
EVERY_DAY = WorkDays([(TODAY + timedelta(days=day)).toordinal() for day in range(-400, 400)])


def on(month: int, day: int) -> date:
    return date(2026, month, day)


def summary(facts: Iterable[Any]) -> Summary:
    entries: dict[type, tuple[Entry, ...]] = {}
    for number, fact in enumerate(facts):
        entries[type(fact)] = (*entries.get(type(fact), ()), Entry(number, ("hr", str(number)), fact))
    return Summary(entries)


def learner(*facts: Any, **fields: Any) -> Learner:
    said: dict[str, Any] = {"person": "e-1", "today": TODAY, "work_days": EVERY_DAY} | fields
    return Learner(facts=summary(facts), **said)


def program(*facts: Any, starts_on: date | None = None, **fields: Any) -> ProgramCase:
    said: dict[str, Any] = {"today": TODAY, "work_days": EVERY_DAY} | fields
    return ProgramCase(definition=Definition("genai", starts_on=starts_on), facts=summary(facts), **said)


def habit(base: State = State.TRYING, **numbers: Any) -> Habit:
    said: Mapping[str, Any] = {
        "state": base, "base": base, "since": on(4, 1), "base_since": on(4, 1), "strength": 0.3, "pace": None,
        "silence": 0, "silence_limit": None, "tenure": 0, "core_share": None, "depth": "unknown", "confidence": "A",
        "window_use": 0.0, "window_days": 0, "target": 6.0, "active_days": 0, "unknown_days": 0,
    }  # fmt: skip
    return Habit(**{**said, **numbers})


def participant(
    *facts: Any,
    base: State = State.TRYING,
    numbers: Mapping[str, Any] | None = None,
    where: ProgramCase | None = None,
    **fields: Any,
) -> Participant:
    said: dict[str, Any] = {"known_until": TODAY} | fields
    return Participant(
        learner=learner(*facts), program=where or program(), habit=habit(base, **(numbers or {})), **said
    )
