"""Making blocks: from plain histories, and from blocks of other people."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import attrs
import numpy as np

from .block import FACTS, NEVER, PLANES, Aggregates, Bits, Block, Bools, SelfReports, Snapshots, Spans, pack
from .days import beginning
from .history import Evidence, History

_DAY = timedelta(days=1)


def _ordinal(on: date | None) -> int:
    return NEVER if on is None else on.toordinal()


def _begun(history: History) -> date | None:
    """The start, already at the work day where the days begin: a block may end between the two."""
    return (
        None
        if history.start is None
        else beginning(
            History(
                start=history.start,
                left_on=history.left_on,
                is_off=history.is_off,
                leaves=history.leaves,
                exemptions=history.exemptions,
            ),
            history.start,
        )
    )


def first_needed(histories: Sequence[History]) -> date | None:
    """The first day a block of these people has to span to be folded from the beginning; None if there is nothing.

    >>> first_needed([History(start=date(2026, 1, 5), self_reports=((date(2026, 1, 9), 3),))])
    datetime.date(2026, 1, 3)
    """
    known = [on for h in histories if (on := beginning(h, date.max)) is not None]
    known += [on for h in histories for on in h.used]
    known += [on for h in histories for _, on in h.snapshots if on is not None]
    known += [held_on - 6 * _DAY for h in histories for held_on, _ in h.self_reports]
    known += [first for h in histories for first, _, _ in h.aggregates]
    return min(known, default=None)


def block_of(histories: Sequence[History], first: date, last: date) -> Block:
    """The block of some plain histories over the days `first` … `last`.

    A day is covered in a block for all or for none; histories that differ are refused.
    """
    n, days = len(histories), [first + i * _DAY for i in range((last - first).days + 1)]
    off = np.array([[h.is_off(on) for on in days] for h in histories], np.bool_).reshape(n, len(days))
    calendars, calendar_of = np.unique(off, axis=0, return_inverse=True)
    covered = np.array([[h.covered(on) for on in days] for h in histories], np.bool_).reshape(n, len(days))
    if n and (covered != covered[0]).any():
        raise ValueError("a block has one coverage for all its people; these histories differ")
    planes: dict[str, Any] = _planes(histories, first, len(days))
    return Block(
        n=n,
        first=first.toordinal(),
        calendars=calendars,
        calendar_of=calendar_of.reshape(-1).astype(np.int32),
        start=np.array([_ordinal(_begun(h)) for h in histories], np.int32),
        left_on=np.array([_ordinal(h.left_on) for h in histories], np.int32),
        covered=covered[0] if n else np.zeros(len(days), np.bool_),
        **planes,
        **_facts(histories),
    )


def _planes(histories: Sequence[History], first: date, days: int) -> dict[str, Bits]:
    """The rows of every person and day as bits."""
    planes: dict[str, Bools] = {name: np.zeros((days, len(histories)), np.bool_) for name in PLANES}

    def put(name: str, on: date, i: int) -> None:
        row = (on - first).days
        if 0 <= row < days:
            planes[name][row, i] = True

    for i, history in enumerate(histories):
        for on, use in history.used.items():
            put("used", on, i)
            put("reported", on, i)
            if use.evidence is Evidence.OBSERVED:
                put("observed", on, i)
            if use.core is not None:
                put("core" if use.core else "peripheral", on, i)
        for on, evidence in history.unused.items():
            put("reported", on, i)
            if evidence is Evidence.OBSERVED and on not in history.used:
                put("observed", on, i)
    return {name: pack(plane) for name, plane in planes.items()}


def _facts(histories: Sequence[History]) -> dict[str, Any]:
    """The facts of single people as columns."""
    everyone = list(enumerate(histories))

    def columns(rows: list[tuple[Any, ...]], width: int) -> list[list[Any]]:
        return [list(column) for column in zip(*rows, strict=True)] or [[] for _ in range(width)]

    leaves = [(i, _ordinal(a), _ordinal(b)) for i, h in everyone for a, b in h.leaves]
    exempt = [(i, _ordinal(a), _ordinal(b)) for i, h in everyone for a, b in h.exemptions]
    reports = [(i, _ordinal(on), k) for i, h in everyone for on, k in h.self_reports]
    aggregates = [(i, _ordinal(a), _ordinal(b), k) for i, h in everyone for a, b, k in h.aggregates]
    snapshots = [(i, _ordinal(y), _ordinal(x)) for i, h in everyone for y, x in h.snapshots]
    return {
        "leaves": Spans(*columns(leaves, 3)),
        "exemptions": Spans(*columns(exempt, 3)),
        "self_reports": SelfReports(*columns(reports, 3)),
        "aggregates": Aggregates(*columns(aggregates, 4)),
        "snapshots": Snapshots(*columns(snapshots, 3)),
    }


def together(blocks: Sequence[Block]) -> Block:
    """Several blocks of the same days as one, people in order; all but the last a multiple of 8 people."""
    if not blocks:
        raise ValueError("no blocks to put together")
    head = blocks[0]
    if any(b.n % 8 for b in blocks[:-1]):
        raise ValueError("every block but the last must hold a multiple of 8 people")
    if any(b.first != head.first or b.days != head.days or (b.covered != head.covered).any() for b in blocks):
        raise ValueError("blocks that are put together must speak about the same days, covered alike")
    offsets = np.cumsum([0, *(b.n for b in blocks)])
    changes: dict[str, Any] = {
        "calendars": head.calendars,
        "calendar_of": np.concatenate([b.calendar_of for b in blocks]),
    }
    if any(b.calendars is not head.calendars and not np.array_equal(b.calendars, head.calendars) for b in blocks):
        classes = np.cumsum([0, *(len(b.calendars) for b in blocks)])
        changes["calendars"] = np.concatenate([b.calendars for b in blocks])
        shifted = [b.calendar_of + k for b, k in zip(blocks, classes, strict=False)]
        changes["calendar_of"] = np.concatenate(shifted).astype(np.int32)
    for name in PLANES:
        changes[name] = _beside([getattr(b, name) for b in blocks], blocks)
    for name in FACTS:
        changes[name] = _after([getattr(b, name) for b in blocks], offsets)
    for name in ("start", "left_on"):
        changes[name] = np.concatenate([getattr(b, name) for b in blocks])
    return Block(n=int(offsets[-1]), first=head.first, covered=head.covered, **changes)


def _beside(planes: Sequence[Bits | None], blocks: Sequence[Block]) -> Bits | None:
    """Planes side by side, an absent one as zeros; None if all are absent."""
    if all(plane is None for plane in planes):
        return None
    return np.concatenate(
        [np.zeros_like(b.used) if plane is None else plane for plane, b in zip(planes, blocks, strict=True)], axis=1
    )


def _after(facts: Sequence[Any], offsets: Any) -> Any:
    """Columns one after the other, person indices shifted."""
    kind = type(facts[0])
    people = np.concatenate([f.person + k for f, k in zip(facts, offsets, strict=False)])
    rest = [a.name for a in attrs.fields(kind) if a.name != "person"]
    return kind(person=people, **{name: np.concatenate([getattr(f, name) for f in facts]) for name in rest})
