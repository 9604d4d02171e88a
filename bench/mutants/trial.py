"""Mutants on trial, each in a process of its own that a fork gives it: the tests were collected once, before."""

import ast
import gc
import os
import signal
import time
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate
from pathlib import Path
from typing import Literal

import attrs
import pytest
from _pytest.runner import runtestprotocol
from coverage import Coverage

from bench.mutants.changes import Change
from bench.mutants.put import put

Verdict = Literal["killed", "survived", "survived some", "too slow", "does not load", "no test"]
_SURVIVED, _KILLED, _DOES_NOT_LOAD = range(3)
_VERDICTS: dict[int, Verdict] = {_SURVIVED: "survived", _DOES_NOT_LOAD: "does not load"}
_SLOWER = 10
"""So many times the processor time that the tests take is too slow: what was changed may never end."""
_OWN_FEATURE = 10
"""So many times as likely is a rule's own feature to notice as another one."""


@attrs.frozen
class Ran:
    """One test, and the processor time it takes."""

    item: pytest.Item
    seconds: float


class Court:
    """Knows which test runs which line, and asks of a mutant only the tests that run the changed function."""

    def __init__(self, folder: Path) -> None:
        self._coverage = Coverage(data_file=None, source=[str(folder)], config_file=False, messages=False)
        self._ran: dict[str, Ran] = {}
        self._noticed: Counter[str] = Counter()
        """How many changes each test noticed so far: what noticed most in its time is asked first."""

    def hear(self, items: Sequence[pytest.Item]) -> float:
        """Run every test once on the code as it is; one that fails is named and asked no more. Returns the seconds."""
        self._coverage.start()
        for item in items:
            self._coverage.switch_context(item.nodeid)
            began = time.process_time()
            if not _passes(item):
                print(f"not asked, it fails on the code as it is: {item.nodeid}", flush=True)
                continue
            self._ran[item.nodeid] = Ran(item, time.process_time() - began)
        self._coverage.stop()
        gc.freeze()  # or every child would copy all there is, to look for garbage in it
        return sum(one.seconds for one in self._ran.values())

    def tests(self, path: Path, lines: range | None) -> list[Ran]:
        """The tests that run some lines of a file: first those that noticed most in the time they take; its own feature
        counts for much. None: any of it, or all if none runs any."""
        by_line = self._coverage.get_data().contexts_by_lineno(str(path))
        names = {name for line, some in by_line.items() if lines is None or line in lines for name in some if name}
        found = [self._ran[name] for name in names if name in self._ran] or ([] if lines else list(self._ran.values()))
        own = feature_about(path)
        return sorted(found, key=lambda one: self._cost(one, of_its_own=feature_of(one.item) == own))

    def _cost(self, one: Ran, *, of_its_own: bool) -> float:
        return one.seconds / (1 + self._noticed[one.item.nodeid]) / (_OWN_FEATURE if of_its_own else 1)

    def verdict(self, module: str, path: Path, change: Change, within: float | None = None) -> Verdict:
        """What the tests say when a module says something else; with `within` only the quickest, so many seconds of
        them: then one that survives may still be noticed by the others."""
        tests = self.tests(path, around(path.read_text("utf-8"), change.line))
        if not tests:
            return "no test"
        asked = tests if within is None else quickest(tests, within)
        told, tells = os.pipe()
        child = os.fork()
        if child == 0:
            _silenced()
            signal.setitimer(signal.ITIMER_PROF, 10 + _SLOWER * sum(one.seconds for one in asked))
            os._exit(_tried(module, change.source, [one.item for one in asked], tells))
        os.close(tells)
        _, status = os.waitpid(child, 0)
        with open(told, encoding="utf-8") as noticed_by:
            self._noticed.update(noticed_by.read().splitlines())
        verdict = "too slow" if os.WIFSIGNALED(status) else _VERDICTS.get(os.WEXITSTATUS(status), "killed")
        return "survived some" if verdict == "survived" and len(asked) < len(tests) else verdict


def quickest(tests: Sequence[Ran], seconds: float) -> list[Ran]:
    """Of tests in order, the first ones that take so long together, and always one."""
    sums = accumulate(one.seconds for one in tests)
    return [one for number, (one, took) in enumerate(zip(tests, sums, strict=True)) if took <= seconds or number == 0]


def feature_about(path: Path) -> str:
    """The feature that is a rule's, by the rule's module."""
    return f"{path.stem.replace('_', '-')}.feature"


def feature_of(item: pytest.Item) -> str | None:
    """The feature that a test is a scenario of; pytest-bdd says it in the test's docstring."""
    told: str = getattr(getattr(item, "function", None), "__doc__", None) or ""
    name = told.partition(": ")[0].rpartition("/")[2]
    return name if name.endswith(".feature") else None


def around(text: str, line: int) -> range | None:
    """The lines of the function that a line is in; None outside of functions.

    >>> around("X = 1\\n\\ndef f():\\n    return 2\\n", 4)
    range(3, 5)
    """
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            first = min([node.lineno, *(one.lineno for one in node.decorator_list)])
            if first <= line <= (node.end_lineno or first):
                return range(first, (node.end_lineno or first) + 1)
    return None


def _silenced() -> None:
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)


def _tried(module: str, source: str, items: Sequence[pytest.Item], tells: int) -> int:
    """How the tests find it; who notices says so."""
    try:
        put(module, source)
    except Exception:
        return _DOES_NOT_LOAD
    for item in items:
        try:
            noticed = not _passes(item)
        except BaseException:
            noticed = True
        if noticed:
            os.write(tells, item.nodeid.encode())
            return _KILLED
    return _SURVIVED


def _passes(item: pytest.Item) -> bool:
    return all(report.passed for report in runtestprotocol(item, log=False, nextitem=None))
