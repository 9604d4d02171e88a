"""A decision is kept with what the figures were, and the next question tells what followed."""

import json
from datetime import date
from pathlib import Path

import pytest

from adoptlog import AdoptLog, DecisionTaken, MeasurementTaken, ProgramDefined, TaskInventoried
from adoptlog.projections.summaries import read_summary

BEFORE, START, JUNE, JULY = date(2026, 3, 2), date(2026, 4, 1), date(2026, 6, 30), date(2026, 7, 31)
GOLDEN = Path(__file__).parents[2] / "golden" / "events.json"


@pytest.fixture
def log(tmp_path):
    with AdoptLog(f"sqlite:///{tmp_path / 'decisions.db'}") as log:
        log.record(None, ProgramDefined(program="writing", starts_on=START, hourly_cost=4000, monthly_cost=20_000))
        log.record(
            None,
            TaskInventoried(program="writing", task="mail", on=BEFORE, minutes_per_run=20, runs_per_month=30),
        )
        for n in range(10):
            measure(log, n, "baseline", BEFORE, 20 + n)
            measure(log, n, "after", date(2026, 6, 1), 15 + n)
        yield log


def measure(log, n, phase, on, minutes):
    log.record(f"e-{n}", MeasurementTaken(task="mail", metric="minutes", value=minutes, on=on, phase=phase))


def test_the_figures_of_its_day_are_kept_with_a_decision(log):
    event = log.decide("writing", "continue", on=JUNE, note="25 hours a month")

    assert event.fact.evidence == {
        "as_of": "2026-06-30",
        "baseline_share": 1.0,
        "hours_per_month": 25.0,
        "hours_per_month_low": 25.0,
        "hours_per_month_high": 25.0,
        "net_return": 80_000.0,
        "net_return_low": 80_000.0,
        "net_return_high": 80_000.0,
        "mail/minutes/saved": 5.0,
        "mail/minutes/saved_low": 5.0,
        "mail/minutes/saved_high": 5.0,
        "mail/minutes/verdict": "SHOWN",
        "mail/minutes/people": 10,
    }


def test_the_same_decision_is_recorded_once_though_its_figures_have_changed(log):
    log.decide("writing", "continue", on=JUNE)
    measure(log, 0, "after", date(2026, 6, 2), 10)

    assert log.decide("writing", "continue", on=JUNE) is None
    assert log.decide("writing", "stop", on=JUNE) is not None


def test_what_followed_a_decision_is_told_beside_it(log):
    log.decide("writing", "adjust", on=JUNE, note="more mail")
    for n in range(10):
        measure(log, n, "after", date(2026, 7, 1), 9 + n)

    (decided,) = log.decisions(as_of=JULY)

    assert (decided.outcome, decided.on, decided.note) == ("adjust", JUNE, "more mail")
    assert decided.evidence["mail/minutes/saved"] == 5
    assert decided.since["mail/minutes/saved"] == 8
    assert not log.decisions(as_of=date(2026, 6, 29))


def test_a_decision_about_a_program_nobody_defined_has_no_figures(log):
    assert log.decide("coding", "stop", on=JUNE).fact.evidence == {}


def test_figures_that_were_not_kept_are_worked_out_and_said_to_be(log):
    log.record(None, DecisionTaken(program="writing", on=JUNE, outcome="continue"))

    (decided,) = log.decisions(as_of=JULY)

    assert decided.evidence["mail/minutes/saved"] == 5
    assert not decided.kept


def test_a_decision_from_before_evidence_was_kept_is_read_from_a_stored_summary():
    old = json.loads(GOLDEN.read_text("utf-8"))["decision-taken.v1"]["fact"]
    new = {**old, "evidence": {"usage_rate": 0.5}}
    stored = {"decision_taken_v2": [[7, None, None, new]], "decision_taken_v1": [[3, None, None, old]]}

    first, second = read_summary(json.dumps(stored).encode()).of(DecisionTaken)

    assert first.evidence == {}
    assert second.evidence == {"usage_rate": 0.5}
