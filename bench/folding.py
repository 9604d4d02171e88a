"""One fold for every peer: uses in, a habit for everybody out."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import numpy as np

from adoptlog.habit import NEVER, Block, Habit, fold_block

_BEFORE = 40


def habits(uses: Iterable[tuple[Any, str, int]], as_of: date) -> list[Habit]:
    """Everybody's habit from single facts: who, which day, how often."""
    numbers: dict[Any, int] = {}
    ordinals: dict[str, int] = {}
    who, when, often = [], [], []
    for person, on, count in uses:
        who.append(numbers.setdefault(person, len(numbers)))
        day = ordinals.get(on)
        if day is None:
            day = ordinals[on] = date.fromisoformat(on).toordinal()
        when.append(day)
        often.append(count)
    block = _block(np.array(who), np.array(when), np.array(often) > 0, len(numbers), as_of)
    told = fold_block(block, as_of)
    return [told.row(i) for i in range(len(numbers))]


def _block(who: Any, when: Any, used: Any, n: int, as_of: date) -> Block:
    first, last = int(when.min()) - _BEFORE, as_of.toordinal()
    days = last - first + 1
    reported, used_on = np.zeros((days, n), np.bool_), np.zeros((days, n), np.bool_)
    reported[when - first, who] = True
    used_on[when[used] - first, who[used]] = True
    start = np.full(n, NEVER, np.int32)
    np.minimum.at(start, who, when.astype(np.int32))
    weekday = (np.arange(first, last + 1) - 1) % 7
    covered = np.zeros(days, np.bool_)
    covered[int(when.min()) - first : int(when.max()) - first + 1] = True
    return Block(
        n=n,
        first=first,
        calendars=(weekday >= 5)[None, :],
        calendar_of=np.zeros(n, np.int32),
        start=start,
        left_on=np.full(n, NEVER, np.int32),
        used=np.packbits(used_on, axis=1, bitorder="little"),
        reported=np.packbits(reported, axis=1, bitorder="little"),
        covered=covered,
    )
