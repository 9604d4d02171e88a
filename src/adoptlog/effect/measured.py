"""What was measured of one person about one task in one metric: runs are averaged per person first."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import attrs

from adoptlog.domain.facts import MeasurementTaken


@attrs.frozen(kw_only=True)
class Measured:
    """One person's means in the unit measured; None where nothing was measured.

    `before` is the measured baseline, `recalled` the one estimated afterwards, `after` what was measured since the
    person started, `others` what was measured afterwards of somebody who had not started: the comparison.
    """

    person: str
    department: str | None = None
    start: date | None = None
    """When the person started; None: not by the day asked for."""
    before: float | None = None
    recalled: float | None = None
    after: float | None = None
    others: float | None = None
    items_before: int | None = None
    """How many items a rate is over; None where it was not said of each."""
    items_after: int | None = None
    by_month: Mapping[int, float] = attrs.field(factory=dict)
    """The mean of each month in which something was measured; months are counted from year 0."""

    @property
    def is_pair(self) -> bool:
        """Whether the person counts: measured before and after."""
        return self.before is not None and self.after is not None


def measured(
    person: str,
    taken: Sequence[MeasurementTaken],
    start: date | None,
    department: str | None = None,
    month: tuple[int, int] | None = None,
) -> Measured:
    """One person's measurements of one task in one metric, as means; with `month` (year, month) the ones after the
    launch are only those of that month."""
    baselines = [one for one in taken if one.phase == "baseline"]
    before = [one for one in baselines if not one.recalled]
    later = [one for one in taken if one.phase == "after" and month in (None, (one.on.year, one.on.month))]
    after = [one for one in later if start is not None and start <= one.on]
    others = [one for one in later if start is None or one.on < start]
    months: dict[int, list[MeasurementTaken]] = {}
    for one in (*before, *after, *others):
        months.setdefault(month_number(one.on), []).append(one)
    return Measured(
        person=person,
        department=department,
        start=start,
        before=_mean(before),
        recalled=_mean([one for one in baselines if one.recalled]),
        after=_mean(after),
        others=_mean(others),
        items_before=_items(before),
        items_after=_items(after),
        by_month={number: mean for number, some in months.items() if (mean := _mean(some)) is not None},
    )


def month_number(day: date) -> int:
    """Months counted through, so that the next one is one more."""
    return day.year * 12 + day.month - 1


def _mean(taken: Iterable[MeasurementTaken]) -> float | None:
    """The mean over runs; one measurement is the mean of so many."""
    weights = [(one.value, one.runs or 1) for one in taken]
    return sum(value * runs for value, runs in weights) / sum(runs for _, runs in weights) if weights else None


def _items(taken: Sequence[MeasurementTaken]) -> int | None:
    runs = [one.runs for one in taken if one.runs is not None]
    return sum(runs) if runs and len(runs) == len(taken) else None
