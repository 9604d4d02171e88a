"""The rows of a status: habits as they are shown."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import partial
from itertools import repeat
from typing import Any

import msgspec
import numpy as np

from adoptlog.habit import State
from adoptlog.projections.presence import Presence
from adoptlog.status.sentence import FIELDS, sentence
from adoptlog.store.directory import Listed

_DECIMALS = 4
_NAMES = {state: state.value for state in State}


class HabitStatus(msgspec.Struct, frozen=True, gc=False):
    """One person in one program at the end of `as_of`: the keys and meanings of `adoptlog status`.

    A struct, for there may be very many: `msgspec.structs.asdict(row)` makes a mapping of it. They are made of columns
    in the order of the fields: by keyword, that would take many times as long. Strength, depth,
    confidence and explanation are None only where a viewer may not see them.
    """

    person: str
    name: str | None
    department: str | None
    program: str
    state: str
    since: date | None
    strength: float | None
    pace: float | None
    silence: int | None
    silence_limit: int | None
    tenure: int | None
    depth: str | None
    core_share: float | None
    confidence: str | None
    first_used_on: date | None
    last_used_on: date | None
    as_of: date
    explanation: str | None


def rows(
    people: Sequence[Listed],
    departments: Iterable[str | None],
    told: Mapping[str, Sequence[Any]],
    program: str,
    as_of: date,
    lang: str,
) -> list[HabitStatus]:
    """A row for each of some people; `told` has the fields of their `Habit`s, each as a column."""
    columns: dict[str, Iterable[Any]] = {
        **told,
        "person": [who.person for who in people],
        "name": [who.name for who in people],
        "department": departments,
        "program": repeat(program),
        "state": [_NAMES[state] for state in told["state"]],
        "strength": np.round(told["strength"], _DECIMALS).tolist(),
        "pace": _rounded(told["pace"]),
        "core_share": _rounded(told["core_share"]),
        "as_of": repeat(as_of),
        "explanation": map(partial(sentence, lang), *(told[name] for name in FIELDS)),
    }
    return list(map(HabitStatus, *(columns[name] for name in HabitStatus.__struct_fields__)))


def _rounded(values: Sequence[float | None]) -> list[float | None]:
    """Shares of a few days: there are not many different ones."""
    rounded = {value: None if value is None else round(value, _DECIMALS) for value in set(values)}
    return [rounded[value] for value in values]


def department(presence: Presence, on: date) -> str | None:
    """Where the person works on a day; before the first known place, there."""
    name = None
    for start, where in presence.departments:
        if name is None or start <= on.toordinal():
            name = where
    return name
