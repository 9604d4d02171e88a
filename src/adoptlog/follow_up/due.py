"""What a rule finds: that somebody needs help, since when, until when, and because of what."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import attrs

from adoptlog.domain.facts.follow_ups import OwnerRole

Values = Mapping[str, str | int | float]


def _plain(values: Mapping[str, Any]) -> Values:
    """Dates as their ISO text: what is stored with a follow-up says the same for ever."""
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in values.items()}


@attrs.frozen(kw_only=True)
class Due:
    """Help that is due.

    `trigger` says which occurrence it is: the same trigger is the same follow-up, however often it is found.
    """

    trigger: str
    on: date
    """The day on which the rule's limit is met, the first on which the follow-up is listed."""
    due_on: date | None = None
    """By when help should have been given; None: on the day it is listed."""
    because: Values = attrs.field(factory=dict, converter=_plain)
    """The values that the sentence of the reason names."""
    reason: str = ""
    """Which of the rule's reasons it is, for a rule that has several."""
    owner_role: OwnerRole | None = None
    """Who acts, where this occurrence is for somebody else than the rule says."""
