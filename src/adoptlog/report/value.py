"""The report as one value: everything its faces say, already suppressed; nothing in it can be taken apart again."""

from collections.abc import Mapping, Sequence
from datetime import date

import attrs

from adoptlog.effect.coverage import BaselineCoverage
from adoptlog.effect.hours import HoursSaved, NetReturn
from adoptlog.effect.survival import Survival
from adoptlog.effect.task import TaskEffect
from adoptlog.effect.usage import UsageRate
from adoptlog.effect.verdict import Verdict
from adoptlog.report.suggestion import Goal, Outcome, Suggestion
from adoptlog.trends.bottleneck import Passage
from adoptlog.trends.cohorts import Cohort
from adoptlog.trends.weeks import StatesOfWeek
from adoptlog.trends.workload import WorkOfWeek


@attrs.frozen(kw_only=True)
class Department:
    """One department on the last day; a suppressed one has no numbers."""

    name: str | None
    people: int | None
    states: Mapping[str, int] | None
    usage: UsageRate | None


@attrs.frozen(kw_only=True)
class Decision:
    """What was decided last, and what followed."""

    on: date
    outcome: Outcome
    note: str | None
    habitual_then: int | None
    """People who used it by habit at the end of that week."""
    here_then: int | None
    evidence: Mapping[str, str | int | float] = attrs.field(factory=dict)
    """The figures it was taken on, by the names they are recorded under."""


@attrs.frozen(kw_only=True)
class Evidence:
    """What the figures rest on."""

    baselines: BaselineCoverage
    """Which tasks were measured before the launch, and whether a figure may stand at the top."""
    chosen_below: float | None = None
    """People were chosen for a baseline above so many minutes."""
    known_until: date | None = None
    """The last day the feeds of use speak about."""
    unknown: int | None = None
    """People about whom nothing has been known for long."""


@attrs.frozen(kw_only=True)
class Named:
    """One person, for the few who may read names: a state, and nothing to be ranked by."""

    person: str
    name: str | None
    department: str | None
    state: str


@attrs.frozen(kw_only=True)
class Report:
    """One program up to a day."""

    as_of: date
    program: str
    title: str | None
    smallest_group: int
    people: int | None
    """Who takes part and is still here; None in a program too small to be shown."""
    states: Mapping[str, int] | None
    usage: UsageRate
    hours: HoursSaved
    net_return: NetReturn | None
    effects: Sequence[TaskEffect]
    """Per task and metric, of the whole program."""
    effects_by_department: Sequence[TaskEffect]
    goals: Sequence[Goal]
    verdict: Verdict
    """On the time saved by all tasks together."""
    suggestion: Suggestion
    weeks: Sequence[StatesOfWeek]
    departments: Sequence[Department]
    cohorts: Sequence[Cohort]
    retention: Survival | None
    passages: Sequence[Passage]
    work: Sequence[WorkOfWeek]
    waiting_days: int | None
    """How long the tasks have been known without a launch; None once it is launched."""
    waiting_hours: float | None
    """What that cost in hours not saved (E1)."""
    decision: Decision | None
    evidence: Evidence
    named: Sequence[Named] | None = None
