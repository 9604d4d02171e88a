"""People per state, week by week."""

from collections.abc import Iterator, Mapping
from datetime import date

import attrs
import numpy as np

from adoptlog.habit import STATES
from adoptlog.trends.tracks import NOBODY, Tracks


@attrs.frozen(kw_only=True)
class StatesOfWeek:
    """How many people of a program were in each state at the end of a week."""

    end: date
    people: Mapping[str, int]
    """Every state, also those with nobody in it."""


def states_by_week(tracks: Tracks) -> Iterator[StatesOfWeek]:
    """The weeks from the first to the last."""
    for week, end in enumerate(tracks.ends):
        column = tracks.state[:, week]
        counts = np.bincount(column[column != NOBODY], minlength=len(STATES)).tolist()
        yield StatesOfWeek(end=end, people={state.value: n for state, n in zip(STATES, counts, strict=True)})


def states_by_department(tracks: Tracks) -> dict[str | None, dict[str, int]]:
    """How many people of each department are in each state on the last day."""
    found: dict[str | None, dict[str, int]] = {}
    for where, code in zip(tracks.departments, tracks.state[:, -1].tolist(), strict=True):
        if code != NOBODY:
            counts = found.setdefault(where, {state.value: 0 for state in STATES})
            counts[STATES[code].value] += 1
    return dict(sorted(found.items(), key=lambda entry: (entry[0] is None, entry[0])))
