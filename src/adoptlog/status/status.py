"""The status of people in their programs on a date: rows for everybody, or for one."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

import attrs

from adoptlog.domain.program import Definition
from adoptlog.domain.summary import united
from adoptlog.domain.usage_reports import BLOCK
from adoptlog.habit import Habit, fold_at, habit
from adoptlog.projections.checkpoints import Checkpoints
from adoptlog.projections.presence import Presence, presence_of
from adoptlog.projections.read_model import ReadModel
from adoptlog.status.folding import Folded, Folding, all_folded
from adoptlog.status.people import Ints, people
from adoptlog.status.person import history
from adoptlog.status.programs import Setting
from adoptlog.status.question import Question
from adoptlog.status.rows import HabitStatus, department, rows
from adoptlog.store.directory import Listed


def statuses(
    read: ReadModel,
    blocks: Sequence[tuple[int, Sequence[Listed]]],
    program: Definition,
    setting: Setting,
    ask: Question,
    checkpoints: Checkpoints | None = None,
) -> list[list[HabitStatus]]:
    """The rows in one program, block by block; who is not enrolled, or not known of by then, has none."""
    foldings = [Folding(read, block, _size(members), program, setting, ask, checkpoints) for block, members in blocks]
    return [
        _of_block(read, block, members, group, program, setting, ask)
        for (block, members), group in zip(blocks, all_folded(foldings), strict=True)
    ]


def _of_block(
    read: ReadModel,
    block: int,
    members: Sequence[Listed],
    group: Folded,
    program: Definition,
    setting: Setting,
    ask: Question,
) -> list[HabitStatus]:
    counted = _counted(read, block, members, group.presences, group.earliest, program, setting, ask.as_of)
    places = {no: department(one, ask.as_of) for no, one in group.presences.items() if one.departments}
    departments = [places.get(who.no) for who in counted]
    told = group.habits.told([who.no % BLOCK for who in counted])
    together = rows(counted, departments, told, program.program, ask.as_of, ask.lang)
    merged = [who for who in members if who.others]
    if not merged:
        return together
    alone = [row for who in merged for row in status_of_one(read, who, program, setting, ask)]
    place = {who.person: place for place, who in enumerate(members)}
    return sorted([*together, *alone], key=lambda row: place[row.person])


def habits_at(
    read: ReadModel,
    block: int,
    members: Sequence[Listed],
    program: Definition,
    setting: Setting,
    dates: Sequence[date],
    ask: Question,
) -> Iterator[dict[int, Habit]]:
    """On each of some days, as of that day: the habit of each of a block's members who has a row, by number."""
    group = people(read, block, _size(members), program, setting, max(dates), ask.country)
    for on, habits in zip(dates, fold_at(group.columns, dates, ask.policy, program.target_days), strict=True):
        counted = _counted(read, block, members, group.presences, group.earliest, program, setting, on)
        told = habits.told([who.no % BLOCK for who in counted])
        found = {
            who.no: Habit(**dict(zip(told, values, strict=True)))
            for who, *values in zip(counted, *told.values(), strict=True)
        }
        for who in members:
            if who.others and (one := habit_of_one(read, who, program, setting, attrs.evolve(ask, as_of=on))):
                found[who.no] = one
        yield found


def _counted(
    read: ReadModel,
    block: int,
    members: Sequence[Listed],
    presences: Mapping[int, Presence],
    earliest: Ints,
    program: Definition,
    setting: Setting,
    on: date,
) -> list[Listed]:
    """Who is in the program on a day and known of by then; those with a history in several places are left out."""
    today, seen = on.toordinal(), Seen(read, block, on.toordinal())
    known = (earliest <= today).tolist()
    counted = [
        who
        for who in members
        if not who.others and (known[who.no % BLOCK] or seen.counts(who.no, presences.get(who.no, _NOTHING)))
    ]
    if setting.has_everyone(program):
        return counted
    return [who for who in counted if setting.takes_part(presences.get(who.no, _NOTHING), program, today)]


def _size(members: Sequence[Listed]) -> int:
    """How much of a block is taken: up to its last member."""
    return max((member.no % BLOCK for member in members), default=0) // 8 * 8 + 8


def status_of_one(
    read: ReadModel, member: Listed, program: Definition, setting: Setting, ask: Question
) -> Iterator[HabitStatus]:
    """The row of one person in one program, if there is one; by the plain model, whatever the number of people."""
    one = habit_of_one(read, member, program, setting, ask)
    if one is not None:
        presence = presence_of(united(read.summary(no) for no in member.numbers))
        columns = {name: [value] for name, value in attrs.asdict(one, recurse=False).items()}
        yield from rows([member], [department(presence, ask.as_of)], columns, program.program, ask.as_of, ask.lang)


def habit_of_one(read: ReadModel, member: Listed, program: Definition, setting: Setting, ask: Question) -> Habit | None:
    """The habit of one person in one program by the plain model; None for who has no row there."""
    today = ask.as_of.toordinal()
    presence = presence_of(united(read.summary(no) for no in member.numbers))
    if not setting.takes_part(presence, program, today):
        return None
    told, earliest = history(read, member.numbers, presence, program, setting, ask.as_of, ask.country)
    known = (earliest is not None and earliest <= ask.as_of) or any(
        Seen(read, no // BLOCK, today).counts(no, presence) for no in member.numbers
    )
    return habit(told, ask.as_of, ask.policy, program.target_days) if known else None


class Seen:
    """Who counts as known on a day though no fact of the program's tools is dated by then."""

    def __init__(self, read: ReadModel, block: int, today: int) -> None:
        self._read, self._block, self._today = read, block, today
        self._bits: tuple[bytes, bytes] | None = None

    def counts(self, no: int, presence: Presence) -> bool:
        """Seen with another tool by that day, or never dated at all."""
        if presence.earliest is not None:
            return presence.earliest <= self._today or self._bit(0, no)
        return self._bit(0, no) or not self._bit(1, no)

    def _bit(self, which: int, no: int) -> bool:
        if self._bits is None:
            self._bits = self._read.reported(self._block, self._today)
        place = no % BLOCK
        return bool(self._bits[which][place // 8] & 1 << place % 8)


_NOTHING = Presence()
