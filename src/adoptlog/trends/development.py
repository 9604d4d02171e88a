"""How a program developed up to a day: everybody's tracks, and what else curves are drawn from."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

import attrs

from adoptlog.casework.desk import lives_on
from adoptlog.domain.program import Definition
from adoptlog.follow_up.life import Life
from adoptlog.projections.read_model import StoredReadModel
from adoptlog.status.inquiry import Inquiry
from adoptlog.status.programs import Setting
from adoptlog.status.question import Question
from adoptlog.store.directory import Listed
from adoptlog.trends.bottleneck import Reached
from adoptlog.trends.stages import stages
from adoptlog.trends.tracks import Tracks, tracks, week_ends

_MOST_WEEKS = 208
"""Four years: what lies before says nothing about how it goes now."""


@attrs.frozen(kw_only=True, eq=False)
class Development:
    """A program up to a day: everybody's tracks, and what else curves are drawn from."""

    read: StoredReadModel
    program: Definition
    setting: Setting
    blocks: Mapping[int, Sequence[Listed]]
    tracks: Tracks

    @property
    def reached(self) -> Reached:
        """Who came to which stage."""
        return stages(self.read, self.blocks, self.program.program, self.tracks)

    def lives(self) -> list[Life]:
        """The follow-ups of the program and those about its people, raised by the last day."""
        lives = lives_on(self.read.follow_ups(), self.tracks.ends[-1]).values()
        return [life for life in lives if life.raised.program in (None, self.program.program)]


def developed(read: StoredReadModel, ask: Question, program: str | None) -> Development:
    """One program (the only one, if none is named) up to the day that is asked about. Raises `NotFound`."""
    inquiry = Inquiry(read.connection, read, ask)
    about = inquiry.setting.only(program)
    blocks = dict(inquiry.blocks())
    ends = week_ends(_first_day(read, blocks, about, ask), ask.as_of)
    return Development(
        read=read,
        program=about,
        setting=inquiry.setting,
        blocks=blocks,
        tracks=tracks(read, blocks, about, inquiry.setting, ends, ask),
    )


def _first_day(
    read: StoredReadModel, blocks: Mapping[int, Sequence[Listed]], program: Definition, ask: Question
) -> date:
    """The program's start; without one, the first licence, check-in or report of use of anybody."""
    days = [program.starts_on] if program.starts_on else list(_first_facts(read, blocks))
    earliest = ask.as_of - timedelta(weeks=_MOST_WEEKS)
    return min(max(min(days, default=ask.as_of), earliest), ask.as_of)


def _first_facts(read: StoredReadModel, blocks: Mapping[int, Sequence[Listed]]) -> Iterator[date]:
    first = read.first_day_of_use()
    if first is not None:
        yield date.fromordinal(first)
    for block in blocks:
        for presence in read.presences(block).values():
            for day in (presence.licensed, presence.first_check_in):
                if day is not None:
                    yield date.fromordinal(day)
