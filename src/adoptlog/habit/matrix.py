"""Built days of many people, as a matrix: what the vectorised fold steps through."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import attrs
import numpy as np
from numpy.typing import NDArray

from .block import NEVER, Bits, Bools, Floats, Ints, pack
from .history import Day, Evidence
from .kinds import BEFORE, WORK


@attrs.frozen(kw_only=True)
class Graded:
    """The people of a matrix whose use is not all 0 or 1 by log, and their days."""

    person: NDArray[np.intp]
    """[m], ascending."""
    use: Floats
    """[days, m], 0 where nothing is known."""
    evidence: Bits
    """[days, m], `Evidence`; any where nothing is known."""


@attrs.frozen(kw_only=True)
class DayMatrix:
    """Built days of n people from the ordinal `first` on, one row a calendar day; planes are bits as in `Block`."""

    n: int
    first: int
    kind: Bits
    """[days, n], `DayKind` or BEFORE."""
    begin: Ints
    """[n], the row where a person's days begin; the number of rows where they have not."""
    work: Bits
    """Work days since the person's days began."""
    known: Bits
    """Counted days: work days about which something is known."""
    used: Bits
    """Counted days with use above 0."""
    logged: Bits
    """Counted days known by log."""
    core: Bits | None = None
    peripheral: Bits | None = None
    """Tags of days with use; core stands before peripheral where both are set."""
    graded: Graded | None = None
    first_used: Ints
    """[n], own dates of use, not after leaving; NEVER for none."""
    last_used: Ints
    """[n], likewise; 0 for none."""

    @classmethod
    def of(cls, people: Sequence[Sequence[Day]]) -> DayMatrix:
        """The matrix of some people's built days (which know no own dates of use).

        >>> from datetime import date
        >>> from adoptlog.habit import DayKind
        >>> days = DayMatrix.of([[Day(date(2026, 1, 5), DayKind.WORK, 1.0, Evidence.LOG)]])
        >>> days.kind.shape, days.used.tolist()
        ((1, 1), [[1]])
        """
        n = len(people)
        if len({days[-1].on for days in people if days}) > 1:
            raise ValueError("the days of all people of a matrix must end on the same day")
        dates = [day.on.toordinal() for days in people if days for day in (days[0], days[-1])]
        first, rows = (min(dates), max(dates) - min(dates) + 1) if dates else (0, 0)
        flag: dict[str, Bools] = {
            name: np.zeros((rows, n), np.bool_) for name in ("known", "used", "logged", "core", "peripheral")
        }
        kind = np.full((rows, n), BEFORE, np.uint8)
        use, evidence = np.zeros((rows, n)), np.zeros((rows, n), np.uint8)
        for i, days in enumerate(people):
            for day in days:
                r = day.on.toordinal() - first
                kind[r, i] = day.kind
                if day.use is None or day.evidence is None:
                    continue
                use[r, i], evidence[r, i] = day.use, day.evidence
                flag["known"][r, i], flag["used"][r, i] = True, day.use > 0
                flag["logged"][r, i] = day.evidence is Evidence.LOG
                flag["core"][r, i], flag["peripheral"][r, i] = day.core is True, day.core is False
        person = np.flatnonzero((evidence > 0).any(axis=0) | ((use > 0) & (use < 1)).any(axis=0))
        graded = Graded(person=person, use=use[:, person], evidence=evidence[:, person]) if len(person) else None
        none: dict[str, Any] = {"first_used": np.full(n, NEVER, np.int32), "last_used": np.zeros(n, np.int32)}
        planes: dict[str, Any] = {name: pack(plane) for name, plane in flag.items()}
        begin = (kind == BEFORE).sum(axis=0).astype(np.int32)
        work = pack(kind == WORK)
        return cls(n=n, first=first, kind=kind, begin=begin, work=work, graded=graded, **planes, **none)
