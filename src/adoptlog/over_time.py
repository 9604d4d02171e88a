"""Status over time: states by week, cohorts, the stages on the way to a habit, and the follow-up work of each week."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

import attrs

from adoptlog.casework.desk import lives_on
from adoptlog.domain.program import Definition
from adoptlog.follow_up.life import Life
from adoptlog.policy import in_force
from adoptlog.projections.read_model import StoredReadModel
from adoptlog.rows import Rows
from adoptlog.status.inquiry import Inquiry
from adoptlog.status.programs import Setting
from adoptlog.status.question import Question
from adoptlog.store.directory import Listed
from adoptlog.trends.bottleneck import Passage, Reached, passages
from adoptlog.trends.cohorts import Cohort, cohorts
from adoptlog.trends.hiding import shown_passages, unseen_departments
from adoptlog.trends.stages import stages
from adoptlog.trends.tracks import Tracks, tracks, week_ends
from adoptlog.trends.weeks import StatesOfWeek, states_by_week
from adoptlog.trends.workload import WorkOfWeek, work_by_week
from adoptlog.work_list import WorkList

_MOST_WEEKS = 208
"""Four years: what lies before says nothing about how it goes now."""


@attrs.frozen(kw_only=True, eq=False)
class Development:
    """A program up to a day: everybody's tracks, and what else curves are drawn from."""

    read: StoredReadModel
    program: Definition
    setting: Setting
    blocks: Mapping[int, Sequence[Listed]]
    tracks: Tracks

    @property
    def reached(self) -> Reached:
        """Who came to which stage."""
        return stages(self.read, self.blocks, self.program.program, self.tracks)

    def lives(self) -> list[Life]:
        """The follow-ups of the program and those about its people, raised by the last day."""
        lives = lives_on(self.read.follow_ups(), self.tracks.ends[-1]).values()
        return [life for life in lives if life.raised.program in (None, self.program.program)]


class OverTime(WorkList):
    """The part of `AdoptLog` that tells how it went. No name and no id of a person is in any of its answers."""

    def states_by_week(self, *, as_of: date | None = None, program: str | None = None) -> Rows[StatesOfWeek]:
        """How many people of a program were in each state at the end of each week up to a day."""
        with self.application.current() as read:
            return Rows(states_by_week(self._development(read, as_of, program).tracks))

    def cohorts(self, *, as_of: date | None = None, program: str | None = None) -> Rows[Cohort]:
        """Those who began in the same month (quarter, year), and how far they were so many weeks after it."""
        with self.application.current() as read:
            development = self._development(read, as_of, program)
            return Rows(cohorts(development.tracks, self._smallest(read, development)))

    def bottleneck(self, *, as_of: date | None = None, program: str | None = None) -> Rows[Passage]:
        """Of those who came to a stage, how many came to the next one: in all, and by department."""
        with self.application.current() as read:
            development = self._development(read, as_of, program)
            unseen = unseen_departments(development.tracks, self._smallest(read, development))
            return Rows(shown_passages(passages(development.tracks, development.reached), unseen))

    def workload(self, *, as_of: date | None = None, program: str | None = None) -> Rows[WorkOfWeek]:
        """The follow-ups raised in each week up to a day, and what became of them."""
        with self.application.current() as read:
            development = self._development(read, as_of, program)
            return Rows(work_by_week(development.lives(), development.tracks.ends))

    def _smallest(self, read: StoredReadModel, development: Development) -> int:
        policy = self.policy or in_force(read.shared(), development.tracks.ends[-1])
        return policy.effect.smallest_group

    def _development(self, read: StoredReadModel, as_of: date | None, program: str | None) -> Development:
        """One program (the only one, if none is named) up to a day."""
        ask = self._question(read, as_of, None, None)
        inquiry = Inquiry(read.connection, read, ask)
        about = inquiry.setting.only(program)
        blocks = dict(inquiry.blocks())
        ends = week_ends(_first_day(read, blocks, about, ask), ask.as_of)
        return Development(
            read=read,
            program=about,
            setting=inquiry.setting,
            blocks=blocks,
            tracks=tracks(read, blocks, about, inquiry.setting, ends, ask),
        )


def _first_day(
    read: StoredReadModel, blocks: Mapping[int, Sequence[Listed]], program: Definition, ask: Question
) -> date:
    """The program's start; without one, the first licence, check-in or report of use of anybody."""
    days = [program.starts_on] if program.starts_on else list(_first_facts(read, blocks))
    earliest = ask.as_of - timedelta(weeks=_MOST_WEEKS)
    return min(max(min(days, default=ask.as_of), earliest), ask.as_of)


def _first_facts(read: StoredReadModel, blocks: Mapping[int, Sequence[Listed]]) -> Iterator[date]:
    first = read.first_day_of_use()
    if first is not None:
        yield date.fromordinal(first)
    for block in blocks:
        for presence in read.presences(block).values():
            for day in (presence.licensed, presence.first_check_in):
                if day is not None:
                    yield date.fromordinal(day)
