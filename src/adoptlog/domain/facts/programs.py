"""What a company decides: programs and their four steps, objectives, roles, calendar, policy."""

from datetime import date
from typing import Literal

import attrs

from adoptlog.domain.facts.effect import Metric
from adoptlog.domain.facts.fields import free_text, person

Step = Literal["inventory", "objectives", "education", "follow_up"]
Role = Literal["owner", "champion", "adviser"]
Decision = Literal["continue", "adjust", "stop"]

STEPS: tuple[Step, ...] = ("inventory", "objectives", "education", "follow_up")


@attrs.frozen(kw_only=True)
class ProgramDefined:
    """What a program is about; a field left None says nothing, and the last thing said stands.

    No `tools` means every tool; `target_days` is the pace aimed at, in days of use per five working days; costs are
    money per month and per working hour; people were chosen because slow when `chosen_below` minutes are given.
    """

    program: str
    title: str | None = None
    tools: tuple[str, ...] | None = None
    target_days: float | None = None
    core_use_cases: tuple[str, ...] | None = None
    starts_on: date | None = None
    monthly_cost: float | None = None
    hourly_cost: float | None = None
    chosen_below: float | None = None


@attrs.frozen(kw_only=True)
class TaskInventoried:
    """A task of the work inventory: how long a run takes, how many runs a month, who does it."""

    program: str
    task: str
    on: date
    minutes_per_run: float
    runs_per_month: float
    department: str | None = None
    person: str | None = person(default=None)


@attrs.frozen(kw_only=True)
class UseCasePrioritised:
    """A use case the program aims at; a core one is what the tool is there for."""

    program: str
    use_case: str
    task: str | None = None
    priority: int | None = None
    core: bool | None = None


@attrs.frozen(kw_only=True)
class TargetSet:
    """What a use case is to reach in a metric, by when."""

    program: str
    use_case: str
    metric: Metric
    target: float
    on: date | None = None


@attrs.frozen(kw_only=True)
class OwnerAppointed:
    """The person answers for the program (None: for all) from `starts_on`; the latest-dated owner stands."""

    person: str = person()
    starts_on: date | None = None
    program: str | None = None


@attrs.frozen(kw_only=True)
class ChampionAppointed:
    """The person is the AI lead of a department from `starts_on`."""

    person: str = person()
    starts_on: date
    department: str | None = None
    program: str | None = None


@attrs.frozen(kw_only=True)
class AdviserAppointed:
    """The person advises from `starts_on`."""

    person: str = person()
    starts_on: date
    department: str | None = None
    program: str | None = None


@attrs.frozen(kw_only=True)
class RoleEnded:
    """`on` is the person's last day in a role."""

    person: str = person()
    role: Role
    on: date
    department: str | None = None
    program: str | None = None


@attrs.frozen(kw_only=True)
class PhaseEntered:
    """The program entered one of its four steps; `override` is the reason for passing an unmet gate."""

    program: str
    step: Step
    on: date
    override: str | None = free_text(default=None)
    unmet: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class DecisionTaken:
    """The company decided whether the program goes on; `evidence` is what the figures were, by name."""

    program: str
    on: date
    outcome: Decision
    note: str | None = free_text(default=None)
    evidence: dict[str, str | int | float] = attrs.field(factory=dict)


@attrs.frozen(kw_only=True)
class PolicyAdopted:
    """The policy (TOML) in force from `on`."""

    on: date
    policy: str


@attrs.frozen(kw_only=True)
class ClosureDeclared:
    """The company, a department or a country's offices are closed `on` a day."""

    on: date
    department: str | None = None
    country: str | None = None
    name: str | None = free_text(default=None)


@attrs.frozen(kw_only=True)
class ToolNewsReleased:
    """A tool changed: what was taught before is older than it was."""

    tool: str
    on: date
    title: str | None = free_text(default=None)
