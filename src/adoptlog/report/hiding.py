"""What a report must not show: groups too small, and those from which they could be worked out."""

from collections.abc import Mapping, Sequence

from adoptlog.effect.usage import UsageRate
from adoptlog.report.value import Department
from adoptlog.trends.weeks import StatesOfWeek


def departments(
    states: Mapping[str | None, Mapping[str, int]], usage: Sequence[UsageRate], unseen: frozenset[str | None]
) -> list[Department]:
    """By name, those that may be shown with their numbers, the others without."""
    rates = {one.department: one for one in usage if not one.suppressed}
    return [
        Department(
            name=name,
            people=None if name in unseen else sum(counts.values()),
            states=None if name in unseen else counts,
            usage=None if name in unseen else rates.get(name),
        )
        for name, counts in states.items()
    ]


def shown_weeks(weeks: Sequence[StatesOfWeek], smallest: int) -> list[StatesOfWeek]:
    """The weeks in which the program had enough people."""
    return [week for week in weeks if sum(week.people.values()) >= smallest]
