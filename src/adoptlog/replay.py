"""Replay: the whole history folded in memory, as far as it was known at a time."""

from collections.abc import Callable, Iterable, Iterator
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from adoptlog.domain.event import Event
from adoptlog.domain.facts import Retracted, UsageReported
from adoptlog.domain.follow_up import FollowUp
from adoptlog.domain.summary import Summary, evolve
from adoptlog.domain.usage_reports import BLOCK, Cells, Feed, merge, no_cells
from adoptlog.errors import UnknownEvent
from adoptlog.projections.presence import Presence, presence_of
from adoptlog.projections.read_model import DayOfUse, either_side
from adoptlog.projections.tiles import packed
from adoptlog.store import tables
from adoptlog.store.codec import EventMapper, naming
from adoptlog.store.recorder import EventRecorder

_AT_ONCE = 10_000


class ReplayedReadModel:
    """A read model in memory: the same fold as the stored one, over the events up to a position."""

    def __init__(self) -> None:
        self._people: dict[int, Summary] = {}
        self._shared: dict[UUID, Summary] = {}
        self._follow_ups: dict[UUID, Summary] = {}
        self._cells: dict[tuple[int, int, int], Cells] = {}
        self._tiles: dict[int, list[DayOfUse]] | None = None
        self._feeds: dict[Feed, int] = {}

    def take(self, event: Event, no: int | None) -> None:
        """Fold one more event; `no` is the person's number, None for all other streams."""
        if isinstance(event.fact, UsageReported):
            report = event.fact
            feed = Feed(report.tool, report.use_case, report.evidence, report.in_training)
            key = (report.block, self._feeds.setdefault(feed, len(self._feeds) + 1), report.on.toordinal())
            self._cells[key] = merge(self._cells.get(key, no_cells()), report)
            self._tiles = None
        elif no is not None:
            self._people[no] = evolve(self._people.get(no, Summary()), event)
        elif isinstance(event.fact, FollowUp.accepts) or event.originator_id in self._follow_ups:
            self._follow_ups[event.originator_id] = evolve(self._follow_ups.get(event.originator_id, Summary()), event)
        else:
            self._shared[event.originator_id] = evolve(self._shared.get(event.originator_id, Summary()), event)

    def people(self) -> set[int]:
        """The numbers of everybody some fact is known about."""
        reported = {block * BLOCK + place for block, _, _ in self._cells for place in self._places(block)}
        return reported | set(self._people)

    def shared(self) -> list[Summary]:
        return list(self._shared.values())

    def presences(self, block: int) -> dict[int, Presence]:
        return {no: presence_of(summary) for no, summary in self._people.items() if no // BLOCK == block}

    def summary(self, no: int) -> Summary:
        return self._people.get(no, Summary())

    def summaries(self, block: int) -> dict[int, Summary]:
        return {no: summary for no, summary in self._people.items() if no // BLOCK == block}

    def follow_ups(self) -> dict[UUID, Summary]:
        return self._follow_ups

    def with_enrolments(self) -> set[str]:
        return {name for s in self._people.values() for name, _, _ in presence_of(s).enrolments}

    def reported(self, block: int, by: int) -> tuple[bytes, bytes]:
        return either_side(((tile.day, tile.reported) for tile in self._of(block)), by)

    def feeds(self) -> dict[int, Feed]:
        return {number: feed for feed, number in self._feeds.items()}

    def days_of_use(self, block: int, feeds: Iterable[int], last: int, after: int = 0) -> Iterator[DayOfUse]:
        wanted = set(feeds)
        return (tile for tile in self._of(block) if tile.feed in wanted and after < tile.day <= last)

    def use_of_one(self, no: int, feeds: Iterable[int], last: int) -> Iterator[tuple[int, int, bool]]:
        block, place = divmod(no, BLOCK)
        byte, bit = place // 8, 1 << place % 8
        for tile in self.days_of_use(block, feeds, last):
            if tile.reported[byte] & bit:
                yield tile.feed, tile.day, bool(tile.used[byte] & bit)

    def _of(self, block: int) -> list[DayOfUse]:
        if self._tiles is None:
            self._tiles = {}
            for (in_block, feed, day), cells in self._cells.items():
                tile = packed(cells)
                self._tiles.setdefault(in_block, []).append(DayOfUse(feed, day, tile.reported, tile.used))
        return self._tiles.get(block, [])

    def _places(self, block: int) -> list[int]:
        places: set[int] = set()
        for (in_block, _, _), cells in self._cells.items():
            if in_block == block:
                places.update(cells.nonzero()[0].tolist())
        return sorted(places)


def replayed(
    connection: Connection,
    recorder: EventRecorder,
    position: int,
    progress: Callable[[int, int], None] = lambda done, all_: None,
) -> ReplayedReadModel:
    """The read model of the events up to a position; what was taken back by then never happened."""
    person = tables.person
    numbers = dict(connection.execute(sa.select(person.c.person_id, person.c.no)).all())
    to_event = EventMapper().to_domain_event
    model = ReplayedReadModel()
    gone = _retracted(connection, recorder, position)
    done = 0
    while done < position:
        batch = recorder.select_notifications(
            done, _AT_ONCE, stop=position, inclusive_of_start=False, connection=connection
        )
        if not batch:
            break
        for notification in batch:
            event: Event = to_event(notification)
            taken_back = (event.originator_id, event.originator_version) in gone
            if not (taken_back and isinstance(event.fact, UsageReported)):
                try:
                    model.take(event, numbers.get(event.originator_id))
                except UnknownEvent as problem:
                    raise naming(event, problem) from problem
        done = batch[-1].id
        progress(done, position)
    return model


def _retracted(connection: Connection, recorder: EventRecorder, position: int) -> set[tuple[UUID, int]]:
    """The reports of use that were taken back; other facts are taken out by the fold itself."""
    to_event = EventMapper().to_domain_event
    found = recorder.select_notifications(
        None, 2**31 - 1, stop=position, topics=["retracted.v1"], connection=connection
    )
    events: list[Event] = [to_event(notification) for notification in found]
    return {(e.originator_id, e.fact.version) for e in events if isinstance(e.fact, Retracted)}
