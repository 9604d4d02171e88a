"""How sure a status is, at the edges of each grade, plain and for many people at once."""

from __future__ import annotations

import pytest
from unit.habit.people import DAY, FIRST

from adoptlog.habit import Evidence, History, Use, block_of, fold_block, habit

LAST = FIRST + 19 * DAY
"""The last of the twenty work days that count."""


def somebody(logged: int, observed: int = 0) -> History:
    """Twenty work days in a row, of which so many are known by log and the next so many were observed."""
    by = [Evidence.LOG] * logged + [Evidence.OBSERVED] * observed
    return History(start=FIRST, used={FIRST + day * DAY: Use(evidence) for day, evidence in enumerate(by)})


@pytest.mark.parametrize(
    ("logged", "observed", "grade"),
    [
        (11, 0, "D"),
        (12, 0, "B"),
        (15, 0, "B"),
        (16, 0, "A"),
        (0, 0, "D"),
        (15, 5, "B"),
        (16, 4, "A"),
        (8, 12, "B"),
        (7, 13, "C"),
        (4, 8, "C"),
        (5, 7, "B"),
    ],
)
def test_a_share_that_is_just_met_counts(logged: int, observed: int, grade: str) -> None:
    who = somebody(logged, observed)
    told = fold_block(block_of([who], FIRST, LAST), LAST).row(0)

    assert habit(who, LAST).confidence == grade
    assert told.confidence == grade


@pytest.mark.parametrize(("known", "grade"), [(16, "A"), (15, "B")])
def test_only_the_last_twenty_work_days_count(known: int, grade: str) -> None:
    before = range(40)
    now = range(40, 40 + known)
    who = History(start=FIRST, used={FIRST + day * DAY: Use() for day in (*before, *now)})
    last = FIRST + 59 * DAY

    assert habit(who, last).confidence == grade
    assert fold_block(block_of([who], FIRST, last), last).row(0).confidence == grade
