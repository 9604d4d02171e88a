"""A person: what they learned, agreed to, said and were granted; and what must not be recorded about them."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import attrs

from adoptlog.domain import facts as f
from adoptlog.domain.dates import dated, named
from adoptlog.domain.employment import Employment
from adoptlog.domain.stream import Circumstances, Stream
from adoptlog.domain.summary import Entry, Summary, united
from adoptlog.errors import NotYet, Refused
from adoptlog.messages import Message

_NOT_BOUND_TO_EMPLOYMENT = (
    f.Joined,
    f.Left,
    f.Moved,
    f.WorkCalendarSet,
    f.LicenceGranted,
    f.LicenceRevoked,
    f.LeaveTaken,
    f.Exempted,
    f.Enrolled,
    f.Unenrolled,
    f.LiteracyAssessed,
)


class Person(Stream):
    """Everything known about one person but their daily use."""

    accepts = (
        *_NOT_BOUND_TO_EMPLOYMENT,
        f.TrainingAssigned,
        f.TrainingCompleted,
        f.CheckInHeld,
        f.GuidelineAcknowledged,
        f.QuestionAsked,
        f.QuestionAnswered,
        f.UseCaseShared,
        f.ReviewHeld,
        f.ActivityReported,
        f.LastActivityReported,
        f.MeasurementTaken,
    )

    merged: "Sequence[Person]" = ()
    """The streams of people who turned out to be this one."""

    @property
    def everything(self) -> Summary:
        """What stands about the person under all their ids."""
        return united(part.summary for part in (self, *self.merged)) if self.merged else self.summary

    def known(self, fact: Any, circumstances: Circumstances) -> Entry | None:
        if isinstance(fact, f.GuidelineAcknowledged):
            return self._acknowledged(fact)
        source = circumstances.source
        if circumstances.if_changed and isinstance(fact, f.Left):
            return self._left_already()
        if circumstances.if_changed and fact.on is not None:
            return self._holds_already(fact)
        for entry in self.everything.entries.get(type(fact), ()):
            if entry.source == source if source.key else entry.fact == fact:
                return entry
        return None

    def decide(self, fact: Any, circumstances: Circumstances) -> None:
        day = dated(fact)
        if day is not None and not isinstance(fact, _NOT_BOUND_TO_EMPLOYMENT):
            problem = Employment.of(self.everything).problem(day)
            if problem:
                _not_yet(
                    Message("{fact} {problem}: correct one of the dates", fact=named(fact), problem=problem),
                    circumstances,
                )
        if isinstance(fact, f.GuidelineAcknowledged):
            check_acknowledgement(fact, circumstances)

    def record(self, fact: Any, circumstances: Circumstances) -> Any:
        if isinstance(fact, f.GuidelineAcknowledged) and circumstances.by_hand:
            entry = self._acknowledged(fact, ever=True)
            if entry is not None and entry.fact != fact:
                raise Refused(
                    "version {version} of {guideline} was acknowledged on {on} already: nothing to do, or "
                    "take the earlier one back with `imports retract`",
                    version=fact.version,
                    guideline=fact.guideline,
                    on=entry.fact.on,
                )
        undated = circumstances.if_changed and not isinstance(fact, f.Left)
        if undated and not self.everything.entries.get(type(fact)):
            fact = attrs.evolve(fact, on=None)
        return super().record(fact, circumstances)

    def _acknowledged(self, fact: f.GuidelineAcknowledged, ever: bool = False) -> Entry | None:
        """The acknowledgement of the same version that stands: an earlier one, the earliest date counts."""
        for entry in self.everything.entries.get(f.GuidelineAcknowledged, ()):
            same = (entry.fact.guideline, entry.fact.version) == (fact.guideline, fact.version)
            if same and (ever or entry.fact.on <= fact.on):
                return entry
        return None

    def _left_already(self) -> Entry | None:
        """The entry by which the person has left, unless they are back."""
        left_on = Employment.of(self.everything).left_on
        return next((e for e in self.everything.entries.get(f.Left, ()) if e.fact.on == left_on), None)

    def _holds_already(self, fact: Any) -> Entry | None:
        """The entry by which every field of an undated change holds on its day already."""
        entries = self.everything.entries.get(type(fact), ())
        held = [entry for entry in entries if entry.fact.on is None or entry.fact.on <= fact.on]
        last: Entry | None = None
        for name, value in _said(fact).items():
            said = [entry for entry in held if getattr(entry.fact, name) is not None]
            if not said:
                return None
            last = max(said, key=lambda entry: (entry.fact.on or date.min, entry.version))
            if getattr(last.fact, name) != value:
                return None
        return last


def _said(fact: Any) -> dict[str, Any]:
    names = (name for name in fact.__slots__ if name not in ("on", "__weakref__"))
    return {name: value for name in names if (value := getattr(fact, name)) is not None}


def check_acknowledgement(fact: f.GuidelineAcknowledged, circumstances: Circumstances) -> None:
    """A version can be acknowledged from its publication on and until it is withdrawn."""
    versions = circumstances.context
    published = [p for p in versions.of(f.GuidelinePublished) if p.version == fact.version]
    if not published or fact.on < min(p.on for p in published):
        known = tuple(sorted(p.version for p in versions.of(f.GuidelinePublished))) or Message("none")
        when = Message("not published yet")
        if published:
            when = Message("before its publication on {day}", day=min(p.on for p in published))
        problem = Message(
            "version {version} of guideline {guideline} is acknowledged on {on}, {when} (published: {known}): "
            "record the publication first, or correct the version",
            version=fact.version,
            guideline=fact.guideline,
            on=fact.on,
            when=when,
            known=known,
        )
        _not_yet(problem, circumstances)
    for withdrawn in versions.of(f.GuidelineWithdrawn):
        if withdrawn.version == fact.version and withdrawn.on <= fact.on:
            raise Refused(
                "version {version} of guideline {guideline} was withdrawn on {on}, it cannot be "
                "acknowledged on {fact_on}: acknowledge the version in force",
                version=fact.version,
                guideline=fact.guideline,
                on=withdrawn.on,
                fact_on=fact.on,
            )


def _not_yet(message: Message, circumstances: Circumstances) -> None:
    if circumstances.by_hand:
        raise NotYet(message)
