"""The report in a terminal: bars and sparklines that can be read at 80 columns, in both languages."""

from collections.abc import Iterator, Mapping, Sequence
from typing import IO, Any

from rich.cells import cell_len
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from adoptlog.report.figures import Bars, Curves, Figure, Intervals, Pairs, Stack
from adoptlog.report.say import Say
from adoptlog.report.sections import sections
from adoptlog.report.sections.answer import Answer, answer
from adoptlog.report.sections.section import Section
from adoptlog.report.value import Report

WIDTH = 80
_SPARKS = "▁▂▃▄▅▆▇█"
_BLOCKS = " ▏▎▍▌▋▊▉█"


_SHADES = (
    ("habitual", "█", "blue"),
    ("forming", "▓", "cyan"),
    ("trying", "▒", "bright_cyan"),
    ("slipping", "/", "yellow"),
    ("lapsed", "x", "red"),
    ("not_started", "·", "dim"),
)
"""States in a bar: told apart by their character, not by colour alone."""


def departments(rows: Sequence[Mapping[str, Any]], lang: str, out: IO[str], *, color: bool = True) -> None:
    """People per state in each department: a bar as long as the department has people."""
    console = _console(out, color)
    say = Say(lang)
    labels = [f"{row['department'] or say('without a department')} {row['people']}" for row in rows]
    room = console.width - _widest(labels) - 2
    most = max((row["people"] for row in rows), default=1)
    for label, row in zip(labels, rows, strict=True):
        line = Text(label + " " * (_widest(labels) - cell_len(label) + 2))
        done = 0
        for state, mark, style in _SHADES:
            upto = round(sum(row[before] for before, _, _ in _SHADES[: _place(state) + 1]) / most * room)
            line.append(mark * (upto - done), style)
            done = upto
        console.print(line, no_wrap=True, crop=True)
    legend = Text()
    for state, mark, style in _SHADES:
        legend.append(f"{mark} ", style).append(say(f"state {state}") + "  ")
    console.print()
    console.print(legend)


def _place(state: str) -> int:
    return [name for name, _, _ in _SHADES].index(state)


def _console(out: IO[str], color: bool) -> Console:
    """As wide as the terminal, at most 100 columns, and 80 where there is none."""
    console = Console(file=out, no_color=not color, highlight=False, emoji=False)
    width = min(console.width, 100) if console.is_terminal else WIDTH
    return Console(file=out, no_color=not color, highlight=False, emoji=False, width=width)


def show(report: Report, lang: str, out: IO[str], *, color: bool = True) -> None:
    """Write all of it."""
    console = _console(out, color)
    say = Say(lang)
    console.print(Text(report.title or report.program, style="bold"), Text(say.date(report.as_of)))
    _answer(console, answer(report, say), report.people is not None)
    for section in sections(report, say) if report.people is not None else ():
        _section(console, section)


def _answer(console: Console, told: Answer, known: bool) -> None:
    console.print()
    console.print(Text(told.sentence, style="bold"))
    if not known:
        return
    console.print(Text(told.verdict, style="bold cyan"))
    console.print()
    grid = Table.grid(expand=True, padding=(0, 2))
    for _ in told.indicators:
        grid.add_column(ratio=1)
    rows = ("title", "figure", "unit", "meaning", "sure", "target")
    for name in rows:
        style = "bold" if name == "figure" else ""
        grid.add_row(*(Text(getattr(one, name), style=style) for one in told.indicators))
    console.print(grid)
    console.print()
    console.print(Text(told.suggestion, style="bold"))
    for words, _ in told.because:
        _point(console, words)


def _section(console: Console, section: Section) -> None:
    console.print()
    console.rule(Text(section.title, style="bold"), align="left", style="dim")
    console.print(Text(section.lead))
    for exhibit in section.exhibits:
        if exhibit.figure is not None:
            console.print()
            console.print(Text(exhibit.title, style="dim"))
            for line in drawn(exhibit.figure, console.width):
                console.print(line, no_wrap=True, crop=True)
    for point in section.points:
        _point(console, point)


def _point(console: Console, words: str) -> None:
    console.print(Padding(Text(words), (0, 0, 0, 2)))


def drawn(figure: Figure, width: int) -> Iterator[Text]:
    """A figure as lines of characters."""
    match figure:
        case Stack():
            layers = [layer for layer in reversed(figure.layers) if any(layer.values)]
            names = [layer.label for layer in layers]
            for layer in layers:
                yield _row(layer.label, sparkline(layer.values, width // 2), f"{layer.values[-1]:,}", names)
        case Pairs():
            names = [figure.first[0], figure.second[0]]
            for name, values in (figure.first, figure.second):
                yield _row(name, sparkline(values, width // 2), f"{sum(values):,}", names)
        case Curves():
            names = [line.label for line in figure.lines]
            for line in figure.lines:
                yield _row(line.label, sparkline([share for _, share in line.points], width // 2, 1.0), "", names)
        case Intervals():
            low = min([row.low for row in figure.rows] + [0.0])
            high = max([row.high for row in figure.rows] + ([1.0] if figure.bounds else []))
            names, words = [row.label for row in figure.rows], [row.words for row in figure.rows]
            room = max(10, width - _widest(names) - _widest(words) - 4)
            for row in figure.rows:
                yield _row(row.label, interval(row.value, row.low, row.high, low, high, room), row.words, names)
        case Bars():
            names, words = [row.label for row in figure.rows], [row.words for row in figure.rows]
            room = max(10, width - _widest(names) - _widest(words) - 4)
            most = max([row.whole for row in figure.rows] + [1])
            for each in figure.rows:
                yield _row(each.label, bar(each.part / most, room), each.words, names)


def sparkline(values: Sequence[float], room: int, most: float | None = None) -> str:
    """A row of small bars, the last values where there are more than room; all on one scale if `most` is given.

    >>> sparkline([0, 1, 2, 4], 10)
    '▁▃▅█'
    """
    kept = list(values)[-room:]
    top = most or max([*kept, 1])
    return "".join(_SPARKS[min(len(_SPARKS) - 1, int(value / top * (len(_SPARKS) - 1) + 0.5))] for value in kept)


def bar(share: float, room: int) -> str:
    """A bar as long as the share of the room.

    >>> bar(0.5, 10)
    '█████     '
    """
    eighths = round(max(0.0, min(1.0, share)) * room * 8)
    return ("█" * (eighths // 8) + _BLOCKS[eighths % 8].strip()).ljust(room)


def interval(value: float, low: float, high: float, least: float, most: float, room: int) -> str:
    """A dot in the line of its interval.

    >>> interval(0.5, 0.2, 0.8, 0.0, 1.0, 11)
    '  ├──●──┤  '
    """
    span = most - least or 1.0
    start, dot, end = (round((one - least) / span * (room - 1)) for one in (low, value, high))
    marks = [" "] * room
    for place in range(start, end + 1):
        marks[place] = "─"
    marks[start], marks[end] = "├", "┤"
    marks[dot] = "●"
    return "".join(marks)


def _row(label: str, picture: str, words: str, labels: Sequence[str]) -> Text:
    """One line: double-width characters take two columns."""
    gap = " " * (_widest(labels) - cell_len(label))
    return Text.assemble((label + gap, ""), "  ", (picture, "cyan"), "  ", (words, "bold"))


def _widest(words: Sequence[str]) -> int:
    return max((cell_len(word) for word in words), default=0)
