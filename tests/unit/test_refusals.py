"""What must not be recorded, and what the person who tried is told."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest

from adoptlog import (
    AdoptLog,
    CheckInHeld,
    GuidelineAcknowledged,
    GuidelinePublished,
    GuidelineWithdrawn,
    Joined,
    LeaveTaken,
    Left,
    MeasurementTaken,
    NotYet,
    Refused,
    ToolUsed,
    TrainingCompleted,
    Unusable,
)

NOW = datetime(2026, 6, 30, 12, tzinfo=UTC)


@pytest.fixture
def log() -> Iterator[AdoptLog]:
    with AdoptLog("sqlite://", now=lambda: NOW) as log:
        yield log


def publish(log: AdoptLog, version: str, on: date) -> None:
    log.record(None, GuidelinePublished(guideline="ai", version=version, on=on))


def test_a_version_is_acknowledged_once(log: AdoptLog) -> None:
    publish(log, "1", date(2026, 4, 1))
    log.record("e-1", GuidelineAcknowledged(guideline="ai", version="1", on=date(2026, 4, 2)))

    with pytest.raises(Refused, match="acknowledged on 2026-04-02 already"):
        log.record("e-1", GuidelineAcknowledged(guideline="ai", version="1", on=date(2026, 4, 3)))


def test_a_second_acknowledgement_from_a_system_is_a_duplicate(log: AdoptLog) -> None:
    publish(log, "1", date(2026, 4, 1))
    fact = GuidelineAcknowledged(guideline="ai", version="1", on=date(2026, 4, 2))
    assert log.record("e-1", fact, source=("lms", "1")) is not None
    later = GuidelineAcknowledged(guideline="ai", version="1", on=date(2026, 5, 2))
    assert log.record("e-1", later, source=("lms", "2")) is None


def test_a_withdrawn_version_is_not_acknowledged(log: AdoptLog) -> None:
    publish(log, "1", date(2026, 4, 1))
    log.record(None, GuidelineWithdrawn(guideline="ai", version="1", on=date(2026, 5, 1)))

    with pytest.raises(Refused, match="was withdrawn on 2026-05-01"):
        log.record("e-1", GuidelineAcknowledged(guideline="ai", version="1", on=date(2026, 5, 1)))


def test_an_acknowledgement_before_publication_waits_when_a_system_brings_it(log: AdoptLog) -> None:
    early = GuidelineAcknowledged(guideline="ai", version="1", on=date(2026, 4, 2))
    with pytest.raises(NotYet, match="not published yet"):
        log.record("e-1", early)

    assert log.record("e-1", early, source=("lms", "1")) is not None
    assert [f.text for f in log.examine() if f.check == "waits"] == [
        "e-1: acknowledged ai 1, which is not published by 2026-04-02"
    ]
    publish(log, "1", date(2026, 4, 1))
    assert [f for f in log.examine() if f.check == "waits"] == []


@pytest.mark.parametrize(("earlier", "later"), [("2", "1"), ("1.9", "1.9.0"), ("1.10", "1.9")])
def test_a_later_version_has_the_higher_number_in_whatever_order_they_arrive(
    log: AdoptLog, earlier: str, later: str
) -> None:
    publish(log, earlier, date(2026, 4, 1))
    if later == "1.9.0":
        publish(log, later, date(2026, 5, 1))
        return
    with pytest.raises(Refused, match="higher number"):
        publish(log, later, date(2026, 5, 1))


def test_nothing_happens_in_the_future(log: AdoptLog) -> None:
    with pytest.raises(Refused, match="in the future"):
        log.record("e-1", TrainingCompleted(course="a", on=date(2026, 7, 2)))
    with pytest.raises(Refused, match="in the future"):
        log.record("e-1", ToolUsed(tool="chat", on=date(2026, 7, 2)))
    log.record("e-1", LeaveTaken(starts_on=date(2026, 8, 1), ends_on=date(2026, 8, 31)))


def test_nothing_is_dated_before_joining_or_after_leaving(log: AdoptLog) -> None:
    log.record("e-1", Joined(on=date(2026, 4, 1)))
    log.record("e-1", Left(on=date(2026, 5, 31)))

    for fact in (TrainingCompleted(course="a", on=date(2026, 3, 31)), ToolUsed(tool="chat", on=date(2026, 3, 31))):
        with pytest.raises(NotYet, match="before joining on 2026-04-01"):
            log.record("e-1", fact)
    with pytest.raises(NotYet, match="after leaving on 2026-05-31"):
        log.record("e-1", TrainingCompleted(course="a", on=date(2026, 6, 1)))


def test_use_after_leaving_is_kept_and_counts_for_nothing(log: AdoptLog) -> None:
    log.record("e-1", Left(on=date(2026, 5, 31)))
    assert log.record("e-1", ToolUsed(tool="chat", on=date(2026, 6, 1)), source=("chat", "1")) is not None
    (row,) = log.status(as_of=date(2026, 6, 2))
    assert (row.state, row.last_used_on) == ("not_started", None) or row.last_used_on is None


@pytest.mark.parametrize(
    ("metric", "value"), [("minutes", 0.0), ("rating", 7.0), ("defect_rate", 2.0), ("minutes", float("nan"))]
)
def test_units_fit_the_metric(log: AdoptLog, metric: str, value: float) -> None:
    with pytest.raises(Refused, match="value"):
        log.record(
            "e-1",
            MeasurementTaken(task="t", metric=metric, value=value, on=date(2026, 4, 1), phase="baseline"),  # type: ignore[arg-type]
        )


def test_self_reported_days_are_days_of_a_week(log: AdoptLog) -> None:
    with pytest.raises(Refused, match="self_reported_days 8"):
        log.record("e-1", CheckInHeld(kind="chat", on=date(2026, 4, 1), self_reported_days=8))


def test_a_period_does_not_end_before_it_begins(log: AdoptLog) -> None:
    with pytest.raises(Refused, match="before it begins"):
        log.record("e-1", LeaveTaken(starts_on=date(2026, 4, 2), ends_on=date(2026, 4, 1)))


def test_a_retraction_names_an_import_that_is_there(log: AdoptLog) -> None:
    log.record("e-1", Joined(on=date(2026, 4, 1)))
    log.retract_import(1)
    with pytest.raises(Refused, match="already"):
        log.retract_import(1)


@pytest.mark.parametrize("day", [date(1, 1, 1), date(1899, 12, 31), date(2037, 1, 1), date(9999, 12, 31)])
def test_a_day_nothing_can_be_said_about_is_named_with_those_that_can(log: AdoptLog, day: date) -> None:
    log.record("e-1", Joined(on=date(2026, 4, 1)))

    for ask in (log.status, log.follow_ups, lambda as_of: log.explain("e-1", as_of=as_of)):
        with pytest.raises(Unusable, match=f"{day} cannot be asked about: name a day from 1900-01-01 to 2036-12-31"):
            list(ask(as_of=day))


def test_the_first_and_the_last_day_are_answered(log: AdoptLog) -> None:
    log.record("e-1", Joined(on=date(2026, 4, 1)))
    log.record("e-1", TrainingCompleted(course="basics", on=date(2026, 4, 1)))

    assert log.follow_ups(as_of=date(1900, 1, 1)) == []
    assert {one.rule for one in log.follow_ups(as_of=date(2036, 12, 31))} >= {"first-check-in"}
