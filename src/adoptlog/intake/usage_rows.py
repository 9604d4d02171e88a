"""Rows of use as columns: millions of rows share a few thousand facts, which are looked at once."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from adoptlog.domain.dates import lies_ahead
from adoptlog.domain.facts import ToolUsed
from adoptlog.domain.values import check_values
from adoptlog.errors import Refused
from adoptlog.messages import Message

Ints = npt.NDArray[np.int64]


class UsageRows(NamedTuple):
    """Row i: record `record[i]` of the batch says `facts[fact[i]]` about the person with directory number `no[i]`.

    The rows are in the order of their records.
    """

    record: Ints
    no: Ints
    fact: Ints
    facts: Sequence[ToolUsed]


class Collected:
    """Rows of use as they come one by one; those that share a fact have it checked once."""

    def __init__(self, today: date) -> None:
        self._today = today
        self._rows: list[tuple[int, int, int]] = []
        self._facts: list[ToolUsed] = []
        self._refused: list[ToolUsed] = []  # held, like the others: they are known by identity
        self._numbers: dict[int, tuple[int, str | None]] = {}

    def check(self, fact: ToolUsed) -> None:
        """Raise `Refused` when a fact cannot be true."""
        if id(fact) not in self._numbers:
            problem = problem_of(fact, self._today)
            self._numbers[id(fact)] = (len(self._facts), problem)
            (self._facts if problem is None else self._refused).append(fact)
        if (problem := self._numbers[id(fact)][1]) is not None:
            raise Refused(problem)

    def add(self, record: int, no: int, fact: ToolUsed) -> None:
        """Collect a row whose fact has been checked."""
        self._rows.append((record, no, self._numbers[id(fact)][0]))

    def mark(self) -> int:
        """How far we are, to go back to when the record turns out to be refused."""
        return len(self._rows)

    def go_back_to(self, mark: int) -> None:
        """Leave out the rows since."""
        del self._rows[mark:]

    def columns(self) -> UsageRows:
        """All rows."""
        record, no, fact = np.array(self._rows, np.int64).reshape(-1, 3).T
        return UsageRows(record, no, fact, self._facts)


def problem_of(fact: ToolUsed, today: date) -> str | None:
    """Why a row of use is refused whomever it is about."""
    try:
        check_values(fact)
    except Refused as refusal:
        return refusal.message
    if lies_ahead(fact, today):
        return Message(
            "use of {tool} is dated {on}, in the future (today is {today}): "
            "correct the date, or import it when it has happened",
            tool=fact.tool,
            on=fact.on,
            today=today,
        )
    return None
