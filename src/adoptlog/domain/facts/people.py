"""What HR knows: who is here, where, when, and with which licence."""

from datetime import date
from typing import Literal

import attrs

from adoptlog.domain.facts.fields import free_text, person

Weekday = Literal[0, 1, 2, 3, 4, 5, 6]
Literacy = Literal["low", "mid", "high"]


@attrs.frozen(kw_only=True)
class Joined:
    """The person joined the company; of several dates the earliest stands."""

    on: date


@attrs.frozen(kw_only=True)
class Left:
    """The person's last day; a later `Joined` brings them back."""

    on: date


@attrs.frozen(kw_only=True)
class Moved:
    """From `on` the person works in `department` under `manager`; None says nothing about that half.

    The first one may come without a date: it then holds from the beginning, as the first dated one does.
    """

    on: date | None
    department: str | None = None
    manager: str | None = person(default=None)


@attrs.frozen(kw_only=True)
class LeaveTaken:
    """Away from `starts_on` to `ends_on`, both inclusive; overlapping leave is one leave."""

    starts_on: date
    ends_on: date
    kind: str | None = free_text(default=None)


@attrs.frozen(kw_only=True)
class Exempted:
    """Not expected to use the tools from `starts_on` (to `ends_on`, inclusive), in one program or in all."""

    starts_on: date
    ends_on: date | None = None
    program: str | None = None


@attrs.frozen(kw_only=True)
class WorkCalendarSet:
    """From `on` (the first: from the beginning) the person works on `workdays` (0 = Monday) in `country` (ISO 3166)
    and `timezone` (IANA)."""

    on: date | None
    country: str | None = None
    timezone: str | None = None
    workdays: tuple[int, ...] | None = None


@attrs.frozen(kw_only=True)
class LiteracyAssessed:
    """How well the person handles AI tools, assessed or self-rated."""

    on: date | None
    level: Literacy


@attrs.frozen(kw_only=True)
class LicenceGranted:
    """The person may use `tool` (None: the tools in general) from `on`."""

    on: date
    tool: str | None = None


@attrs.frozen(kw_only=True)
class LicenceRevoked:
    """The person may no longer use `tool` from `on`."""

    on: date
    tool: str | None = None


@attrs.frozen(kw_only=True)
class Enrolled:
    """The person takes part in `program` from `starts_on` (to `ends_on`, inclusive)."""

    program: str
    starts_on: date
    ends_on: date | None = None


@attrs.frozen(kw_only=True)
class Unenrolled:
    """`on` is the person's last day in `program`."""

    program: str
    on: date
