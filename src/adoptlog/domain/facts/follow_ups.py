"""What happened to a follow-up: somebody raised it, took it, put it off, did it, or it resolved itself."""

from datetime import date
from typing import Literal

import attrs

from adoptlog.domain.facts.fields import free_text, person

Channel = Literal["message", "meeting", "hands_on", "chat", "training"]
OwnerRole = Literal["owner", "champion", "manager", "adviser", "learner"]


@attrs.frozen(kw_only=True)
class FollowUpRaised:
    """A rule found that a person (None: the program itself) needs help, because of `trigger`."""

    rule: str
    trigger: str
    on: date
    due_on: date
    priority: int
    owner_role: OwnerRole
    channel: Channel
    policy: str
    program: str | None = None
    person: str | None = person(default=None)
    reason: str = ""
    """Which of the rule's reasons it is, for a rule that has several."""
    because: dict[str, str | int | float] = attrs.field(factory=dict)
    """The values the reason names: dates, numbers and names of things, nobody's."""


@attrs.frozen(kw_only=True)
class FollowUpAssigned:
    """Somebody took the follow-up over."""

    to: str = person()
    on: date


@attrs.frozen(kw_only=True)
class FollowUpSnoozed:
    """The follow-up rests until a day."""

    on: date
    until: date


@attrs.frozen(kw_only=True)
class FollowUpNotified:
    """Somebody was told: the person it is about, the one who acts, or a room (`slack`, `teams`)."""

    to: str = person()
    on: date


@attrs.frozen(kw_only=True)
class FollowUpDone:
    """The help was given."""

    on: date
    note: str | None = free_text(default=None)


@attrs.frozen(kw_only=True)
class FollowUpDismissed:
    """Somebody decided that no help is needed."""

    on: date
    reason: str = free_text()


@attrs.frozen(kw_only=True)
class FollowUpResolved:
    """The fact that the rule was waiting for arrived."""

    on: date
    because: str
