"""AdoptLog: the library's front door."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, datetime
from types import TracebackType
from typing import Any, Self
from uuid import UUID
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from adoptlog import explain as explaining
from adoptlog.application import AdoptionApplication
from adoptlog.domain.event import Event
from adoptlog.domain.summary import united
from adoptlog.domain.usage_reports import BLOCK
from adoptlog.errors import NotFound, Refused
from adoptlog.habit import HabitPolicy
from adoptlog.intake.adapter import Adapter
from adoptlog.intake.batch import Batch
from adoptlog.intake.importing import ImportResult, Run, import_from
from adoptlog.intake.imports import begin, keep_duplicates
from adoptlog.intake.observation import Observation
from adoptlog.intake.record import Outcome, Record, Terms
from adoptlog.programs import Programs
from adoptlog.projections.presence import presence_of, read_presence
from adoptlog.projections.read_model import ReadModel, StoredReadModel
from adoptlog.projections.rebuild import rebuild
from adoptlog.replay import ReplayedReadModel, replayed
from adoptlog.status.person import history
from adoptlog.status.programs import Setting
from adoptlog.status.status import HabitStatus, Member, Question, states_at, status_of_one, statuses
from adoptlog.store import directory, tables
from adoptlog.store.database import Database
from adoptlog.store.host import host_transaction
from adoptlog.store.races import again_if_raced
from adoptlog.store.sequencer import number, position_at


class AdoptLog(Programs):
    """Records facts about people's use of AI tools, and answers who has formed the habit.

    `url` is a SQLAlchemy URL or a file path; the tables are created when missing. One instance may be shared by
    threads. `zone` defines today and the local date of time stamps of people without a time zone of their own.

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
        zone: ZoneInfo | None = None,
        lang: str = "en",
        policy: HabitPolicy | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self.database = Database(url)
        self.application = AdoptionApplication(self.database)
        self.zone = zone or ZoneInfo("UTC")
        self.lang = lang
        self.policy = policy or HabitPolicy()
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
        hosted = session is not None or connection is not None

        def in_a_transaction() -> Outcome:
            within = host_transaction(self.database, session, connection) if hosted else self.database.writing()
            with within as connected:
                return self._record(connected, record, by)

        outcome = again_if_raced(in_a_transaction)
        if outcome.events and not hosted:
            self.application.projector.take_in()
        return list(outcome.events)

    def _record(self, connection: Connection, record: Record, by: str) -> Outcome:
        terms = self.terms(by_hand=record.source_id is None)
        application = self.application
        batch = Batch(connection, application.event_recorder, application.projector.tables, terms, record.system)
        (outcome,) = batch.take([record])
        if outcome.said == "rejected":
            raise batch.refusal or Refused(outcome.because)
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
        settings: Mapping[str, Any] | None = None,
        progress: Callable[[ImportResult], None] = lambda _: None,
    ) -> ImportResult:
        """Take in what an adapter has to say, from its bookmark on (`full`: from the beginning)."""
        run = Run(
            application=self.application, terms=self.terms(create_people=create_people), dry=dry_run, progress=progress
        )
        bookmark = None if full else self._bookmark(adapter.name)
        return import_from(adapter, run, bookmark, settings)

    def terms(self, *, by_hand: bool = False, create_people: bool = True) -> Terms:
        """On which terms records are taken in now."""
        return Terms(now=self._now(), zone=self.zone, by_hand=by_hand, create_people=create_people)

    def status(
        self,
        *,
        as_of: date | None = None,
        known_at: datetime | None = None,
        person: str | None = None,
        program: str | None = None,
        policy: HabitPolicy | None = None,
        lang: str | None = None,
    ) -> list[HabitStatus]:
        """The habit status of everybody, or of one person, at the end of a day and as far as known at a time."""
        if known_at is not None:
            return self.replay(as_of=as_of, known_at=known_at, person=person, program=program, policy=policy, lang=lang)
        self.application.projector.catch_up()
        with self.database.reading() as connection:
            read = StoredReadModel(connection, self.application.projector.tables)
            ask = self._question(as_of, policy, lang)
            return list(self._rows(connection, read, ask, person, program, None))

    def replay(
        self,
        *,
        as_of: date | None = None,
        known_at: datetime | None = None,
        person: str | None = None,
        program: str | None = None,
        policy: HabitPolicy | None = None,
        lang: str | None = None,
        progress: Callable[[int, int], None] = lambda done, all_: None,
    ) -> list[HabitStatus]:
        """The same from the events alone, folded in memory, as far as they were known at a time."""
        number(self.database)
        with self.database.reading() as connection:
            read = self._replayed(connection, known_at, progress)
            ask = self._question(as_of, policy, lang)
            known = read.people() if known_at is not None else None
            return list(self._rows(connection, read, ask, person, program, known))

    def states_by(
        self, ends: list[date], *, known_at: datetime | None = None, policy: HabitPolicy | None = None
    ) -> Iterator[tuple[date, str, str, int]]:
        """For each of the days: program, state, and how many people are in it."""
        number(self.database)
        with self.database.reading() as connection:
            read = self._replayed(connection, known_at, lambda done, all_: None)
            known = read.people() if known_at is not None else None
            ask = self._question(max(ends), policy, None)
            setting = Setting.of(read.shared(), read.with_enrolments(), ask.policy.cadence)
            counts: Counter[tuple[date, str, str]] = Counter()
            for block in range(self._blocks(connection)):
                members = self._members(connection, block, known)
                for program in setting.programs if members else ():
                    told = states_at(read, block, members, program, setting, ends, ask)
                    counts.update((on, program.program, state) for on, state in told)
        for (on, name, state), people in sorted(counts.items()):
            yield on, name, state, people

    def first_day(self) -> date | None:
        """The day of the earliest fact there is about anybody, None without any."""
        self.application.projector.catch_up()
        with self.database.reading() as connection:
            read = self.application.projector.tables
            first = connection.scalar(sa.select(sa.func.min(read.tile.c.day)))
            days = [first] if first is not None else []
            for stored in connection.scalars(sa.select(read.person_summary.c.presence)):
                presence = read_presence(stored)
                days += [day for day in (presence.earliest,) if day is not None]
        return date.fromordinal(min(days)) if days else None

    def rebuild(self, progress: Callable[[int, int], None] = lambda done, all_: None) -> int:
        """Build the read model anew beside the one in use and swap it in: the number of events taken in."""
        return rebuild(self.application, progress)

    def explain(
        self, person: str, *, program: str | None = None, as_of: date | None = None, lang: str | None = None
    ) -> list[explaining.Told]:
        """A person's story up to a day: every fact, and every change of status with its cause."""
        self.application.projector.catch_up()
        ask = self._question(as_of, None, lang)
        with self.database.reading() as connection:
            read = StoredReadModel(connection, self.application.projector.tables)
            member = self._member(connection, person)
            setting = Setting.of(read.shared(), read.with_enrolments(), ask.policy.cadence)
            chosen = [p for p in setting.programs if program in (None, p.program)]
            if not chosen:
                raise NotFound(f"no program is named {program!r}: `program list` shows which there are")
            summary = united(read.summary(no) for no in member.numbers)
            told, _ = history(read, member.numbers, presence_of(summary), chosen[0], setting, ask.as_of, ask.country)
            words = self._words(connection, explaining.references(summary))
            return explaining.story(summary, told, ask.as_of, ask.policy, chosen[0].target_days, ask.lang, words)

    def _words(self, connection: Connection, references: list[str]) -> dict[str, str]:
        words = directory.texts(connection, references)
        ids = []
        for reference in references:
            try:
                ids.append(UUID(reference))
            except ValueError:
                continue
        words.update(directory.names_of_streams(connection, ids))
        return words

    def _question(self, as_of: date | None, policy: HabitPolicy | None, lang: str | None) -> Question:
        return Question(as_of=as_of or self.today, policy=policy or self.policy, lang=lang or self.lang)

    def _replayed(
        self, connection: Connection, known_at: datetime | None, progress: Callable[[int, int], None]
    ) -> ReplayedReadModel:
        at = None if known_at is None else int(known_at.timestamp() * 1_000_000)
        return replayed(connection, self.application.event_recorder, position_at(connection, at), progress)

    def _rows(
        self,
        connection: Connection,
        read: ReadModel,
        ask: Question,
        person: str | None,
        program: str | None,
        known: set[int] | None,
    ) -> Iterator[HabitStatus]:
        setting = Setting.of(read.shared(), read.with_enrolments(), ask.policy.cadence)
        programs = [p for p in setting.programs if program in (None, p.program)]
        if not programs:
            raise NotFound(f"no program is named {program!r}: `program list` shows which there are")
        if person is not None:
            member = self._member(connection, person)
            if known is None or not known.isdisjoint(member.numbers):
                for one in programs:
                    yield from status_of_one(read, member, one, setting, ask)
            return
        for block in range(self._blocks(connection)):
            members = self._members(connection, block, known)
            for one in programs if members else ():
                yield from statuses(read, block, members, one, setting, ask)

    def _blocks(self, connection: Connection) -> int:
        last = connection.scalar(sa.select(sa.func.max(tables.person.c.no))) or 0
        return last // BLOCK + 1

    def _members(self, connection: Connection, block: int, known: set[int] | None) -> list[Member]:
        people = directory.listed(connection, block * BLOCK, block * BLOCK + BLOCK - 1)
        others = directory.streams_of(connection, [who.no for who in people]) if people else {}
        members = [Member(listed=who, numbers=(who.no, *(no for no, _ in others.get(who.no, ())))) for who in people]
        return [m for m in members if known is None or not known.isdisjoint(m.numbers)]

    def _member(self, connection: Connection, person: str) -> Member:
        who = directory.one(connection, person)
        others = directory.streams_of(connection, [who.no])
        return Member(listed=who, numbers=(who.no, *(no for no, _ in others.get(who.no, ()))))

    def _bookmark(self, adapter: str) -> str | None:
        table = tables.bookmark
        with self.database.reading() as connection:
            return connection.scalar(sa.select(table.c.bookmark).where(table.c.adapter == adapter))

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
