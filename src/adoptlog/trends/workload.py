"""The follow-up work of each week, and whether it was done."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

import attrs

from adoptlog.follow_up.life import Life


@attrs.frozen(kw_only=True)
class WorkOfWeek:
    """What happened to follow-ups in the week that ends on a day."""

    end: date
    raised: int
    done: int
    """Somebody gave the help."""
    resolved: int
    """What it was waiting for happened."""
    dismissed: int
    """Somebody decided that no help is needed."""
    open: int
    """Raised by the end of the week and not closed."""


def work_by_week(lives: Iterable[Life], ends: Sequence[date]) -> list[WorkOfWeek]:
    """The weeks, each from the day after the one before; the first has everything up to its end."""
    raised: Counter[date] = Counter()
    closed: Counter[tuple[date, str]] = Counter()
    for life in lives:
        raised[life.raised.on] += 1
        if life.closed_on is not None:
            closed[life.closed_on, life.state] += 1
    table, waiting = [], 0
    before = date.min
    for end in ends:
        new = sum(n for day, n in raised.items() if before < day <= end)
        gone = Counter[str]()
        for (day, how), n in closed.items():
            if before < day <= end:
                gone[how] += n
        waiting += new - gone.total()
        table.append(
            WorkOfWeek(
                end=end,
                raised=new,
                done=gone["done"],
                resolved=gone["resolved"],
                dismissed=gone["dismissed"],
                open=waiting,
            )
        )
        before = end
    return table
