"""Sending: what is new goes to the systems where people already look, and nothing goes twice as something new."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

import attrs

from adoptlog.intake.imports import bookmark_of, keep_bookmark, sending_bookmark
from adoptlog.notifications import Notifications
from adoptlog.store import directory
from adoptlog.store.codec import EventMapper
from adoptlog.store.turns import taking_turns

_AT_ONCE = 1_000


@attrs.frozen(kw_only=True)
class Recorded:
    """An event in the order of the log, for those who tell others about it.

    `id` is the same for ever: what is sent under it twice is one thing. `ids` are all external ids of the person; facts
    that are not about one person, and people who were forgotten, have none. `system` is where the fact came from.
    """

    position: int
    stream: UUID
    version: int
    at: datetime
    person: str | None
    ids: tuple[str, ...]
    fact: Any
    system: str | None = None

    @property
    def id(self) -> UUID:
        """Its own id."""
        return self.id_of(self.version)

    def id_of(self, version: int) -> UUID:
        """The id of another event of the same stream, such as the one that a `Retracted` takes back."""
        return uuid5(self.stream, str(version))


@attrs.frozen(kw_only=True)
class PushResult:
    """What was sent, or in a dry run would be; one line about each."""

    adapter: str
    sent: int = 0
    bookmark: str | None = None
    texts: tuple[str, ...] = ()


class Sending(Notifications):
    """The part of `AdoptLog` that sends. A replay, a rebuild and a what-if never do."""

    def push(self, adapter: Any, *, dry_run: bool = False, full: bool = False) -> PushResult:
        """Send what is new since the adapter's own bookmark (`full`: everything), each message at least once.

        The bookmark moves on with each message that the other side has. Raises `Unusable` at the first one it does not
        take; what was sent before stays sent.
        """
        if dry_run:
            bookmark = None if full else self._sent_up_to(adapter)
            texts = tuple(message.text for message in adapter.compose(self, bookmark))
            return PushResult(adapter=adapter.name, sent=len(texts), bookmark=bookmark, texts=texts)
        with taking_turns(self.database, "push"):
            result = PushResult(adapter=adapter.name, bookmark=self._sent_up_to(adapter))
            for message in adapter.compose(self, None if full else result.bookmark):
                adapter.send(message)
                result = attrs.evolve(result, sent=result.sent + 1, texts=(*result.texts, message.text))
                if message.bookmark is not None:
                    result = attrs.evolve(result, bookmark=message.bookmark)
                    self._keep_sent(adapter, message.bookmark)
        return result

    def recorded_since(self, position: int) -> Iterator[Recorded]:
        """The events after a position of the log, in order."""
        to_event = EventMapper().to_domain_event
        recorder = self.application.event_recorder
        while some := recorder.select_notifications(position, _AT_ONCE, inclusive_of_start=False):
            with self.database.reading() as connection:
                people = directory.of_streams(connection, {UUID(str(one.originator_id)) for one in some})
            for one in some:
                event: Any = to_event(one)
                who = people.get(event.originator_id)
                yield Recorded(
                    position=one.id,
                    stream=event.originator_id,
                    version=event.originator_version,
                    at=event.recorded_at,
                    person=who.person if who and who.ids else None,
                    ids=who.ids if who else (),
                    fact=event.fact,
                    system=event.source.system,
                )
            position = some[-1].id

    def _sent_up_to(self, adapter: Any) -> str | None:
        with self.database.reading() as connection:
            return bookmark_of(connection, sending_bookmark(adapter.name))

    def _keep_sent(self, adapter: Any, bookmark: str) -> None:
        with self.database.writing() as connection:
            keep_bookmark(connection, sending_bookmark(adapter.name), bookmark)
