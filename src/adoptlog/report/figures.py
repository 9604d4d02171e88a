"""Figures: what a chart shows, whoever draws it: as SVG on the page, or with characters in a terminal."""

from collections.abc import Callable, Sequence

import attrs

Marks = Sequence[tuple[int, str]]
"""Places on an axis that have a name."""


@attrs.frozen(kw_only=True)
class Layer:
    """One kind: what it is called, how it is filled, and how many there are in each period."""

    label: str
    fill: str
    values: Sequence[int]


@attrs.frozen(kw_only=True)
class Stack:
    """How many in each of a few kinds, period by period; the first layer is the lowest."""

    title: str
    desc: str
    periods: Sequence[str]
    marks: Marks
    layers: Sequence[Layer]


@attrs.frozen(kw_only=True)
class Line:
    """One curve of shares; `low` and `high` are its band, `stepped` holds a value until the next."""

    label: str
    points: Sequence[tuple[float, float]]
    low: Sequence[float] = ()
    high: Sequence[float] = ()
    stepped: bool = False


@attrs.frozen(kw_only=True)
class Curves:
    """Shares from 0 to 1 over a count; `percent` are the names of 0, ¼, ½, ¾ and 1, `axis` says what is counted."""

    title: str
    desc: str
    lines: Sequence[Line]
    axis: str
    percent: Sequence[str]


@attrs.frozen(kw_only=True)
class Estimate:
    """One row: its name, the estimate with its interval, and the words that tell both."""

    label: str
    value: float
    low: float
    high: float
    words: str


@attrs.frozen(kw_only=True)
class Intervals:
    """One estimate a row, and how sure it is; `told` names a value, `goals` are values with a line of their own."""

    title: str
    desc: str
    rows: Sequence[Estimate]
    told: Callable[[float], str]
    goals: Sequence[tuple[float, str]] = ()
    bounds: tuple[float, float] | None = None


@attrs.frozen(kw_only=True)
class Bar:
    """One row: a part of a whole, and the words that tell it."""

    label: str
    part: int
    whole: int
    words: str
    strong: bool = False


@attrs.frozen(kw_only=True)
class Bars:
    """How many of how many, row by row."""

    title: str
    desc: str
    rows: Sequence[Bar]


@attrs.frozen(kw_only=True)
class Pairs:
    """Two counts of each period, side by side."""

    title: str
    desc: str
    periods: Sequence[str]
    marks: Marks
    first: tuple[str, Sequence[int]]
    second: tuple[str, Sequence[int]]


Figure = Stack | Curves | Intervals | Bars | Pairs
