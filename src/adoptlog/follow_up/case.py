"""What a rule may look at: one person, one person in one program, or one program, on one day. No clock, no store."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import cached_property
from typing import TypeVar

import attrs

from adoptlog.domain import facts as f
from adoptlog.domain.dates import dated
from adoptlog.domain.facts.programs import STEPS, Step
from adoptlog.domain.program import Definition
from adoptlog.domain.summary import Summary
from adoptlog.follow_up.work_days import WorkDays
from adoptlog.habit import Habit

F = TypeVar("F")


@attrs.frozen
class Leave:
    """An absence, both days included, and how many days of work it was."""

    first: date
    last: date
    working_days: int


@attrs.frozen(kw_only=True)
class GuidelineInForce:
    """The version of a guideline that holds today, and from when a person is bound by it."""

    guideline: str
    version: str
    published_on: date


@attrs.frozen(kw_only=True, slots=False)
class Learner:
    """One person, as far as facts are dated by `today`."""

    person: str
    today: date
    facts: Summary
    work_days: WorkDays
    leaves: tuple[Leave, ...] = ()
    """In order, overlapping leave merged."""
    joined_on: date | None = None
    department: str | None = None
    manager: str | None = None
    champion: str | None = None
    owner: str | None = None
    """Of the department's champions and the owners in the person's programs, the first."""
    guidelines: tuple[GuidelineInForce, ...] = ()
    """Those the person is bound by: the company's, and those of their programs."""
    launched_on: date | None = None
    """The first launch of a program the person takes part in."""
    news: tuple[f.ToolNewsReleased, ...] = ()
    """Of the tools of the person's programs."""
    used_since: Callable[[date], date | None] = lambda day: None
    """The first day of use on or after a day, of any tool."""

    @property
    def on_leave(self) -> bool:
        """Whether the person is away today."""
        return any(leave.first <= self.today <= leave.last for leave in self.leaves)

    def of(self, fact_type: type[F]) -> tuple[F, ...]:
        """The person's facts of one type."""
        return self.facts.of(fact_type)

    @cached_property
    def trainings(self) -> tuple[f.TrainingCompleted, ...]:
        """Trainings completed, in order; one that was not passed is no completed training."""
        return tuple(sorted((t for t in self.of(f.TrainingCompleted) if t.passed is not False), key=lambda t: t.on))

    @property
    def trained_on(self) -> date | None:
        """The first training."""
        return self.trainings[0].on if self.trainings else None

    @cached_property
    def licensed_on(self) -> date | None:
        """Since when the person holds a licence; None without one, and after the last was taken away."""
        revoked = self.of(f.LicenceRevoked)
        held = [
            granted.on
            for granted in self.of(f.LicenceGranted)
            if not any(r.on >= granted.on and r.tool in (None, granted.tool) for r in revoked)
        ]
        return min(held, default=None)

    def acknowledged(self, guideline: str) -> frozenset[str]:
        """The versions of a guideline the person agreed to."""
        return frozenset(a.version for a in self.of(f.GuidelineAcknowledged) if a.guideline == guideline)

    def checked_in_on(self, *kinds: str) -> date | None:
        """The last check-in of some kinds (of any, if none is named)."""
        return max((c.on for c in self.of(f.CheckInHeld) if not kinds or c.kind in kinds), default=None)


@attrs.frozen(kw_only=True)
class Peers:
    """The known people of a person's department in a program."""

    people: int
    median_strength: float


@attrs.frozen(kw_only=True, slots=False)
class ProgramCase:
    """One program, as far as facts are dated by `today`."""

    definition: Definition
    today: date
    facts: Summary
    work_days: WorkDays
    """Of somebody without a calendar of their own."""
    entered: Mapping[Step, date] = attrs.field(factory=dict)
    """When each step was entered, the last time."""
    owner: str | None = None
    owner_until: date | None = None
    """The last day of the last owner whose role ended."""
    champions: Mapping[str, str] = attrs.field(factory=dict)
    """The champion of each department that has one; under the empty name, the one for all departments."""
    champions_until: Mapping[str, date] = attrs.field(factory=dict)
    """The last day of each department's last champion whose role ended; under the empty name, as above."""
    guidelines: tuple[GuidelineInForce, ...] = ()
    withdrawn_on: date | None = None
    """When a guideline of the program was last withdrawn."""
    news: tuple[f.ToolNewsReleased, ...] = ()
    """Of the program's tools."""
    departments: Mapping[str, int] = attrs.field(factory=dict)
    """How many people of each department take part."""
    arrived: Mapping[str, date] = attrs.field(factory=dict)
    """Since when each department takes part, where a date says so."""
    known_until: date | None = None
    """The last day a feed of the program's tools speaks about; None without a feed."""
    reported_until: date | None = None
    """The last day that a report about one of its people speaks about: a self-report, an aggregate, a snapshot."""
    without_news: int = 0
    """How many people at work nothing has been known about for longer than the rule `no-evidence` allows."""
    measurements: tuple[tuple[str, f.MeasurementTaken], ...] = ()
    """Of the people who take part, or did until they left the company: about whom, and what."""
    shared: tuple[tuple[str | None, f.UseCaseShared], ...] = ()
    """Use cases shared by the same people, with the department."""

    @property
    def name(self) -> str:
        return self.definition.program

    @property
    def step(self) -> Step | None:
        """The step the program is in."""
        return max(self.entered, key=lambda step: (self.entered[step], STEPS.index(step)), default=None)

    @property
    def began_on(self) -> date | None:
        """The first day anything is dated in the program."""
        days = (dated(fact) for _, _, fact in self.facts)
        return min((day for day in days if day is not None), default=None)

    @property
    def launched_on(self) -> date | None:
        """The day people start: `starts_on`, else the entry into step 3."""
        return self.definition.starts_on or self.entered.get("education")

    @property
    def followed_up_from(self) -> date | None:
        """When the follow-up phase may begin: with step 4; `date.min` in a program that records no steps."""
        return self.entered.get("follow_up") if self.entered else date.min


@attrs.frozen(kw_only=True, slots=False)
class Participant:
    """One person in one program."""

    learner: Learner
    program: ProgramCase
    habit: Habit
    known_until: date | None = None
    """The last day anything speaks about: the program's feeds, or a report about this person."""
    peers: Peers | None = None

    @property
    def today(self) -> date:
        return self.learner.today

    @property
    def work_days(self) -> WorkDays:
        return self.learner.work_days

    @property
    def reviews(self) -> tuple[f.ReviewHeld, ...]:
        """The reviews held with the person in this program, in order."""
        held = [review for review in self.learner.of(f.ReviewHeld) if review.program == self.program.name]
        return tuple(sorted(held, key=lambda review: review.on))

    @property
    def graduated_on(self) -> date | None:
        """When the person passed the review."""
        return next((review.on for review in self.reviews if review.outcome == "graduate"), None)

    @property
    def follow_up_began_on(self) -> date | None:
        """The first day of the person's follow-up phase: the first training, or step 4 if that is later."""
        trained_on, from_ = self.learner.trained_on, self.program.followed_up_from
        return None if trained_on is None or from_ is None else max(trained_on, from_)
