"""back-from-leave: after a long absence nobody should have to find the way back alone."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby

import attrs

from adoptlog.follow_up import rule
from adoptlog.follow_up.case import Learner, Leave
from adoptlog.follow_up.due import Due


@attrs.frozen(kw_only=True)
class Limits(rule.Limits):
    working_days: int = 20


@attrs.frozen
class Absence:
    """Leave up to the next day at work, in however many pieces it was booked."""

    away_from: date
    back_on: date
    working_days: int


def find(learner: Learner, limits: Limits) -> Iterator[Due]:
    checked_in_on = learner.checked_in_on()
    long = [
        absence
        for absence in _absences(learner)
        if absence.working_days >= limits.working_days and absence.back_on <= learner.today
    ]
    for absence in long[-1:]:
        if checked_in_on is None or checked_in_on < absence.back_on:
            yield Due(trigger=absence.away_from.isoformat(), on=absence.back_on, because=attrs.asdict(absence))


def _absences(learner: Learner) -> Iterator[Absence]:
    def back_on(leave: Leave) -> date:
        return learner.work_days.from_(leave.last)

    for day, leaves in groupby(learner.leaves, key=back_on):
        pieces = list(leaves)
        yield Absence(pieces[0].first, day, sum(piece.working_days for piece in pieces))


RULE = rule.Rule(
    name="back-from-leave",
    about=Learner,
    owner_role="manager",
    channel="meeting",
    priority=3,
    limits=Limits,
    find=find,
)
