"""Who somebody is that a letter may go to: address, language, and whether they are at work."""

from collections.abc import Mapping
from datetime import date
from typing import Literal

import attrs

from adoptlog.casework.agenda import Agenda
from adoptlog.domain.summary import united
from adoptlog.follow_up.case import Leave
from adoptlog.follow_up.work_days import WorkDays
from adoptlog.projections.presence import Presence, presence_of
from adoptlog.projections.read_model import ReadModel
from adoptlog.status.programs import Setting
from adoptlog.status.question import Question
from adoptlog.store.directory import Listed

_AHEAD = 60
"""Days after the day asked for, in which the work days until the next letter are counted."""

Hindrance = Literal["on_leave", "recent"]


@attrs.frozen(kw_only=True)
class Recipient:
    """Somebody who can be told something."""

    reference: str
    to: str
    name: str | None
    address: str | None
    lang: str
    work_days: WorkDays
    leaves: tuple[Leave, ...] = ()
    left_on: date | None = None

    def works_on(self, day: date) -> bool:
        """Whether the person has not left yet."""
        return self.left_on is None or day <= self.left_on

    def hindrance(self, last: date | None, every: int, day: date) -> Hindrance | None:
        """Why no letter goes to them on a day: they are away, or the last letter is less than `every` days old."""
        if any(leave.first <= day <= leave.last for leave in self.leaves):
            return "on_leave"
        if last is not None and self.work_days.after(every, last) > day:
            return "recent"
        return None


class Recipients:
    """Looks people up on one day."""

    def __init__(self, read: ReadModel, people: Mapping[str, Listed], ask: Question, first: date) -> None:
        self._read, self._people, self._ask = read, people, ask
        closures = Setting.read(read, ask.policy.cadence).closures
        self._agenda = Agenda(closures, ask.country, first.toordinal(), ask.as_of.toordinal() + _AHEAD)

    def find(self, reference: str | None) -> Recipient | None:
        """The person behind a reference; None for somebody who has left or is not known any more."""
        who = self._people.get(reference) if reference else None
        if reference is None or who is None:
            return None
        presence = presence_of(united(self._read.summary(no) for no in who.numbers))
        work_days, leaves = self._agenda.of(presence)
        found = Recipient(
            reference=reference,
            to=who.person,
            name=who.name,
            address=next((id_ for id_ in who.ids if "@" in id_ and ":" not in id_), None),
            lang="ja" if self._country(presence) == "JP" else self._ask.lang,
            work_days=work_days,
            leaves=leaves,
            left_on=None if presence.left is None else date.fromordinal(presence.left),
        )
        return found if found.works_on(self._ask.as_of) else None

    @property
    def anybody(self) -> WorkDays:
        """The work days of nobody in particular."""
        return self._agenda.of(None)[0]

    def _country(self, presence: Presence) -> str | None:
        """The country on the day; before the first known one, that one."""
        held = [country for start, country, _ in presence.calendars if start <= self._ask.as_of.toordinal()]
        first = [country for _, country, _ in presence.calendars[:1]]
        return next((country for country in [*held[-1:], *first] if country), self._ask.country)
