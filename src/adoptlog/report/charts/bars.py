"""Bars: how many of how many, row by row; and two counts side by side, week by week."""

from markupsafe import Markup

from adoptlog.report.charts.canvas import Canvas, fitted, width_of
from adoptlog.report.charts.scale import Scale, ticks
from adoptlog.report.figures import Bars, Pairs

_ROW, _HEIGHT, _TOP, _FOOT = 44, 240, 34, 30


def bars(figure: Bars, name: str, width: int) -> Markup:
    """Each row's name stands above its bar, what it tells at its right end."""
    rows = figure.rows
    canvas = Canvas(name, width, max(len(rows), 1) * _ROW, figure.title, figure.desc)
    widest = max([row.whole for row in rows] + [1])
    x = Scale(0, widest, 0, canvas.width)
    for place, row in enumerate(rows):
        top = place * _ROW
        words = width_of(row.words) + 12
        canvas.text(0, top + 15, fitted(row.label, canvas.width - words), "label strong" if row.strong else "label")
        canvas.text(canvas.width, top + 15, row.words, "label strong" if row.strong else "label", "end")
        canvas.rect(0, top + 22, x(row.whole), 12, "rest")
        tip = f"{row.label}: {row.words}"
        canvas.rect(0, top + 22, x(row.part), 12, "accent" if row.strong else "part", tip)
    return canvas.svg()


def pairs(figure: Pairs, name: str, width: int) -> Markup:
    """The second is hatched, so that they are told apart without colour."""
    first, second, periods = figure.first, figure.second, figure.periods
    canvas = Canvas(name, width, _HEIGHT, figure.title, figure.desc)
    steps = ticks(0, max([*first[1], *second[1], 1]), whole=True)
    left = width_of(f"{steps[-1]:,g}") + 10
    base = canvas.height - _FOOT
    x, y = Scale(0, len(periods), left, canvas.width), Scale(0, steps[-1], base, _TOP)
    for step in steps:
        canvas.line(left, y(step), canvas.width, y(step), "grid" if step else "axis")
        canvas.text(left - 8, y(step) + 4, f"{step:,g}", "tick", "end")
    at = left
    for fill, (label, _) in (("accent", first), ("hatch", second)):
        canvas.rect(at, 4, 10, 10, fill)
        canvas.text(at + 15, 13, label, "label")
        at += width_of(label) + 34
    wide = (x(1) - x(0)) / 2 - (1 if x(1) - x(0) > 6 else 0)
    for place, period in enumerate(periods):
        for side, (fill, (label, values)) in enumerate((("accent", first), ("hatch", second))):
            top = y(values[place])
            canvas.rect(x(place) + side * wide, top, wide, base - top, fill, f"{period}: {label} {values[place]:,}")
    canvas.months(figure.marks, x, base + 20)
    return canvas.svg()
