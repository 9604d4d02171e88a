"""The questions an adoption log answers: status, replay, counts by period, and one person's story."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from adoptlog import explain as explaining
from adoptlog.domain.summary import united
from adoptlog.errors import Unusable
from adoptlog.facade.programs import Programs
from adoptlog.policy import Policy, in_force
from adoptlog.projections.checkpoints import Checkpoints
from adoptlog.projections.presence import presence_of, read_presence
from adoptlog.projections.read_model import ReadModel
from adoptlog.replay import ReplayedReadModel, replayed
from adoptlog.rows import Rows
from adoptlog.status.inquiry import Inquiry
from adoptlog.status.person import history
from adoptlog.status.question import Question
from adoptlog.status.rows import HabitStatus
from adoptlog.store import directory
from adoptlog.store.sequencer import number, position_at

_FIRST = date(1900, 1, 1)
"""Before it nobody used a tool that is asked about."""

_YEARS_AHEAD = 10
"""Calendars are worked out day by day: up to the last days there are it would take minutes, and say nothing."""


class Questions(Programs):
    """The part of `AdoptLog` that answers."""

    lang: str
    policy: Policy | None

    def status(
        self,
        *,
        as_of: date | None = None,
        known_at: datetime | None = None,
        person: str | None = None,
        program: str | None = None,
        policy: Policy | None = None,
        lang: str | None = None,
    ) -> Rows[HabitStatus]:
        """The habit status of everybody, or of one person, at the end of a day and as far as known at a time."""
        if known_at is not None:
            return self.replay(as_of=as_of, known_at=known_at, person=person, program=program, policy=policy, lang=lang)
        with self.application.current() as read:
            ask = self._question(read, as_of, policy, lang)
            checkpoints = Checkpoints(read) if person is None and policy is None else None
            rows = Rows(Inquiry(read.connection, read, ask).rows(person, program, checkpoints))
        if checkpoints is not None:
            checkpoints.save(self.database)
        return rows

    def replay(
        self,
        *,
        as_of: date | None = None,
        known_at: datetime | None = None,
        person: str | None = None,
        program: str | None = None,
        policy: Policy | None = None,
        lang: str | None = None,
        progress: Callable[[int, int], None] = lambda done, all_: None,
    ) -> Rows[HabitStatus]:
        """The same from the events alone, folded in memory, as far as they were known at a time."""
        number(self.database)
        with self.database.reading() as connection:
            read = self._replayed(connection, known_at, progress)
            known = read.people() if known_at is not None else None
            return Rows(
                Inquiry(connection, read, self._question(read, as_of, policy, lang), known).rows(person, program)
            )

    def states_by(
        self, ends: list[date], *, known_at: datetime | None = None, policy: Policy | None = None
    ) -> Iterator[tuple[date, str, str, int]]:
        """For each of the days: program, state, and how many people are in it."""
        number(self.database)
        with self.database.reading() as connection:
            read = self._replayed(connection, known_at, lambda done, all_: None)
            known = read.people() if known_at is not None else None
            counts = Counter(
                Inquiry(connection, read, self._question(read, max(ends), policy, None), known).states_at(ends)
            )
        for (on, name, state), people in sorted(counts.items()):
            yield on, name, state, people

    def first_day(self) -> date | None:
        """The day of the earliest fact there is about anybody, None without any."""
        with self.application.current() as read:
            first = read.first_day_of_use()
            days = [first] if first is not None else []
            for stored in read.connection.scalars(sa.select(read.tables.person_summary.c.presence)):
                presence = read_presence(stored)
                days += [day for day in (presence.earliest,) if day is not None]
        return date.fromordinal(min(days)) if days else None

    def explain(
        self, person: str, *, program: str | None = None, as_of: date | None = None, lang: str | None = None
    ) -> list[explaining.Told]:
        """A person's story up to a day: every fact, and every change of status with its cause."""
        with self.application.current() as read:
            ask = self._question(read, as_of, None, lang)
            who = directory.one(read.connection, person)
            inquiry = Inquiry(read.connection, read, ask)
            about = inquiry.setting.named(program)[0]
            summary = united(read.summary(no) for no in who.numbers)
            told, _ = history(read, who.numbers, presence_of(summary), about, inquiry.setting, ask.as_of, ask.country)
            words = _words(read.connection, explaining.references(summary))
        return explaining.story(summary, told, ask.as_of, ask.policy, about.target_days, ask.lang, words)

    def _question(self, read: ReadModel, as_of: date | None, policy: Policy | None, lang: str | None) -> Question:
        day = self._possible(as_of or self.today)
        chosen = policy or self.policy or in_force(read.shared(), day)
        return Question(as_of=day, policy=chosen.habit, lang=lang or self.lang, country=chosen.calendar.country)

    def _possible(self, day: date) -> date:
        """The day, if work days and holidays can be told for it in a reasonable time."""
        last = date(self.today.year + _YEARS_AHEAD, 12, 31)
        if not _FIRST <= day <= last:
            raise Unusable(
                "{day} cannot be asked about: name a day from {first} to {last}", day=day, first=_FIRST, last=last
            )
        return day

    def _replayed(
        self, connection: Connection, known_at: datetime | None, progress: Callable[[int, int], None]
    ) -> ReplayedReadModel:
        at = None if known_at is None else int(known_at.timestamp() * 1_000_000)
        return replayed(connection, self.application.event_recorder, position_at(connection, at), progress)


def _words(connection: Connection, references: list[str]) -> dict[str, str]:
    """What stands behind references to free text and to people."""
    words = directory.texts(connection, references)
    ids = []
    for reference in references:
        try:
            ids.append(UUID(reference))
        except ValueError:
            continue
    words.update(directory.names_of_streams(connection, ids))
    return words
