"""Who could have used the tools of a program in a period, and who did: one pass over a block of people."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

import attrs
import numpy as np
import numpy.typing as npt

from adoptlog.domain.facts import LicenceGranted, LicenceRevoked
from adoptlog.domain.program import Definition
from adoptlog.domain.usage_reports import BLOCK
from adoptlog.effect.suppression import hidden
from adoptlog.effect.usage import UsageRate, usage_rate
from adoptlog.projections.presence import Presence
from adoptlog.projections.read_model import ReadModel
from adoptlog.projections.summaries import facts_of
from adoptlog.status.calendars import Calendars
from adoptlog.status.programs import FeedsOf, Setting
from adoptlog.status.rows import department
from adoptlog.store.directory import Listed

Days = npt.NDArray[np.bool_]

_KNOWN = 0.5
"""The share of somebody's work days that has to be known for their not having used to be known."""
_WEEK = 7
_NOTHING = Presence()


@attrs.define
class Counted:
    """The people of a program or department in a period."""

    people: int = 0
    eligible: int = 0
    known: int = 0
    active: int = 0
    shadow: int = 0

    def __iadd__(self, other: "Counted") -> "Counted":
        for name in ("people", "eligible", "known", "active", "shadow"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        return self


class Period:
    """The days from `first` to `last` in one program, and what is known about a block's people on them."""

    def __init__(
        self, read: ReadModel, setting: Setting, program: Definition, as_of: date, days: int, country: str | None
    ) -> None:
        self._read, self._setting, self._program = read, setting, program
        self.last = as_of.toordinal()
        self.first = self.last - days + 1
        self._feeds = FeedsOf.of(program, read.feeds())
        self._calendars = Calendars(setting.closures, country, self.first, self.last)
        self._covered = np.zeros(days, np.bool_)
        for begins, ends in setting.covered(program, as_of):
            self._covered[max(begins - self.first, 0) : max(ends - self.first + 1, 0)] = True

    def of(
        self, block: int, members: Sequence[Listed], presences: Mapping[int, Presence], licensed_only: bool
    ) -> Iterator[tuple[str | None, Counted]]:
        """Of each of a block's members their department, and whether they count, are known, and were active."""
        used, reported = self._use(block)
        revoked = self._revoked(block) if licensed_only else {}
        for who in members:
            presence = presences.get(who.no, _NOTHING)
            mine_used, mine_reported = used[:, who.no % BLOCK], reported[:, who.no % BLOCK]
            for no in who.numbers[1:]:
                other_used, other_reported = (used, reported) if no // BLOCK == block else self._use(no // BLOCK)
                mine_used = mine_used | other_used[:, no % BLOCK]
                mine_reported = mine_reported | other_reported[:, no % BLOCK]
            one = self._one(presence, mine_used, mine_reported, licensed_only, revoked.get(who.no))
            if one is not None:
                yield department(presence, date.fromordinal(self.last)), one

    def _one(
        self, presence: Presence, used: Days, reported: Days, licensed_only: bool, revoked: int | None
    ) -> Counted | None:
        """None for who is not in the program at all in the period."""
        here = self._here(presence)
        if not here.any():
            return None
        active = bool((used & here).any()) or self._told(presence, active=True)
        licensed = self._licensed(here, presence, revoked) if licensed_only else here
        if not licensed.any():
            return Counted(people=1, shadow=int(active))
        counted = self._counted(licensed, presence)
        if not counted.any():
            return Counted(people=1)
        known = (self._covered | reported) & counted
        enough = int(known.sum()) >= _KNOWN * int(counted.sum()) or self._told(presence, active=False)
        return Counted(people=1, eligible=1, known=int(active or enough), active=int(active))

    def _here(self, presence: Presence) -> Days:
        """The days on which the person is employed and in the program."""
        here = self._between(presence.joined or 0, presence.left)
        if self._program.program in self._setting.with_enrolments:
            enrolled = np.zeros(len(here), np.bool_)
            for name, first, last in presence.enrolments:
                if name == self._program.program:
                    enrolled |= self._between(first, last)
            here &= enrolled
        return here

    def _licensed(self, here: Days, presence: Presence, revoked: int | None) -> Days:
        if presence.licensed is None:
            return np.zeros(len(here), np.bool_)
        return here & self._between(presence.licensed, None if revoked is None else revoked - 1)

    def _counted(self, here: Days, presence: Presence) -> Days:
        """Those of the days that are work days, without leave and exemption."""
        counted = here & ~self._calendars.vector(self._calendars.class_of(presence))
        for first, last in presence.leaves:
            counted &= ~self._between(first, last)
        for first, until, program in presence.exemptions:
            if program in (None, self._program.program):
                counted &= ~self._between(first, until)
        return counted

    def _between(self, first: int, last: int | None) -> Days:
        days = np.zeros(self.last - self.first + 1, np.bool_)
        end = self.last if last is None else min(last, self.last)
        days[max(first - self.first, 0) : max(end - self.first + 1, 0)] = True
        return days

    def _told(self, presence: Presence, *, active: bool) -> bool:
        """Whether a report about more than one day says that the person was active in the period, or that they were not
        in most of it."""
        if presence.plain:
            return False
        tools = self._program.tools
        spans = [(held - _WEEK + 1, held, days) for held, days in presence.self_reports]
        spans += [(a, b, days) for tool, a, b, days in presence.activities if not tools or tool in tools]
        inside = [(a, b, days) for a, b, days in spans if self.first <= a and b <= self.last]
        seen = [(on, last) for tool, on, last in presence.snapshots if not tools or tool in tools]
        seen = [(on, last) for on, last in seen if self.first <= on <= self.last]
        if active:
            last_active = any(last is not None and last >= self.first for _, last in seen)
            return last_active or any(days > 0 for _, _, days in inside)
        told = np.zeros(self.last - self.first + 1, np.bool_)
        for first, last, _ in inside:
            told |= self._between(first, last)
        for on, _ in seen:
            told |= self._between(self.first, on)
        return float(told.mean()) >= _KNOWN

    def _use(self, block: int) -> tuple[Days, Days]:
        """[days, people]: who used, and who is reported on."""
        days = self.last - self.first + 1
        used, reported = np.zeros((days, BLOCK // 8), np.uint8), np.zeros((days, BLOCK // 8), np.uint8)
        for tile in self._read.days_of_use(block, self._feeds.all, self.last, self.first - 1):
            reported[tile.day - self.first] |= np.frombuffer(tile.reported, np.uint8)
            if tile.feed not in self._feeds.training:
                used[tile.day - self.first] |= np.frombuffer(tile.used, np.uint8)
        return _unpacked(used), _unpacked(reported)

    def _revoked(self, block: int) -> dict[int, int]:
        """Since when those whose licence was taken away have none."""
        summaries = self._read.summaries(block)
        revoked = {no: max(one.on for one in some) for no, some in facts_of(LicenceRevoked, summaries)}
        for no in list(revoked):
            if any(grant.on > revoked[no] for grant in summaries[no].of(LicenceGranted)):
                del revoked[no]
        return {no: day.toordinal() for no, day in revoked.items()}


def rates(counted: Mapping[str | None, Counted], program: str, smallest: int, by: str | None) -> list[UsageRate]:
    """The rate of a program, or of each of its departments; too small ones say nothing, nor do those they could be
    subtracted from."""
    if by is None:
        total = Counted()
        for one in counted.values():
            total += one
        return [_rate(program, None, total, total.people < smallest)]
    unseen = hidden({where: one.people for where, one in counted.items()}, smallest)
    named = sorted((where, one) for where, one in counted.items() if where is not None)
    return [_rate(program, where, one, where in unseen) for where, one in named]


def by_department(found: Iterator[tuple[str | None, Counted]]) -> dict[str | None, Counted]:
    """People added up."""
    counted: dict[str | None, Counted] = defaultdict(Counted)
    for where, one in found:
        counted[where] += one
    return counted


def _rate(program: str, where: str | None, one: Counted, suppressed: bool) -> UsageRate:
    if suppressed:
        return UsageRate(program=program, department=where)
    return usage_rate(program, one.active, one.known, one.eligible, one.shadow, where)


def _unpacked(bits: npt.NDArray[np.uint8]) -> Days:
    return np.unpackbits(bits, axis=1, bitorder="little").view(np.bool_)
