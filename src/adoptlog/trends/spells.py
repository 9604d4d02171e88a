"""Spells: how long each person kept using the tool, in counted days of work, and whether that ended in a lapse."""

from collections.abc import Iterator

import attrs
import numpy as np

from adoptlog.habit import State
from adoptlog.trends.tracks import CODE, NOBODY, Tracks

_LAPSED, _LEFT, _EXEMPT = CODE[State.LAPSED], CODE[State.LEFT], CODE[State.EXEMPT]


@attrs.frozen
class Spell:
    """From the first use on: to the first lapse (`lapsed`), or to the day after which it cannot be seen any more."""

    row: int
    """Of the person in the tracks."""
    days: int
    """Counted days: work days whose use is known. Days off, on leave or unknown do not age a habit."""
    lapsed: bool


def spells(tracks: Tracks) -> Iterator[Spell]:
    """The spell of everybody who ever used it. It ends unseen with a long leave, with leaving, with an exemption, with
    the end of taking part, or with the last day."""
    for row in range(len(tracks)):
        weeks = np.flatnonzero(tracks.tenure[row] > 0)
        if len(weeks):
            days, lapsed = _spell(tracks, row, int(weeks[0]))
            if days > 0:
                yield Spell(row, days, lapsed)


def _spell(tracks: Tracks, row: int, first: int) -> tuple[int, bool]:
    tenure, silence, base = (column[row].tolist() for column in (tracks.tenure, tracks.silence, tracks.base))
    state, away = tracks.state[row].tolist(), int(tracks.long_leave[row])
    seen = 0
    for week in range(first, len(tracks.ends)):
        if state[week] == NOBODY:
            return seen, False
        if tenure[week] < seen:  # lapsed and came back within the week
            return seen + tracks.lapse_gap - silence[week - 1], True
        if base[week] == _LAPSED and int(tracks.base_since[row, week]) < away:
            return tenure[week] - silence[week] + tracks.lapse_gap, True
        if base[week] == _LAPSED or tracks.ends[week].toordinal() >= away:
            return seen or tenure[week], False
        seen = tenure[week]
        if state[week] in (_LEFT, _EXEMPT):
            return seen, False
    return seen, False
