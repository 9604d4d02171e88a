"""People chosen because they were slow: what would have come by itself is taken off before anything is said."""

import numpy as np
import pytest

from adoptlog.effect.measured import Measured
from adoptlog.effect.policy import EffectPolicy
from adoptlog.effect.task import TaskEffect, task_effect
from adoptlog.simulation.work import Work

CUTOFF = 70.0
NOISY = {"minutes": 60, "between": 0.17, "within": 0.2}


def effect_of(before, after, others=(), afterwards=()):
    row = TaskEffect(program="writing", task="mail", metric="minutes")
    pairs = [Measured(person=f"e{n}", before=b, after=a) for n, (b, a) in enumerate(zip(before, after, strict=True))]
    rest = [
        Measured(person=f"o{n}", before=b, others=afterwards[n] if len(afterwards) else None)
        for n, b in enumerate(others)
    ]
    return task_effect(row, [*pairs, *rest], EffectPolicy(), CUTOFF)


def drawn(saving, seed=1, people=800):
    before, after = Work(saving=saving, **NOISY).draw(np.random.default_rng(seed), np.ones(people))
    slow = before > CUTOFF
    return before[slow], after[slow], before[~slow], after[~slow]


def test_without_an_effect_the_plain_figure_shows_a_saving_which_regression_explains():
    before, after, others, _ = drawn(saving=0)

    row = effect_of(before, after, others)

    assert row.low > 5
    assert row.regression.expected == pytest.approx(row.saved, abs=5)
    assert row.regression.interval.low < 0
    assert (row.basis, row.verdict) == ("net", "NOT_SHOWN")


def test_an_effect_beyond_regression_is_shown():
    before, after, others, _ = drawn(saving=0.35)

    row = effect_of(before, after, others)

    assert row.regression.net < row.saved
    assert row.verdict == "SHOWN"


def test_where_only_the_chosen_were_measured_nothing_is_more_than_likely():
    before, after, _, _ = drawn(saving=0.5)

    row = effect_of(before, after)

    assert row.regression.inferred
    assert row.verdict == "LIKELY"


def test_with_a_comparison_group_the_verdict_is_about_the_difference_at_the_same_baseline():
    before, after, others, afterwards = drawn(saving=0)

    row = effect_of(before, after, others, afterwards)

    assert (row.basis, row.verdict) == ("compared", "NOT_SHOWN")
    assert row.comparison.difference_in_differences > row.comparison.saved


def test_a_task_in_which_nobody_is_slow_was_not_what_people_were_chosen_for():
    row = effect_of([20.0] * 5 + [22.0] * 5, [15.0] * 5 + [16.0] * 5)

    assert row.basis == "plain"
    assert row.regression is None
