"""When a person belongs to the company, is away, or is not expected to take part."""

from datetime import date, timedelta

import attrs

from adoptlog.domain import facts as f
from adoptlog.domain.summary import Summary
from adoptlog.messages import Message

Period = tuple[date, date]


@attrs.frozen
class Employment:
    """The span in which facts about a person count; None is "not known", which bounds nothing.

    Of several joining dates the earliest stands; leaving holds until a later joining.
    """

    joined_on: date | None = None
    left_on: date | None = None

    @classmethod
    def of(cls, summary: Summary) -> "Employment":
        joined = sorted(fact.on for fact in summary.of(f.Joined))
        left = max((fact.on for fact in summary.of(f.Left)), default=None)
        if left is not None and any(day > left for day in joined):
            left = None
        return cls(joined[0] if joined else None, left)

    def problem(self, day: date) -> Message | None:
        """Why a fact of this day does not count, or None if it does."""
        if self.joined_on is not None and day < self.joined_on:
            return Message("is dated {day}, before joining on {joined_on}", day=day, joined_on=self.joined_on)
        if self.left_on is not None and day > self.left_on:
            return Message("is dated {day}, after leaving on {left_on}", day=day, left_on=self.left_on)
        return None


def merged(periods: list[Period]) -> list[Period]:
    """Periods in order, those that overlap or touch made one.

    >>> from datetime import date as d
    >>> merged([(d(2026, 5, 4), d(2026, 5, 8)), (d(2026, 5, 1), d(2026, 5, 5))])
    [(datetime.date(2026, 5, 1), datetime.date(2026, 5, 8))]
    """
    out: list[Period] = []
    for first, last in sorted(periods):
        if out and first <= out[-1][1] + timedelta(days=1):
            out[-1] = (out[-1][0], max(out[-1][1], last))
        else:
            out.append((first, last))
    return out


def leaves(summary: Summary) -> list[Period]:
    """The person's leave, overlapping leave merged."""
    return merged([(fact.starts_on, fact.ends_on) for fact in summary.of(f.LeaveTaken)])
