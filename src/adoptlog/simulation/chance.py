"""Chance that repeats: every part of the simulation draws from a stream of its own."""

import numpy as np


def generator(seed: int, stream: int) -> np.random.Generator:
    """The numbers of one stream: drawing more in one leaves the others as they are.

    >>> generator(1, 0).random() == generator(1, 0).random() != generator(1, 1).random()
    True
    """
    return np.random.default_rng([seed % 2**64, stream])
