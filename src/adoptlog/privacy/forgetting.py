"""Forgetting: one transaction after which nothing here says who a person was. Their history stays, unlinked (ADR 5)."""

import secrets
from collections.abc import Sequence

import attrs
import sqlalchemy as sa
from sqlalchemy.engine import Connection
from sqlalchemy.exc import OperationalError

from adoptlog.errors import Unusable
from adoptlog.intake.identity import hashed
from adoptlog.privacy.likeness import Likeness
from adoptlog.privacy.traces import Traces, clean, traces
from adoptlog.store import directory, tables
from adoptlog.store.directory import FORGOTTEN, Listed

_person, _external, _access = tables.person, tables.external_id, tables.access
_PATIENCE = "5s"


@attrs.frozen(kw_only=True)
class Holdings:
    """What is held about one person: how many of each, and where else they are named."""

    who: Listed
    like: Likeness
    own: dict[str, int]
    found: Traces

    @property
    def counts(self) -> dict[str, int]:
        """What goes, and how much of each."""
        return self.own | {
            "words_of_others": len(self.found.texts),
            "dead_letters": len(self.found.letters),
            "file_names": len(self.found.sources),
            "records_of_others": len(self.found.source_records),
            "bookmarks": len(self.found.bookmarks),
        }


def holdings(connection: Connection, who: Listed) -> Holdings:
    """What is held about a person, in all tables."""
    people = list(connection.execute(sa.select(_person.c.name).where(_person.c.no.in_(who.numbers))).scalars())
    like = Likeness(who.ids, people)
    own = {
        "ids": len(who.ids),
        "names": sum(name is not None for name in people),
        "keys": len(people),
        "words": _count(connection, tables.text, tables.text.c.no, who.numbers),
        "source_records": _count(connection, tables.source_record, tables.source_record.c.no, who.numbers),
        "looks": _count(connection, _access, _access.c.no, who.numbers),
    }
    return Holdings(who=who, like=like, own=own, found=traces(connection, like, who.numbers))


def wait_for_writers(connection: Connection) -> None:
    """Let nobody be half-way through recording about somebody who is being forgotten. Raises `Unusable`.

    Whoever records has read the directory in the same transaction; on SQLite the write lock is enough.
    """
    if connection.dialect.name != "postgresql":
        return
    connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{_PATIENCE}'")
    try:
        connection.exec_driver_sql(f"LOCK TABLE {_external.name}, {_person.name} IN ACCESS EXCLUSIVE MODE")
    except OperationalError:
        raise Unusable(
            "somebody has been reading or recording in one transaction for {patience}: try again later; "
            "nobody was forgotten",
            patience=_PATIENCE,
        ) from None


def erase(connection: Connection, held: Holdings) -> str:
    """Take the person out within a transaction: the random id that is left to list their history under."""
    numbers = held.who.numbers
    clean(connection, held.found)
    for table in (tables.text, tables.source_record, _external, _access):
        connection.execute(sa.delete(table).where(table.c.no.in_(numbers)))
    connection.execute(sa.update(_person).where(_person.c.no.in_(numbers)).values(name=None, key=b""))
    tombstone = FORGOTTEN + secrets.token_hex(4)
    connection.execute(_external.insert().values(external_id=tombstone, no=held.who.no))
    remember(connection, [hashed(connection, id_) for id_ in held.who.ids])
    return tombstone


def remember(connection: Connection, hashes: Sequence[bytes]) -> None:
    """Keep these ids out from now on."""
    table = tables.forgotten_id
    kept = {bytes(one) for one in connection.scalars(sa.select(table.c.hash).where(table.c.hash.in_(hashes)))}
    if new := [{"hash": one} for one in dict.fromkeys(hashes) if one not in kept]:
        connection.execute(table.insert(), new)


def let_in_again(connection: Connection, external_id: str) -> bytes | None:
    """Let an id in again: its hash, None if it was not kept out."""
    table, hash_ = tables.forgotten_id, hashed(connection, external_id)
    done = connection.execute(sa.delete(table).where(table.c.hash == hash_))
    return hash_ if done.rowcount else None


def among(connection: Connection, hashes: set[bytes]) -> list[Listed]:
    """The people of the directory one of whose ids has one of these hashes."""
    found = []
    for who in directory.listed(connection):
        if not who.is_forgotten and any(hashed(connection, id_) in hashes for id_ in who.ids):
            found.append(who)
    return found


def _count(connection: Connection, table: sa.Table, column: "sa.Column[int]", numbers: Sequence[int]) -> int:
    return connection.scalar(sa.select(sa.func.count()).select_from(table).where(column.in_(numbers))) or 0
