"""When a fact holds, and which facts may lie ahead."""

from datetime import date, timedelta
from typing import Any

from adoptlog.domain import facts as f
from adoptlog.messages import Message

_MAY_LIE_AHEAD = (
    f.LeaveTaken,
    f.Exempted,
    f.Joined,
    f.Left,
    f.Moved,
    f.WorkCalendarSet,
    f.LicenceGranted,
    f.LicenceRevoked,
    f.Enrolled,
    f.Unenrolled,
    f.ClosureDeclared,
    f.PolicyAdopted,
    f.FollowUpSnoozed,
    f.ReviewHeld,
    f.PhaseEntered,
    f.ProgramDefined,
    f.TargetSet,
    f.OwnerAppointed,
    f.ChampionAppointed,
    f.AdviserAppointed,
    f.RoleEnded,
)


def dated(fact: Any) -> date | None:
    """The day from which a fact can be known: a report about a period is dated by its last day.

    >>> dated(f.Joined(on=date(2026, 4, 1)))
    datetime.date(2026, 4, 1)
    """
    match fact:
        case f.ActivityReported() | f.UsageCovered():
            return fact.ends_on
        case f.TargetSet():
            return None
        case f.ProgramDefined():
            return fact.starts_on
        case _:
            day = getattr(fact, "on", None) or getattr(fact, "starts_on", None)
            return day if isinstance(day, date) else None


def named(fact: Any) -> Message:
    """What a fact is called."""
    return Message.word("fact", type(fact).__name__)


def lies_ahead(fact: Any, today: date) -> bool:
    """Whether the fact claims to have happened more than a day after `today` (a day, because of time zones)."""
    day = dated(fact)
    return day is not None and day > today + timedelta(days=1) and not isinstance(fact, _MAY_LIE_AHEAD)
