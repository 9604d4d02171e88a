"""A follow-up's life: raised once, taken, put off, and closed once."""

from typing import Any

from adoptlog.domain import facts as f
from adoptlog.domain.stream import Circumstances, Stream
from adoptlog.errors import Refused
from adoptlog.messages import Message

_CLOSING = (f.FollowUpDone, f.FollowUpDismissed, f.FollowUpResolved)


class FollowUp(Stream):
    """One follow-up for one person (or program), rule and trigger."""

    accepts = (
        f.FollowUpRaised,
        f.FollowUpAssigned,
        f.FollowUpSnoozed,
        f.FollowUpNotified,
        *_CLOSING,
    )

    def decide(self, fact: Any, circumstances: Circumstances) -> None:
        raised = self.summary.of(f.FollowUpRaised)
        if isinstance(fact, f.FollowUpRaised):
            if raised:
                raise Refused("this follow-up was raised on {on} already: raising twice is one", on=raised[0].on)
            return
        if not raised:
            raise Refused("this follow-up has not been raised: `follow-ups list` shows what is open")
        for kind in _CLOSING:
            if self.summary.of(kind):
                raise Refused(
                    "this follow-up is closed ({how}): a new trigger raises a new one",
                    how=Message.word("state", kind.__name__[8:].lower()),
                )
        if isinstance(fact, f.FollowUpSnoozed) and fact.until <= fact.on:
            raise Refused(
                "a follow-up cannot be put off to {until}, which is not after {on}", until=fact.until, on=fact.on
            )
