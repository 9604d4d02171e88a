"""The usage rate through the front door: the worked example, and who counts at its edges."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from adoptlog import (
    ActivityReported,
    AdoptLog,
    Enrolled,
    Exempted,
    Joined,
    LastActivityReported,
    LeaveTaken,
    Left,
    LicenceGranted,
    LicenceRevoked,
    Moved,
    ProgramDefined,
    ToolUsed,
    UsageCovered,
)

MONDAY, SUNDAY = date(2026, 6, 1), date(2026, 6, 7)
WEEK = [MONDAY + timedelta(days=n) for n in range(5)]
VECTOR = json.loads((Path(__file__).parent / "effect.json").read_text("utf-8"))["usage_rate_week"]


@pytest.fixture
def log(url):
    with AdoptLog(url) as log:
        yield log


def used(log, person, *days, count=1):
    for day in days:
        log.record(person, ToolUsed(tool="chatgpt", on=day, count=count))


def licensed(log, *people):
    for person in people:
        log.record(person, LicenceGranted(on=date(2026, 4, 1)))


def counts(row):
    return row.active, row.known, row.eligible, row.shadow


def test_the_worked_example_from_recorded_facts(log):
    for row in VECTOR["rows"]:
        person = row["person"]
        log.record(person, Joined(on=date(2026, 4, 1)))
        if row["licensed"]:
            log.record(person, LicenceGranted(on=date(2026, 4, 1)))
        if row["leave_days"]:
            log.record(person, LeaveTaken(starts_on=MONDAY, ends_on=WEEK[row["leave_days"] - 1]))
        if row.get("exempt"):
            log.record(person, Exempted(starts_on=MONDAY))
        if row["active"] is not None:
            used(log, person, *WEEK, count=row["active"])

    (rate,) = log.usage_rate(as_of=SUNDAY, days=7)

    assert counts(rate) == (VECTOR["active"], VECTOR["known"], VECTOR["eligible"], len(VECTOR["shadow"]))
    assert rate.rate == VECTOR["rate"]
    assert [rate.low, rate.high] == pytest.approx(VECTOR["wilson"], abs=1e-6)
    assert [rate.least, rate.most] == VECTOR["bounds_if_unknown"]


def test_who_left_or_lost_the_licence_or_is_not_enrolled_yet_does_not_count(log):
    licensed(log, "a", "b", "left", "revoked", "late", "c")
    log.record("left", Left(on=date(2026, 5, 29)))
    log.record("revoked", LicenceRevoked(on=date(2026, 5, 29)))
    log.record(None, ProgramDefined(program="writing"))
    for person in ("a", "b", "c", "left", "revoked"):
        log.record(person, Enrolled(program="writing", starts_on=date(2026, 5, 1)))
    log.record("late", Enrolled(program="writing", starts_on=date(2026, 6, 8)))
    for person in ("d", "e"):
        log.record(person, Enrolled(program="writing", starts_on=date(2026, 5, 1)))
    log.record(None, UsageCovered(tool="chatgpt", starts_on=MONDAY, ends_on=SUNDAY))
    used(log, "a", MONDAY)
    used(log, "revoked", MONDAY)

    (rate,) = log.usage_rate(as_of=SUNDAY, days=7)

    assert counts(rate) == (1, 3, 3, 1)


def test_without_any_licence_recorded_everybody_counts(log):
    for person in "abcde":
        log.record(person, Joined(on=date(2026, 4, 1)))
    log.record(None, UsageCovered(tool="chatgpt", starts_on=MONDAY, ends_on=SUNDAY))
    used(log, "a", MONDAY)

    (rate,) = log.usage_rate(as_of=SUNDAY, days=7)

    assert counts(rate) == (1, 5, 5, 0)


@pytest.mark.parametrize(("known_days", "known"), [(2, 0), (3, 5)])
def test_silence_is_known_when_at_least_half_of_the_work_days_are(log, known_days, known):
    for person in "abcde":
        log.record(person, Joined(on=date(2026, 4, 1)))
    log.record(None, UsageCovered(tool="chatgpt", starts_on=MONDAY, ends_on=WEEK[known_days - 1]))

    (rate,) = log.usage_rate(as_of=SUNDAY, days=7)

    assert counts(rate) == (0, known, 5, 0)


def test_reports_about_more_than_a_day_count(log):
    licensed(log, "a", "b", "c", "d", "e")
    log.record("a", ActivityReported(tool="chatgpt", starts_on=MONDAY, ends_on=SUNDAY, active_days=2))
    log.record("b", ActivityReported(tool="chatgpt", starts_on=MONDAY, ends_on=SUNDAY, active_days=0))
    log.record("c", LastActivityReported(tool="chatgpt", on=SUNDAY, last_active_on=WEEK[1]))
    log.record("d", LastActivityReported(tool="chatgpt", on=SUNDAY, last_active_on=date(2026, 5, 29)))

    (rate,) = log.usage_rate(as_of=SUNDAY, days=7)

    assert counts(rate) == (2, 4, 5, 0)


def test_small_departments_are_not_shown_nor_found_by_subtraction(log):
    for department, people in {"sales": 12, "works": 6, "legal": 2}.items():
        for n in range(people):
            log.record(f"{department}-{n}", Moved(on=date(2026, 4, 1), department=department))
    log.record(None, UsageCovered(tool="chatgpt", starts_on=MONDAY, ends_on=SUNDAY))
    used(log, "sales-1", MONDAY)

    rows = {row.department: row for row in log.usage_rate(as_of=SUNDAY, days=7, by="department")}

    assert counts(rows["sales"]) == (1, 12, 12, 0)
    assert rows["legal"].suppressed
    assert rows["works"].suppressed


def test_a_program_of_fewer_than_five_people_has_no_rate(log):
    licensed(log, "a", "b", "c", "d")

    (rate,) = log.usage_rate(as_of=SUNDAY, days=7)

    assert rate.suppressed
    assert rate.rate is None
