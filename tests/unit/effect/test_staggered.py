"""Staggered starts: the resampled figure is the plain one when nobody is drawn twice, and its interval covers it."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from adoptlog.effect.staggered import Observed, cell_of, overall, staggered, with_interval

PEOPLE = st.lists(
    st.builds(
        Observed,
        st.sampled_from([None, 2, 3, 4]),
        st.dictionaries(st.integers(1, 4), st.floats(1, 90, width=16), min_size=1),
    ),
    max_size=12,
)


def cells(people):
    periods = sorted({period for one in people for period in one.values})
    found = staggered(people)
    return [] if found is None else [
        cell_of(people, g, max(p for p in periods if p < g), t) for g, t in found.cells
    ]  # fmt: skip


@given(PEOPLE)
def test_everybody_drawn_once_gives_the_plain_figure(people):
    found = staggered(people)

    if found is not None:
        (again,) = overall(np.ones((1, len(people)), np.int64), cells(people))
        assert again == pytest.approx(found.overall, abs=1e-9)


def test_the_interval_covers_the_true_effect():
    rng = np.random.default_rng(7)
    people = []
    for start in (2, 3, None):
        for _ in range(30):
            own = rng.normal(60, 10)
            values = {t: own - t - (10 if start and t >= start else 0) + rng.normal(0, 2) for t in (1, 2, 3)}
            people.append(Observed(start, values))

    found = with_interval(people)

    assert found.interval.low < -10 < found.interval.high
    assert found.interval.high - found.interval.low < 4


def test_where_nobody_is_left_to_compare_with_there_is_no_figure():
    assert with_interval([Observed(2, {1: 60.0, 2: 50.0})] * 5) is None
