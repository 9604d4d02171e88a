"""Whether it pays: the effect on tasks, the usage rate, hours saved and what they are worth. Nothing here records."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, Literal

from adoptlog.effect.policy import EffectPolicy
from adoptlog.errors import NotFound, Refused
from adoptlog.facade.questions import Questions
from adoptlog.messages import Message
from adoptlog.policy import in_force
from adoptlog.rows import Rows
from adoptlog.status.inquiry import Inquiry
from adoptlog.store import directory

if TYPE_CHECKING:
    from adoptlog.domain.summary import Summary
    from adoptlog.effect.coverage import BaselineCoverage
    from adoptlog.effect.hours import HoursSaved, NetReturn
    from adoptlog.effect.plan import PairsNeeded
    from adoptlog.effect.task import TaskEffect
    from adoptlog.effect.usage import UsageRate
    from adoptlog.evidence.measurements import Measurements
    from adoptlog.evidence.program import Aimed

DAYS = 28
"""Over how many days the usage rate is taken unless said otherwise."""


class Effects(Questions):
    """The part of `AdoptLog` for those who decide whether to go on."""

    _last: "tuple[object, Measurements] | None" = None
    """What was measured, as the last question found it, and what that rests on: a report asks many."""

    def effect(
        self,
        *,
        as_of: date | None = None,
        program: str | None = None,
        department: str | None = None,
        task: str | None = None,
        month: str | None = None,
        by: Literal["department", "month"] | None = None,
    ) -> "Rows[TaskEffect]":
        """What a program (None: each) changed in each task and metric, by the end of a day: a row with the figure, its
        interval and the verdict. Of one department, of one `month` (such as 2026-06) of measurements after the launch,
        or a row for each of them. Figures of too few people are None."""
        from adoptlog.evidence.effects import by_department, by_month, effects
        from adoptlog.evidence.measurements import month_of

        day = as_of or self.today
        in_month = month_of(month) if month else None
        rows: Rows[TaskEffect] = Rows()
        with self._measured(day, program) as (measurements, programs, policy):
            for one in programs:
                if by == "month":
                    found = by_month(measurements, one, policy)
                elif by == "department" or department is not None:
                    found = by_department(measurements, one, policy, in_month)
                else:
                    found = effects(measurements, one, policy, in_month)
                rows += [row for row in found if task in (None, row.task) and department in (None, row.department)]
        return rows

    def usage_rate(
        self,
        *,
        as_of: date | None = None,
        program: str | None = None,
        days: int = DAYS,
        by: Literal["department"] | None = None,
    ) -> "Rows[UsageRate]":
        """Of those who could have used a program's tools in the last `days` days, how many did: a row per program, or
        per department of it."""
        from adoptlog.evidence.participation import Period, by_department, rates

        if days < 1:
            raise Refused("days is {days}: a period has at least 1 day", days=days)
        rows: Rows[UsageRate] = Rows()
        with self.application.current() as read:
            ask = self._question(read, as_of, None, None)
            inquiry = Inquiry(read.connection, read, ask)
            smallest = self._effect_policy(read.shared(), ask.as_of).smallest_group
            blocks = [(block, members, read.presences(block)) for block, members in inquiry.blocks()]
            licensed_only = any(p.licensed is not None for _, _, presences in blocks for p in presences.values())
            for one in inquiry.setting.named(program):
                period = Period(read, inquiry.setting, one, ask.as_of, days, ask.country)
                found = (told for block in blocks for told in period.of(*block, licensed_only))
                rows += rates(by_department(found), one.program, smallest, by)
        return rows

    def hours_saved(
        self, *, as_of: date | None = None, program: str | None = None, department: str | None = None
    ) -> "HoursSaved":
        """Hours a month that a program saves, with their interval. Without a name it is the only program there is."""
        from adoptlog.evidence.effects import hours

        with self._measured(as_of or self.today, program) as (measurements, programs, policy):
            return hours(measurements, _only(programs), policy, department)

    def net_return(self, *, as_of: date | None = None, program: str | None = None) -> "NetReturn | None":
        """What the hours saved are worth a month less what the program costs; None where costs or hours are unknown."""
        from adoptlog.effect.hours import net_return
        from adoptlog.evidence.effects import hours

        with self._measured(as_of or self.today, program) as (measurements, programs, policy):
            one = _only(programs)
            costs = one.definition.hourly_cost, one.definition.monthly_cost
            return net_return(hours(measurements, one, policy), *costs)

    def baseline_coverage(self, *, as_of: date | None = None, program: str | None = None) -> "BaselineCoverage":
        """How many of a program's tasks were measured before the launch, and whether a figure may stand at the top."""
        from adoptlog.evidence.effects import coverage

        with self._measured(as_of or self.today, program) as (measurements, programs, _):
            return coverage(measurements, _only(programs))

    def pairs_needed(
        self,
        minutes: float,
        *,
        sd: float | None = None,
        task: str | None = None,
        program: str | None = None,
        as_of: date | None = None,
        power: float = 0.8,
    ) -> "Rows[PairsNeeded]":
        """How many people have to be measured before and after to see a saving of `minutes` per run in `power` of all
        cases: for a standard deviation of differences, or a row for each task (or one) by what was measured of it.
        Raises `Refused` for numbers that make no sense, `NotFound` where nothing says how much people differ."""
        from adoptlog.effect.plan import by_spread, by_task

        if minutes <= 0 or not 0.5 <= power < 1 or (sd is not None and sd <= 0):
            raise Refused(
                "minutes {minutes:g}, sd {sd}, power {power:g}: minutes and sd have to be above 0, power from 0.5 to 1",
                minutes=minutes,
                sd=sd,
                power=power,
            )
        if sd is not None:
            return Rows([by_spread(minutes, sd, power)])
        with self._measured(as_of or self.today, program) as (measurements, programs, policy):
            tasks = {
                key[0]: some
                for one in programs
                for key, some in measurements.of(one).items()
                if key[1] == "minutes" and task in (None, key[0])
            }
            found = [by_task(name, minutes, some, policy.smallest_group, power) for name, some in tasks.items()]
        rows = Rows(row for row in found if row is not None)
        if not rows:
            raise NotFound(
                "no baseline in minutes of {task} by {smallest_group} people says how much they differ: say it "
                "with --sd, the standard deviation of the differences in minutes",
                task=task or Message("any task"),
                smallest_group=policy.smallest_group,
            )
        return rows

    @contextmanager
    def _measured(self, as_of: date, program: str | None) -> "Iterator[tuple[Measurements, list[Aimed], EffectPolicy]]":
        """What was measured by a day, the programs asked about, and the policy."""
        from adoptlog.evidence.measurements import Measurements
        from adoptlog.evidence.program import aimed

        with self.application.current() as read:
            basis = as_of, read.position(), directory.state(read.connection)
            if self._last is None or self._last[0] != basis:
                self._last = basis, Measurements(read.connection, read, self._question(read, as_of, None, None))
            _, measurements = self._last
            programs = aimed(measurements.setting, measurements.presences.values(), program, as_of)
            yield measurements, programs, self._effect_policy(read.shared(), as_of)

    def _effect_policy(self, shared: "list[Summary]", on: date) -> EffectPolicy:
        return (self.policy or in_force(shared, on)).effect


def _only(programs: "list[Aimed]") -> "Aimed":
    if len(programs) > 1:
        raise NotFound("there are several programs, name one: {programs}", programs=tuple(one.name for one in programs))
    return programs[0]
