"""Charts as inline SVG (ADR 19): stacked bars, lines with bands, dots with intervals, and bars. Pure."""

from markupsafe import Markup

from adoptlog.report.charts.bars import bars, pairs
from adoptlog.report.charts.intervals import intervals
from adoptlog.report.charts.lines import lines
from adoptlog.report.charts.stacked import stacked
from adoptlog.report.figures import Bars, Curves, Figure, Intervals, Pairs, Stack

WIDE, NARROW = 720, 342
"""Pixels of a page and of a phone: each chart is drawn for both, so that its labels can be read on both."""


def drawn(figure: Figure, name: str, width: int) -> Markup:
    """A figure as SVG; `name` is unique on the page."""
    match figure:
        case Stack():
            return stacked(figure, name, width)
        case Curves():
            return lines(figure, name, width)
        case Intervals():
            return intervals(figure, name, width)
        case Bars():
            return bars(figure, name, width)
        case Pairs():
            return pairs(figure, name, width)
