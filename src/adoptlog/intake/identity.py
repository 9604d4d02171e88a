"""Who is meant: external ids become people, and people come into being when a fact about them arrives."""

import hashlib
import hmac
from collections.abc import Iterable, Sequence

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from adoptlog.domain.values import check_id
from adoptlog.errors import Refused
from adoptlog.intake.observation import PersonDescribed
from adoptlog.store import directory, settings, tables
from adoptlog.store.directory import Known


class Forgotten(Refused):
    """A fact about somebody whose data was erased: skipped until `people allow`."""


class Identities:
    """The people of one batch, resolved together; new ones are created when `create` is set."""

    def __init__(self, connection: Connection, create: bool) -> None:
        self._connection = connection
        self._create = create
        self._known: dict[str, Known] = {}
        self._forgotten: set[str] = set()

    def prepare(self, external_ids: Iterable[str]) -> None:
        """Resolve many ids in few queries, and create the unknown ones at once."""
        wanted = [i for i in dict.fromkeys(external_ids) if i not in self._known]
        self._known.update(directory.resolve(self._connection, wanted))
        unknown = [i for i in wanted if i not in self._known]
        self._forgotten.update(forgotten(self._connection, unknown))
        new = [i for i in unknown if i not in self._forgotten and _well_formed(i)] if self._create else []
        if new:
            self._known.update(directory.create(self._connection, [[i] for i in new]))

    def find(self, external_id: str) -> Known:
        """The person behind an id. Raises `Refused` if there is none and none may be created."""
        known = self._known.get(external_id)
        if known is not None:
            return known
        check_id("person", external_id)
        if not external_id:
            raise Refused("person is empty: give an employee number, an e-mail address or system:account")
        if external_id not in self._forgotten:
            self.prepare([external_id])
        if external_id in self._forgotten:
            raise Forgotten(f"the data of {external_id!r} was erased; `people allow {external_id}` lets it in again")
        if external_id not in self._known:
            raise Refused(f"nobody is known as {external_id!r}, and unknown people are rejected (--unknown reject)")
        return self._known[external_id]

    def describe(self, external_id: str, described: PersonDescribed) -> tuple[Known, bool]:
        """Take directory data over: the person, and whether it said anything new."""
        others = [i for i in ((described.email or "").lower(), *described.also_known_as) if i]
        for other in others:
            check_id("id", other)
        ids = [external_id, *others]
        found = directory.resolve(self._connection, ids)
        people = {known.no for known in found.values()}
        if len(people) > 1:
            raise Refused(
                f"{' and '.join(repr(i) for i in found)} are different people so far: "
                "correct the row, or make them one with `people merge`"
            )
        new = not people
        known = next(iter(found.values())) if found else self.find(external_id)
        added = directory.add_ids(self._connection, known, ids)
        self._known.update(dict.fromkeys(ids, known))
        changed = directory.describe(self._connection, known, described.name)
        return known, new or bool(added) or changed


def _well_formed(external_id: str) -> bool:
    try:
        check_id("person", external_id)
    except Refused:
        return False
    return bool(external_id)


def forgotten(connection: Connection, external_ids: Sequence[str]) -> set[str]:
    """Those of the ids that were forgotten; they are kept as keyed hashes only."""
    table = tables.forgotten_id
    if not external_ids or connection.scalar(sa.select(table.c.hash).limit(1)) is None:
        return set()
    key = settings.database_key(connection)
    hashes = {hmac.new(key, i.encode(), hashlib.sha256).digest(): i for i in external_ids}
    found = connection.scalars(sa.select(table.c.hash).where(table.c.hash.in_(list(hashes))))
    return {hashes[bytes(h)] for h in found}
