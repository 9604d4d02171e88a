"""What the figures rest on: how many of the tasks were measured before the launch."""

from collections.abc import Iterable

import attrs

from adoptlog.effect.verdict import ENOUGH

HEADLINE = 0.5
"""The share of tasks with a measured baseline from which a figure may stand at the top."""


@attrs.frozen(kw_only=True)
class BaselineCoverage:
    """Tasks by the best baseline there is of them. A missing one is never filled in."""

    measured: tuple[str, ...]
    recalled: tuple[str, ...]
    """Only estimated afterwards: shown apart."""
    missing: tuple[str, ...]
    people: int
    """With a measured baseline and a measurement after it."""

    @property
    def tasks(self) -> int:
        """How many there are."""
        return len(self.measured) + len(self.recalled) + len(self.missing)

    @property
    def share(self) -> float:
        """Of the tasks, those with a measured baseline."""
        return len(self.measured) / self.tasks if self.tasks else 0.0

    @property
    def headline(self) -> bool:
        """Whether a figure may stand at the top."""
        return self.share >= HEADLINE and self.people >= ENOUGH


def baseline_coverage(
    tasks: Iterable[str], measured: Iterable[str], recalled: Iterable[str], people: int
) -> BaselineCoverage:
    """The tasks sorted by their best baseline.

    >>> baseline_coverage(["mail", "minutes", "report"], ["mail"], ["mail", "report"], 12).share
    0.3333333333333333
    """
    every, known, felt = set(tasks), set(measured), set(recalled)
    return BaselineCoverage(
        measured=tuple(sorted(every & known)),
        recalled=tuple(sorted(every & felt - known)),
        missing=tuple(sorted(every - known - felt)),
        people=people,
    )
