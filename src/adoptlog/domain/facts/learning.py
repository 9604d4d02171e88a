"""What an LMS, a coach and a chat channel know: trainings, check-ins, questions, shared use cases."""

from datetime import date
from typing import Literal

import attrs

from adoptlog.domain.facts.fields import free_text, person

Topic = Literal["usage", "use_cases", "guideline"]
CheckInKind = Literal["meeting", "hands_on", "chat"]
ReviewOutcome = Literal["graduate", "extend"]


@attrs.frozen(kw_only=True)
class TrainingAssigned:
    """The person was told to take `course`."""

    course: str
    on: date
    program: str | None = None
    due_on: date | None = None


@attrs.frozen(kw_only=True)
class TrainingCompleted:
    """The person finished `course`; with `passed` false it is a learning touch, not a completed training.

    `score` is a share, 0 to 1.
    """

    course: str
    on: date
    score: float | None = None
    passed: bool | None = None
    topics: tuple[Topic, ...] = ()


@attrs.frozen(kw_only=True)
class CheckInHeld:
    """Somebody talked with the person about their use; `self_reported_days` is theirs for the seven days up to `on`."""

    kind: CheckInKind
    on: date
    self_reported_days: float | None = None
    use_case: str | None = None
    note: str | None = free_text(default=None)
    by: str | None = person(default=None)


@attrs.frozen(kw_only=True)
class GuidelineAcknowledged:
    """The person agreed to a version of a guideline; of several dates the earliest stands."""

    guideline: str
    version: str
    on: date


@attrs.frozen(kw_only=True)
class QuestionAsked:
    """The person asked for help."""

    question: str = free_text()
    on: date


@attrs.frozen(kw_only=True)
class QuestionAnswered:
    """The person's question was answered."""

    question: str = free_text()
    on: date
    by: str | None = person(default=None)


@attrs.frozen(kw_only=True)
class UseCaseShared:
    """The person showed the others a use that works."""

    use_case: str
    on: date
    task: str | None = None
    title: str | None = free_text(default=None)


@attrs.frozen(kw_only=True)
class ReviewHeld:
    """The three-month review: the person graduates from the follow-up, or it is extended."""

    program: str
    on: date
    outcome: ReviewOutcome
    note: str | None = free_text(default=None)
