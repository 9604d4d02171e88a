"""Rows of use that come as columns: people and facts are looked at once, a row only when it is refused (ADR 8)."""

from collections import Counter

import numpy as np
import numpy.typing as npt

from adoptlog.errors import Refused
from adoptlog.intake.batch import Batch
from adoptlog.intake.chunk import UsageColumns
from adoptlog.intake.dead_letters import Refusal
from adoptlog.intake.identity import Forgotten
from adoptlog.intake.records import Taken
from adoptlog.intake.usage_rows import UsageRows, problem_of

_NOBODY = 0


def take_columns(batch: Batch, columns: UsageColumns) -> Taken:
    """Take rows of use in: the same as `take_records` would make of them one by one."""
    people = batch.identities.numbers(columns.people)
    problems = [problem_of(fact, batch.terms.today) for fact in columns.facts]
    no = np.array([_NOBODY if isinstance(known, Refused) else known for known in people], np.int64)
    sound = np.array([problem is None for problem in problems], np.bool_)
    good = (no[columns.person] != _NOBODY) & sound[columns.fact]

    rows = _rows(columns, good, no, sound)
    read, accepted = len(good), len(rows.record)
    recorded = int(batch.take_usage(rows, accepted).sum()) if accepted else 0
    refusals = _refusals(columns, np.flatnonzero(~good).tolist(), people, problems)
    counts = Counter(recorded=recorded, duplicate=accepted - recorded, rejected=len(refusals))
    counts["irrelevant"] = read - counts.total()
    said: list[int] = np.unique(columns.fact[good]).tolist()
    return Taken(counts, refusals, [(columns.reports[fact], columns.facts[fact]) for fact in said])


def _rows(
    columns: UsageColumns, good: npt.NDArray[np.bool_], no: npt.NDArray[np.int64], sound: npt.NDArray[np.bool_]
) -> UsageRows:
    """The good rows, each a record of its own, with those facts only that may stand."""
    place = np.cumsum(sound) - 1
    facts = [fact for fact, stands in zip(columns.facts, sound.tolist(), strict=True) if stands]
    record = np.arange(np.count_nonzero(good))
    return UsageRows(record, no[columns.person[good]], place[columns.fact[good]], facts)


def _refusals(
    columns: UsageColumns, rows: list[int], people: list[int | Refused], problems: list[str | None]
) -> list[Refusal]:
    """Why these rows cannot be recorded; about the forgotten there is nothing to say."""
    refusals = []
    for row in rows:
        refusal = people[columns.person[row]]
        if not isinstance(refusal, Forgotten):
            because = refusal.message if isinstance(refusal, Refused) else problems[columns.fact[row]]
            refusals.append((columns.fetched(row), because or ""))
    return refusals
