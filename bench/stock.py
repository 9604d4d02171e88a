"""The peer: the eventsourcing library as its documentation teaches it, one event per fact, on its own sqlite module."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from uuid import UUID

from eventsourcing.application import Application
from eventsourcing.domain import Aggregate, event

from bench.world import TOOL, Row

_AT_ONCE = 10_000


class Person(Aggregate):
    """A person and the days on which they used a tool."""

    @event("Began")
    def __init__(self, external_id: str) -> None:
        self.external_id = external_id
        self.days: dict[str, int] = {}

    @event("Used")
    def used(self, tool: str, on: str, count: int) -> None:
        self.days[on] = count


class People(Application[UUID]):
    """The library's application, told only which database."""


def opened(path: Path) -> People:
    return People(env={"PERSISTENCE_MODULE": "eventsourcing.sqlite", "SQLITE_DBNAME": str(path)})


def import_file(app: People, rows: Iterable[Row]) -> int:
    """A file, fed from memory: each person is saved once."""
    people: dict[str, Person] = {}
    facts = 0
    for external_id, on, count in rows:
        person = people.get(external_id)
        if person is None:
            person = people[external_id] = Person(external_id)
        person.used(TOOL, on, count)
        facts += 1
    for person in people.values():
        app.save(person)
    return facts


def import_day(app: People, people: dict[str, Person], rows: Iterable[Row]) -> int:
    """A daily file, fed from memory: a save per fact. In its favour: nobody is loaded again from the database."""
    facts = 0
    for external_id, on, count in rows:
        person = people.get(external_id)
        if person is None:
            person = people[external_id] = Person(external_id)
        person.used(TOOL, on, count)
        app.save(person)
        facts += 1
    return facts


def uses(app: People) -> Iterator[tuple[UUID, str, int]]:
    """Every fact of the history, read from the notification log and made into domain events again."""
    start = None
    while True:
        batch = app.recorder.select_notifications(start, _AT_ONCE, inclusive_of_start=False)
        for notification in batch:
            said = app.mapper.to_domain_event(notification)
            if isinstance(said, Person.Used):  # type: ignore[attr-defined]
                yield said.originator_id, said.on, said.count
        if len(batch) < _AT_ONCE:
            return
        start = batch[-1].id
