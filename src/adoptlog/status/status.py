"""The status of people in their programs on a date: rows for everybody, or for one."""

from collections.abc import Iterator, Sequence
from datetime import date

import attrs

from adoptlog.domain.program import Definition
from adoptlog.domain.summary import united
from adoptlog.domain.usage_reports import BLOCK
from adoptlog.habit import STATES, Habit, HabitPolicy, fold_at, fold_block, habit
from adoptlog.projections.presence import Presence, presence_of
from adoptlog.projections.read_model import ReadModel
from adoptlog.status.people import people
from adoptlog.status.person import history
from adoptlog.status.programs import Setting
from adoptlog.status.sentence import sentence
from adoptlog.store.directory import Listed

_DECIMALS = 4


@attrs.frozen(kw_only=True)
class HabitStatus:
    """One person in one program at the end of `as_of`: the keys and meanings of `adoptlog status`."""

    person: str
    name: str | None
    department: str | None
    program: str
    state: str
    since: date | None
    strength: float
    pace: float | None
    silence: int | None
    silence_limit: int | None
    tenure: int | None
    depth: str
    core_share: float | None
    confidence: str
    first_used_on: date | None
    last_used_on: date | None
    as_of: date
    explanation: str


@attrs.frozen(kw_only=True)
class Question:
    """What is asked: the date, under which habit policy, in which language, and whose default country."""

    as_of: date
    policy: HabitPolicy = attrs.field(factory=HabitPolicy)
    lang: str = "en"
    country: str | None = None


def statuses(
    read: ReadModel, block: int, members: Sequence[Listed], program: Definition, setting: Setting, ask: Question
) -> Iterator[HabitStatus]:
    """The rows of one block's members in one program; who is not enrolled, or not known of by then, has none."""
    group = people(read, block, _size(members), program, setting, ask.as_of, ask.country)
    habits = fold_block(group.columns, ask.as_of, ask.policy, program.target_days)
    today = ask.as_of.toordinal()
    seen = Seen(read, block, today)
    for member in members:
        no = member.no
        if len(member.numbers) > 1:
            yield from status_of_one(read, member, program, setting, ask)
            continue
        presence = group.presences.get(no, _NOTHING)
        if not setting.takes_part(presence, program, today):
            continue
        if int(group.earliest[no % BLOCK]) <= today or seen.counts(no, presence):
            yield row(member, presence, program, habits.row(no % BLOCK), ask)


def habits_of_block(
    read: ReadModel, block: int, members: Sequence[Listed], program: Definition, setting: Setting, ask: Question
) -> Iterator[tuple[int, Habit]]:
    """The habit of each of a block's members who has a row in the program, by number."""
    group = people(read, block, _size(members), program, setting, ask.as_of, ask.country)
    habits = fold_block(group.columns, ask.as_of, ask.policy, program.target_days)
    today = ask.as_of.toordinal()
    seen = Seen(read, block, today)
    for member in members:
        no = member.no
        if len(member.numbers) > 1:
            told = habit_of_one(read, member, program, setting, ask)
            if told is not None:
                yield no, told
            continue
        presence = group.presences.get(no, _NOTHING)
        known = int(group.earliest[no % BLOCK]) <= today or seen.counts(no, presence)
        if known and setting.takes_part(presence, program, today):
            yield no, habits.row(no % BLOCK)


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
    told = habit_of_one(read, member, program, setting, ask)
    if told is not None:
        presence = presence_of(united(read.summary(no) for no in member.numbers))
        yield row(member, presence, program, told, ask)


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


def row(listed: Listed, presence: Presence, program: Definition, habit: Habit, ask: Question) -> HabitStatus:
    """A habit as it is shown."""
    return HabitStatus(
        person=listed.person,
        name=listed.name,
        department=department(presence, ask.as_of),
        program=program.program,
        state=habit.state.value,
        since=habit.since,
        strength=round(habit.strength, _DECIMALS),
        pace=None if habit.pace is None else round(habit.pace, _DECIMALS),
        silence=habit.silence,
        silence_limit=habit.silence_limit,
        tenure=habit.tenure,
        depth=habit.depth,
        core_share=None if habit.core_share is None else round(habit.core_share, _DECIMALS),
        confidence=habit.confidence,
        first_used_on=habit.first_used_on,
        last_used_on=habit.last_used_on,
        as_of=ask.as_of,
        explanation=sentence(habit, ask.lang),
    )


def department(presence: Presence, on: date) -> str | None:
    """Where the person works on a day; before the first known place, there."""
    name = None
    for start, where in presence.departments:
        if name is None or start <= on.toordinal():
            name = where
    return name


_NOTHING = Presence()
