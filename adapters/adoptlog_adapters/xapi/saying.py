"""What adoptlog says in statements: check-ins, acknowledgements, and how a person's status changed.

Each statement's id and timestamp come from what it is about, so that it is the same one however often it is said. The
ids, the names under `BASE` and noon as the time of a date are part of what the LRS has stored, and never change.
"""

import json
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any
from urllib.parse import quote
from uuid import UUID, uuid5

import attrs

from adoptlog.domain.facts import CheckInHeld, Corrected, GuidelineAcknowledged, Retracted
from adoptlog.errors import Unusable
from adoptlog.kit.ways import Message as ToSend
from adoptlog.messages import Message
from adoptlog_adapters.xapi.actors import actor
from adoptlog_adapters.xapi.options import XapiOptions
from adoptlog_adapters.xapi.statements import OURS

if TYPE_CHECKING:
    from adoptlog.facade.sending import Recorded
    from adoptlog.log import AdoptLog

BASE = "https://pypi.org/project/adoptlog/xapi"
_IDS = UUID("0d1fba6e-5f0f-5d61-9ad6-1f5b7f0c6a7e")
_ATTENDED = ("http://adlnet.gov/expapi/verbs/attended", "attended")
_ACKNOWLEDGED = ("http://activitystrea.ms/schema/1.0/acknowledge", "acknowledged")
_CHANGED = (f"{BASE}/verbs/status-changed", "changed status")
_VOIDED = ("http://adlnet.gov/expapi/verbs/voided", "voided")
_TOLD = {"check-ins": CheckInHeld, "acknowledgements": GuidelineAcknowledged}
_STATES = frozenset({"trying", "forming", "habitual", "slipping", "lapsed"})
"""Leave, exemption and leaving are for the HR system to tell."""


@attrs.frozen(kw_only=True)
class _Bookmark:
    """Up to which event we have told, and which status: that of a day, as far as it was known at a time."""

    position: int = 0
    as_of: str = ""
    known_at: str = ""

    @classmethod
    def read(cls, text: str | None) -> "_Bookmark":
        try:
            return cls(**json.loads(text)) if text else cls()
        except (ValueError, TypeError):
            raise Unusable("the bookmark {bookmark!r} cannot be read: push with --full", bookmark=text) from None

    def __str__(self) -> str:
        return json.dumps(attrs.asdict(self))


@attrs.define(kw_only=True)
class Saying:
    """What is to be said from a log; `notes` tell what cannot be."""

    log: "AdoptLog"
    options: XapiOptions
    notes: list[str] = attrs.field(factory=list)

    def since(self, text: str | None) -> Iterator[ToSend]:
        """The statements since a bookmark: first of events, then of status."""
        bookmark, known_at = _Bookmark.read(text), self.log.terms().now
        unknown: set[str] = set()
        for one in self.log.recorded_since(bookmark.position):
            bookmark = attrs.evolve(bookmark, position=one.position)
            statement = self._of_event(one)
            if statement is not None:
                yield from self._message(statement, _line(one), bookmark)
            elif self._is_to_be_told(one) and one.ids:
                unknown.add(one.person or "")
        if "status" in self.options.send:
            yield from self._of_status(bookmark, known_at.isoformat(), unknown)
        if unknown:
            self.notes.append(
                Message(
                    "{people} left out of what is sent: the LRS could not know them by any of their ids",
                    people=len(unknown),
                )
            )

    def _of_event(self, one: "Recorded") -> dict[str, Any] | None:
        match one.fact:
            case Retracted(version=version) | Corrected(version=version) if (one.stream, version) in self._told:
                target = {"objectType": "StatementRef", "id": str(one.id_of(version))}
                return _statement(one.id, _OURSELVES, _VOIDED, target, one.at)
            case CheckInHeld() | GuidelineAcknowledged() as fact if self._is_to_be_told(one):
                who = self._actor(one.ids)
                return _about_activity(one.id, who, *_words(fact), fact.on) if who else None
            case _:
                return None

    @cached_property
    def _told(self) -> set[tuple[UUID, int]]:
        """The events that have been told of; asked for only when one is taken back."""
        every = self.log.recorded_since(0)
        return {(one.stream, one.version) for one in every if self._is_to_be_told(one) and self._actor(one.ids)}

    def _is_to_be_told(self, one: "Recorded") -> bool:
        """What came from statements need not be told in statements."""
        told = (kind for name, kind in _TOLD.items() if name in self.options.send)
        return one.system != "xapi" and isinstance(one.fact, tuple(told))

    def _of_status(self, bookmark: _Bookmark, known_at: str, unknown: set[str]) -> Iterator[ToSend]:
        """Where somebody's status, or since when it is so, differs from what was told before."""
        today = self.options.today or self.log.today
        after = attrs.evolve(bookmark, as_of=today.isoformat(), known_at=known_at)
        before = self._status_told(bookmark)
        ids = {row["person"]: tuple(row["ids"]) for row in self.log.people()}
        statements = []
        for row in self.log.status(as_of=today):
            state = (row.state, row.since)
            if row.state not in _STATES or row.since is None or before.get((row.person, row.program)) == state:
                continue
            who = self._actor(ids.get(row.person, ()))
            if who is None:
                unknown.add(row.person)
                continue
            told = {"person": row.person, "program": row.program, "since": row.since}
            line = Message(
                "{person} in {program}: {state} since {since}", state=Message.word("state", row.state), **told
            )
            statements.append((_of_state(who, row.program, row.state, row.since), line))
        for number, (statement, line) in enumerate(statements, 1):
            yield from self._message(statement, line, after if number == len(statements) else bookmark)

    def _status_told(self, bookmark: _Bookmark) -> dict[tuple[str, str], tuple[str, date | None]]:
        if not bookmark.as_of:
            return {}
        known_at = datetime.fromisoformat(bookmark.known_at)
        rows = self.log.status(as_of=date.fromisoformat(bookmark.as_of), known_at=known_at)
        return {(row.person, row.program): (row.state, row.since) for row in rows}

    def _actor(self, ids: tuple[str, ...]) -> dict[str, Any] | None:
        return actor(ids, self.options.employee_numbers_at)

    def _message(self, statement: dict[str, Any], text: str, bookmark: _Bookmark) -> Iterator[ToSend]:
        yield ToSend(id=statement["id"], text=text, content=statement, bookmark=str(bookmark))


_OURSELVES = {"objectType": "Agent", "account": {"homePage": "https://pypi.org", "name": OURS}}


def _statement(
    id_: UUID, who: Mapping[str, Any], verb: tuple[str, str], about: Mapping[str, Any], at: datetime
) -> dict[str, Any]:
    iri, display = verb
    said = {"id": str(id_), "actor": who, "verb": {"id": iri, "display": {"en": display}}, "object": about}
    return said | {"timestamp": at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")}


def _about_activity(
    id_: UUID, who: Mapping[str, Any], verb: tuple[str, str], path: str, kind: str, on: date
) -> dict[str, Any]:
    noon = datetime(on.year, on.month, on.day, 12, tzinfo=UTC)  # the same date from UTC-11 to UTC+11
    activity = {"objectType": "Activity", "id": f"{BASE}/{path}", "definition": {"type": kind}}
    return _statement(id_, who, verb, activity, noon) | {"context": {"platform": OURS}}


def _of_state(who: Mapping[str, Any], program: str, state: str, since: date) -> dict[str, Any]:
    known_by = json.dumps([who, program, state, since.isoformat()], sort_keys=True)
    path, kind = f"programs/{quote(program, safe='')}", f"{BASE}/activity-types/program"
    said = _about_activity(uuid5(_IDS, known_by), who, _CHANGED, path, kind, since)
    return said | {"result": {"extensions": {f"{BASE}/state": state}}}


def _words(fact: CheckInHeld | GuidelineAcknowledged) -> tuple[tuple[str, str], str, str]:
    """The verb, and which activity of which type it is about."""
    if isinstance(fact, CheckInHeld):
        return _ATTENDED, f"check-ins/{fact.kind}", "http://adlnet.gov/expapi/activities/meeting"
    path = f"guidelines/{quote(fact.guideline, safe='')}/{quote(fact.version, safe='')}"
    return _ACKNOWLEDGED, path, f"{BASE}/activity-types/guideline"


def _line(one: "Recorded") -> Message:
    match one.fact:
        case CheckInHeld() as fact:
            return Message("{person}: check-in ({kind}) on {on}", person=one.person, kind=fact.kind, on=fact.on)
        case GuidelineAcknowledged() as fact:
            said = {"person": one.person, "guideline": fact.guideline, "version": fact.version, "on": fact.on}
            return Message("{person}: acknowledged {guideline} {version} on {on}", **said)
        case _:
            return Message("{person}: something said before is taken back", person=one.person)
