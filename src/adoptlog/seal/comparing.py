"""Compare the events that are there with what was sealed of them, in one walk: roots at every size, and differences."""

from collections.abc import Callable, Iterable, Mapping

import attrs
from sqlalchemy.engine import Connection

from adoptlog.seal import tree
from adoptlog.seal.differences import Difference, differences
from adoptlog.seal.events import PART, Irregular, Part, Rows, parts, prints_of
from adoptlog.seal.seals import KeptPart


@attrs.define
class Compared:
    """What one walk over the events found."""

    size: int = 0
    roots: dict[int, bytes] = attrs.field(factory=dict)
    """The roots the events have at the sizes that were asked for, as far as there are so many."""
    differences: list[Difference] = attrs.field(factory=list)
    """Events that are not those sealed, by what the database keeps of its seals; places count from 0."""
    differs: bool = False
    """Whether some subtree hash is not that of the events, even if no single event can be named."""
    not_ours: list[int] = attrs.field(factory=list)
    """Positions without an event, or with one that no adoptlog has written."""
    irregular: int | None = None
    """A position that no numbering gave: nothing behind it was looked at."""


def compare(
    connection: Connection,
    sizes: Iterable[int],
    sealed: Mapping[int, KeptPart],
    watch: Callable[[Rows], None],
    progress: Callable[[int], None],
) -> Compared:
    """Walk over all events once."""
    found, frontier = Compared(), tree.Frontier()
    wanted = sorted(sizes, reverse=True)
    sealed = {number: part for number, part in sealed.items() if wanted and 0 <= number * PART < wanted[0]}
    first_changed: int | None = None
    prints: list[bytes] = []
    while wanted and wanted[-1] <= 0:
        found.roots[wanted.pop()] = tree.EMPTY
    try:
        for part in parts(connection, watch=watch):
            hash_ = part.root()
            found.size = part.first - 1 + len(part.leaves)
            while wanted and wanted[-1] <= found.size:
                inside = wanted[-1] - part.first + 1
                whole = inside == len(part.leaves)
                found.roots[wanted.pop()] = frontier.root(hash_ if whole else part.root(inside))
            frontier.add(hash_)
            found.not_ours += part.not_ours
            if first_changed is None and _differs(part, hash_, sealed.get(part.number)):
                first_changed = part.number
            if first_changed is not None:
                prints += prints_of(part.prints())
            progress(found.size)
    except Irregular as problem:
        found.irregular = problem.position
    if first_changed is None and any(part.events and _end(part) > found.size for part in sealed.values()):
        first_changed = min(number for number, part in sealed.items() if _end(part) > found.size)
        prints = []
    if first_changed is not None:
        found.differs = True
        found.differences = _named(sealed, first_changed, prints)
    return found


def _differs(part: Part, hash_: bytes, sealed: KeptPart | None) -> bool:
    if sealed is None:
        return False
    same_number = sealed.events == len(part.leaves)
    return sealed.events > len(part.leaves) or sealed.hash != (hash_ if same_number else part.root(sealed.events))


def _end(part: KeptPart) -> int:
    return part.number * PART + part.events


def _named(sealed: Mapping[int, KeptPart], first: int, prints: list[bytes]) -> list[Difference]:
    """The differences from a part on, with places counted from the beginning of the log."""
    was: list[bytes] = []
    for number in range(first, max(sealed) + 1):
        if number not in sealed:
            break
        was += prints_of(sealed[number].prints)
    shift = first * PART

    def placed(place: int | None) -> int | None:
        return None if place is None else place + shift

    return [Difference(d.kind, placed(d.sealed), placed(d.now)) for d in differences(was, prints)]
