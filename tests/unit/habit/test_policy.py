"""A policy says what is wrong with it."""

from __future__ import annotations

from typing import Any

import pytest

from adoptlog.habit import FoldState, HabitPolicy, Reliability


@pytest.mark.parametrize(
    ("params", "because"),
    [
        ({"window": 0}, "window is 0; it must be between 1 and 63"),
        ({"enter_habit": 1.5}, "enter_habit is 1.5; it must be between 0 and 1"),
        ({"cadence": 0}, "cadence is 0; it must be above 0"),
        ({"silence_alpha": 1}, "silence_alpha is 1; it must be between 0 and 1, exclusive"),
        ({"silence_min": 21}, r"silence_min is 21; it must not be above lapse_gap \(20\)"),
        ({"silence_ref": 60}, r"silence_ref \+ silence_min is 65; it must be at most 64"),
        ({"reliability": {"checkin": 0}}, "reliability.checkin is 0; it must be above 0"),
    ],
)
def test_a_policy_that_cannot_be_is_refused(params: dict[str, Any], because: str) -> None:
    with pytest.raises(ValueError, match=because):
        HabitPolicy(**params)


def test_a_target_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="target_days is 0"):
        HabitPolicy().target(0)


def test_a_programs_own_target_stands_before_the_cadence() -> None:
    policy = HabitPolicy(cadence=2)

    assert (policy.target(), policy.target(5)) == (2, 5)


def test_reliability_may_come_as_a_mapping() -> None:
    assert HabitPolicy(reliability={"checkin": 0.5}).reliability == Reliability(checkin=0.5)  # type: ignore[arg-type]


def test_a_kept_state_of_another_version_is_refused() -> None:
    kept = FoldState.initial(1, 1, HabitPolicy()).to_bytes().replace(b'"gap"', b'"gop"', 1)

    with pytest.raises(ValueError, match="kept by another version"):
        FoldState.from_bytes(kept)
