"""Work whose true saving is known: minutes a run takes, before and with the tool."""

from math import exp

import attrs
import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]


@attrs.frozen(kw_only=True)
class Work:
    """A task: how long a run takes on average, how much of it is truly saved by who has the full habit.

    People differ by `between`, and what is measured of one person by `within`, as standard deviations of the logarithm.

    >>> before, after = Work(minutes=45, saving=0.3).draw(np.random.default_rng(1), np.ones(3))
    >>> before.round(1).tolist(), after.round(1).tolist()
    ([43.4, 57.0, 49.8], [32.3, 38.9, 34.6])
    """

    minutes: float
    saving: float
    between: float = 0.2
    within: float = 0.08

    def draw(self, rng: np.random.Generator, practice: Floats) -> tuple[Floats, Floats]:
        """Minutes before and after, of people of whom each has so much of the full habit (0 to 1)."""
        own = self.minutes * rng.lognormal(0, self.between, practice.shape)
        before, after = (own * rng.lognormal(0, self.within, practice.shape) for _ in range(2))
        return before, after * (1 - self.saving * practice)

    @property
    def mean(self) -> float:
        """The true mean baseline."""
        return self.minutes * exp((self.between**2 + self.within**2) / 2)

    def saved(self, practice: float) -> float:
        """The true mean saving in minutes, of people with so much of the full habit on average."""
        return self.mean * self.saving * practice
