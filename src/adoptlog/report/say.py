"""Saying it: words, numbers and dates as people write them in a language."""

import datetime
from collections.abc import Iterator, Sequence

from babel.dates import format_date
from babel.numbers import format_decimal, format_percent

from adoptlog.i18n import translate


class Say:
    """Translates, and writes numbers and dates the way readers of the language do."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self._t = translate(lang)

    def __call__(self, text: str, /, **values: object) -> str:
        said = self._t(text)
        return said.format(**values) if values else said

    def count(self, number: float) -> str:
        """A whole number: 1,234."""
        return format_decimal(round(number), locale=self.lang)

    def number(self, number: float, digits: int = 1) -> str:
        """With so many decimals at most, and none where the number is large."""
        digits = 0 if abs(number) >= 100 else digits
        return format_decimal(round(number, digits), format=f"#,##0.{'#' * digits}", locale=self.lang)

    def signed(self, number: float, digits: int = 1) -> str:
        """With its sign, which says better or worse."""
        return ("+" if number > 0 else "") + self.number(number, digits).replace("-", "−")

    def share(self, share: float) -> str:
        """A share as per cent: 74%."""
        return format_percent(share, format="#,##0%", locale=self.lang)

    def date(self, day: datetime.date) -> str:
        """30 June 2026; 2026年6月30日."""
        return format_date(day, "yyyy年M月d日" if self.lang == "ja" else "d MMMM yyyy", locale=self.lang)

    def day(self, day: datetime.date) -> str:
        """Short, for the name of a week: 30 Jun 2026."""
        return format_date(day, "yyyy/M/d" if self.lang == "ja" else "d MMM yyyy", locale=self.lang)

    def months(self, ends: Sequence[datetime.date], at_most: int) -> Iterator[tuple[int, str]]:
        """Where in a row of weeks each month begins; the first and every January with the year."""
        starts = [place for place, end in enumerate(ends) if place == 0 or end.month != ends[place - 1].month]
        every = -(-len(starts) // at_most)
        for order, place in enumerate(starts[::every]):
            with_year = order == 0 or ends[place].year != ends[starts[::every][order - 1]].year
            pattern = {"ja": ("yyyy年M月", "M月")}.get(self.lang, ("MMM yyyy", "MMM"))
            if place + 3 < len(ends) or order == 0:
                yield place, format_date(ends[place], pattern[0 if with_year else 1], locale=self.lang)

    def sentences(self, *words: str) -> str:
        """Sentence after sentence; Japanese needs no space between them."""
        return ("" if self.lang == "ja" else " ").join(word for word in words if word)

    def and_(self, words: Sequence[str]) -> str:
        """Several words in a row."""
        return ("、" if self.lang == "ja" else ", ").join(words)
