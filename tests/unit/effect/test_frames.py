"""Answers as data frames, for the analyst who wants more."""

import subprocess
import sys
from datetime import date

import pytest

from adoptlog import AdoptLog, Joined, MeasurementTaken, Unusable
from adoptlog.rows import Rows, flat

BEFORE, AFTER = date(2026, 3, 2), date(2026, 6, 30)


@pytest.fixture
def log(tmp_path):
    with AdoptLog(f"sqlite:///{tmp_path / 'frames.db'}") as log:
        for n in range(6):
            log.record(f"e-{n}", Joined(on=date(2026, 1, 5)))
            for phase, on, rating in (("baseline", BEFORE, 3), ("after", AFTER, 3 + n % 2)):
                log.record(f"e-{n}", MeasurementTaken(task="mail", metric="rating", value=rating, on=on, phase=phase))
        yield log


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_an_effect_is_a_frame_with_a_column_per_figure(log, library):
    frame = log.effect(as_of=AFTER).to_frame(library)

    assert type(frame).__module__.startswith(library)
    assert list(frame["people"]) == [6]
    assert list(frame["saved"]) == [0.5]
    assert list(frame["tally_wins"]) == [3]


def test_a_status_is_still_a_list_and_also_a_frame(log):
    rows = log.status(as_of=AFTER)

    frame = rows.to_frame()

    assert isinstance(rows, list)
    assert list(frame["person"]) == [row.person for row in rows] == [f"e-{n}" for n in range(6)]
    assert set(frame["state"]) == {"unknown"}


def test_a_usage_rate_is_a_frame(log):
    assert list(log.usage_rate(as_of=AFTER).to_frame()["eligible"]) == [6]


def test_no_rows_are_an_empty_frame():
    assert Rows().to_frame().empty


def test_a_library_that_is_missing_is_named_with_how_to_install_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "pandas", None)

    with pytest.raises(Unusable, match=r'pip install "adoptlog\[frame\]"'):
        Rows([1]).to_frame()


def test_figures_inside_a_figure_have_its_name_before_theirs(log):
    (row,) = log.effect(as_of=AFTER)

    assert flat(row)["tally_ties"] == 3


def test_neither_pandas_nor_scipy_is_loaded_before_it_is_needed():
    script = "import sys, adoptlog.log; print([name for name in ('pandas', 'scipy') if name in sys.modules])"

    said = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True).stdout

    assert said.strip() == "[]"
