"""One simulated company, and what the default policy would have raised about it day by day."""

import tempfile
from datetime import timedelta
from pathlib import Path

import attrs
import numpy as np

from adoptlog import AdoptLog
from adoptlog.casework.rehearsal import rehearse
from adoptlog.casework.staff import Staff
from adoptlog.follow_up.work_list import AGAIN
from adoptlog.habit import State
from adoptlog.policy import Policy
from adoptlog.rule_book import rules
from adoptlog.simulation import Company, Population, simulate
from bench.alarms import Alarm, Days, naive, ours, weekdays
from bench.simulated import logged
from bench.workload import Raised

DONE_AFTER = 7
"""Days after which the help that a follow-up asks for was given."""

_WARNING = ("slipping", "lapsed")
_QUIET = (State.SLIPPING, State.LAPSED)


@attrs.frozen(kw_only=True, eq=False)
class Rehearsed:
    """A company with all alarms about it, and all its follow-ups."""

    company: Company
    alarms: list[Alarm]
    raised: list[Raised]


def rehearsed(seed: int, people: int, days: int) -> Rehearsed:
    """Simulate, import, and rehearse every weekday under the default policy."""
    company = simulate(people, days, seed, population=Population())
    with tempfile.TemporaryDirectory() as name, logged(company, f"sqlite:///{name}/backtest.db", Path(name)) as log:
        raised, quiet, began = _followed(log, company)
    asked = weekdays(company) < 5
    warnings = [(one.person, one.day) for one in raised if one.rule in _WARNING and one.person is not None]
    alone = zip(*np.nonzero(began), strict=True)
    alarms = [
        ours("adoptlog: slipping or lapsed, as raised", warnings, quiet, asked),
        *naive(company),
        ours("(the state alone, without limits)", [(int(who), int(day)) for who, day in alone], quiet, asked),
    ]
    return Rehearsed(company=company, alarms=alarms, raised=raised)


def _followed(log: AdoptLog, company: Company) -> tuple[list[Raised], Days, Days]:
    """The follow-ups, the days on which each state was a quiet one, and those on which such a state began."""
    roles = {rule.name: rule.owner_role for rule in rules()}
    dates = [company.start + timedelta(days=int(day)) for day in np.flatnonzero(weekdays(company) < 5)]
    quiet, began = np.zeros((2, *company.work.shape), np.bool_)
    with log._staff(Policy(), company.until) as (staff, policy):
        places = _places(staff, company)
        raised = [
            Raised(
                rule=one.rule,
                role=roles[one.rule],
                person=places.get(one.person or ""),
                owner=places.get(one.owner or ""),
                day=(one.raised_on - company.start).days,
                again=AGAIN in one.trigger,
            )
            for one in rehearse(staff, rules(), policy.follow_ups, dates, done_after=DONE_AFTER)
        ]
        for today, habits in zip(dates, staff.habits_at(dates), strict=True):
            day = (today - company.start).days
            for people in habits.values():
                for number, habit in people.items():
                    place = places[staff.references[number]]
                    quiet[place, day] |= habit.base in _QUIET
                    began[place, day] |= habit.base in _QUIET and habit.base_since == today
    return raised, quiet, began


def _places(staff: Staff, company: Company) -> dict[str, int]:
    """The place in the company of each person that events refer to."""
    numbers = {person.number: place for place, person in enumerate(company.people)}
    return {reference: numbers[who.person] for reference, who in staff.people.items() if who.person in numbers}
