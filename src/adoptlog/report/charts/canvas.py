"""A canvas: the elements of one SVG, escaped, with its title and description for those who cannot see it."""

from collections.abc import Callable, Sequence
from typing import Literal
from unicodedata import east_asian_width

import attrs
from markupsafe import Markup, escape

TEXT = 13
"""Size of labels in pixels; a canvas is as wide as the space it is shown in, so they are never scaled down."""

Anchor = Literal["start", "middle", "end"]


@attrs.define
class Canvas:
    """Draws from the upper left; `name` is unique on the page."""

    name: str
    width: int
    height: int
    title: str
    desc: str
    _parts: list[Markup] = attrs.field(factory=list, init=False)

    def add(self, tag: str, content: str | Markup | None = None, /, **attributes: object) -> None:
        """One element; an underscore in a name stands for a hyphen."""
        said = Markup("").join(
            Markup(' {}="{}"').format(name.rstrip("_").replace("_", "-"), _short(value))
            for name, value in attributes.items()
            if value is not None
        )
        inner = Markup("") if content is None else escape(content)
        self._parts.append(Markup("<{0}{1}>{2}</{0}>").format(Markup(tag), said, inner))

    def rect(self, x: float, y: float, width: float, height: float, fill: str, tip: str | None = None) -> None:
        """A mark; `tip` is what a pointer resting on it tells."""
        title = None if tip is None else Markup("<title>{}</title>").format(tip)
        self.add("rect", title, class_=f"mark {fill}", x=x, y=y, width=max(width, 0), height=max(height, 0))

    def line(self, x1: float, y1: float, x2: float, y2: float, kind: str) -> None:
        """A straight line."""
        self.add("line", class_=kind, x1=x1, y1=y1, x2=x2, y2=y2)

    def path(self, points: Sequence[tuple[float, float]], kind: str, *, closed: bool = False) -> None:
        """A line through points, or the area within them."""
        steps = " ".join(f"{_short(x)},{_short(y)}" for x, y in points)
        self.add("polygon" if closed else "polyline", class_=kind, points=steps)

    def dot(self, x: float, y: float, kind: str, tip: str | None = None) -> None:
        """A point estimate."""
        title = None if tip is None else Markup("<title>{}</title>").format(tip)
        self.add("circle", title, class_=kind, cx=x, cy=y, r=5)

    def text(self, x: float, y: float, words: str, kind: str = "", anchor: Anchor = "start") -> None:
        """Words; `y` is their base line."""
        self.add("text", words, class_=kind or None, x=x, y=y, text_anchor=None if anchor == "start" else anchor)

    def months(self, marks: Sequence[tuple[int, str]], x: Callable[[float], float], y: float) -> None:
        """Names along an axis, as many as have room beside each other."""
        free = 0.0
        for place, name in marks:
            if x(place) >= free and x(place) + width_of(name, 12) <= self.width:
                self.text(x(place), y, name, "tick")
                free = x(place) + width_of(name, 12) + 8

    def svg(self) -> Markup:
        """The whole image."""
        head = Markup(
            '<svg role="img" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {w} {h}"'
            ' preserveAspectRatio="xMinYMin" width="{w}" height="{h}"'
            ' aria-labelledby="{n}-t {n}-d"><title id="{n}-t">{title}</title><desc id="{n}-d">{desc}</desc>'
        ).format(w=self.width, h=self.height, n=self.name, title=self.title, desc=self.desc)
        return head + Markup("").join(self._parts) + Markup("</svg>")


def width_of(words: str, size: float = TEXT) -> float:
    """About how many pixels words take: full-width characters one em, others a bit over half of one.

    >>> width_of("定着") > width_of("ab")
    True
    """
    return sum(1.0 if east_asian_width(one) in "WF" else 0.56 for one in words) * size


def fitted(words: str, room: float, size: float = TEXT) -> str:
    """As much of the words as there is room for.

    >>> fitted("Customer Support", 60)
    'Custome…'
    """
    if width_of(words, size) <= room:
        return words
    while words and width_of(words + "…", size) > room:
        words = words[:-1]
    return words.rstrip() + "…"


def _short(value: object) -> str:
    return f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else str(value)
