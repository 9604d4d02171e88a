"""What may be said: whether an effect is shown, and whether it matters."""

from typing import Literal

from adoptlog.effect.interval import Interval

Verdict = Literal["INSUFFICIENT", "WORSE", "NOT_SHOWN", "SHOWN", "SHOWN_BUT_SMALL", "LIKELY"]

ENOUGH = 10
"""Fewer people than these show nothing, whatever their figures."""


def verdict(interval: Interval, minimum: float, people: int) -> Verdict:
    """The verdict on a saving from its interval; `minimum` is the smallest saving that matters.

    >>> verdict(Interval(8, 21), 5, 12), verdict(Interval(8, 21), 5, 7)
    ('SHOWN', 'INSUFFICIENT')
    """
    if people < ENOUGH:
        return "INSUFFICIENT"
    if interval.high < 0:
        return "WORSE"
    if 0 in interval:
        return "NOT_SHOWN"
    if interval.low >= minimum:
        return "SHOWN"
    return "SHOWN_BUT_SMALL" if interval.high < minimum else "LIKELY"
