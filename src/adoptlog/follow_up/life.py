"""The life of a follow-up after it was raised, as far as its facts are dated by a day."""

from datetime import date
from typing import Literal

import attrs

from adoptlog.domain import facts as f
from adoptlog.domain.summary import Summary

State = Literal["due", "raised", "assigned", "snoozed", "done", "dismissed", "resolved"]
OPEN: tuple[State, ...] = ("due", "raised", "assigned", "snoozed")


@attrs.frozen(kw_only=True)
class Life:
    """What became of a follow-up that was raised."""

    raised: f.FollowUpRaised
    state: State
    closed_on: date | None = None
    assigned_to: str | None = None
    notified: tuple[f.FollowUpNotified, ...] = ()
    words: str | None = None
    """What was said when it was closed: a note, a reason, or the fact that resolved it."""

    @property
    def open(self) -> bool:
        return self.closed_on is None

    @classmethod
    def of(cls, summary: Summary, today: date) -> "Life | None":
        """The life up to a day; None if it was not raised by then."""
        raised = next((fact for fact in summary.of(f.FollowUpRaised) if fact.on <= today), None)
        if raised is None:
            return None
        assigned = [fact for fact in summary.of(f.FollowUpAssigned) if fact.on <= today]
        snoozed = [fact for fact in summary.of(f.FollowUpSnoozed) if fact.on <= today < fact.until]
        closed = _closed(summary, today)
        state: State = "assigned" if assigned else "raised"
        return cls(
            raised=raised,
            state=closed[0] if closed else "snoozed" if snoozed else state,
            closed_on=closed[1] if closed else None,
            words=closed[2] if closed else None,
            assigned_to=assigned[-1].to if assigned else None,
            notified=tuple(fact for fact in summary.of(f.FollowUpNotified) if fact.on <= today),
        )


def _closed(summary: Summary, today: date) -> tuple[State, date, str | None] | None:
    for done in summary.of(f.FollowUpDone):
        if done.on <= today:
            return "done", done.on, done.note
    for dismissed in summary.of(f.FollowUpDismissed):
        if dismissed.on <= today:
            return "dismissed", dismissed.on, dismissed.reason
    for resolved in summary.of(f.FollowUpResolved):
        if resolved.on <= today:
            return "resolved", resolved.on, resolved.because
    return None
