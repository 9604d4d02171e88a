"""What the mutants are, which tests are asked about one, and that a changed module takes the place of the first."""

import sys
import types
from pathlib import Path

import pytest
from bench.mutants.__main__ import in_any_order, modules
from bench.mutants.changes import changes
from bench.mutants.ledger import Ledger
from bench.mutants.put import put
from bench.mutants.trial import Ran, around, quickest

LATE = '''"""Says nothing when it runs."""

from typing import Literal

import attrs

State = Literal["early", "late"]
LIMIT = 7


@attrs.frozen(kw_only=True)
class Limits:
    days: int = 14


def late(days: int | None = 3) -> bool:
    """Whether it is."""
    return days is not None and days > LIMIT
'''


def test_everything_that_runs_is_changed_and_nothing_that_only_tells() -> None:
    assert [(one.line, one.before, one.after) for one in changes(LATE)] == [
        (8, "LIMIT = 7", "LIMIT = None"),
        (8, "7", "8"),
        (13, "days: int = 14", "days: int = None"),
        (13, "14", "15"),
        (16, "3", "4"),
        (18, "days is not None and days > LIMIT", "days is not None or days > LIMIT"),
        (18, "is not", "is"),
        (18, "> LIMIT", ">= LIMIT"),
    ]


def test_a_change_is_the_module_with_one_thing_changed() -> None:
    (limit,) = (one for one in changes(LATE) if one.after == "15")

    assert limit.source == LATE.replace("days: int = 14", "days: int = 15")


def test_the_function_around_a_line() -> None:
    assert around(LATE, 18) == range(16, 19)
    assert around(LATE, 13) is None


@pytest.fixture
def first(tmp_path: Path) -> types.ModuleType:
    module = types.ModuleType("module_on_trial")
    module.__file__ = str(tmp_path / "module_on_trial.py")
    sys.modules[module.__name__] = module
    exec(LATE, vars(module))
    return module


def test_whoever_imported_it_gets_the_changed_one(first: types.ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    late, limits, importer = first.late, first.Limits, types.ModuleType("importer")
    importer.LIMIT = first.LIMIT  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "importer", importer)
    assert (late(8), limits().days) == (True, 14)

    put(first.__name__, LATE.replace("LIMIT = 7", "LIMIT = 8").replace("14", "15").replace("= 3", "= 9"))

    assert (late(8), late(), limits().days) == (False, True, 15)
    assert importer.LIMIT == 8  # type: ignore[attr-defined]


def test_the_quickest_tests_are_asked_and_always_one(request: pytest.FixtureRequest) -> None:
    tests = [Ran(request.node, seconds) for seconds in (1.0, 2.0, 3.0)]

    assert quickest(tests, 3.5) == tests[:2]
    assert quickest(tests, 0.5) == tests[:1]


def test_verdicts_are_kept_for_the_text_they_are_about(tmp_path: Path) -> None:
    one = changes(LATE)[0]
    Ledger(tmp_path / "ledger").write("m", LATE, one, "survived some")

    again = Ledger(tmp_path / "ledger")

    assert again.knows("m", LATE, one, final=False)
    assert not again.knows("m", LATE, one, final=True)
    assert not again.knows("m", LATE + "\n", one, final=False)
    assert list(again.alive({"m": LATE})) == ["m:8  LIMIT = 7  ->  LIMIT = None  (survived some)"]


def test_the_order_is_always_the_same_and_not_that_of_the_lines() -> None:
    some = modules("follow_up.rules.slipping")

    tried = [change.line for _, change in in_any_order(some)]

    assert tried == [change.line for _, change in in_any_order(some)]
    assert tried != sorted(tried)
