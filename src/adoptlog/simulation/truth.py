"""What is true of a simulated habit, and what no report says: when it stopped."""

import numpy as np

from adoptlog.simulation.habits import Days, Floats

STOPPED = 0.2
"""A habit has stopped while its probability is under this share of the highest it has had."""

FADING = 0.8
"""A habit fades while it is under this share, and has not stopped."""


def stopped(habit: Floats) -> Days:
    """The days on which each person has stopped: abruptly, by fading, or until they come back.

    >>> stopped(np.array([[0.0, 0.4, 0.8, 0.3, 0.1, 0.0, 0.8]], np.float32)).astype(int).tolist()
    [[0, 0, 0, 0, 1, 1, 0]]
    """
    return habit < STOPPED * _highest(habit)


def fading(habit: Floats) -> Days:
    """The days on which a habit is clearly less than it was; an alarm then is early rather than wrong.

    >>> fading(np.array([[0.0, 0.4, 0.8, 0.3, 0.1, 0.0, 0.8]], np.float32)).astype(int).tolist()
    [[0, 0, 0, 1, 0, 0, 0]]
    """
    return (habit < FADING * _highest(habit)) & ~stopped(habit)


def _highest(habit: Floats) -> Floats:
    return np.maximum.accumulate(habit, axis=1)
