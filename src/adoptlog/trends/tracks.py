"""Tracks: the state of everybody in a program at the end of each week, as columns that all curves are drawn from."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

import attrs
import numpy as np
import numpy.typing as npt

from adoptlog.domain.program import Definition
from adoptlog.domain.usage_reports import BLOCK
from adoptlog.habit import NEVER, STATES, State, fold_at
from adoptlog.projections.presence import Presence
from adoptlog.projections.read_model import ReadModel
from adoptlog.status.people import People, people
from adoptlog.status.programs import Setting
from adoptlog.status.question import Question
from adoptlog.status.rows import department
from adoptlog.status.status import counted_on, habit_of_one, size_of
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
    began: Ints = attrs.field(repr=False)
    """When each began in the program: their own start, not before they were enrolled or the program started."""
    long_leave: Ints = attrs.field(repr=False)
    """The first day of the first long leave after that."""
    first_used: Ints = attrs.field(repr=False)

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
    """Everybody of some blocks in a program, each week as of its last day."""
    parts = [_of_block(read, block, members, program, setting, ends, ask) for block, members in blocks.items()]
    columns = {
        name: np.concatenate([part[name] for part in parts]) if parts else np.zeros(shape, kind)
        for name, (shape, kind) in _shapes(len(ends)).items()
    }
    seen = (columns["state"] != NOBODY).any(axis=1)
    departments = [where for part in parts for where in part["departments"]]
    return Tracks(
        ends=tuple(ends),
        departments=tuple(where for where, kept in zip(departments, seen, strict=True) if kept),
        **{name: column[seen] for name, column in columns.items()},
    )


def _shapes(weeks: int) -> dict[str, tuple[tuple[int, ...], type]]:
    weekly = {"state": np.uint8, "base": np.uint8, "base_since": np.int32, "tenure": np.int32}
    once = ("numbers", "began", "long_leave", "first_used")
    return {**{name: ((0, weeks), kind) for name, kind in weekly.items()}, **dict.fromkeys(once, ((0,), np.int32))}


def _of_block(
    read: ReadModel,
    block: int,
    members: Sequence[Listed],
    program: Definition,
    setting: Setting,
    ends: Sequence[date],
    ask: Question,
) -> dict[str, npt.NDArray[np.integer]]:
    group = people(read, block, size_of(members), program, setting, ask.as_of, ask.country)
    shape = (len(members), len(ends))
    state, base = np.full(shape, NOBODY, np.uint8), np.zeros(shape, np.uint8)
    base_since, tenure = np.zeros(shape, np.int32), np.zeros(shape, np.int32)
    row_of = {who.no: row for row, who in enumerate(members)}
    first_used = np.full(len(members), NEVER, np.int32)
    for week, (on, habits) in enumerate(
        zip(ends, fold_at(group.columns, ends, ask.policy, program.target_days), strict=True)
    ):
        counted = counted_on(read, block, members, group.presences, group.earliest, program, setting, on)
        rows = [row_of[who.no] for who in counted]
        places = [who.no % BLOCK for who in counted]
        state[rows, week], base[rows, week] = habits.state[places], habits.base[places]
        base_since[rows, week], tenure[rows, week] = habits.base_since[places], habits.tenure[places]
        used = habits.first_used_on[places]
        first_used[rows] = np.where(used > 0, used, NEVER)
    for who in (who for who in members if who.is_merged):
        for week, on in enumerate(ends):
            one = habit_of_one(read, who, program, setting, attrs.evolve(ask, as_of=on))
            if one is None:
                continue
            cell = row_of[who.no], week
            state[cell], base[cell], tenure[cell] = CODE[one.state], CODE[one.base], one.tenure or 0
            base_since[cell] = one.base_since.toordinal() if one.base_since else 0
            if one.first_used_on:
                first_used[cell[0]] = one.first_used_on.toordinal()
    began = np.array([_began(who, group, program, setting) for who in members], np.int32)
    presences = [group.presences.get(who.no, _NOTHING) for who in members]
    return {
        "numbers": np.array([who.no for who in members], np.int32),
        "state": state,
        "base": base,
        "base_since": base_since,
        "tenure": tenure,
        "began": began,
        "first_used": first_used,
        "long_leave": np.array(
            [
                _long_leave(presence, int(day), ask.policy.long_leave)
                for presence, day in zip(presences, began, strict=True)
            ],
            np.int32,
        ),
        "departments": [department(presence, ask.as_of) for presence in presences],
    }  # type: ignore[dict-item]


def _began(who: Listed, group: People, program: Definition, setting: Setting) -> int:
    presence = group.presences.get(who.no, _NOTHING)
    row = int(group.first_row[who.no % BLOCK])
    start = presence.start(None if row == NEVER else row)
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
