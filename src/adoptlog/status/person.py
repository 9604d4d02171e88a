"""One person at once: from the read model to the history that the plain habit model reads."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from adoptlog.domain.program import Definition
from adoptlog.habit import Evidence, History, Use
from adoptlog.projections.presence import Presence
from adoptlog.projections.read_model import ReadModel
from adoptlog.status.calendars import Calendars
from adoptlog.status.people import BEFORE
from adoptlog.status.programs import FeedsOf, Setting


def history(
    read: ReadModel,
    numbers: tuple[int, ...],
    presence: Presence,
    program: Definition,
    setting: Setting,
    as_of: date,
    country: str | None,
) -> tuple[History, date | None]:
    """A person's history in a program, from the use of all their numbers; and the first dated fact about them."""
    feeds = FeedsOf.of(program, read.feeds())
    rows = [row for no in numbers for row in read.use_of_one(no, feeds.all, as_of.toordinal())]
    if presence.joined is not None:
        rows = [row for row in rows if row[1] >= presence.joined]
    first_row = min((day for _, day, _ in rows), default=None)
    start, earliest = presence.start(first_row), presence.first_known(first_row)
    first = min(day for day in (first_row, presence.speaks_from, as_of.toordinal()) if day is not None) - BEFORE
    used, unused = _use(feeds, rows)
    told = History(
        start=_date(start),
        left_on=_date(presence.left),
        is_off=_is_off(presence, setting, country, first, max(as_of.toordinal(), start or 0)),
        used=used,
        unused=unused,
        covered=_is_covered(setting.covered(program, as_of), first),
        **_facts(presence, program),
    )
    return told, _date(earliest)


def _is_off(presence: Presence, setting: Setting, country: str | None, first: int, last: int) -> Callable[[date], bool]:
    calendars = Calendars(setting.closures, country, first, last)
    off: list[bool] = calendars.vector(calendars.class_of(presence)).tolist()
    return lambda day: off[day.toordinal() - first]


def _is_covered(spans: Sequence[tuple[int, int]], first: int) -> Callable[[date], bool]:
    days = {day for begins, ends in spans for day in range(max(begins, first), ends + 1)}
    return lambda day: day.toordinal() in days


def _facts(presence: Presence, program: Definition) -> dict[str, Any]:
    """What is told about more than a day, or about whole weeks, as far as it concerns the program."""
    tools = program.tools
    return {
        "leaves": tuple((date.fromordinal(first), date.fromordinal(last)) for first, last in presence.leaves),
        "exemptions": tuple(
            (date.fromordinal(first), _date(last))
            for first, last, name in presence.exemptions
            if name in (None, program.program)
        ),
        "self_reports": tuple((date.fromordinal(held), days) for held, days in presence.self_reports),
        "aggregates": tuple(
            (date.fromordinal(first), date.fromordinal(last), days)
            for tool, first, last, days in presence.activities
            if not tools or tool in tools
        ),
        "snapshots": tuple(
            (date.fromordinal(on), _date(active))
            for tool, on, active in presence.snapshots
            if not tools or tool in tools
        ),
    }


def _use(feeds: FeedsOf, rows: list[tuple[int, int, bool]]) -> tuple[dict[date, Use], dict[date, Evidence]]:
    """Use and reported non-use by day, the best evidence of each."""
    by_day: dict[int, tuple[tuple[int, bool], ...]] = {}
    for feed, day, use in rows:
        by_day[day] = (*by_day.get(day, ()), (feed, use and feed not in feeds.training))
    meanings = {said: _meaning(feeds, said) for said in set(by_day.values())}
    used: dict[date, Use] = {}
    unused: dict[date, Evidence] = {}
    for day, said in by_day.items():
        meaning = meanings[said]
        if isinstance(meaning, Use):
            used[date.fromordinal(day)] = meaning
        else:
            unused[date.fromordinal(day)] = meaning
    return used, unused


def _meaning(feeds: FeedsOf, said: tuple[tuple[int, bool], ...]) -> Use | Evidence:
    """What the feeds say together about a day: use, or by which evidence none."""
    uses = [feed for feed, use in said if use]
    if not uses:
        return Evidence.OBSERVED if all(feed in feeds.observed for feed, _ in said) else Evidence.LOG
    core = any(feed in feeds.core for feed in uses)
    named = any(feed in feeds.named for feed in uses)
    log = any(feed in feeds.log for feed in uses)
    return Use(Evidence.LOG if log else Evidence.OBSERVED, core if named else None)


def _date(day: int | None) -> date | None:
    return None if day is None else date.fromordinal(day)
