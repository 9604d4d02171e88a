"""How far behind a source is: which of its days are complete, and which have to be read again."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import attrs

from adoptlog.errors import Unusable

_DAY = timedelta(days=1)


@attrs.frozen(kw_only=True)
class Lag:
    """A source whose day is complete `days` days later, and may be revised for `revised` days after that.

    >>> from datetime import date as d
    >>> lag = Lag(days=3, revised=2)
    >>> str(lag.watermark(d(2026, 6, 10)))
    '2026-06-07'
    >>> [str(day) for day in lag.to_read("2026-06-06", today=d(2026, 6, 10), earliest=d(2026, 1, 1))]
    ['2026-06-05', '2026-06-06', '2026-06-07']
    """

    days: int
    revised: int = 0

    def watermark(self, today: date) -> date:
        """The last day the source can speak about."""
        return today - self.days * _DAY

    def to_read(self, bookmark: str | None, *, today: date, earliest: date) -> Iterator[date]:
        """The days to read: from the one after the bookmark (the last day read), less what may have been revised."""
        day = max(earliest, _day(bookmark) + (1 - self.revised) * _DAY) if bookmark else earliest
        while day <= self.watermark(today):
            yield day
            day += _DAY


def furthest(bookmark: str | None, day: date) -> str:
    """The bookmark after a day was read: it never goes back, although days are read again."""
    return max(bookmark or "", day.isoformat())


def utc_day(today: date, zone: ZoneInfo) -> date:
    """The UTC day that has begun for certain where it is `today`: for sources whose days are those of UTC.

    >>> from datetime import date as d
    >>> str(utc_day(d(2026, 6, 10), ZoneInfo("Asia/Tokyo")))  # until nine in the morning it is the 9th in UTC
    '2026-06-09'
    """
    ahead = datetime.combine(today, time(), zone).utcoffset() or timedelta()
    return today - _DAY if ahead > timedelta() else today


def _day(bookmark: str) -> date:
    try:
        return date.fromisoformat(bookmark)
    except ValueError:
        raise Unusable("the bookmark {bookmark!r} is not a day: import with --full", bookmark=bookmark) from None
