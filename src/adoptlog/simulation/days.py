"""The company's calendar: weekends, Japanese public holidays, and the closure around New Year."""

from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache

import numpy as np
import numpy.typing as npt

DAY = timedelta(days=1)
COUNTRY = "JP"


def new_year(start: date, until: date) -> list[date]:
    """The days, 29 December to 3 January, of every New Year up to the one after `until`; never empty.

    >>> [day.isoformat()[5:] for day in new_year(date(2026, 2, 1), date(2026, 3, 1))][:2]
    ['12-29', '12-30']
    """
    years = range(start.year, until.year + 2)
    return [date(year - 1, 12, 29) + i * DAY for year in years for i in range(6)]


@lru_cache(maxsize=16)
def public_holidays(start: date, until: date) -> frozenset[date]:
    """Japan's public holidays in the years of the period."""
    import holidays  # a third of a second: only when a company is simulated

    return frozenset(holidays.country_holidays(COUNTRY, years=range(start.year, until.year + 1)))


def working_day_until(on: date) -> date:
    """The day itself, or the last one before it on which the company worked."""
    closed = public_holidays(on, on).union(new_year(on, on))
    while on.weekday() > 4 or on in closed:
        on -= DAY
    return on


def span(start: date, days: int) -> list[date]:
    """The days themselves, one after the other."""
    return [start + i * DAY for i in range(days)]


def among(days: list[date], some: Iterable[date]) -> npt.NDArray[np.bool_]:
    """Which of the days are among some others."""
    others = frozenset(some)
    return np.array([day in others for day in days], np.bool_)
