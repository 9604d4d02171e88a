"""Status over time: states by week, cohorts, the stages on the way to a habit, and the follow-up work of each week."""

from datetime import date

from adoptlog.facade.work_list import WorkList
from adoptlog.policy import in_force
from adoptlog.projections.read_model import StoredReadModel
from adoptlog.rows import Rows
from adoptlog.trends.bottleneck import Passage, passages
from adoptlog.trends.cohorts import Cohort, cohorts
from adoptlog.trends.development import Development, developed
from adoptlog.trends.hiding import shown_passages, unseen_departments
from adoptlog.trends.weeks import StatesOfWeek, states_by_week
from adoptlog.trends.workload import WorkOfWeek, work_by_week


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
        return developed(read, self._question(read, as_of, None, None), program)
