"""Who came to which stage on the way to a habit, by the facts about each person and by their use."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import numpy as np

from adoptlog.domain import facts as f
from adoptlog.domain.summary import Summary, united
from adoptlog.projections.read_model import ReadModel
from adoptlog.store.directory import Listed
from adoptlog.trends.bottleneck import Reached, Stage, by_use
from adoptlog.trends.tracks import Tracks


def stages(read: ReadModel, blocks: Mapping[int, Sequence[Listed]], program: str, tracks: Tracks) -> Reached:
    """For each person of the tracks: licensed, trained, acknowledged, and what their use shows."""
    last = tracks.ends[-1]
    guidelines = _guidelines(read.shared(), program)
    row_of = {no: row for row, no in enumerate(tracks.numbers.tolist())}
    told: dict[Stage, list[bool]] = {name: [False] * len(tracks) for name in ("licensed", "trained", "acknowledged")}
    for block, members in blocks.items():
        summaries = read.summaries(block)
        for who in members:
            row = row_of.get(who.no)
            if row is None:
                continue
            summary = united(read.summary(no) for no in who.numbers) if who.others else summaries.get(who.no)
            if summary is not None:
                told["licensed"][row] = _by(last, summary.of(f.LicenceGranted))
                told["trained"][row] = _by(last, (t for t in summary.of(f.TrainingCompleted) if t.passed is not False))
                acknowledged = (a for a in summary.of(f.GuidelineAcknowledged) if a.guideline in guidelines)
                told["acknowledged"][row] = _by(last, acknowledged)
    return {**{name: np.array(some, np.bool_) for name, some in told.items()}, **by_use(tracks)}


def _by(last: date, facts: Iterable[f.LicenceGranted | f.TrainingCompleted | f.GuidelineAcknowledged]) -> bool:
    return any(fact.on <= last for fact in facts)


def _guidelines(shared: Iterable[Summary], program: str) -> set[str]:
    """The guidelines that people of a program are bound by."""
    return {
        published.guideline
        for summary in shared
        for published in summary.of(f.GuidelinePublished)
        if published.program in (None, program)
    }
