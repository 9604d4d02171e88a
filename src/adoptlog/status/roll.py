"""The roll: who of a block is in a program on a day, and known of by then; looked up once for many days."""

from collections.abc import Mapping, Sequence
from datetime import date

import numpy as np

from adoptlog.domain.program import Definition
from adoptlog.domain.usage_reports import BLOCK
from adoptlog.projections.presence import Presence
from adoptlog.projections.read_model import ReadModel
from adoptlog.status.people import Ints
from adoptlog.status.programs import Setting
from adoptlog.status.status import Seen
from adoptlog.store.directory import Listed

_NOTHING = Presence()
_EVER = np.iinfo(np.int32).max


class Roll:
    """The members of a block, without those whose history stands in several places."""

    def __init__(
        self,
        read: ReadModel,
        block: int,
        members: Sequence[Listed],
        presences: Mapping[int, Presence],
        earliest: Ints,
        program: Definition,
        setting: Setting,
    ) -> None:
        self._read, self._block, self._presences = read, block, presences
        self.members = [who for who in members if not who.others]
        self._earliest = earliest[[who.no % BLOCK for who in self.members]]
        self._everyone = program.program not in setting.with_enrolments
        spans = [
            (row, first, _EVER if last is None else last)
            for row, who in enumerate(() if self._everyone else self.members)
            for name, first, last in presences.get(who.no, _NOTHING).enrolments
            if name == program.program
        ]
        self._row, self._first, self._last = np.array(spans, np.int64).reshape(-1, 3).T

    def on(self, day: date) -> list[Listed]:
        """Who is in the program on a day and known of by then."""
        today = day.toordinal()
        present = np.full(len(self.members), self._everyone)
        present[self._row[(self._first <= today) & (today <= self._last)]] = True
        seen = Seen(self._read, self._block, today)
        for row in np.flatnonzero(present & (self._earliest > today)).tolist():
            no = self.members[row].no
            present[row] = seen.counts(no, self._presences.get(no, _NOTHING))
        return [self.members[row] for row in np.flatnonzero(present).tolist()]
