"""How long a habit lasts: the share that still has it after so many days, with those not seen to the end."""

from collections.abc import Sequence
from warnings import catch_warnings, simplefilter

import attrs
import numpy as np
from scipy import stats  # type: ignore[import-untyped]

from adoptlog.effect.interval import CONFIDENCE, Interval


@attrs.frozen(kw_only=True)
class Survival:
    """A survival curve: at each of `days` the share that lasted longer, falling in steps."""

    days: tuple[float, ...]
    share: tuple[float, ...]
    low: tuple[float, ...]
    high: tuple[float, ...]
    people: int
    lapsed: int

    def at(self, day: float) -> float:
        """The share that lasts longer than `day` days."""
        return self.share[place] if (place := self._place(day)) >= 0 else 1.0

    def interval_at(self, day: float) -> Interval:
        """The interval of that share; before the first lapse nothing is uncertain that could be estimated."""
        place = self._place(day)
        return Interval(self.low[place], self.high[place]) if place >= 0 else Interval(1.0, 1.0)

    @property
    def median(self) -> float | None:
        """The day by which half have lapsed; None if fewer did."""
        return next((day for day, share in zip(self.days, self.share, strict=True) if share <= 0.5), None)

    def _place(self, day: float) -> int:
        return int(np.searchsorted(self.days, day, side="right")) - 1


def kaplan_meier(days: Sequence[float], lapsed: Sequence[bool], confidence: float = CONFIDENCE) -> Survival:
    """The survival curve of `days`, each ended by a lapse or, where not `lapsed`, censored: still at it, left, on leave
    (Kaplan & Meier 1958), with Greenwood's variance on the log-log scale (Kalbfleisch & Prentice 1980).

    >>> curve = kaplan_meier([20, 35, 35, 60], [True, True, False, False])
    >>> curve.at(19), curve.at(20), curve.at(40), curve.median
    (1.0, 0.75, 0.5, 35.0)
    """
    times, seen = np.asarray(days, float), np.asarray(lapsed, bool)
    if not seen.any():
        end = (float(times.max()),) if len(times) else ()
        whole = (1.0,) * len(end)
        return Survival(days=end, share=whole, low=whole, high=whole, people=len(times), lapsed=0)
    curve = stats.ecdf(stats.CensoredData(uncensored=times[seen], right=times[~seen])).sf
    with np.errstate(all="ignore"), catch_warnings():
        simplefilter("ignore", RuntimeWarning)  # where nothing lapsed or nobody is left there is no interval: see below
        interval = curve.confidence_interval(confidence, method="log-log")
    share = curve.probabilities
    low, high = interval.low.probabilities, interval.high.probabilities
    certain = (share == 1) | np.isnan(low)
    low, high = np.where(certain, share, low), np.where(certain, share, high)
    return Survival(
        days=tuple(curve.quantiles.tolist()),
        share=tuple(share.tolist()),
        low=tuple(low.tolist()),
        high=tuple(high.tolist()),
        people=len(times),
        lapsed=int(seen.sum()),
    )
