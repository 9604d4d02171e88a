"""Charts tell their values, to those who see them and to those who do not."""

from itertools import pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adoptlog.report.charts import NARROW, WIDE, drawn
from adoptlog.report.charts.scale import apart, ticks
from adoptlog.report.figures import Bar, Bars, Curves, Estimate, Figure, Intervals, Layer, Line, Pairs, Stack

TITLE, DESC = "How it went <now>", "Of 3 & 4"
PERCENT = ["0%", "25%", "50%", "75%", "100%"]
SVG = "{http://www.w3.org/2000/svg}"

FIGURES: list[Figure] = [
    Stack(title=TITLE, desc=DESC, periods=["w1", "w2"], marks=[(0, "Jan")],
          layers=[Layer(label="all", fill="accent", values=[1, 2]), Layer(label="0", fill="s-away", values=[0, 0])]),
    Curves(title=TITLE, desc=DESC, axis="weeks", percent=PERCENT,
           lines=[Line(label="all", points=[(0, 1), (5, 0.5)], low=[1, 0.3], high=[1, 0.7], stepped=True)]),
    Intervals(title=TITLE, desc=DESC, told=str, goals=[(0.5, "goal")],
              rows=[Estimate(label="営業", value=0.4, low=0.1, high=0.7, words="40%")]),
    Bars(title=TITLE, desc=DESC, rows=[Bar(label="a", part=1, whole=2, words="1 of 2")]),
    Pairs(title=TITLE, desc=DESC, periods=["w1"], marks=[], first=("raised", [3]), second=("closed", [1])),
]  # fmt: skip


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("figure", FIGURES, ids=lambda figure: type(figure).__name__)
def test_a_chart_is_an_image_with_title_and_description(figure: Figure, width: int) -> None:
    image = ElementTree.fromstring(drawn(figure, "one", width))

    assert image.get("role") == "img"
    named = [image.find(f"{SVG}*[@id='{name}']") for name in image.get("aria-labelledby", "").split()]
    assert [one.text for one in named if one is not None] == [TITLE, DESC]


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("figure", FIGURES, ids=lambda figure: type(figure).__name__)
def test_every_mark_is_inside_the_picture(figure: Figure, width: int) -> None:
    image = ElementTree.fromstring(drawn(figure, "one", width))
    _, _, right, bottom = (float(n) for n in image.get("viewBox", "").split())

    marks = [one for one in image.iter() if "mark" in one.get("class", "").split()]
    assert marks
    for one in image.iter():
        for name, most in (("x", right), ("x1", right), ("x2", right), ("cx", right), ("y", bottom), ("cy", bottom)):
            assert 0 <= float(one.get(name, 0)) <= most, ElementTree.tostring(one)


def test_a_stack_is_as_high_as_its_numbers() -> None:
    layers = [Layer(label="a", fill="s-habitual", values=[10]), Layer(label="b", fill="s-lapsed", values=[30])]
    image = ElementTree.fromstring(
        drawn(Stack(title="t", desc="d", periods=["w"], marks=[], layers=layers), "one", WIDE)
    )

    heights = [float(bar.get("height", 0)) for bar in image.iter(f"{SVG}rect") if bar.find(f"{SVG}title") is not None]
    assert heights[1] == pytest.approx(3 * heights[0], rel=0.01)


def test_nothing_in_a_chart_can_be_markup() -> None:
    evil = "<script>alert(1)</script>"
    figure = Bars(title=evil, desc=evil, rows=[Bar(label=evil, part=1, whole=1, words=evil)])

    assert "<script" not in drawn(figure, "one", WIDE)


@given(st.floats(-1e6, 1e6), st.floats(1e-6, 1e6))
def test_ticks_are_round_and_hold_the_range(low: float, span: float) -> None:
    steps = ticks(low, low + span)

    width = steps[1] - steps[0]
    assert steps[0] <= low + width * 1e-6
    assert steps[-1] >= low + span - width * 1e-6
    assert 2 <= len(steps) <= 8
    assert f"{width:.2e}"[:4] in ("1.00", "2.00", "5.00")


@given(st.lists(st.floats(0, 300), max_size=9).map(sorted))
@settings(max_examples=50)
def test_labels_keep_apart_and_in_order(wanted: list[float]) -> None:
    placed = apart(wanted, 17, 0, 300)

    assert all(after - before >= 17 - 1e-9 for before, after in pairwise(placed))
    assert all(place <= 300 + 1e-9 for place in placed)
