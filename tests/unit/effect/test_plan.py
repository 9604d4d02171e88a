"""Asked before the launch: how many people to measure before and after."""

from datetime import date

import pytest

from adoptlog import AdoptLog, MeasurementTaken, NotFound, Refused

BEFORE, AFTER = date(2026, 3, 2), date(2026, 6, 30)


@pytest.fixture
def log(tmp_path):
    with AdoptLog(f"sqlite:///{tmp_path / 'plan.db'}") as log:
        for n, minutes in enumerate([40, 50, 60, 70, 80]):
            measure(log, n, "baseline", BEFORE, minutes)
        yield log


def measure(log, n, phase, on, minutes):
    log.record(f"e-{n}", MeasurementTaken(task="mail", metric="minutes", value=minutes, on=on, phase=phase))


def test_a_spread_that_is_given_answers_without_any_data(log):
    (needed,) = log.pairs_needed(5, sd=12)

    assert (needed.pairs, needed.basis, needed.measured) == (48, "given", None)


def test_before_the_launch_the_baselines_say_how_much_people_differ(log):
    (needed,) = log.pairs_needed(10, as_of=BEFORE)

    assert (needed.task, needed.basis, needed.measured) == ("mail", "baselines", 5)
    assert needed.sd == pytest.approx(15.811, abs=1e-3)
    assert needed.pairs == 22


def test_once_there_are_pairs_their_differences_say_it(log):
    for n, minutes in enumerate([30, 42, 50, 61, 60]):
        measure(log, n, "after", AFTER, minutes)

    (needed,) = log.pairs_needed(10, task="mail", as_of=AFTER)

    assert (needed.basis, needed.measured) == ("pairs", 5)
    assert needed.sd == pytest.approx(4.8785, abs=1e-3)


def test_fewer_than_ten_are_never_enough(log):
    assert log.pairs_needed(30, sd=5)[0].pairs == 10


def test_without_baselines_the_spread_has_to_be_given(log):
    with pytest.raises(NotFound, match=r"no baseline in minutes of report by 5 people.*--sd"):
        log.pairs_needed(10, task="report", as_of=BEFORE)


@pytest.mark.parametrize("asked", [{"minutes": 0, "sd": 5}, {"minutes": 5, "sd": -1}, {"minutes": 5, "power": 1}])
def test_numbers_that_make_no_sense_are_refused(log, asked):
    with pytest.raises(Refused, match="above 0"):
        log.pairs_needed(**asked)
