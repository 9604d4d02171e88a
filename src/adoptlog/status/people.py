"""Many people at once: from the read model's tiles and presences to the columns that the habit model folds."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

import attrs
import numpy as np
import numpy.typing as npt

from adoptlog.domain.program import Definition
from adoptlog.domain.usage_reports import BLOCK
from adoptlog.habit import NEVER, Aggregates, Block, SelfReports, Snapshots, Spans
from adoptlog.projections.presence import Presence
from adoptlog.projections.read_model import DayOfUse, ReadModel
from adoptlog.status.calendars import Calendars
from adoptlog.status.programs import FeedsOf, Setting

Ints = npt.NDArray[np.int32]
Bits = npt.NDArray[np.uint8]

BEFORE = 40
"""Days before the first fact, in which the latest work day before it is found."""

_AFTER = 14
"""Days after the date asked for, in which a start on days off is moved to the work day before them."""

_BYTES = BLOCK // 8


@attrs.frozen
class People:
    """A block of people in one program: who is where in the columns, and since when anything is known of each."""

    columns: Block
    presences: Mapping[int, Presence]
    first_row: Ints
    """Ordinal of the first day on which each is reported on; NEVER for those who are not."""
    earliest: Ints
    """Ordinal of everybody's first dated fact; NEVER for those without any."""


def people(
    read: ReadModel,
    block: int,
    size: int,
    program: Definition,
    setting: Setting,
    as_of: date,
    country: str | None,
    since: tuple[int, Ints] | None = None,
) -> People:
    """The columns of the first `size` people of a block for one program, as far as facts are dated by `as_of`.

    With `since`, a day and the first rows by then, only of the days after it.
    """
    presences = read.presences(block)
    feeds = FeedsOf.of(program, read.feeds())
    after = since[0] if since else 0
    tiles = {(tile.feed, tile.day): tile for tile in read.days_of_use(block, feeds.all, as_of.toordinal(), after)}
    first = after + 1 if since else _first(presences.values(), [day for _, day in tiles], as_of.toordinal())
    last = as_of.toordinal() + _AFTER
    planes = _planes(feeds, tiles, first, last)
    _hide_before_joining(planes, presences, first)
    first_row = _first_rows(planes["reported"], first)
    if since:
        first_row = np.minimum(first_row, since[1])
    start, left, earliest = _dates(presences, first_row)
    columns = Block(
        n=BLOCK,
        first=first,
        **_calendars(Calendars(setting.closures, country, first, last), presences),
        start=start,
        left_on=left,
        used=planes["used"],
        reported=planes["reported"],
        observed=planes["observed"] if feeds.observed else None,
        core=planes["core"] if feeds.named else None,
        peripheral=planes["named"] if feeds.named else None,
        covered=_covered(setting.covered(program, as_of), first, last),
        **_facts(presences, program),
    )
    return People(columns.columns(0, size), presences, first_row, earliest)


def _first(presences: Iterable[Presence], days: Iterable[int], as_of: int) -> int:
    """The first day that has to be looked at."""
    told = [day for presence in presences if (day := presence.speaks_from) is not None]
    return min([as_of, *told, *days]) - BEFORE


def _calendars(calendars: Calendars, presences: Mapping[int, Presence]) -> dict[str, Any]:
    """Everybody's class of off days."""
    classes = np.full(BLOCK, calendars.class_of(None), np.int32)
    for no, presence in presences.items():
        classes[no % BLOCK] = calendars.class_of(presence)
    return {"calendars": calendars.matrix(), "calendar_of": classes}


def _covered(spans: Iterable[tuple[int, int]], first: int, last: int) -> npt.NDArray[np.bool_]:
    covered = np.zeros(last - first + 1, np.bool_)
    for begins, ends in spans:
        covered[max(begins - first, 0) : max(ends - first + 1, 0)] = True
    return covered


def _planes(feeds: FeedsOf, tiles: Mapping[tuple[int, int], DayOfUse], first: int, last: int) -> dict[str, Bits]:
    shape = (last - first + 1, _BYTES)
    names = ("used", "reported", "observed", "core", "named", "logged")
    wanted = {"used", "reported"} | ({"observed", "logged"} if feeds.observed else set())
    wanted |= {"core", "named"} if feeds.named else set()
    planes = {name: np.zeros(shape if name in wanted else (0, 0), np.uint8) for name in names}
    for (feed, day), tile in tiles.items():
        row = day - first
        reported = np.frombuffer(tile.reported, np.uint8)
        used = np.frombuffer(tile.used, np.uint8)
        planes["reported"][row] |= reported
        if feed in feeds.training:
            continue
        planes["used"][row] |= used
        if feed in feeds.core:
            planes["core"][row] |= used
        if feed in feeds.named:
            planes["named"][row] |= used
        if feeds.observed and feed in feeds.log:
            planes["logged"][row] |= used
        if feed in feeds.observed:
            planes["observed"][row] |= used
    if feeds.observed:
        planes["observed"] &= ~planes["logged"]
    return planes


def _hide_before_joining(planes: dict[str, Bits], presences: Mapping[int, Presence], first: int) -> None:
    """Use before the joining date is untrue yet: it waits until an earlier joining date arrives."""
    joined = np.zeros(BLOCK, np.int32)
    for no, presence in presences.items():
        if presence.joined is not None:
            joined[no % BLOCK] = presence.joined
    for row in range(min(int(joined.max(initial=0)) - first, len(planes["used"]))):
        if planes["reported"][row].any():
            here = np.packbits(joined <= first + row, bitorder="little")
            for plane in planes.values():
                if len(plane):
                    plane[row] &= here


def _first_rows(reported: Bits, first: int) -> Ints:
    """The first day each person is reported on; NEVER for those who are not."""
    rows = np.full(BLOCK, NEVER, np.int32)
    seen = np.zeros(_BYTES, np.uint8)
    for row in np.flatnonzero(reported.any(axis=1)).tolist():
        if (new := reported[row] & ~seen).any():
            rows[np.flatnonzero(np.unpackbits(new, bitorder="little"))] = first + row
            seen |= new
    return rows


def _dates(presences: Mapping[int, Presence], first_row: Ints) -> tuple[Ints, Ints, Ints]:
    """Everybody's start, day of leaving and first known day; NEVER for none."""
    start, left, earliest = first_row.copy(), np.full(BLOCK, NEVER, np.int32), first_row.copy()
    rows = first_row.tolist()
    for no, presence in presences.items():
        i = no % BLOCK
        row = None if rows[i] == NEVER else rows[i]
        start[i] = _or_never(presence.start(row))
        left[i] = _or_never(presence.left)
        earliest[i] = _or_never(presence.first_known(row))
    return start, left, earliest


def _or_never(day: int | None) -> int:
    return NEVER if day is None else day


def _facts(presences: Mapping[int, Presence], program: Definition) -> dict[str, Any]:
    leaves: list[tuple[int, int, int]] = []
    exemptions: list[tuple[int, int, int]] = []
    reports: list[tuple[int, int, float]] = []
    activities: list[tuple[int, int, int, int]] = []
    snapshots: list[tuple[int, int, int]] = []
    tools = program.tools
    for no, p in presences.items():
        if p.plain:
            continue
        i = no % BLOCK
        leaves += [(i, first, last) for first, last in p.leaves]
        exemptions += [
            (i, first, _or_never(last)) for first, last, name in p.exemptions if name in (None, program.program)
        ]
        reports += [(i, held, days) for held, days in p.self_reports]
        activities += [(i, first, last, days) for tool, first, last, days in p.activities if not tools or tool in tools]
        snapshots += [(i, on, _or_never(active)) for tool, on, active in p.snapshots if not tools or tool in tools]
    return {
        "leaves": Spans(*_columns(leaves, 3)),
        "exemptions": Spans(*_columns(exemptions, 3)),
        "self_reports": SelfReports(*_columns(reports, 3)),
        "aggregates": Aggregates(*_columns(activities, 4)),
        "snapshots": Snapshots(*_columns(snapshots, 3)),
    }


def _columns(rows: Sequence[tuple[float, ...]], width: int) -> list[list[float]]:
    return [list(column) for column in zip(*rows, strict=True)] if rows else [[] for _ in range(width)]
