"""The same facts for many people at once, as columns: what the vectorised fold reads."""

from __future__ import annotations

from typing import Any, Self

import attrs
import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int32]
Floats = NDArray[np.float64]
Bits = NDArray[np.uint8]
Bools = NDArray[np.bool_]

NEVER = int(np.iinfo(np.int32).max)
"""The ordinal that stands for no date (not started, not left, exempt for good, never active)."""


def _ints(values: Any = ()) -> Ints:
    return np.asarray(values, np.int32)


def _floats(values: Any = ()) -> Floats:
    return np.asarray(values, np.float64)


def pack(bools: Any) -> Bits:
    """Pack the last axis (people) into bits, the first person in the lowest bit.

    >>> pack([True, False, True]).tolist()
    [5]
    """
    return np.packbits(bools, axis=-1, bitorder="little")


def unpack(bits: Bits, n: int) -> Bools:
    """Undo `pack` for n people.

    >>> unpack(np.array([5], np.uint8), 3).tolist()
    [True, False, True]
    """
    return np.unpackbits(bits, axis=-1, count=n, bitorder="little").view(np.bool_)


@attrs.frozen
class Facts:
    """Facts of single people as parallel columns; `person` is the index in the block, dates are proleptic ordinals."""

    person: Ints = attrs.field(factory=_ints, converter=_ints)

    def __len__(self) -> int:
        return len(self.person)

    def take(self, rows: Any, person: Ints) -> Self:
        """Only some rows, told about other person indices."""
        kept = {a.name: getattr(self, a.name)[rows] for a in attrs.fields(type(self)) if a.name != "person"}
        return type(self)(person=person, **kept)

    def where(self, rows: Any) -> Self:
        """Only some rows."""
        return self.take(rows, self.person[rows])


@attrs.frozen
class Spans(Facts):
    """Leaves or exemptions, both ends included; a last of NEVER is open."""

    first: Ints = attrs.field(factory=_ints, converter=_ints)
    last: Ints = attrs.field(factory=_ints, converter=_ints)


@attrs.frozen
class SelfReports(Facts):
    """`days` of use in the seven days that end on `held_on`."""

    held_on: Ints = attrs.field(factory=_ints, converter=_ints)
    days: Floats = attrs.field(factory=_floats, converter=_floats)


@attrs.frozen
class Aggregates(Facts):
    """`active_days` between `first` and `last`."""

    first: Ints = attrs.field(factory=_ints, converter=_ints)
    last: Ints = attrs.field(factory=_ints, converter=_ints)
    active_days: Floats = attrs.field(factory=_floats, converter=_floats)


@attrs.frozen
class Snapshots(Facts):
    """Last active on a date (NEVER: not ever), as reported on another."""

    reported_on: Ints = attrs.field(factory=_ints, converter=_ints)
    last_active_on: Ints = attrs.field(factory=_ints, converter=_ints)


FACTS = ("leaves", "exemptions", "self_reports", "aggregates", "snapshots")
PLANES = ("used", "reported", "observed", "core", "peripheral")


@attrs.frozen(kw_only=True)
class Block:
    """Everything known about n people over the days `first` … `first + days - 1`, one column a person.

    A block that is folded from the beginning has to reach back far enough: to the latest work day before every
    start or first use, to the week of every self-report and to the first day of every aggregate (`first_needed` says
    how far for plain histories). A block to resume with needs only the new days.

    Planes are bits, uint8 [days, ceil(n / 8)], lowest bit first; None stands for a plane without a bit.
    """

    n: int
    first: int
    """Proleptic ordinal of row 0."""
    calendars: Bools
    """[classes, days]: whether a day is off in a calendar class."""
    calendar_of: Ints
    """[n]: everybody's calendar class."""
    start: Ints
    left_on: Ints
    used: Bits
    """Somebody used it, by a row of that very day."""
    reported: Bits | None = None
    """There is a row of that very day, of use or of none."""
    observed: Bits | None = None
    """Where `used`: no log says so, only observers do. Else where `reported`: only observers report."""
    core: Bits | None = None
    """Where `used`: a core use case was among it."""
    peripheral: Bits | None = None
    """Where `used`: use cases were named."""
    covered: Bools = attrs.field(
        default=attrs.Factory(lambda block: np.zeros(len(block.used), np.bool_), takes_self=True)
    )
    """[days]: whether a feed speaks about the day."""
    leaves: Spans = attrs.field(factory=Spans)
    exemptions: Spans = attrs.field(factory=Spans)
    self_reports: SelfReports = attrs.field(factory=SelfReports)
    aggregates: Aggregates = attrs.field(factory=Aggregates)
    snapshots: Snapshots = attrs.field(factory=Snapshots)

    def __attrs_post_init__(self) -> None:
        shape = (self.days, -(-self.n // 8))
        for name in PLANES:
            plane = getattr(self, name)
            if plane is not None and plane.shape != shape:
                raise ValueError(f"block: {name} is {plane.shape}; {self.n} people over {self.days} days are {shape}")
        for name in ("calendar_of", "start", "left_on"):
            if len(getattr(self, name)) != self.n:
                raise ValueError(f"block: {name} has {len(getattr(self, name))} entries for {self.n} people")
        if self.calendars.shape[1:] != (self.days,) or len(self.covered) != self.days:
            raise ValueError(f"block: calendars and covered must speak about {self.days} days")

    @property
    def days(self) -> int:
        """How many calendar days the block spans."""
        return len(self.used)

    @property
    def last(self) -> int:
        """Proleptic ordinal of the last row."""
        return self.first + self.days - 1

    def columns(self, low: int, high: int) -> Block:
        """The people `low` … `high - 1`; `low` must be a multiple of 8. Planes are shared, not copied."""
        if low == 0 and high >= self.n:
            return self
        if low % 8:
            raise ValueError(f"block: columns begin at a multiple of 8, not at {low}")
        high = min(high, self.n)
        changes: dict[str, Any] = {"n": high - low}
        for name in PLANES:
            plane = getattr(self, name)
            changes[name] = None if plane is None else plane[:, low // 8 : -(-high // 8)]
        for name in FACTS:
            facts = getattr(self, name)
            rows = np.flatnonzero((facts.person >= low) & (facts.person < high))
            changes[name] = facts.take(rows, facts.person[rows] - low)
        for name in ("calendar_of", "start", "left_on"):
            changes[name] = getattr(self, name)[low:high]
        return attrs.evolve(self, **changes)

    def take(self, people: NDArray[np.integer[Any]]) -> Block:
        """Only the people of an index array, in its order (each at most once)."""
        place = np.full(self.n, -1, np.int32)
        place[people] = np.arange(len(people))
        changes: dict[str, Any] = {"n": len(people)}
        for name in PLANES:
            plane = getattr(self, name)
            changes[name] = None if plane is None else pack(plane[:, people >> 3] >> (people & 7).astype(np.uint8) & 1)
        for name in FACTS:
            facts = getattr(self, name)
            rows = np.flatnonzero(place[facts.person] >= 0)
            changes[name] = facts.take(rows, place[facts.person[rows]])
        for name in ("calendar_of", "start", "left_on"):
            changes[name] = getattr(self, name)[people]
        return attrs.evolve(self, **changes)
