"""The effect through the front door: what is measured of people becomes rows, hours, money and a verdict."""

from datetime import date

import pytest

from adoptlog import (
    AdoptLog,
    Enrolled,
    LicenceGranted,
    MeasurementTaken,
    Moved,
    NotFound,
    ProgramDefined,
    TaskInventoried,
)

BEFORE, START, AFTER = date(2026, 3, 2), date(2026, 4, 1), date(2026, 6, 30)
MINUTES = [62, 55, 48, 70, 66, 58, 45, 80, 52, 60, 75, 49], [35, 40, 30, 52, 41, 44, 38, 47, 50, 33, 58, 36]


@pytest.fixture
def log(tmp_path):
    with AdoptLog(f"sqlite:///{tmp_path / 'effect.db'}") as log:
        log.record(None, ProgramDefined(program="writing", starts_on=START))
        yield log


def measure(log, person, before=None, after=None, *, task="minutes of meeting", metric="minutes", **said):
    recalled = said.pop("recalled", False)
    for phase, value, on in (("baseline", before, BEFORE), ("after", after, AFTER)):
        if value is not None:
            felt = recalled and phase == "baseline"
            fact = MeasurementTaken(task=task, metric=metric, value=value, on=on, phase=phase, recalled=felt, **said)
            log.record(person, fact)


def twelve_people(log, **said):
    for n, (before, after) in enumerate(zip(*MINUTES, strict=True)):
        measure(log, f"e-{n}", before, after, **said)


def test_a_row_per_task_and_metric_with_its_interval_and_verdict(log):
    twelve_people(log)

    (row,) = log.effect(as_of=AFTER)

    assert (row.program, row.task, row.metric, row.people) == ("writing", "minutes of meeting", "minutes", 12)
    assert (row.before, row.after, row.saved) == (60, 42, 18)
    assert [row.low, row.high] == pytest.approx([12.368981, 23.631019], abs=1e-6)
    assert [row.share, row.share_low, row.share_high] == pytest.approx([0.301928, 0.221786, 0.373817], abs=1e-6)
    assert (row.minimum, row.basis, row.verdict) == (6, "plain", "SHOWN")


def test_many_runs_of_a_person_count_as_one_person(log):
    twelve_people(log)
    for _ in range(3):
        log.record(
            "e-0", MeasurementTaken(task="minutes of meeting", metric="minutes", value=35, on=AFTER, phase="after")
        )

    (row,) = log.effect(as_of=AFTER)

    assert (row.people, row.saved) == (12, 18)


def test_before_the_measurements_were_taken_there_is_no_effect(log):
    twelve_people(log)

    (row,) = log.effect(as_of=date(2026, 5, 1))

    assert row.suppressed
    assert row.saved is None


def test_recalled_baselines_stand_apart_and_missing_ones_are_not_filled_in(log):
    twelve_people(log)
    for n in range(6):
        measure(log, f"r-{n}", 90 + n, 40, recalled=True)
    measure(log, "without", after=40)

    (row,) = log.effect(as_of=AFTER)

    assert (row.people, row.saved, row.without_baseline) == (12, 18, 7)
    assert (row.recalled.people, row.recalled.before, row.recalled.saved) == (6, 92.5, 52.5)


def test_ratings_are_also_counted_as_wins_losses_and_ties(log):
    for n, (before, after) in enumerate(
        zip([3, 4, 3, 3, 4, 2, 3, 4, 3, 3], [4, 4, 3, 4, 4, 3, 3, 4, 4, 4], strict=True)
    ):
        measure(log, f"e-{n}", before, after, metric="rating")

    (row,) = log.effect(as_of=AFTER)

    assert (row.saved, row.minimum, row.verdict) == (0.5, 0.3, "LIKELY")
    assert (row.tally.wins, row.tally.losses, row.tally.ties) == (5, 0, 5)


def test_defect_rates_have_newcombes_interval_where_the_items_are_known(log):
    for n in range(10):
        measure(log, f"e-{n}", 0.15, 0.05, metric="defect_rate", runs=20)

    (row,) = log.effect(as_of=AFTER)

    assert row.saved == pytest.approx(0.10)
    assert (row.rates.before, row.rates.after) == ((30, 200), (10, 200))
    assert row.rates.interval.low < 0.10 < row.rates.interval.high
    assert row.rates.ratio == pytest.approx(1 / 3)


def test_a_department_is_shown_when_neither_it_nor_the_rest_is_small(log):
    twelve_people(log)
    for n in range(12):
        log.record(f"e-{n}", Moved(on=BEFORE, department="sales" if n < 6 else "works" if n < 11 else "legal"))

    rows = {row.department: row for row in log.effect(as_of=AFTER, by="department")}

    assert rows["sales"].people == 6
    assert rows["legal"].suppressed
    assert rows["works"].suppressed
    assert log.effect(as_of=AFTER, department="works")[0].suppressed
    assert log.hours_saved(as_of=AFTER, department="works").value is None


def test_a_month_has_the_measurements_of_that_month(log):
    twelve_people(log)
    for n in range(12):
        later = MeasurementTaken(
            task="minutes of meeting", metric="minutes", value=30, on=date(2026, 7, 9), phase="after"
        )
        log.record(f"e-{n}", later)

    rows = {row.month: row for row in log.effect(as_of=date(2026, 7, 31), by="month")}

    assert {month: row.after for month, row in rows.items()} == {"2026-06": 42, "2026-07": 30}
    assert log.effect(as_of=date(2026, 7, 31), month="2026-07")[0].after == 30


def test_hours_are_runs_times_saving_and_money_is_hours_less_costs(log):
    twelve_people(log)
    said = {"task": "minutes of meeting", "on": BEFORE, "minutes_per_run": 60}
    log.record(None, TaskInventoried(program="writing", runs_per_month=10, **said))
    log.record(None, ProgramDefined(program="writing", hourly_cost=4000, monthly_cost=60_000))

    hours, money = log.hours_saved(as_of=AFTER), log.net_return(as_of=AFTER)

    assert (hours.value, hours.people, hours.tasks) == (36, 12, ("minutes of meeting",))
    assert 24 < hours.low < 30
    assert 42 < hours.high < 48
    assert (money.value, money.per_cost) == (84_000, 2.4)
    assert money.interval.low == pytest.approx(hours.low * 4000 - 60_000)


def test_runs_that_the_inventory_tells_person_by_person_count_for_that_person(log):
    twelve_people(log)
    for n in range(12):
        log.record(
            None,
            TaskInventoried(
                program="writing",
                task="minutes of meeting",
                on=BEFORE,
                minutes_per_run=60,
                runs_per_month=10 if n else 0,
                person=f"e-{n}",
            ),
        )

    assert log.hours_saved(as_of=AFTER).value == pytest.approx((18 * 12 - 27) * 10 / 60)


def test_a_figure_may_head_the_report_when_half_of_the_tasks_have_a_measured_baseline(log):
    twelve_people(log)
    for task in ("minutes of meeting", "mail", "report"):
        log.record(None, TaskInventoried(program="writing", task=task, on=BEFORE, minutes_per_run=60, runs_per_month=1))

    before = log.baseline_coverage(as_of=AFTER)
    measure(log, "e-1", 10, task="mail")
    after = log.baseline_coverage(as_of=AFTER)

    assert (before.share, before.headline, before.missing) == (pytest.approx(1 / 3), False, ("mail", "report"))
    assert (after.share, after.headline) == (pytest.approx(2 / 3), True)


def test_people_measured_but_not_in_the_program_are_the_comparison(log):
    for n, (before, after) in enumerate(zip(*MINUTES, strict=True)):
        measure(log, f"e-{n}", before, after)
        log.record(f"e-{n}", Enrolled(program="writing", starts_on=START))
        measure(log, f"o-{n}", before, before - 3)

    (row,) = log.effect(as_of=AFTER)

    assert row.people == 12
    assert (row.comparison.others, row.comparison.others_before, row.comparison.others_after) == (12, 60, 57)
    assert row.comparison.difference_in_differences == 15
    assert row.comparison.interval.low < 15 < row.comparison.interval.high


def test_later_cohorts_are_compared_with_those_not_started(log):
    for start in (5, 6, 7):
        for n in range(6):
            person = f"{start}-{n}"
            log.record(person, Enrolled(program="writing", starts_on=date(2026, start, 1)))
            log.record(
                person,
                MeasurementTaken(task="mail", metric="minutes", value=60 + n, on=date(2026, 4, 9), phase="baseline"),
            )
            for month in (5, 6, 7):
                saved = 12 if month >= start else 0
                fact = MeasurementTaken(
                    task="mail", metric="minutes", value=60 + n - saved - month, on=date(2026, month, 9), phase="after"
                )
                log.record(person, fact)

    (row,) = log.effect(as_of=date(2026, 7, 31))

    assert row.saved > 12
    assert row.staggered.overall == pytest.approx(-12)


def test_a_measured_task_belongs_to_the_program_that_names_it(log):
    log.record(None, ProgramDefined(program="coding"))
    log.record(None, TaskInventoried(program="coding", task="review", on=BEFORE, minutes_per_run=60, runs_per_month=1))
    twelve_people(log)
    twelve_people(log, task="review")

    assert [(row.program, row.task) for row in log.effect(as_of=AFTER)] == [
        ("coding", "minutes of meeting"), ("coding", "review"), ("writing", "minutes of meeting"),
    ]  # fmt: skip
    with pytest.raises(NotFound, match="several programs, name one: coding, writing"):
        log.hours_saved(as_of=AFTER)


def test_who_has_no_licence_where_others_do_is_not_in_the_effect(log):
    twelve_people(log)
    for n in range(11):
        log.record(f"e-{n}", LicenceGranted(on=START))

    (row,) = log.effect(as_of=AFTER)

    assert row.people == 11


def test_what_is_recorded_or_merged_in_between_changes_the_next_answer(log):
    twelve_people(log)
    log.record(
        "other-id", MeasurementTaken(task="minutes of meeting", metric="minutes", value=50, on=AFTER, phase="after")
    )
    log.record(
        "other-id", MeasurementTaken(task="minutes of meeting", metric="minutes", value=60, on=BEFORE, phase="baseline")
    )

    before = log.effect(as_of=AFTER)[0].people
    log.merge("e-0", "other-id")
    merged = log.effect(as_of=AFTER)[0].people
    measure(log, "e-99", 60, 50)

    assert (before, merged, log.effect(as_of=AFTER)[0].people) == (13, 12, 13)
