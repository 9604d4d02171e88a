"""What a channel is: something that delivers letters to one person, or a notice to a room that many can read."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol, runtime_checkable
from uuid import UUID

import attrs

from adoptlog.errors import AdoptLogError


class NotDelivered(AdoptLogError):
    """A channel did not accept a message; says what the other side said, and never a secret."""


@attrs.frozen(kw_only=True)
class Entry:
    """One follow-up in a letter."""

    id: UUID
    title: str
    text: str
    due_on: date


@attrs.frozen(kw_only=True)
class Letter:
    """One message to one person."""

    id: UUID
    """The same recipient and follow-ups give the same: a letter that goes out again can be recognised."""
    to: str
    """What the recipient is called in output."""
    name: str | None
    address: str | None
    lang: str
    subject: str
    text: str
    entries: Sequence[Entry]
    on: date


@attrs.frozen(kw_only=True)
class Count:
    """How many follow-ups of a rule those in one role are asked to take."""

    role: str
    rule: str
    follow_ups: int


@attrs.frozen(kw_only=True)
class Notification:
    """What a room may read: how many, of which rules, for whom by role. It has no place for a person."""

    title: str
    lines: Sequence[str]
    closing: str


@runtime_checkable
class PersonalChannel(Protocol):
    """Delivers letters, each to one person."""

    name: str
    needs_address: bool

    def deliver(self, letter: Letter) -> None:
        """Hand a letter over. Raises `NotDelivered` unless the other side accepted it."""
        ...

    def close(self) -> None:
        """No more letters today."""
        ...


@runtime_checkable
class RoomChannel(Protocol):
    """Posts to a room."""

    name: str

    def post(self, notification: Notification) -> None:
        """Hand a notification over. Raises `NotDelivered` unless the other side accepted it."""
        ...


Channel = PersonalChannel | RoomChannel
