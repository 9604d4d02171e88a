"""Which events differ from those that were sealed: changed, removed, inserted, moved. Pure."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Literal

import attrs

MISSING = b""
"""Stands for an event whose position is there and which is not."""


@attrs.frozen
class Difference:
    """One event: where it was sealed, and where it stands now."""

    kind: Literal["changed", "removed", "inserted", "moved"]
    sealed: int | None
    now: int | None


def differences(sealed: Sequence[bytes], now: Sequence[bytes]) -> list[Difference]:
    """What happened to a list of sealed events, by their fingerprints; places count from 0.

    What stands after the last sealed event is new, not inserted.

    >>> [d.kind for d in differences([b"a", b"b", b"c"], [b"a", b"x", b"c", b"d"])]
    ['changed']
    >>> differences([b"a", b"b", b"c"], [b"a", b"c"])
    [Difference(kind='removed', sealed=1, now=None)]
    """
    was = {print_: place for place, print_ in enumerate(sealed)}
    common = [(was[print_], place) for place, print_ in enumerate(now) if print_ in was]
    kept = _rising([place for place, _ in common])
    anchors = [common[index] for index in kept]
    standing = set(kept)
    moved = [pair for index, pair in enumerate(common) if index not in standing]
    found = [Difference("moved", old, new) for old, new in moved]
    elsewhere_old, elsewhere_new = {old for old, _ in moved}, {new for _, new in moved}
    before = (-1, -1)
    for anchor in (*anchors, (len(sealed), len(now))):
        gone = [place for place in range(before[0] + 1, anchor[0]) if place not in elsewhere_old]
        come = [place for place in range(before[1] + 1, anchor[1]) if place not in elsewhere_new]
        found += _between(gone, come, now, at_the_end=anchor[0] == len(sealed))
        before = anchor
    return sorted(found, key=lambda d: (d.sealed if d.sealed is not None else d.now or 0, d.kind))


def _between(gone: list[int], come: list[int], now: Sequence[bytes], at_the_end: bool) -> Iterator[Difference]:
    """What happened between two events that stand where they were: pairs are changes."""
    for old, new in zip(gone, come, strict=False):
        missing = now[new] == MISSING
        yield Difference("removed" if missing else "changed", old, None if missing else new)
    for old in gone[len(come) :]:
        yield Difference("removed", old, None)
    for new in come[len(gone) :]:
        if not at_the_end and now[new] != MISSING:
            yield Difference("inserted", None, new)


def _rising(places: Sequence[int]) -> list[int]:
    """The indexes of a longest rising sequence: those who kept their order."""
    ends: list[int] = []
    at: list[int] = []
    before: list[int] = []
    for index, place in enumerate(places):
        length = bisect_left(ends, place)
        before.append(at[length - 1] if length else -1)
        if length == len(ends):
            ends.append(place)
            at.append(index)
        else:
            ends[length], at[length] = place, index
    kept, index = [], at[-1] if at else -1
    while index >= 0:
        kept.append(index)
        index = before[index]
    return kept[::-1]
