"""How often the intervals of the effect cover what is true, and how often an effect is shown that is not there.

Simulated people with a known true saving, put through the same functions as the report's figures.
"""

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import product

import attrs
import numpy as np
from numpy.typing import NDArray
from rich.console import Console
from rich.table import Table

from adoptlog.domain.facts.effect import Metric
from adoptlog.effect.hours import Runs, hours_saved
from adoptlog.effect.measured import Measured
from adoptlog.effect.policy import EffectPolicy
from adoptlog.effect.task import TaskEffect, task_effect
from adoptlog.effect.verdict import Verdict
from adoptlog.simulation.chance import generator
from adoptlog.simulation.work import Work

SEEDS, SIZES, RUNS = (1, 2, 3, 4, 5), (10, 30, 100), 200
TASKS = {"minutes": (45.0, 0.3, 8.0), "mail": (12.0, 0.2, 40.0), "report": (60.0, 0.05, 4.0)}
"""Minutes a run, the share truly saved, runs a month."""
PRACTICE = (0.4, 1.0)
POSITIVE: tuple[Verdict | None, ...] = ("SHOWN", "SHOWN_BUT_SMALL", "LIKELY")
Figures = NDArray[np.float64] | NDArray[np.int64]

_NOISY = {"between": 0.17, "within": 0.2}
_CHOSEN_ABOVE = 70.0
_POLICY = EffectPolicy()


@attrs.frozen(kw_only=True)
class Cell:
    """One kind of interval, of so many people: how often it covered, and within which bounds it had to."""

    what: str
    people: int
    seed: int
    covered: float
    bounds: tuple[float, float]

    @property
    def met(self) -> bool:
        """Whether it covered often enough, and not too often."""
        return self.bounds[0] <= self.covered <= self.bounds[1]


@attrs.frozen(kw_only=True)
class Chosen:
    """People chosen for a slow baseline, whom nothing has helped."""

    people: int
    recorded: str
    saved: float
    expected: float
    shown: float
    positive: float


def coverage(seed: int, people: int, runs: int) -> Iterator[Cell]:
    """Every kind of interval on people with a true saving."""
    rng = generator(seed, 100 + people)
    covered: dict[str, list[bool]] = {}
    for _ in range(runs):
        practice = rng.uniform(*PRACTICE, people)
        work: list[Runs] = []
        for task, (minutes, saving, often) in TASKS.items():
            true = Work(minutes=minutes, saving=saving)
            before, after = true.draw(rng, practice)
            row = _effect(task, "minutes", before, after)
            covered.setdefault(f"t {task}", []).append(_in(row, true.saved(np.mean(PRACTICE).item())))
            runs_of = rng.poisson(often, people)
            work += [
                Runs(person=str(n), task=task, saved=b - a, runs=r)
                for n, (b, a, r) in enumerate(zip(before.tolist(), after.tolist(), runs_of.tolist(), strict=True))
            ]
        covered.setdefault("t rating", []).append(_rating_covered(rng, people))
        hours = hours_saved(work, resamples=1000)
        truth = people * sum(
            Work(minutes=m, saving=s).saved(np.mean(PRACTICE).item()) * often / 60 for m, s, often in TASKS.values()
        )
        covered.setdefault("bootstrap hours", []).append((hours.low or 0.0) <= truth <= (hours.high or 0.0))
    for what, some in covered.items():
        least = 0.85 if what.startswith("bootstrap") and people < 30 else 0.90
        yield Cell(what=what, people=people, seed=seed, covered=float(np.mean(some)), bounds=(least, 0.99))


def false_alarms(seed: int, people: int, runs: int) -> Iterator[bool]:
    """For each task that nothing was changed in: whether something was shown nevertheless."""
    rng = generator(seed, 200 + people)
    for _ in range(runs):
        for task, (minutes, _, _) in TASKS.items():
            before, after = Work(minutes=minutes, saving=0).draw(rng, np.ones(people))
            yield _effect(task, "minutes", before, after).verdict in POSITIVE


def chosen(seeds: Iterable[int], people: int, runs: int, only_chosen: bool) -> Chosen:
    """People chosen for a baseline above a cutoff, without any effect."""
    rows = []
    for seed in seeds:
        rng = generator(seed, 300 + people)
        for _ in range(runs):
            before, after = Work(minutes=60, saving=0, **_NOISY).draw(rng, np.ones(people * 8))
            slow = np.flatnonzero(before > _CHOSEN_ABOVE)[:people]
            rest = [] if only_chosen else np.flatnonzero(before[: slow[-1]] <= _CHOSEN_ABOVE).tolist()
            pairs = _measured(before[slow].tolist(), after[slow].tolist())
            others = [Measured(person=f"o{n}", before=float(before[n])) for n in rest]
            rows.append(task_effect(_row("minutes"), [*pairs, *others], _POLICY, _CHOSEN_ABOVE))
    return Chosen(
        people=people,
        recorded="only the chosen" if only_chosen else "everybody",
        saved=float(np.mean([row.saved for row in rows])),
        expected=float(np.mean([row.regression.expected for row in rows if row.regression])),
        shown=float(np.mean([row.verdict == "SHOWN" for row in rows])),
        positive=float(np.mean([row.verdict in POSITIVE for row in rows])),
    )


def _rating_covered(rng: np.random.Generator, people: int) -> bool:
    """Ratings 1 to 5: a third of the people rate one point higher, a twelfth one lower: a quarter point."""
    before = rng.integers(2, 5, people)
    change = rng.choice([1, 0, -1], people, p=[4 / 12, 7 / 12, 1 / 12])
    return _in(_effect("draft", "rating", before, before + change), 0.25)


def _effect(task: str, metric: Metric, before: Figures, after: Figures) -> TaskEffect:
    pairs = _measured(before.tolist(), after.tolist())
    return task_effect(_row(metric, task), pairs, _POLICY)


def _row(metric: Metric, task: str = "task") -> TaskEffect:
    return TaskEffect(program="simulated", task=task, metric=metric)


def _measured(before: Sequence[float], after: Sequence[float]) -> list[Measured]:
    return [Measured(person=str(n), before=b, after=a) for n, (b, a) in enumerate(zip(before, after, strict=True))]


def _in(row: TaskEffect, truth: float) -> bool:
    return row.low is not None and row.high is not None and row.low <= truth <= row.high


def main() -> int:
    """All of it, as a table; 1 when something is missed."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--runs", type=int, default=RUNS)
    options.add_argument("--quick", action="store_true", help="one seed, 40 runs; too few to judge by")
    given = options.parse_args()
    seeds, runs = (SEEDS[:1], 40) if given.quick else (SEEDS, given.runs)
    console = Console()

    cells = [cell for seed, people in product(seeds, SIZES) for cell in coverage(seed, people, runs)]
    table = Table("interval", "people", "covered, least and most of the seeds", "must be", "met", box=None)
    for what, people in dict.fromkeys((cell.what, cell.people) for cell in cells):
        some = [cell for cell in cells if (cell.what, cell.people) == (what, people)]
        shares, (low, high) = [cell.covered for cell in some], some[0].bounds
        met = "yes" if all(cell.met for cell in some) else "NO"
        table.add_row(what, str(people), f"{min(shares):.1%} … {max(shares):.1%}", f"{low:.0%} … {high:.0%}", met)
    console.print(table)

    alarms = [alarm for seed, people in product(seeds, SIZES) for alarm in false_alarms(seed, people, runs)]
    console.print(f"no effect: shown, small or likely in {np.mean(alarms):.1%} of {len(alarms)} (at most 7%)")

    table = Table("chosen", "baselines of", "saving", "regression", "SHOWN", "SHOWN, small, likely", box=None)
    found = [chosen(seeds, people, runs // 4, only) for people, only in product(SIZES, (False, True))]
    for one in found:
        figures = (f"{one.saved:.1f}", f"{one.expected:.1f}", f"{one.shown:.1%}", f"{one.positive:.1%}")
        table.add_row(str(one.people), one.recorded, *figures)
    console.print(table)

    fine = all(cell.met for cell in cells) and bool(np.mean(alarms) <= 0.07)
    fine = fine and all(one.positive <= 0.07 and one.saved > 0 for one in found)
    return 0 if fine else 1


if __name__ == "__main__":
    sys.exit(main())
