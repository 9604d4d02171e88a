"""Which days are off: weekly days off, public holidays, closures."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

from adoptlog.domain import facts as f
from adoptlog.projections.presence import Presence

Offs = npt.NDArray[np.bool_]
Place = tuple[tuple[tuple[int, str | None, tuple[int, ...] | None], ...], tuple[tuple[int, str], ...]]
_MONDAY_TO_FRIDAY = (0, 1, 2, 3, 4)


class Calendars:
    """The off days of everybody over `first` … `last` (ordinals); people of the same places share one vector."""

    def __init__(self, closures: Iterable[f.ClosureDeclared], country: str | None, first: int, last: int) -> None:
        self.first, self.last = first, last
        self._country = country
        self._closures = tuple(closures)
        self._by_department = any(closure.department is not None for closure in self._closures)
        self._weekday = (np.arange(first, last + 1) - 1) % 7  # ordinal 1 was a Monday
        self._classes: dict[Place, int] = {}
        self._vectors: list[Offs] = []

    def class_of(self, presence: Presence | None) -> int:
        """The number of the class of people with the same off days."""
        place: Place = ((), ())
        if presence:
            place = _from_the_beginning(presence.calendars), presence.departments if self._by_department else ()
        number = self._classes.get(place)
        if number is None:
            number = self._classes[place] = len(self._vectors)
            self._vectors.append(self._vector(place))
        return number

    def vector(self, number: int) -> Offs:
        """The off days of a class."""
        return self._vectors[number]

    def matrix(self) -> Offs:
        """[classes, days]."""
        return np.stack(self._vectors) if self._vectors else np.zeros((1, self.last - self.first + 1), np.bool_)

    def _vector(self, place: Place) -> Offs:
        calendars, departments = place
        off = np.zeros(self.last - self.first + 1, np.bool_)
        for start, end, (_, country, workdays) in self._stretches(calendars, (0, None, None)):
            part = slice(start - self.first, end - self.first + 1)
            off[part] = ~np.isin(self._weekday[part], workdays or _MONDAY_TO_FRIDAY)
            country = country or self._country
            for day in holidays_of(country, start, end) if country else ():
                off[day - self.first] = True
            for closure in self._closures:
                day = closure.on.toordinal()
                if closure.department is None and start <= day <= end and closure.country in (None, country):
                    off[day - self.first] = True
        for start, end, (_, department) in self._stretches(departments, (0, "")):
            for closure in self._closures:
                day = closure.on.toordinal()
                if closure.department == department and start <= day <= end and self._in_country(closure, calendars):
                    off[day - self.first] = True
        return off

    def _in_country(self, closure: f.ClosureDeclared, calendars: tuple[tuple[int, str | None, object], ...]) -> bool:
        if closure.country is None:
            return True
        day = closure.on.toordinal()
        held = [country for start, country, _ in calendars if start <= day] or [c for _, c, _ in calendars[:1]]
        return ((held[-1] if held else None) or self._country) == closure.country

    def _stretches(self, changes: Sequence[Any], without: Any) -> Iterator[tuple[int, int, Any]]:
        """From which day to which day each change holds; the first holds from the beginning."""
        entries = list(changes) or [without]
        for change, following in zip(entries, [*entries[1:], None], strict=True):
            start = self.first if change is entries[0] else max(change[0], self.first)
            end = self.last if following is None else min(following[0] - 1, self.last)
            if start <= end:
                yield start, end, change


def _from_the_beginning(calendars: tuple[Any, ...]) -> tuple[Any, ...]:
    """The first change holds from the beginning, whatever its date: people who differ in nothing else are one class."""
    return ((0, *calendars[0][1:]), *calendars[1:]) if calendars else ()


@lru_cache(maxsize=256)
def holidays_of_year(country: str, year: int) -> tuple[int, ...]:
    """The public holidays of a country in a year, as ordinals; none where the `holidays` library knows none."""
    import holidays  # a third of a second: only when somebody has a country

    try:
        return tuple(day.toordinal() for day in holidays.country_holidays(country, years=year))
    except NotImplementedError:
        return ()


def holidays_of(country: str, first: int, last: int) -> list[int]:
    """The public holidays of a country from `first` to `last`."""
    years = range(date.fromordinal(first).year, date.fromordinal(last).year + 1)
    return [day for year in years for day in holidays_of_year(country, year) if first <= day <= last]
