"""The rows of a status: habits as they are shown."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

import msgspec

from adoptlog.habit import State
from adoptlog.projections.presence import Presence
from adoptlog.status.sentence import sentence
from adoptlog.store.directory import Listed

_DECIMALS = 4
_NAMES = {state: state.value for state in State}


class HabitStatus(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One person in one program at the end of `as_of`: the keys and meanings of `adoptlog status`.

    A struct, for there may be very many: `msgspec.structs.asdict(row)` makes a mapping of it. Strength, depth,
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
    names = ("state", "since", "strength", "pace", "silence", "silence_limit", "tenure", "depth", "core_share")
    more = ("confidence", "window_use", "window_days", "target", "first_used_on", "last_used_on")
    columns = (told[name] for name in (*names, *more))
    return [
        HabitStatus(
            person=who.person,
            name=who.name,
            department=where,
            program=program,
            state=_NAMES[state],
            since=since,
            strength=round(strength, _DECIMALS),
            pace=None if pace is None else round(pace, _DECIMALS),
            silence=silence,
            silence_limit=silence_limit,
            tenure=tenure,
            depth=depth,
            core_share=None if core_share is None else round(core_share, _DECIMALS),
            confidence=confidence,
            first_used_on=first_used_on,
            last_used_on=last_used_on,
            as_of=as_of,
            explanation=sentence(
                lang, state, since, tenure, strength, confidence, window_use, window_days, target
            ),
        )
        for (
            who, where, state, since, strength, pace, silence, silence_limit, tenure, depth, core_share,
            confidence, window_use, window_days, target, first_used_on, last_used_on,
        ) in zip(people, departments, *columns, strict=True)
    ]  # fmt: skip


def department(presence: Presence, on: date) -> str | None:
    """Where the person works on a day; before the first known place, there."""
    name = None
    for start, where in presence.departments:
        if name is None or start <= on.toordinal():
            name = where
    return name
