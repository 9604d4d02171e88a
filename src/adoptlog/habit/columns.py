"""The state of many people at the end of a day, as columns that can be kept and gone on from."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, Self

import attrs
import numpy as np
from numpy.typing import NDArray

from .block import NEVER, Floats, Ints
from .policy import HabitPolicy
from .state import State

BASE = {state: code for code, state in enumerate(State)}
"""Codes of the states in columns: their order in `State`."""
STATES = tuple(State)

REMEMBERED = 64
"""Counted days a ring of graded use holds; as many as a history word."""

_COLUMNS: dict[str, tuple[str, int]] = {  # name: (type, value before anything is known)
    "history": ("<u8", 0),  # one bit a counted day, the latest lowest: use above 0
    "strength": ("<f8", 0),
    "counted": ("<i4", 0),  # counted days so far
    "gap": ("<i2", 0),
    "lowrun": ("u1", 0),  # stops at 255
    "goodrun": ("u1", 0),
    "armed_until": ("<i4", -1),  # low pace alarms until that many counted days
    "base": ("u1", 0),
    "tenure_from": ("<i4", 0),  # counted days before the first of the tenure
    "need": ("<i2", 0),
    "was_habitual": ("u1", 0),
    "slipping_for": ("<i2", 0),
    "grace": ("u1", 0),
    "limit": ("<i2", 0),  # silence limit, as of when the gap reached silence_min
    "base_since": ("<i4", 0),
    "begun": ("u1", 0),
    "leave_run": ("<i2", 0),
    "unknown_run": ("<i2", 0),
    "overlay": ("u1", 0),  # code of a state; 0 for none
    "overlay_since": ("<i4", 0),
    "resumed_on": ("<i4", 0),  # when the last overlay ended
    "work_known": ("<u8", 0),  # one bit a work day, the latest lowest: known
    "work_logged": ("<u8", 0),
    "work_days": ("u1", 0),  # stops at the confidence window
    "active": ("u1", 0),  # active days, stops at the depth window
    "tagged": ("<u8", 0),  # one bit an active day, the latest lowest: tagged
    "core": ("<u8", 0),
    "today": ("u1", 0),  # whether the last day was a counted day
    "first_used": ("<i4", NEVER),
    "last_used": ("<i4", 0),
}


@attrs.define(kw_only=True)
class Rings:
    """The last counted days of the people whose use was graded lately; slot = counted days % REMEMBERED."""

    person: NDArray[np.intp]
    use: Floats
    """[m, REMEMBERED]"""
    reliability: Floats
    """[m, REMEMBERED]"""
    summed: Floats
    """Use summed over the window."""
    trusted: Floats
    """Reliability summed over the window."""

    @classmethod
    def none(cls) -> Self:
        """Nobody's."""
        empty = np.zeros((0, REMEMBERED))
        return cls(person=np.zeros(0, np.intp), use=empty, reliability=empty, summed=np.zeros(0), trusted=np.zeros(0))

    def take(self, rows: Any, person: NDArray[np.intp]) -> Rings:
        """Some of them, told about other person indices."""
        return Rings(
            person=person, use=self.use[rows], reliability=self.reliability[rows],
            summed=self.summed[rows], trusted=self.trusted[rows],
        )  # fmt: skip

    @staticmethod
    def joined(rings: Sequence[Rings]) -> Rings:
        """All of them, by ascending person."""
        parts = {a.name: np.concatenate([getattr(ring, a.name) for ring in rings]) for a in attrs.fields(Rings)}
        order = np.argsort(parts["person"], kind="stable")
        return Rings(**{name: part[order] for name, part in parts.items()})


class FoldState:
    """Where the fold of n people stands at the end of the day `on` (an ordinal); its columns are attributes.

    It belongs to the policy and target it was folded with; resume with the same.

    >>> state = FoldState.initial(2, 739_621, HabitPolicy())
    >>> FoldState.from_bytes(state.to_bytes()).need.tolist()
    [65, 65]
    """

    history: NDArray[np.uint64]
    strength: Floats
    counted: Ints
    gap: NDArray[np.int16]
    lowrun: NDArray[np.uint8]
    goodrun: NDArray[np.uint8]
    armed_until: Ints
    base: NDArray[np.uint8]
    tenure_from: Ints
    need: NDArray[np.int16]
    was_habitual: NDArray[np.uint8]
    slipping_for: NDArray[np.int16]
    grace: NDArray[np.uint8]
    limit: NDArray[np.int16]
    base_since: Ints
    begun: NDArray[np.uint8]
    leave_run: NDArray[np.int16]
    unknown_run: NDArray[np.int16]
    overlay: NDArray[np.uint8]
    overlay_since: Ints
    resumed_on: Ints
    work_known: NDArray[np.uint64]
    work_logged: NDArray[np.uint64]
    work_days: NDArray[np.uint8]
    active: NDArray[np.uint8]
    tagged: NDArray[np.uint64]
    core: NDArray[np.uint64]
    today: NDArray[np.uint8]
    first_used: Ints
    last_used: Ints

    def __init__(self, n: int, on: int, columns: dict[str, Any], rings: Rings) -> None:
        self.n, self.on, self.rings = n, on, rings
        for name in _COLUMNS:
            setattr(self, name, columns[name])

    @classmethod
    def initial(cls, n: int, on: int, policy: HabitPolicy) -> FoldState:
        """Before anybody's days begin."""
        columns = {name: np.full(n, value, dtype) for name, (dtype, value) in _COLUMNS.items()}
        columns["need"][:] = policy.habit_min_days
        return cls(n, on, columns, Rings.none())

    def columns(self) -> dict[str, Any]:
        """The columns by name."""
        return {name: getattr(self, name) for name in _COLUMNS}

    def copy(self) -> FoldState:
        """A copy that can be folded on while this one stays."""
        return self.take(np.arange(self.n))

    def take(self, people: NDArray[np.integer[Any]] | slice) -> FoldState:
        """Some people, in the order of the index array."""
        index = np.arange(self.n)[people]
        place = np.full(self.n, -1, np.intp)
        place[index] = np.arange(len(index))
        kept = np.flatnonzero(place[self.rings.person] >= 0)
        rings = Rings.joined([self.rings.take(kept, place[self.rings.person[kept]])])
        return FoldState(len(index), self.on, {k: v[index] for k, v in self.columns().items()}, rings)

    def put(self, people: NDArray[np.integer[Any]], other: FoldState) -> None:
        """Replace some people's state, in place."""
        for name, column in self.columns().items():
            column[people] = getattr(other, name)
        stay = np.flatnonzero(~np.isin(self.rings.person, people))
        mine = self.rings.take(stay, self.rings.person[stay])
        new = other.rings.take(slice(None), np.asarray(people, np.intp)[other.rings.person])
        self.rings = Rings.joined([mine, new])

    @staticmethod
    def concat(states: Sequence[FoldState]) -> FoldState:
        """Several blocks' states as one, people in order."""
        offsets = np.cumsum([0, *(state.n for state in states)])
        columns = {name: np.concatenate([getattr(state, name) for state in states]) for name in _COLUMNS}
        shifted = [s.rings.take(slice(None), s.rings.person + k) for s, k in zip(states, offsets, strict=False)]
        return FoldState(int(offsets[-1]), states[0].on, columns, Rings.joined(shifted))

    def to_bytes(self) -> bytes:
        """Everything, for keeping; little-endian, read by `from_bytes` of the same version only."""
        rings = self.rings
        parts = [column.tobytes() for column in self.columns().values()]
        parts += [rings.person.astype("<i8").tobytes()]
        parts += [part.astype("<f8").tobytes() for part in (rings.use, rings.reliability, rings.summed, rings.trusted)]
        head = json.dumps({"n": self.n, "on": self.on, "rings": len(rings.person), "columns": _COLUMNS}).encode()
        return b"".join([len(head).to_bytes(4, "little"), head, *parts])

    @classmethod
    def from_bytes(cls, kept: bytes) -> FoldState:
        """Undo `to_bytes`; `ValueError` for bytes of another version of the model."""
        start = 4 + int.from_bytes(kept[:4], "little")
        head = json.loads(kept[4:start])
        if {name: tuple(what) for name, what in head["columns"].items()} != _COLUMNS:
            raise ValueError("this fold state was kept by another version; fold from the beginning")

        def read(dtype: str, *shape: int) -> Any:
            nonlocal start
            count = int(np.prod(shape))
            part = np.frombuffer(kept, dtype, count, start).reshape(shape).copy()
            start += part.nbytes
            return part

        n, m = head["n"], head["rings"]
        columns = {name: read(dtype, n) for name, (dtype, _) in _COLUMNS.items()}
        rings = Rings(
            person=read("<i8", m).astype(np.intp), use=read("<f8", m, REMEMBERED),
            reliability=read("<f8", m, REMEMBERED), summed=read("<f8", m), trusted=read("<f8", m),
        )  # fmt: skip
        return cls(n, head["on"], columns, rings)
