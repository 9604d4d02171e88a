"""What an adapter hands in: who (by an external id), which fact, and from which source record."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

import attrs


class Observation(NamedTuple):
    """A fact as the outside says it.

    `person` is an external id: bare for an employee number, with `@` an e-mail address, `system:id` for another
    system's account; None for facts that are not about a person (a program, a guideline, a closure). Fields of the
    fact that name other people hold external ids too, and free text holds the words: intake takes both out.
    `at` is given instead of a trustworthy date where the source has a time stamp: intake turns it into the
    person's local date. `if_changed` says that the source gives no date: the fact is dated by the day of import and
    recorded only if it changes what holds on that day.
    """

    person: str | None
    fact: Any
    at: datetime | None = None
    if_changed: bool = False


@attrs.frozen(kw_only=True)
class PersonDescribed:
    """Directory data of a person; never an event. `also_known_as` are further external ids of the same person.

    A described person with nothing else is a person without any date.
    """

    name: str | None = None
    email: str | None = None
    also_known_as: tuple[str, ...] = ()


@attrs.frozen
class RecordVoided:
    """The source takes its own earlier (or later arriving) record back."""

    source_id: str


@attrs.frozen
class Irrelevant:
    """The record says nothing adoptlog wants to know; counted, never rejected."""

    because: str


@attrs.frozen
class Rejected:
    """The record cannot be understood; kept as a dead letter."""

    because: str


Translation = Sequence[Observation] | Irrelevant | Rejected
"""What one source record says: its observations, or why there are none."""
