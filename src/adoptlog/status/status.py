"""The status of people in their programs on a date: rows for everybody, or for one."""

from collections.abc import Iterator, Sequence
from datetime import date

import attrs

from adoptlog.domain.program import Definition
from adoptlog.domain.summary import united
from adoptlog.domain.usage_reports import BLOCK
from adoptlog.habit import STATES, fold_at, habit
from adoptlog.projections.checkpoints import Checkpoints
from adoptlog.projections.presence import Presence, presence_of
from adoptlog.projections.read_model import ReadModel
from adoptlog.status.folding import Folding
from adoptlog.status.people import people
from adoptlog.status.person import history
from adoptlog.status.programs import Setting
from adoptlog.status.question import Question
from adoptlog.status.rows import HabitStatus, department, rows
from adoptlog.store.directory import Listed


def statuses(
    read: ReadModel,
    block: int,
    members: Sequence[Listed],
    program: Definition,
    setting: Setting,
    ask: Question,
    checkpoints: Checkpoints | None = None,
) -> Iterator[HabitStatus]:
    """The rows of one block's members in one program; who is not enrolled, or not known of by then, has none."""
    folding = Folding(read, block, _size(members), program, setting, ask)
    group = folding.anew() if checkpoints is None else folding.going_on(checkpoints)
    today = ask.as_of.toordinal()
    seen = Seen(read, block, today)

    def is_shown(who: Listed) -> bool:
        presence = group.presences.get(who.no, _NOTHING)
        known = int(group.earliest[who.no % BLOCK]) <= today or seen.counts(who.no, presence)
        return known and setting.takes_part(presence, program, today)

    shown = [who for who in members if len(who.numbers) > 1 or is_shown(who)]
    folded = [who for who in shown if len(who.numbers) == 1]
    departments = [department(group.presences.get(who.no, _NOTHING), ask.as_of) for who in folded]
    told = group.habits.told([who.no % BLOCK for who in folded])
    told_rows = rows(folded, departments, told, program.program, ask.as_of, ask.lang)
    for who in shown:
        yield from status_of_one(read, who, program, setting, ask) if len(who.numbers) > 1 else (next(told_rows),)


def states_at(
    read: ReadModel,
    block: int,
    members: Sequence[Listed],
    program: Definition,
    setting: Setting,
    dates: Sequence[date],
    ask: Question,
) -> Iterator[tuple[date, str]]:
    """The state of each of one block's members on each of the dates, each as of that date, in one pass."""
    group = people(read, block, _size(members), program, setting, max(dates), ask.country)
    for on, habits in zip(dates, fold_at(group.columns, dates, ask.policy, program.target_days), strict=True):
        today = on.toordinal()
        seen = Seen(read, block, today)
        for member in members:
            no = member.no
            if len(member.numbers) > 1:
                asked = attrs.evolve(ask, as_of=on)
                yield from ((on, row.state) for row in status_of_one(read, member, program, setting, asked))
                continue
            presence = group.presences.get(no, _NOTHING)
            known = int(group.earliest[no % BLOCK]) <= today or seen.counts(no, presence)
            if known and setting.takes_part(presence, program, today):
                yield on, STATES[habits.state[no % BLOCK]].value


def _size(members: Sequence[Listed]) -> int:
    """How much of a block is taken: up to its last member."""
    return max((member.no % BLOCK for member in members), default=0) // 8 * 8 + 8


def status_of_one(
    read: ReadModel, member: Listed, program: Definition, setting: Setting, ask: Question
) -> Iterator[HabitStatus]:
    """The row of one person in one program, if there is one; by the plain model, whatever the number of people."""
    today = ask.as_of.toordinal()
    presence = presence_of(united(read.summary(no) for no in member.numbers))
    if not setting.takes_part(presence, program, today):
        return
    told, earliest = history(read, member.numbers, presence, program, setting, ask.as_of, ask.country)
    if (earliest is not None and earliest <= ask.as_of) or any(
        Seen(read, no // BLOCK, today).counts(no, presence) for no in member.numbers
    ):
        one = habit(told, ask.as_of, ask.policy, program.target_days)
        columns = {name: [value] for name, value in attrs.asdict(one, recurse=False).items()}
        yield from rows([member], [department(presence, ask.as_of)], columns, program.program, ask.as_of, ask.lang)


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
