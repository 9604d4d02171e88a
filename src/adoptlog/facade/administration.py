"""What admins do besides asking for a status: people, imports, dead letters, and whether all is sound."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

import attrs
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from adoptlog.application import AdoptionApplication
from adoptlog.domain import facts as f
from adoptlog.domain.dates import dated, named
from adoptlog.domain.employment import Employment
from adoptlog.domain.summary import Summary
from adoptlog.domain.usage_reports import BLOCK
from adoptlog.domain.values import check_id
from adoptlog.errors import NotFound, Refused
from adoptlog.i18n import told
from adoptlog.intake.adapter import Adapter, Fetched
from adoptlog.intake.dead_letters import written
from adoptlog.intake.identity import forgotten, is_number
from adoptlog.intake.importing import take_again
from adoptlog.intake.imports import sending_bookmark, watermark_of
from adoptlog.intake.record import Terms
from adoptlog.intake.retraction import Retraction, retract
from adoptlog.kit.setting_up import set_up
from adoptlog.messages import Message, unpacked
from adoptlog.status.rows import department
from adoptlog.store import directory, moments, tables
from adoptlog.store.database import Database
from adoptlog.store.directory import Known

_letter = tables.dead_letter


@attrs.frozen
class Finding:
    """What `doctor` found: `ok`, `waiting` or `unsound`."""

    check: str
    result: str
    text: str


@attrs.frozen(kw_only=True)
class Progress:
    """How far an adapter has come: its last run, its bookmarks of reading and of sending, the last day it can tell."""

    last_run: str | None
    bookmark: str | None
    sent_up_to: str | None
    watermark: date | None


class Administration:
    """The part of `AdoptLog` for admins."""

    database: Database
    application: AdoptionApplication
    zone: ZoneInfo
    lang: str

    @property
    def today(self) -> date:
        """The date in the company's time zone."""
        raise NotImplementedError

    def terms(self, *, by_hand: bool = False, create_people: bool = True) -> Terms:
        """On which terms records are taken in now."""
        raise NotImplementedError

    def people(self) -> list[dict[str, Any]]:
        """The directory: everybody with all their ids, and where they work today."""
        rows = []
        with self.application.current() as read:
            presences: dict[int, Any] = {}
            for who in directory.listed(read.connection):
                if who.is_forgotten:
                    continue
                block = who.no // BLOCK
                if block not in presences:
                    presences = {block: read.presences(block)}
                presence = presences[block].get(who.no)
                place = department(presence, self.today) if presence else None
                rows.append({"person": who.person, "name": who.name, "department": place, "ids": list(who.ids)})
        return rows

    def merge(self, kept: str, other: str) -> None:
        """Two ids turn out to be one person: `other`, somebody known or a new employee number, becomes an id of `kept`.

        Raises `NotFound`, `Refused`.
        """
        with self.database.writing() as connection:
            known = directory.resolve(connection, [kept, other])
            if kept in known and other not in known and is_number(other):
                self._second_id(connection, known[kept], other)
                return
            for id_ in (kept, other):
                if id_ not in known:
                    raise NotFound("nobody is known as {id!r}: `people list` shows who is", id=id_)
                if id_.startswith(directory.FORGOTTEN):
                    raise Refused("{id!r} is what is left of somebody who was forgotten: nobody's id any more", id=id_)
            if known[kept].no == known[other].no:
                raise Refused("{kept!r} and {other!r} are the same person already", kept=kept, other=other)
            directory.merge(connection, known[kept], known[other])

    def _second_id(self, connection: Connection, known: Known, new: str) -> None:
        """Give a person an id that nobody has yet, such as a new employee number."""
        check_id("id", new)
        if forgotten(connection, [new]):
            raise Refused(
                "the data of {external_id!r} was erased; `people allow {external_id}` lets it in again",
                external_id=new,
            )
        directory.add_ids(connection, known, [new])

    def progress_of_adapters(self) -> dict[str, Progress]:
        """How far each adapter has come that has ever run."""
        began, kept = tables.import_, tables.bookmark
        last = sa.select(began.c.adapter, sa.func.max(began.c.began_at)).group_by(began.c.adapter)
        with self.database.reading() as connection:
            runs = {name: moments.written(at) for name, at in connection.execute(last)}
            marks = {
                row.adapter: row.bookmark for row in connection.execute(sa.select(kept.c.adapter, kept.c.bookmark))
            }
            return {
                name: Progress(
                    last_run=runs.get(name),
                    bookmark=marks.get(name),
                    sent_up_to=marks.get(sending_bookmark(name)),
                    watermark=watermark_of(connection, name),
                )
                for name in runs.keys() | {name.removeprefix(sending_bookmark("")) for name in marks}
            }

    def imports(self) -> list[dict[str, Any]]:
        """What was imported when, the oldest first."""
        table = tables.import_
        with self.database.reading() as connection:
            rows = connection.execute(sa.select(table).order_by(table.c.id)).mappings().all()
        return [
            {
                "id": row["id"],
                "adapter": row["adapter"],
                "source": row["source"],
                "on": moments.written(row["began_at"]),
                **{name: row[name] for name in ("recorded", "duplicates", "irrelevant", "rejected")},
                "retracted": row["retracted_at"] is not None,
            }
            for row in rows
        ]

    def retract_import(self, import_id: int) -> Retraction:
        """Take a whole import back, by retractions."""
        return retract(self.application, import_id, self.terms())

    def dead_letters(self, ids: list[int] | None = None) -> list[dict[str, Any]]:
        """What could not be recorded, and why (all, or these). Raises `NotFound`."""
        query = sa.select(_letter).order_by(_letter.c.id)
        if ids is not None:
            query = query.where(_letter.c.id.in_(ids))
        with self.database.reading() as connection:
            rows = [dict(row) for row in connection.execute(query).mappings()]
        missing = set(ids or ()) - {row["id"] for row in rows}
        if missing:
            raise NotFound("there is no dead letter {id}: `dead-letters list` shows which there are", id=min(missing))
        return [row | {"record": json.loads(row["record"]), "reason": self._reason(row["reason"])} for row in rows]

    def _reason(self, stored: str) -> str:
        return told(unpacked(json.loads(stored)), self.lang)

    def retry_dead_letters(self, ids: list[int] | None = None) -> tuple[int, int]:
        """Try to record dead letters again, under the import they came with: how many were, how many still not."""
        recorded = left = 0
        for row in self.dead_letters(ids):
            adapter = self._adapter_of(row)
            fetched = Fetched(row["record"], row["source_id"], None, row["source"])
            outcome = take_again(adapter, fetched, self.application, self.terms(), row["import_id"])
            if outcome.said == "rejected":
                left += 1
                self._change_letter(row["id"], outcome.because)
            else:
                recorded += 1
                self.discard_dead_letters([row["id"]])
        return recorded, left

    def _adapter_of(self, letter: Mapping[str, Any]) -> Adapter:
        """The adapter that read a dead letter, with the options of then."""
        given = {**json.loads(letter["settings"]), "files": (letter["source"],)}
        adapter: Adapter = set_up(letter["adapter"], given, today=self.today, zone=self.zone, secrets_needed=False)
        return adapter

    def discard_dead_letters(self, ids: list[int]) -> int:
        """Let dead letters go. Raises `NotFound`."""
        self.dead_letters(ids)
        with self.database.writing() as connection:
            return connection.execute(sa.delete(_letter).where(_letter.c.id.in_(ids))).rowcount

    def _change_letter(self, id_: int, reason: str) -> None:
        with self.database.writing() as connection:
            connection.execute(sa.update(_letter).where(_letter.c.id == id_).values(reason=written(reason)))

    def examine(self) -> list[Finding]:
        """Whether the database and the read model are sound, and which facts wait for another."""
        findings = []
        with self.application.current() as read:
            connection = read.connection
            if self.database.is_sqlite:
                said = connection.exec_driver_sql("PRAGMA quick_check").scalar()
                findings.append(Finding("database", "ok" if said == "ok" else "unsound", str(said)))
            findings.append(_positions(connection))
            letters = connection.scalar(sa.select(sa.func.count()).select_from(_letter)) or 0
            findings.append(
                Finding("dead letters", "waiting" if letters else "ok", Message("{count} to look at", count=letters))
            )
            published = [s for s in read.shared() if s.of(f.GuidelinePublished)]
            for who in directory.listed(connection):
                for text in _waiting(read.summary(who.no), published):
                    findings.append(
                        Finding("waits", "waiting", Message("{person}: {text}", person=who.person, text=text))
                    )
        return findings


def _positions(connection: sa.Connection) -> Finding:
    log, event = tables.log, tables.event
    events = connection.scalar(sa.select(sa.func.count()).select_from(event)) or 0
    last = connection.scalar(sa.select(sa.func.max(log.c.position))) or 0
    numbered = connection.scalar(sa.select(sa.func.count()).select_from(log)) or 0
    sound = events == last == numbered
    return Finding(
        "positions",
        "ok" if sound else "unsound",
        Message("{events} events, {numbered} numbered up to {last}", events=events, numbered=numbered, last=last),
    )


def _waiting(summary: Summary, published: list[Summary]) -> list[Message]:
    """The facts about a person that are only untrue yet."""
    employment = Employment.of(summary)
    texts: list[Message] = []
    for _, _, fact in summary:
        day = dated(fact)
        bound = isinstance(fact, f.TrainingCompleted | f.CheckInHeld | f.GuidelineAcknowledged | f.ActivityReported)
        if bound and day is not None and (problem := employment.problem(day)):
            texts.append(Message("{fact} {problem}", fact=named(fact), problem=problem))
        if isinstance(fact, f.GuidelineAcknowledged):
            versions = [p for s in published for p in s.of(f.GuidelinePublished) if p.guideline == fact.guideline]
            if not any(p.version == fact.version and p.on <= fact.on for p in versions):
                said = {"guideline": fact.guideline, "version": fact.version, "day": fact.on}
                texts.append(Message("acknowledged {guideline} {version}, which is not published by {day}", **said))
    return texts
