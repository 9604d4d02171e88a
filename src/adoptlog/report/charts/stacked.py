"""Stacked bars over time: how many in each of a few kinds, period by period."""

from collections.abc import Sequence

from markupsafe import Markup

from adoptlog.report.charts.canvas import TEXT, Canvas, fitted, width_of
from adoptlog.report.charts.scale import Scale, apart, ticks
from adoptlog.report.figures import Layer, Stack

_HEIGHT, _TOP, _FOOT = 300, 14, 30


def stacked(figure: Stack, name: str, width: int) -> Markup:
    """The labels stand beside the last bar, so no legend has to be looked up."""
    periods, layers = figure.periods, [layer for layer in figure.layers if any(layer.values)]
    canvas = Canvas(name, width, _HEIGHT, figure.title, figure.desc)
    total = max((sum(layer.values[place] for layer in layers) for place in range(len(periods))), default=0)
    steps = ticks(0, max(total, 1), whole=True)
    left = width_of(f"{steps[-1]:g}") + 10
    names = [f"{layer.label} {layer.values[-1]:,}" for layer in layers]
    right = min(max((width_of(name) for name in names), default=0) + 26, canvas.width * 0.42)
    base = canvas.height - _FOOT
    y = Scale(0, steps[-1], base, _TOP)
    x = Scale(0, len(periods), left, canvas.width - right)
    for step in steps:
        canvas.line(left, y(step), canvas.width - right, y(step), "grid" if step else "axis")
        canvas.text(left - 8, y(step) + 4, f"{step:,g}", "tick", "end")
    _bars(canvas, periods, layers, x, y)
    canvas.months(figure.marks, x, base + 20)
    _labels(canvas, layers, names, y, canvas.width - right, right)
    return canvas.svg()


def _bars(canvas: Canvas, periods: Sequence[str], layers: Sequence[Layer], x: Scale, y: Scale) -> None:
    wide = x(1) - x(0)
    gap = 1 if wide > 4 else 0
    for place, period in enumerate(periods):
        below = 0
        for layer in layers:
            here = layer.values[place]
            if here:
                top = y(below + here)
                tip = f"{period}: {layer.label} {here:,}"
                canvas.rect(x(place), top, wide - gap, y(below) - top, layer.fill, tip)
            below += here


def _labels(canvas: Canvas, layers: Sequence[Layer], names: Sequence[str], y: Scale, edge: float, room: float) -> None:
    middles, below = [], 0
    for layer in layers:
        middles.append(y(below + layer.values[-1] / 2))
        below += layer.values[-1]
    order = list(reversed(range(len(layers))))
    places = apart([middles[one] for one in order], TEXT + 4, _TOP + 4, canvas.height - _FOOT)
    for one, at in zip(order, places, strict=True):
        canvas.path([(edge + 1, middles[one]), (edge + 8, at), (edge + 12, at)], "leader")
        canvas.rect(edge + 13, at - 4, 8, 8, layers[one].fill)
        canvas.text(edge + 26, at + 4, fitted(names[one], room - 24), "label")
