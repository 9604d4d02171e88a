"""Tracks: the state of everybody in a program at the end of each week, as columns that all curves are drawn from."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

import attrs
import numpy as np
import numpy.typing as npt

from adoptlog.domain.program import Definition
from adoptlog.domain.summary import united
from adoptlog.domain.usage_reports import BLOCK
from adoptlog.habit import NEVER, STATES, Habits, State, fold_at
from adoptlog.projections.presence import Presence, presence_of
from adoptlog.projections.read_model import ReadModel
from adoptlog.status.people import People, people
from adoptlog.status.programs import Setting
from adoptlog.status.question import Question
from adoptlog.status.roll import Roll
from adoptlog.status.rows import department
from adoptlog.status.status import habit_of_one
from adoptlog.store.directory import Listed

Codes = npt.NDArray[np.uint8]
Ints = npt.NDArray[np.int32]

CODE = {state: code for code, state in enumerate(STATES)}
NOBODY = 255
"""Stands where a person is not in the program, or not known of, on that day."""

_WEEK = timedelta(days=7)
_NOTHING = Presence()


@attrs.frozen(kw_only=True, eq=False)
class Tracks:
    """A row for each person, a column for each week; days are ordinals, NEVER for none."""

    ends: tuple[date, ...]
    """The last day of each week, the last of them the day asked for."""
    numbers: Ints
    """Who it is, as the directory numbers people."""
    departments: tuple[str | None, ...]
    """Where each works on the last day."""
    state: Codes = attrs.field(repr=False)
    """The state shown, as a place in `STATES`, or NOBODY."""
    base: Codes = attrs.field(repr=False)
    """The state below leave, exemption and silence of the feeds."""
    base_since: Ints = attrs.field(repr=False)
    tenure: Ints = attrs.field(repr=False)
    """Counted days since the first use, or since coming back; 0 before."""
    silence: Ints = attrs.field(repr=False)
    """Counted days since the last use."""
    began: Ints = attrs.field(repr=False)
    """When each began in the program: their own start, not before they were enrolled or the program started."""
    long_leave: Ints = attrs.field(repr=False)
    """The first day of the first long leave after that."""
    first_used: Ints = attrs.field(repr=False)
    lapse_gap: int
    """So many counted days of silence are a lapse."""

    def __len__(self) -> int:
        return len(self.numbers)

    @property
    def here(self) -> npt.NDArray[np.bool_]:
        """Who counts on the last day: in the program, not gone, not exempt."""
        last = self.state[:, -1]
        return ~np.isin(last, (NOBODY, CODE[State.LEFT], CODE[State.EXEMPT]))


def week_ends(first: date, last: date) -> tuple[date, ...]:
    """The last day of each week up to `last`, weeks that end on its weekday; the first of them holds `first`.

    >>> [str(day) for day in week_ends(date(2026, 6, 17), date(2026, 6, 30))]
    ['2026-06-23', '2026-06-30']
    """
    weeks = max(0, (last - first).days // 7)
    return tuple(last - place * _WEEK for place in range(weeks, -1, -1))


def tracks(
    read: ReadModel,
    blocks: Mapping[int, Sequence[Listed]],
    program: Definition,
    setting: Setting,
    ends: Sequence[date],
    ask: Question,
) -> Tracks:
    """Everybody of some blocks in a program, each week as of its last day; who was never in it has no track."""
    drawn = [_Drawing(read, block, members, program, setting, ends, ask) for block, members in blocks.items()]
    if not drawn:
        drawn = [_Drawing(read, 0, [], program, setting, ends, ask)]
    seen = [(one.columns["state"] != NOBODY).any(axis=1) for one in drawn]
    columns = {
        name: np.concatenate([one.columns[name][kept] for one, kept in zip(drawn, seen, strict=True)])
        for name in (*_WEEKLY, *_ONCE)
    }
    where = np.concatenate([np.array(one.departments, object)[kept] for one, kept in zip(drawn, seen, strict=True)])
    return Tracks(ends=tuple(ends), departments=tuple(where.tolist()), lapse_gap=ask.policy.lapse_gap, **columns)


_WEEKLY: dict[str, type] = {
    "state": np.uint8,
    "base": np.uint8,
    "base_since": np.int32,
    "tenure": np.int32,
    "silence": np.int32,
}
_ONCE = ("numbers", "began", "long_leave", "first_used")


class _Drawing:
    """The tracks of one block: of everybody at once, then of those whose history stands in several places."""

    def __init__(
        self,
        read: ReadModel,
        block: int,
        members: Sequence[Listed],
        program: Definition,
        setting: Setting,
        ends: Sequence[date],
        ask: Question,
    ) -> None:
        self._read, self._program, self._setting, self._ask = read, program, setting, ask
        shape = (len(members), len(ends))
        self.columns: dict[str, npt.NDArray[Any]] = {name: np.zeros(shape, kind) for name, kind in _WEEKLY.items()}
        self.columns["state"][:] = NOBODY
        self.columns |= {name: np.full(len(members), NEVER, np.int32) for name in _ONCE}
        self.columns["numbers"][:] = [who.no for who in members]
        size = max((who.no % BLOCK for who in members), default=0) // 8 * 8 + 8
        group = people(read, block, size, program, setting, ask.as_of, ask.country)
        row_of = {who.no: row for row, who in enumerate(members)}
        roll = Roll(read, block, members, group.presences, group.earliest, program, setting)
        told = fold_at(group.columns, ends, ask.policy, program.target_days)
        for week, (on, habits) in enumerate(zip(ends, told, strict=True)):
            counted = roll.on(on)
            self._draw(week, [row_of[who.no] for who in counted], [who.no % BLOCK for who in counted], habits)
        for row, who in enumerate(members):
            if who.others:
                self._draw_alone(row, who, ends)
        presences = [self._presence(who, group) for who in members]
        self.departments = [department(presence, ask.as_of) for presence in presences]
        for row, (who, presence) in enumerate(zip(members, presences, strict=True)):
            first_row = min(int(group.first_row[no % BLOCK]) for no in who.numbers if no // BLOCK == block)
            began = _began(presence, first_row, program, setting)
            self.columns["began"][row] = began
            self.columns["long_leave"][row] = _long_leave(presence, began, ask.policy.long_leave)

    def _draw(self, week: int, rows: list[int], places: list[int], habits: Habits) -> None:
        for name in _WEEKLY:
            self.columns[name][rows, week] = getattr(habits, name)[places]
        used = habits.first_used_on[places]
        self.columns["first_used"][rows] = np.where(used > 0, used, NEVER)

    def _draw_alone(self, row: int, who: Listed, ends: Sequence[date]) -> None:
        for week, on in enumerate(ends):
            one = habit_of_one(self._read, who, self._program, self._setting, attrs.evolve(self._ask, as_of=on))
            if one is None:
                continue
            told = (
                CODE[one.state],
                CODE[one.base],
                one.base_since.toordinal() if one.base_since else 0,
                one.tenure or 0,
                one.silence or 0,
            )
            for name, value in zip(_WEEKLY, told, strict=True):
                self.columns[name][row, week] = value
            if one.first_used_on:
                self.columns["first_used"][row] = one.first_used_on.toordinal()

    def _presence(self, who: Listed, group: People) -> Presence:
        if who.others:
            return presence_of(united(self._read.summary(no) for no in who.numbers))
        return group.presences.get(who.no, _NOTHING)


def _began(presence: Presence, first_row: int, program: Definition, setting: Setting) -> int:
    start = presence.start(None if first_row == NEVER else first_row)
    days = [start] if start is not None else []
    if program.program in setting.with_enrolments:
        days += [first for name, first, _ in presence.enrolments if name == program.program][:1]
    if program.starts_on is not None and days:
        days.append(program.starts_on.toordinal())
    return max(days, default=NEVER)


def _long_leave(presence: Presence, began: int, days: int) -> int:
    """The first day of the first leave of at least so many week days that ends after a person began."""
    for first, last in presence.leaves:
        away = np.busday_count(date.fromordinal(first), date.fromordinal(last + 1))
        if last >= began and away >= days:
            return first
    return NEVER
