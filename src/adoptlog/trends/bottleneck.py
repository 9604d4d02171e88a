"""Where it breaks (D5): of those who came to a step, how many came to the next one."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Literal

import attrs
import numpy as np
import numpy.typing as npt

from adoptlog.habit import NEVER, State
from adoptlog.trends.tracks import CODE, Tracks

Stage = Literal["licensed", "trained", "acknowledged", "first_use", "forming", "habitual"]
STAGES: tuple[Stage, ...] = ("licensed", "trained", "acknowledged", "first_use", "forming", "habitual")
Reached = Mapping[Stage, npt.NDArray[np.bool_]]
"""Who ever came to each stage by the last day."""

_HABIT = {stage: CODE[State(stage)] for stage in ("forming", "habitual")}


@attrs.frozen(kw_only=True)
class Passage:
    """From one stage to the next, for one department (None: for all)."""

    department: str | None
    stage: Stage
    following: Stage
    started: int
    """Who came to the stage."""
    reached: int
    """Who of them came to the following one too, in whatever order."""

    @property
    def lost(self) -> int:
        """Who did not, or not yet."""
        return self.started - self.reached


def by_use(tracks: Tracks) -> dict[Stage, npt.NDArray[np.bool_]]:
    """Who ever came to the stages that use alone shows."""
    habitual = (tracks.base == _HABIT["habitual"]).any(axis=1)
    return {
        "first_use": tracks.first_used != NEVER,
        "forming": (tracks.base == _HABIT["forming"]).any(axis=1) | habitual,
        "habitual": habitual,
    }


def passages(tracks: Tracks, reached: Reached) -> list[Passage]:
    """For all, then for each department: from stage to stage, of those who are still here. A stage that nobody
    came to and that comes before the first use is one this company does not record; it is left out."""
    here = tracks.here
    stages: list[Stage] = [s for s in STAGES if s in reached and (STAGES.index(s) > 2 or (reached[s] & here).any())]
    departments: Sequence[str] = sorted({where for where in tracks.departments if where is not None})
    table = [*_passages(None, here, stages, reached)]
    where = np.array([name or "" for name in tracks.departments], dtype=object)
    for name in departments:
        table += _passages(name, here & (where == name), stages, reached)
    return table


def _passages(
    department: str | None, some: npt.NDArray[np.bool_], stages: Sequence[Stage], reached: Reached
) -> list[Passage]:
    return [
        Passage(
            department=department,
            stage=stage,
            following=following,
            started=int((some & reached[stage]).sum()),
            reached=int((some & reached[stage] & reached[following]).sum()),
        )
        for stage, following in pairwise(stages)
    ]


def worst(table: Sequence[Passage]) -> Passage | None:
    """The passage at which most people of all departments are left behind; None where nobody is."""
    whole = [passage for passage in table if passage.department is None and passage.lost]
    return max(whole, key=lambda passage: passage.lost, default=None)
