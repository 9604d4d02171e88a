"""Spells: how long each person kept using the tool, in counted days of work, and whether that ended in a lapse."""

from collections.abc import Iterator
from datetime import date

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
    tenure, base = tracks.tenure[row].tolist(), tracks.base[row].tolist()
    state, away = tracks.state[row].tolist(), int(tracks.long_leave[row])
    before = 0
    for week in range(first, len(tracks.ends)):
        on = tracks.ends[week].toordinal()
        if state[week] == NOBODY:
            return before, False
        if tenure[week] < before:  # lapsed and came back within the week
            return before, True
        if base[week] == _LAPSED:
            since = int(tracks.base_since[row, week])
            if since >= away:
                return before or tenure[week], False
            return tenure[week] - _worked(since, on, tenure[week] - before), True
        before = tenure[week]
        if state[week] in (_LEFT, _EXEMPT) or on >= away:
            return before, False
    return before, False


def _worked(since: int, on: int, at_most: int) -> int:
    """Counted days after a day of the week that ends `on`."""
    days = int(np.busday_count(date.fromordinal(since + 1), date.fromordinal(on + 1)))
    return max(0, min(days, at_most))
