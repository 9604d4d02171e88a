"""Dots with intervals: one estimate a row, and how sure it is."""

from markupsafe import Markup

from adoptlog.report.charts.canvas import Canvas, fitted, width_of
from adoptlog.report.charts.scale import Scale, ticks
from adoptlog.report.figures import Estimate, Intervals

_ROW, _TOP, _FOOT = 40, 26, 28
_STACKED = 500
"""Below this width a row's name stands above its interval."""


def intervals(figure: Intervals, name: str, width: int) -> Markup:
    """Zero and the goals have a line of their own."""
    rows, marks, told = figure.rows, figure.goals, figure.told
    canvas = Canvas(name, width, _TOP + _FOOT + len(rows) * step_of(width) + 6, figure.title, figure.desc)
    low = min([row.low for row in rows] + [value for value, _ in marks] + [0.0])
    high = max([row.high for row in rows] + [value for value, _ in marks])
    steps = ticks(*(figure.bounds or (low, high)), about=4 if canvas.width < _STACKED else 6)
    above = canvas.width < _STACKED
    left = 8 if above else min(max(width_of(row.label) for row in rows) + 16, canvas.width * 0.34)
    right = 22.0 if above else max(width_of(row.words) for row in rows) + 20
    x = Scale(steps[0], steps[-1], left + 6, canvas.width - right)
    base = canvas.height - _FOOT
    for step in steps:
        canvas.line(x(step), _TOP, x(step), base, "axis" if step == 0 else "grid")
        canvas.text(x(step), base + 18, told(step), "tick", "middle")
    for value, goal in marks:
        canvas.line(x(value), _TOP - 4, x(value), base, "goal")
        side = "end" if x(value) > canvas.width * 0.6 else "start"
        canvas.text(x(value), _TOP - 10, goal, "goal-label", side)  # type: ignore[arg-type]
    for place, row in enumerate(rows):
        _row(canvas, row, _TOP + step_of(canvas.width) * place, x, left, above)
    return canvas.svg()


def _row(canvas: Canvas, row: Estimate, top: float, x: Scale, left: float, above: bool) -> None:
    y = top + (step_of(canvas.width) * 0.7 if above else _ROW / 2)
    canvas.line(x(row.low), y, x(row.high), y, "mark interval")
    for end in (row.low, row.high):
        canvas.line(x(end), y - 5, x(end), y + 5, "interval")
    canvas.dot(x(row.value), y, "estimate", f"{row.label}: {row.words}")
    if above:
        canvas.text(left, top + 16, fitted(row.label, canvas.width * 0.5), "label")
        canvas.text(canvas.width - 8, top + 16, fitted(row.words, canvas.width * 0.55), "label strong", "end")
    else:
        canvas.text(left - 8, y + 4, fitted(row.label, left - 12), "label", "end")
        canvas.text(canvas.width, y + 4, row.words, "label strong", "end")


def step_of(width: int) -> int:
    """How high one row is."""
    return _ROW + 14 if width < _STACKED else _ROW
