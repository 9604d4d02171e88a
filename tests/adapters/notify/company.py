"""A small company with a follow-up to tell, for the tests of the channels."""

from datetime import UTC, date, datetime, time
from typing import Any

import attrs

from adoptlog import (
    AdoptLog,
    ChampionAppointed,
    LicenceGranted,
    Moved,
    QuestionAsked,
    TrainingCompleted,
    UsageCovered,
    WorkCalendarSet,
)
from adoptlog.intake.observation import Observation, PersonDescribed

DAY = date(2026, 4, 17)
"""The tenth working day after the training: `never-started` is due, for the champion."""


@attrs.define
class Clock:
    """What the log takes for now."""

    today: date = DAY

    def now(self) -> datetime:
        return datetime.combine(self.today, time(9), UTC)


PEOPLE = {
    "e-1": ("Hanako Yamada", "hanako@example.com", "JP"),
    "e-2": ("Ben Smith", "ben@example.com", None),
    "c-1": ("Chris Champion", "chris@example.com", None),
}


def company(url: str = "sqlite://", clock: Clock | None = None, **people: Any) -> AdoptLog:
    """Two learners in Sales who have not started, and their champion; the follow-ups are raised."""
    log = AdoptLog(url, now=(clock or Clock()).now)
    facts: list[tuple[str | None, Any]] = [
        (None, ChampionAppointed(person="c-1", starts_on=date(2026, 4, 1))),
        (None, UsageCovered(tool="gemini", starts_on=date(2026, 4, 1), ends_on=date(2026, 4, 17))),
    ]
    for person, (name, email, country) in (PEOPLE | people).items():
        facts.append((person, PersonDescribed(name=name, email=email)))
        if country:
            facts.append((person, WorkCalendarSet(on=None, country=country)))
        if person.startswith("e-"):
            facts += [
                (person, Moved(on=date(2026, 4, 1), department="Sales")),
                (person, LicenceGranted(on=date(2026, 4, 1))),
                (person, TrainingCompleted(course="genai-basics", on=date(2026, 4, 3))),
            ]
    for number, (person, fact) in enumerate(facts):
        log.record_observations([Observation(person, fact)], source=("hr", str(number)))
    log.raise_follow_ups(as_of=DAY)
    return log


def ask_a_question(log: AdoptLog, clock: Clock, on: date, raised_on: date) -> None:
    """Ben asks a question, and the follow-up about it is raised instead of one that is done."""
    clock.today = on
    log.record("e-2", QuestionAsked(question="q-1", on=on), source=("chat", str(on)))
    log.close_follow_up(next(o.id for o in log.follow_ups() if (o.person, o.state) == ("e-2", "raised")), "done")
    clock.today = raised_on
    raised = log.raise_follow_ups().raised
    assert [one.rule for one in raised if one.person == "e-2"] == ["unanswered-question"]
