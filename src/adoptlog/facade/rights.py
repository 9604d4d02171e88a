"""What people may ask of whoever keeps records on them: to see all of it, to be forgotten, to know who looked."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import attrs
from sqlalchemy.engine import Connection

from adoptlog.domain.facts import PurposeStated
from adoptlog.errors import NotFound, Refused
from adoptlog.facade.viewing import Viewing
from adoptlog.intake.identity import hashed
from adoptlog.policy import RetentionPolicy, in_force
from adoptlog.privacy import forgetting, scrub
from adoptlog.privacy.access import Look, looks_at
from adoptlog.privacy.held import held_on
from adoptlog.privacy.kept_out import KeptOut
from adoptlog.privacy.purpose import Purpose, purpose_on
from adoptlog.privacy.receipt import Receipt, receipt
from adoptlog.privacy.retention import Due, due
from adoptlog.privacy.scrub import Scrubbed
from adoptlog.projections.read_model import StoredReadModel
from adoptlog.store import directory, settings
from adoptlog.store.directory import Listed


class Rights(Viewing):
    """The part of `AdoptLog` for the people in it."""

    def held(self, person: str) -> Receipt:
        """What `forget` would remove; nothing is changed. Raises `NotFound`."""
        with self.application.current() as read:
            held = forgetting.holdings(read.connection, directory.one(read.connection, person))
            return receipt(held, None, self.terms().now, self._retention(read))

    def forget(self, person: str, *, clear_files: bool | None = None, kept_out: Path | None = None) -> Receipt:
        """Remove everything that says who somebody is, in one transaction; their history stays, unlinked.

        `clear_files` (by default on SQLite) then clears the database's files of the deleted rows; the receipt says
        whether that is done or not yet. `kept_out` is a file outside the database that the hashes of the ids are added
        to, so that `forget_again` finds them in a restored backup. Raises `NotFound`, or `Refused` if it is done.
        """
        with self.application.current() as read:
            policy = self._retention(read)
        done = self._forget(lambda connection: [directory.one(connection, person)], policy, kept_out)
        return self._cleared(done, clear_files)[0]

    def forget_again(self, kept_out: Path, *, clear_files: bool | None = None) -> list[Receipt]:
        """After a backup was restored: forget those again who are on the list, and keep their ids out."""
        with self.application.current() as read:
            policy = self._retention(read)

        def listed(connection: Connection) -> list[Listed]:
            hashes = KeptOut(kept_out, settings.database_key(connection)).standing()
            forgetting.remember(connection, sorted(hashes))
            return forgetting.among(connection, hashes)

        return self._cleared(self._forget(listed, policy, None), clear_files)

    def returned(self, kept_out: Path) -> int:
        """How many people of the list of the forgotten are in the database: after a restored backup, more than none."""
        with self.database.reading() as connection:
            hashes = KeptOut(kept_out, settings.database_key(connection)).standing()
            return len(forgetting.among(connection, hashes))

    def allow(self, external_id: str, *, kept_out: Path | None = None) -> None:
        """Let an id of somebody who was forgotten in again. Raises `NotFound`."""
        with self.database.writing() as connection:
            hash_ = forgetting.let_in_again(connection, external_id)
            if hash_ is None:
                raise NotFound(
                    "{external_id!r} is not kept out: nobody with this id was forgotten", external_id=external_id
                )
            if kept_out:
                KeptOut(kept_out, settings.database_key(connection)).add("allowed", [hash_], self.terms().now)

    def clear_files(self) -> Scrubbed:
        """Clear the database's files of what was deleted before."""
        return scrub.scrub(self.database)

    def retain(
        self, *, dry_run: bool = False, clear_files: bool | None = None, kept_out: Path | None = None
    ) -> list[tuple[Due, Receipt | None]]:
        """Forget those whose time is over under the policy's `[retention]`; with `dry_run`, only say who."""
        with self.application.current() as read:
            policy = self._retention(read)
            over = list(due(read, policy, self.today))
        if dry_run or not over:
            return [(one, None) for one in over]
        numbers = [one.who.no for one in over]
        done = self._forget(lambda c: [who for no in numbers for who in directory.listed(c, no, no)], policy, kept_out)
        return list(zip(over, self._cleared(done, clear_files), strict=True))

    def export_person(self, person: str) -> dict[str, Any]:
        """Everything held on somebody, with dates and sources, and the purpose it is held for. Raises `NotFound`."""
        with self.application.current() as read:
            held = forgetting.holdings(read.connection, directory.one(read.connection, person))
            return held_on(read, held, self._purpose(read, self.today), self.terms().now)

    def looks(self, person: str) -> list[Look]:
        """Who was shown something about a person, through a `Viewer`. Raises `NotFound`."""
        with self.database.reading() as connection:
            return looks_at(connection, directory.one(connection, person).numbers)

    def purpose(self, *, as_of: date | None = None) -> Purpose | None:
        """What the record is kept for, as stated last by a day; None as long as nothing was stated."""
        with self.application.current() as read:
            return self._purpose(read, as_of or self.today)

    def state_purpose(self, purpose: str, *, on: date | None = None, responsible: str | None = None) -> None:
        """State what the record is kept for from a day on, and who answers for it."""
        if not purpose.strip():
            raise Refused("the purpose is empty: say what the record is kept for, as specifically as you can")
        self.record(None, PurposeStated(on=on or self.today, purpose=purpose.strip(), responsible=responsible))

    def _purpose(self, read: StoredReadModel, on: date) -> Purpose | None:
        def called(reference: str) -> str | None:
            return directory.names_of_streams(read.connection, [UUID(reference)]).get(reference)

        return purpose_on(read.shared(), on, called)

    def _retention(self, read: StoredReadModel) -> RetentionPolicy:
        return (self.policy or in_force(read.shared(), self.today)).retention

    def _forget(
        self, chosen: Callable[[Connection], Sequence[Listed]], policy: RetentionPolicy, kept_out: Path | None
    ) -> list[Receipt]:
        """Forget people in one transaction; the list outside is written before it ends, for it has to be complete."""
        now = self.terms().now
        done = []
        with self.database.writing() as connection:
            forgetting.wait_for_writers(connection)
            for who in chosen(connection):
                if who.is_forgotten:
                    raise Refused("{person!r} is what is left of somebody who was forgotten already", person=who.person)
                held = forgetting.holdings(connection, who)
                done.append(receipt(held, forgetting.erase(connection, held), now, policy))
                if kept_out:
                    hashes = [hashed(connection, id_) for id_ in who.ids]
                    KeptOut(kept_out, settings.database_key(connection)).add("forgotten", hashes, now)
        return done

    def _cleared(self, done: list[Receipt], clear_files: bool | None) -> list[Receipt]:
        wanted = self.database.is_sqlite if clear_files is None else clear_files
        if not done or not wanted:
            return done
        scrubbed = self.clear_files()
        return [attrs.evolve(one, scrubbed=scrubbed) for one in done]
