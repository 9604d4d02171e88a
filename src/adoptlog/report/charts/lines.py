"""Lines over a count of days or weeks, with a band of uncertainty where there is one."""

from collections.abc import Sequence

from markupsafe import Markup

from adoptlog.report.charts.canvas import TEXT, Canvas, fitted, width_of
from adoptlog.report.charts.scale import Scale, apart, ticks
from adoptlog.report.figures import Curves, Line

_HEIGHT, _TOP, _FOOT, _LEGEND = 300, 14, 48, 20
_NARROW = 500
Point = tuple[float, float]


def lines(figure: Curves, name: str, width: int) -> Markup:
    """Each curve has its name at its end (where the space is narrow, above), a dash of its own, and its band."""
    curves, percent = [curve for curve in figure.lines if curve.points], figure.percent
    narrow = width < _NARROW
    top = _TOP + (len(curves) * _LEGEND if narrow else 0)
    canvas = Canvas(name, width, _HEIGHT + top - _TOP, figure.title, figure.desc)
    last = max((curve.points[-1][0] for curve in curves), default=1.0)
    steps = ticks(0, max(last, 1), 3 if narrow else 6, whole=True)
    left = max(width_of(share) for share in percent) + 10
    named = max((width_of(curve.label) for curve in curves), default=0) + 34
    right = 14.0 if narrow else min(named, width * 0.4)
    base = canvas.height - _FOOT
    x = Scale(0, max(last, 1), left, width - right)
    y = Scale(0, 1, base, top)
    for place, share in enumerate(percent):
        at = y(place / (len(percent) - 1))
        canvas.line(left, at, width - right, at, "grid" if place else "axis")
        canvas.text(left - 8, at + 4, share, "tick", "end")
    for step in steps:
        if step <= last:
            canvas.line(x(step), base, x(step), base + 4, "axis")
            canvas.text(x(step), base + 19, f"{step:,g}", "tick", "middle")
    canvas.text((left + width - right) / 2, base + 40, figure.axis, "tick", "middle")
    for place, curve in enumerate(curves):
        _curve(canvas, curve, place, x, y)
    if narrow:
        _legend(canvas, curves)
    else:
        _labels(canvas, curves, x, y, right)
    return canvas.svg()


def _legend(canvas: Canvas, curves: Sequence[Line]) -> None:
    for place, curve in enumerate(curves):
        at = _LEGEND * place + 10
        canvas.path([(0, at), (28, at)], f"curve c{place % 8}")
        canvas.text(36, at + 4, fitted(curve.label, canvas.width - 36), "label")


def _curve(canvas: Canvas, curve: Line, place: int, x: Scale, y: Scale) -> None:
    if curve.low:
        lower = _way(curve, curve.low)
        upper = _way(curve, curve.high)
        canvas.path([(x(a), y(b)) for a, b in [*upper, *reversed(lower)]], "band", closed=True)
    way = _way(curve, [value for _, value in curve.points])
    canvas.path([(x(a), y(b)) for a, b in way], f"mark curve c{place % 8}")
    a, b = curve.points[-1]
    canvas.dot(x(a), y(b), f"point c{place % 8}", curve.label)


def _way(curve: Line, values: Sequence[float]) -> list[Point]:
    points = [(at, value) for (at, _), value in zip(curve.points, values, strict=True)]
    if not curve.stepped:
        return points
    way = points[:1]
    for at, value in points[1:]:
        way += [(at, way[-1][1]), (at, value)]
    return way


def _labels(canvas: Canvas, curves: Sequence[Line], x: Scale, y: Scale, room: float) -> None:
    order = sorted(range(len(curves)), key=lambda one: y(curves[one].points[-1][1]))
    wanted = [y(curves[one].points[-1][1]) for one in order]
    edge = canvas.width - room
    for one, at, level in zip(order, apart(wanted, TEXT + 4, _TOP, canvas.height - _FOOT), wanted, strict=True):
        end = x(curves[one].points[-1][0])
        canvas.path([(end + 6, level), (edge + 6, at), (edge + 20, at)], f"leader c{one % 8}")
        canvas.text(edge + 24, at + 4, fitted(curves[one].label, room - 24), "label")
