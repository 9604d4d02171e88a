"""AdoptLog: the library's front door."""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from datetime import UTC, date, datetime
from types import TracebackType
from typing import Any, Self
from zoneinfo import ZoneInfo

from sqlalchemy.engine import Connection

from adoptlog.application import AdoptionApplication
from adoptlog.domain.event import Event
from adoptlog.errors import Refused
from adoptlog.facade.decisions import Decisions
from adoptlog.facade.reporting import Reporting
from adoptlog.facade.rights import Rights
from adoptlog.facade.sealing import Sealing
from adoptlog.facade.sending import Sending
from adoptlog.facade.what_if import WhatIf
from adoptlog.intake.adapter import Adapter
from adoptlog.intake.batch import Batch
from adoptlog.intake.importing import ImportResult, Run, import_from
from adoptlog.intake.imports import begin, bookmark_of, keep_duplicates
from adoptlog.intake.observation import Observation
from adoptlog.intake.record import Outcome, Record, Terms
from adoptlog.policy import Policy
from adoptlog.projections.rebuild import rebuild
from adoptlog.store.database import Database
from adoptlog.store.host import host_transaction
from adoptlog.store.races import again_if_raced


class AdoptLog(WhatIf, Decisions, Reporting, Sending, Sealing, Rights):
    """Records facts about people's use of AI tools, and answers who has formed the habit.

    `url` is a SQLAlchemy URL or a file path; the tables are created when missing, on PostgreSQL in `schema` if given.
    Those of an older adoptlog are refused as `Outdated`: `adoptlog.migrate` first. One instance may be shared by
    threads. `zone` defines today and the local date of time stamps of people without a time zone of their own.
    `policy` holds whatever was adopted; without it, the policy in force on the day asked for does.

    >>> from datetime import date
    >>> from adoptlog import AdoptLog, TrainingCompleted
    >>> with AdoptLog("sqlite://") as log:
    ...     _ = log.record("e-1001", TrainingCompleted(course="genai-basics", on=date(2026, 4, 1)))
    ...     [(row.person, row.state) for row in log.status(as_of=date(2026, 6, 30))]
    [('e-1001', 'not_started')]
    """

    def __init__(
        self,
        url: str,
        *,
        schema: str | None = None,
        zone: ZoneInfo | None = None,
        lang: str = "en",
        policy: Policy | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self.database = Database(url, schema=schema)
        self.application = AdoptionApplication(self.database)
        self.zone = zone or ZoneInfo("UTC")
        self.lang = lang
        self.policy = policy
        self._now = now

    @property
    def today(self) -> date:
        """The date in the company's time zone."""
        return self._now().astimezone(self.zone).date()

    def record(
        self,
        person: str | None,
        fact: Any,
        *,
        source: tuple[str, str] | None = None,
        session: Any = None,
        connection: Any = None,
    ) -> Event | None:
        """Record one fact: its event, or None for a duplicate.

        `person` is an external id, None for facts about programs, guidelines, tools and the company. With `source`
        (system, record id) the fact comes from a system: it is recorded once, and what is only untrue yet is kept
        and waits; without, a person records it by hand and is told. With `session` or `connection` it is recorded
        inside the host's own transaction. Raises `Refused` with what was wrong and what to do.
        """
        events = self.record_observations(
            [Observation(person, fact)], source=source, session=session, connection=connection
        )
        return events[0] if events else None

    def record_observations(
        self,
        observations: list[Observation],
        *,
        source: tuple[str, str] | None = None,
        session: Any = None,
        connection: Any = None,
        by: str = "record",
    ) -> list[Event]:
        """Record what one source record says, as a whole and as an import of its own. Raises `Refused`."""
        system, source_id = source or (None, None)
        record = Record(system, source_id, observations)

        def in_a_transaction() -> Outcome:
            with self._within(session, connection) as connected:
                return self._record(connected, record, by)

        return list(again_if_raced(in_a_transaction).events)

    def correct(
        self, wrong: Event | tuple[str, str], fact: Any, *, session: Any = None, connection: Any = None
    ) -> Event:
        """Replace a recorded fact by the right one, about the same person, program or guideline: its event.

        `wrong` is the event that `record` returned, or (system, record id) of the source that said so; a source that
        revises its own record need not call this, `record` sees it. The correction is an import of its own: taking it
        back gives back what stood before. Use is not corrected (the larger count stands): take its import back.
        Raises `Refused` or `NotFound` when there is nothing to correct.
        """

        def in_a_transaction() -> Event:
            with self._within(session, connection) as connected:
                return self._correct(connected, wrong, fact)

        return again_if_raced(in_a_transaction)

    def _within(self, session: Any, connection: Any) -> AbstractContextManager[Connection]:
        """The host's transaction if one is given, else one of our own."""
        hosted = session is not None or connection is not None
        return host_transaction(self.database, session, connection) if hosted else self.application.recording()

    def _correct(self, connection: Connection, wrong: Event | tuple[str, str], fact: Any) -> Event:
        terms = self.terms(by_hand=True)
        application = self.application
        batch = Batch(connection, application.event_recorder, application.projector.tables, terms, None)
        event = batch.correct(wrong, fact)
        import_id = begin(connection, "correct", "by hand", terms, recorded=1)
        application.append(connection, batch.events, import_id)
        return event

    def _record(self, connection: Connection, record: Record, by: str) -> Outcome:
        terms = self.terms(by_hand=record.source_id is None)
        application = self.application
        batch = Batch(connection, application.event_recorder, application.projector.tables, terms, record.system)
        (outcome,) = batch.take([record])
        if outcome.said == "rejected":
            raise batch.refusal or Refused(outcome.because)
        if outcome.said == "irrelevant" and terms.by_hand:
            raise Refused(outcome.because)
        if outcome.said == "recorded":
            import_id = begin(connection, by, record.system or "by hand", terms, recorded=1)
            application.append(connection, batch.events, import_id)
            keep_duplicates(connection, import_id, batch.duplicates)
        return Outcome(outcome.said, outcome.because, tuple(batch.events))

    def import_from(
        self,
        adapter: Adapter,
        *,
        dry_run: bool = False,
        full: bool = False,
        create_people: bool = True,
        let_leave: bool = False,
        settings: Mapping[str, Any] | None = None,
        progress: Callable[[ImportResult], None] = lambda _: None,
    ) -> ImportResult:
        """Take in what an adapter has to say, from its bookmark on (`full`: from the beginning).

        When the source fails, what came before is recorded, and the next import goes on after it. `let_leave` says that
        it is right when more than a tenth of the people are gone from a list; `TooManyLeft` asks for it.
        """
        run = Run(
            application=self.application,
            terms=self.terms(create_people=create_people),
            dry=dry_run,
            let_leave=let_leave,
            progress=progress,
        )
        bookmark = None if full else self._bookmark(adapter.name)
        return import_from(adapter, run, bookmark, settings)

    def terms(self, *, by_hand: bool = False, create_people: bool = True) -> Terms:
        """On which terms records are taken in now."""
        return Terms(now=self._now(), zone=self.zone, by_hand=by_hand, create_people=create_people)

    def rebuild(self, progress: Callable[[int, int], None] = lambda done, all_: None) -> int:
        """Build the read model anew beside the one in use and swap it in: the number of events taken in."""
        return rebuild(self.application, progress)

    def _bookmark(self, adapter: str) -> str | None:
        with self.database.reading() as connection:
            return bookmark_of(connection, adapter)

    def close(self) -> None:
        """Close the database."""
        self.application.close()
        self.database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
