"""Does a test notice when the code says something else? `nice python -m bench.mutants follow_up habit`

Every small change of a module is tried with the tests that run the changed function, on SQLite in memory. Changes are
tried in an order that has nothing to do with where they are, and verdicts are kept: whoever stops early has tried a
fair sample, and the next run goes on from there.
"""

import argparse
import os
from hashlib import sha256
from pathlib import Path

import attrs
import hypothesis
import pytest
from rich.console import Console

from bench.mutants.changes import Change, changes
from bench.mutants.ledger import Ledger
from bench.mutants.trial import Court, feature_about, feature_of

ROOT = Path(__file__).parents[2]
_SOURCE = ROOT / "src"
_TESTS = {
    "habit": ("tests/unit/habit",),
    "follow_up": ("tests/unit/follow_up", "tests/unit/test_follow_up_core.py", "tests/test_features.py"),
}
_FEATURES = ROOT / "features" / "follow-ups"
_SERVERS = {"url", "postgresql_url", "postgresql_server"}
_OPTIONS = ("-q", "-s", "-o", "addopts=", "--import-mode=importlib", "-p", "no:cacheprovider", "-p", "no:xdist")
_TOLD = 50
_FEW = 10


@attrs.frozen
class Module:
    """A module of the library, as it is."""

    name: str
    path: Path
    text: str
    changes: list[Change] = attrs.field(repr=False)


def modules(package: str) -> list[Module]:
    """The modules of a package, or the one module that is named (`habit.step`)."""
    place = _SOURCE / "adoptlog" / package.replace(".", "/")
    paths = [place.with_suffix(".py")] if place.with_suffix(".py").is_file() else sorted(place.rglob("*.py"))
    names = [".".join(path.relative_to(_SOURCE).with_suffix("").parts) for path in paths]
    texts = [path.read_text("utf-8") for path in paths]
    return [
        Module(name, path, text, changes(text)) for name, path, text in zip(names, paths, texts, strict=True) if text
    ]


def in_any_order(some: list[Module]) -> list[tuple[Module, Change]]:
    """All changes, in an order that is always the same and has nothing to do with where they are."""
    found = [(module, change) for module in some for change in module.changes]
    return sorted(found, key=lambda one: sha256(f"{one[0].name} {one[1].before} {one[1].after}".encode()).digest())


@attrs.define
class Session:
    """A pytest session that tries mutants instead of reporting tests."""

    modules: list[Module]
    ledger: Ledger
    within: float | None
    only: str | None

    @property
    def _only_some(self) -> bool:
        return self.only is not None or self.within is not None

    @pytest.hookimpl(tryfirst=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Without servers, and in one language: the Japanese features tell the same stories. Only the features about
        follow-ups; of single rules only their own."""
        mine = {feature_about(module.path) for module in self.modules if ".rules." in module.name}
        if not len(mine) == len(self.modules) < _FEW:
            mine = {path.name for path in _FEATURES.glob("*.feature")}
        items[:] = [
            item
            for item in items
            if not _SERVERS & set(getattr(item, "fixturenames", ()))
            and item.name.removeprefix("test_").isascii()
            and feature_of(item) in {None, *mine}
        ]

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        court, every = Court(_SOURCE / "adoptlog"), in_any_order(self.modules)
        print(f"{len(session.items)} tests take {court.hear(session.items):.0f} s; {len(every):,} changes", flush=True)
        for number, (module, change) in enumerate(every, 1):
            if not self.ledger.knows(module.name, module.text, change, final=not self._only_some):
                verdict = court.verdict(module.name, module.path, change, self.within)
                undecided = self.only is not None and verdict in ("survived", "no test")
                self.ledger.write(module.name, module.text, change, "survived some" if undecided else verdict)
            if number % _TOLD == 0:
                print(f"{number:,} tried", flush=True)
        return True


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.mutants", description=__doc__)
    parser.add_argument("packages", nargs="+", help="packages of the library, or single modules: habit.step")
    parser.add_argument("--ledger", type=Path, default=ROOT / "bench" / "results" / "mutants.jsonl")
    parser.add_argument("--within", type=float, help="ask only the quickest tests first, so many seconds of them")
    parser.add_argument("--only", metavar="TESTS", help="ask only some tests first, named as for pytest's -k")
    parser.add_argument("--show", action="store_true", help="try nothing: show what the ledger knows")
    asked = parser.parse_args()
    os.chdir(ROOT)
    some = [module for package in asked.packages for module in modules(package)]
    ledger = Ledger(asked.ledger.absolute())
    if not asked.show:
        quick = hypothesis.settings(phases=(hypothesis.Phase.explicit, hypothesis.Phase.generate), database=None)
        hypothesis.settings.register_profile("mutants", quick)
        hypothesis.settings.load_profile("mutants")
        tests = dict.fromkeys(path for package in asked.packages for path in _TESTS[package.split(".")[0]])
        chosen = ["-k", asked.only] if asked.only else []
        pytest.main([*_OPTIONS, *chosen, *tests], plugins=[Session(some, ledger, asked.within, asked.only)])
    texts = {module.name: module.text for module in some}
    Console(width=110).print(ledger.table(texts, {module.name: len(module.changes) for module in some}))
    for line in ledger.alive(texts):
        print(line)


if __name__ == "__main__":
    main()
