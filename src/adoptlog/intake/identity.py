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
from adoptlog.store.directory import FORGOTTEN, Known
from adoptlog.store.newcomers import create

_HASHES_PER_QUERY = 900


class Forgotten(Refused):
    """A fact about somebody whose data was erased: skipped until `people allow`."""


class Identities:
    """The people of one batch, resolved together; new ones are created when `create` is set."""

    def __init__(self, connection: Connection, create: bool) -> None:
        self._connection = connection
        self._create = create
        self._known: dict[str, Known] = {}
        self._forgotten: set[str] = set()
        self._strangers: set[str] = set()
        self._new: set[int] = set()
        self._names: dict[int, str | None] = {}
        self._renamed: dict[int, str | None] = {}

    def prepare(self, external_ids: Iterable[str]) -> None:
        """Resolve many ids in few queries, and create the unknown ones at once."""
        wanted = [i for i in dict.fromkeys(external_ids) if i not in self._known]
        if wanted:
            self._known.update(self._resolved(wanted))
            if new := self._welcome([i for i in wanted if i not in self._known]):
                self._known.update(directory.resolve(self._connection, new))

    def knows(self, external_id: str) -> bool:
        """Whether an id has been resolved; one that has not may still turn out to be another id of somebody."""
        return external_id in self._known

    def is_forgotten(self, external_id: str) -> bool:
        """Whether an id is kept out because its person's data was erased."""
        if external_id not in self._known:
            self.prepare([external_id])
        return external_id in self._forgotten

    def numbers(self, external_ids: Sequence[str]) -> list[int | Refused]:
        """For each id the directory number of the person behind it, or why there is none."""
        numbers = directory.numbers(self._connection, [i for i in external_ids if not i.startswith(FORGOTTEN)])
        unknown = [i for i in dict.fromkeys(external_ids) if i not in numbers]
        numbers.update(self._welcome(unknown))
        return [numbers[i] if i in numbers else self._why_unknown(i) for i in external_ids]

    def _welcome(self, unknown: list[str]) -> dict[str, int]:
        """Create people for those unknown ids that may have one: their numbers."""
        self._forgotten.update(forgotten(self._connection, unknown))
        new = [i for i in unknown if i not in self._forgotten and _well_formed(i)] if self._create else []
        self._strangers.update(set(unknown).difference(new))
        return create(self._connection, [[i] for i in new]) if new else {}

    def _resolved(self, external_ids: Iterable[str]) -> dict[str, Known]:
        """Who is known; about those who were forgotten nothing can be recorded."""
        return directory.resolve(self._connection, [i for i in external_ids if not i.startswith(FORGOTTEN)])

    def find(self, external_id: str) -> Known:
        """The person behind an id. Raises `Refused` if there is none and none may be created."""
        if external_id not in self._known and external_id not in self._strangers and _well_formed(external_id):
            self.prepare([external_id])
        if external_id not in self._known:
            raise self._why_unknown(external_id)
        return self._known[external_id]

    def _why_unknown(self, external_id: str) -> Refused:
        try:
            check_id("person", external_id)
        except Refused as problem:
            return problem
        if not external_id:
            return Refused("person is empty: give an employee number, an e-mail address or system:account")
        if external_id.startswith(FORGOTTEN):
            return Forgotten(
                "{external_id!r} is what is left of somebody whose data was erased: record nothing there",
                external_id=external_id,
            )
        if external_id in self._forgotten:
            return Forgotten(
                "the data of {external_id!r} was erased; `people allow {external_id}` lets it in again",
                external_id=external_id,
            )
        return Refused(
            "nobody is known as {external_id!r}, and unknown people are rejected (--unknown reject)",
            external_id=external_id,
        )

    def prepare_described(self, described: Iterable[tuple[str, PersonDescribed]]) -> None:
        """Resolve described people under all their ids, and create those whom none of their ids names yet."""
        groups = [_ids_of(external_id, who) for external_id, who in described if _well_formed(external_id)]
        if not groups:
            return
        wanted = list(dict.fromkeys(i for group in groups for i in group))
        self._known.update(self._resolved(wanted))
        self._forgotten.update(forgotten(self._connection, [i for i in wanted if i not in self._known]))
        taken: set[str] = set()
        new = []
        for group in groups:
            strangers = all(i not in self._known and i not in taken and i not in self._forgotten for i in group)
            if self._create and strangers and all(_well_formed(i) for i in group):
                new.append(group)
                taken.update(group)
        if new:
            create(self._connection, new)
            created = directory.resolve(self._connection, taken)
            self._known.update(created)
            self._new.update(known.no for known in created.values())
        numbers = {self._known[i].no for i in wanted if i in self._known}
        self._names.update(directory.names(self._connection, numbers))

    def describe(self, external_id: str, described: PersonDescribed) -> bool:
        """Take directory data over; whether it said anything new. Call `keep_names` when all is said."""
        ids = _ids_of(external_id, described)
        for id_ in ids[1:]:
            check_id("id", id_)
        if kept_out := next((id_ for id_ in ids if id_ in self._forgotten), None):
            raise self._why_unknown(kept_out)
        people = {self._known[i].no: i for i in ids if i in self._known}
        if len(people) > 1:
            raise Refused(
                "{ids} are different people so far: correct the row, or make them one with `people merge`",
                ids=tuple(repr(i) for i in people.values()),
            )
        known = self._known[next(iter(people.values()))] if people else self.find(external_id)
        self._refuse_second_number(known, [i for i in ids if i not in self._known])
        added = directory.add_ids(self._connection, known, [i for i in ids if i not in self._known])
        self._known.update(dict.fromkeys(ids, known))
        new = known.no in self._new
        self._new.discard(known.no)
        renamed = described.name is not None and self._names.get(known.no) != described.name
        if renamed:
            self._names[known.no] = self._renamed[known.no] = described.name
        return new or bool(added) or renamed

    def _refuse_second_number(self, known: Known, new: list[str]) -> None:
        """One e-mail address or account, two employee numbers: whether they are one person is not guessed."""
        if not (number := next((i for i in new if is_number(i)), None)):
            return
        if other := next((i for i in directory.ids_of(self._connection, known) if is_number(i)), None):
            raise Refused(
                "{number!r} shares an e-mail address or account with {other!r}, who has another employee number: "
                "correct the row, or make them one with `people merge {other} {number}`",
                number=number,
                other=other,
            )

    def keep_names(self) -> None:
        """Write the names that changed."""
        directory.rename(self._connection, self._renamed)
        self._renamed.clear()


def is_number(external_id: str) -> bool:
    """Whether an id is an employee number: neither an e-mail address nor an account of a system."""
    return "@" not in external_id and ":" not in external_id


def _ids_of(external_id: str, described: PersonDescribed) -> list[str]:
    others = ((described.email or "").strip().lower(), *described.also_known_as)
    return list(dict.fromkeys(i for i in (external_id, *others) if i))


def _well_formed(external_id: str) -> bool:
    try:
        check_id("person", external_id)
    except Refused:
        return False
    return bool(external_id) and not external_id.startswith(FORGOTTEN)


def forgotten(connection: Connection, external_ids: Sequence[str]) -> set[str]:
    """Those of the ids that were forgotten; they are kept as keyed hashes only."""
    table = tables.forgotten_id
    if not external_ids or connection.scalar(sa.select(table.c.hash).limit(1)) is None:
        return set()
    key = settings.database_key(connection)
    hashes = {_hash(key, i): i for i in external_ids}
    every = list(hashes)
    found: set[str] = set()
    for start in range(0, len(every), _HASHES_PER_QUERY):
        some = sa.select(table.c.hash).where(table.c.hash.in_(every[start : start + _HASHES_PER_QUERY]))
        found.update(hashes[bytes(h)] for h in connection.scalars(some))
    return found


def hashed(connection: Connection, external_id: str) -> bytes:
    """What is kept of an id that was forgotten."""
    return _hash(settings.database_key(connection), external_id)


def _hash(key: bytes, external_id: str) -> bytes:
    return hmac.new(key, external_id.encode(), hashlib.sha256).digest()
