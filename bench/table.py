"""What was measured, as a table and as JSON."""

import json
import os
import platform
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from time import perf_counter, process_time
from typing import Any, ParamSpec, TypeVar

import attrs
from rich.console import Console
from rich.table import Table

P = ParamSpec("P")
T = TypeVar("T")
_PACKAGES = ("adoptlog", "eventsourcing", "sqlalchemy", "msgspec", "numpy", "orjson")


def timed(work: Callable[P, T], *args: P.args, **named: P.kwargs) -> tuple[T, float]:
    """What it gives, and how many seconds it took."""
    begun = perf_counter()
    given = work(*args, **named)
    return given, perf_counter() - begun


@attrs.frozen
class Spent:
    """Seconds: of the clock on the wall, and of the processor."""

    wall: float = 0.0
    cpu: float = 0.0

    def __add__(self, other: "Spent") -> "Spent":
        return Spent(self.wall + other.wall, self.cpu + other.cpu)


def spent(work: Callable[P, T], *args: P.args, **named: P.kwargs) -> tuple[T, Spent]:
    """What it gives, and what it took: on a machine with other work only the processor's seconds say something."""
    begun, busy = perf_counter(), process_time()
    given = work(*args, **named)
    return given, Spent(perf_counter() - begun, process_time() - busy)


@attrs.frozen(kw_only=True)
class Measured:
    """One line: what, how fast, and what has to be shown; `times` compares with `peer`."""

    what: str
    value: float
    unit: str
    peer: str = ""
    times: float | None = None
    goal: str = ""
    met: bool | None = None


@attrs.define
class Results:
    """The lines of one run, shown as they come."""

    store: str
    quick: bool
    lines: list[Measured] = attrs.field(factory=list)

    def rate(self, what: str, facts: int, seconds: float) -> float:
        """A line that others are compared with."""
        self.add(Measured(what=what, value=facts / seconds, unit="facts/s"))
        return facts / seconds

    def faster(self, what: str, rate: float, peers: dict[str, tuple[float, float]], unit: str = "facts/s") -> None:
        """A line of ours beside its peers: the rate of each, and how many times faster it is asked to be."""
        for peer, (theirs, asked) in peers.items():
            times = rate / theirs
            goal, met = f">= {asked:g} x", times >= asked
            self.add(Measured(what=what, value=rate, unit=unit, peer=peer, times=times, goal=goal, met=met))

    def at_most(self, what: str, value: float, unit: str, limit: float | None = None) -> None:
        """A line with an upper limit, or with none."""
        goal, met = ("", None) if limit is None else (f"<= {limit:g} {unit}", value <= limit)
        self.add(Measured(what=what, value=value, unit=unit, goal=goal, met=met))

    def add(self, line: Measured) -> None:
        """A line; a quick run is too small to say whether it shows what it must."""
        if self.quick:
            line = attrs.evolve(line, met=None)
        self.lines.append(line)
        print(f"  {line.what}: {_number(line.value)} {line.unit}", file=sys.stderr, flush=True)

    def show(self) -> None:
        """The table."""
        table = Table(title=f"adoptlog on {self.store}; stock peers on eventsourcing.sqlite")
        for heading in ("what", "measured", "unit", "against", "times", "asked", ""):
            table.add_column(heading, justify="right" if heading in ("measured", "times") else "left")
        for line in self.lines:
            times = "" if line.times is None else f"{line.times:,.1f}"
            met = {None: "", True: "yes", False: "NO"}[line.met]
            table.add_row(line.what, _number(line.value), line.unit, line.peer, times, line.goal, met)
        Console(width=150).print(table)

    def write(self, folder: Path) -> Path:
        """One JSON file with the machine and the versions."""
        told = {"store": self.store, "quick": self.quick, "results": [attrs.asdict(line) for line in self.lines]}
        return written(folder, self.store, told)


def written(folder: Path, name: str, told: dict[str, Any]) -> Path:
    """What was measured as a JSON file, after when, on which machine and with which versions."""
    folder.mkdir(parents=True, exist_ok=True)
    now = datetime.now(UTC)
    circumstances = {
        "measured_at": now.isoformat(timespec="seconds"),
        "machine": {
            "cores": os.cpu_count(),
            "processor": platform.machine(),
            "system": platform.system(),
            "python": platform.python_version(),
            "load": os.getloadavg() if hasattr(os, "getloadavg") else None,
        },
        "versions": {package: version(package) for package in _PACKAGES},
    }
    path = folder / f"{now:%Y%m%dT%H%M%SZ}-{name}.json"
    path.write_text(json.dumps(circumstances | told, indent=2) + "\n", encoding="utf-8")
    return path


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"
