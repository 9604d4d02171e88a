"""Checkpoints: where everybody's fold stood at the end of an earlier day, so that a status goes on from there (ADR 9).

Nothing deletes a checkpoint when facts arrive: it names the position up to which it took them in, and whoever goes on
from it asks what has changed since.
"""

from collections.abc import Callable
from contextlib import suppress
from typing import Any, NamedTuple

import attrs
import numpy as np
import numpy.typing as npt
from sqlalchemy import exc

from adoptlog.domain.usage_reports import BLOCK
from adoptlog.habit import FoldState
from adoptlog.projections import queries
from adoptlog.projections.read_model import StoredReadModel, numbers_of
from adoptlog.store.database import Database
from adoptlog.store.many import upsert

Basis = Callable[[int], str]
"""A digest of all that concerns everybody and that a fold up to a day rests on."""


@attrs.frozen
class Checkpoint:
    """The fold of a block of people in one program at the end of the day `state.on`."""

    state: FoldState
    first_row: npt.NDArray[np.int32]
    """The first day by then on which each of the block was reported on, NEVER for none."""
    changed: list[int]
    """The places in the block of those about whom something was said since."""


class Found(NamedTuple):
    """A checkpoint to go on from, if there is one, and whether one of a later day would be worth keeping."""

    checkpoint: Checkpoint | None
    wanted: bool


class Checkpoints:
    """The checkpoints that a status finds and makes: opened before anything is read, saved after everything."""

    def __init__(self, read: StoredReadModel) -> None:
        self._connection, self._tables = read.connection, read.tables
        self._position = read.position()
        self._made: list[dict[str, Any]] = []

    def find(self, program: str, block: int, basis: Basis, as_of: int) -> Found:
        """The checkpoint of a block by a day, if all that it rests on still stands."""
        which = {"program": program, "block": block}
        row = self._connection.execute(queries.checkpoint(self._tables), which).one_or_none()
        if row is None or row.basis != basis(row.day) or self._use_changed(block, row.day, row.position):
            return Found(None, True)
        if row.day > as_of:
            return Found(None, False)
        with suppress(ValueError):  # kept by another version of the model
            state, first_row = FoldState.from_bytes(row.state), np.frombuffer(row.first_row, np.int32)
            return Found(Checkpoint(state, first_row, self._changed(block, row.position)), True)
        return Found(None, True)

    def keep(self, program: str, block: int, basis: Basis, state: FoldState, first_row: npt.NDArray[np.int32]) -> None:
        """Remember a checkpoint until it can be saved."""
        columns = {"day": state.on, "position": self._position, "basis": basis(state.on)}
        stored = {"state": state.to_bytes(), "first_row": first_row.tobytes()}
        self._made.append({"program": program, "block": block, **columns, **stored})

    def save(self, database: Database) -> None:
        """Write what was made; not if the database is busy or may only be read: the next status makes it again."""
        if self._made:
            with suppress(exc.DBAPIError), database.writing_if_free() as connection:
                upsert(connection, self._tables.checkpoint, self._made)

    def _use_changed(self, block: int, day: int, position: int) -> bool:
        """Whether a day of use up to `day` has changed since a position."""
        since = {"block": block, "day": day, "position": position}
        return self._connection.scalar(queries.changed_use(self._tables), since) is not None

    def _changed(self, block: int, position: int) -> list[int]:
        since = {**numbers_of(block), "position": position}
        numbers = self._connection.scalars(queries.changed_people(self._tables), since)
        return [no % BLOCK for no in numbers]
