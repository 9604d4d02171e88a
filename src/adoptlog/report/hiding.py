"""What a report must not show: groups too small, and those from which they could be worked out."""

from collections import Counter
from collections.abc import Mapping, Sequence

from adoptlog.effect.suppression import hidden
from adoptlog.effect.usage import UsageRate
from adoptlog.report.value import Department
from adoptlog.trends.bottleneck import Passage
from adoptlog.trends.cohorts import Cohort
from adoptlog.trends.tracks import Tracks
from adoptlog.trends.weeks import StatesOfWeek


def unseen_departments(tracks: Tracks, smallest: int) -> frozenset[str | None]:
    """The departments nothing of which may be shown."""
    sizes = Counter(where for where, here in zip(tracks.departments, tracks.here, strict=True) if here)
    everywhere = {**dict.fromkeys(tracks.departments, 0), **sizes}
    return hidden(everywhere, smallest) | {where for where, size in everywhere.items() if size == 0}


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


def shown_passages(table: Sequence[Passage], unseen: frozenset[str | None]) -> list[Passage]:
    """Those of all people, and of the departments that may be shown."""
    return [one for one in table if one.department is None or one.department not in unseen]


def shown_cohorts(found: Sequence[Cohort], smallest: int) -> list[Cohort]:
    """Those that may be shown; of them the weeks in which enough people were known."""
    unseen = hidden({one.name: one.people for one in found}, smallest)
    return [
        Cohort(
            name=one.name,
            people=one.people,
            began_from=one.began_from,
            began_to=one.began_to,
            weeks=tuple(week for week in one.weeks if week.people >= smallest),
        )
        for one in found
        if one.name not in unseen
    ]


def shown_weeks(weeks: Sequence[StatesOfWeek], smallest: int) -> list[StatesOfWeek]:
    """The weeks in which the program had enough people."""
    return [week for week in weeks if sum(week.people.values()) >= smallest]
