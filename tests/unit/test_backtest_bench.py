"""What the backtest means by a stop, its lead time and a false alarm; and that it runs."""

import json
from collections import Counter
from math import inf

import attrs
import numpy as np
import pytest
from bench.alarms import Alarm, Days, naive, ours, weekdays
from bench.backtest import Measured, measure, told, verdicts
from bench.warned import Person, Warned, by_pattern, dominated
from bench.workload import Raised, workload

from adoptlog.simulation import Company, Population, simulate

STOP = 28
"""A Monday, of a person whose first day is a Monday."""


def days(*some: int, number: int = 84) -> Days:
    """Twelve weeks in which some days are marked."""
    marked = np.zeros(number, np.bool_)
    marked[list(some)] = True
    return marked


def stopping(last: int = 84) -> Person:
    """Works from Monday to Friday, and stops on a Monday (until a day)."""
    return Person(work=np.arange(84) % 7 < 5, gone=days(*range(STOP, last)), going=days(*range(STOP - 7, STOP)))


def test_an_alarm_before_the_stop_is_false_and_the_first_one_after_it_has_the_lead_time():
    warned = stopping().warned(days(3, STOP + 4, STOP + 30), days(3))

    assert (warned.leads, warned.false, warned.early) == ((5,), 1, 0)
    assert warned.seen == 1
    assert warned.years == pytest.approx(STOP / 365.25)
    assert warned.false_per_year == pytest.approx(365.25 / STOP)


def test_weekends_are_no_part_of_the_lead_time():
    assert stopping().warned(days(STOP + 7), days()).leads == (6,)


def test_an_alarm_that_stands_at_the_stop_has_seen_it_but_was_raised_too_early():
    warned = stopping().warned(days(STOP - 3), days(*range(STOP - 3, 84)))

    assert (warned.leads, warned.false, warned.early) == ((0,), 1, 1)
    assert warned.wrong_per_year == 0


def test_an_alarm_that_no_longer_stands_at_the_stop_has_not_seen_it():
    assert stopping().warned(days(STOP - 10), days(*range(STOP - 10, STOP - 5))).leads == (inf,)


def test_false_alarms_within_fourteen_days_are_one():
    assert stopping().warned(days(1, 8, 14, 15), days()).false == 2


def test_a_stop_must_be_seen_before_the_person_comes_back():
    warned = stopping(last=STOP + 28).warned(days(STOP + 29), days())

    assert (warned.leads, warned.false, warned.seen) == ((inf,), 1, 0)


def test_a_stop_too_late_to_be_seen_in_time_does_not_count():
    one = Person(work=np.arange(84) % 7 < 5, gone=days(*range(70, 84)), going=days())

    assert one.warned(days(), days()).leads == ()


def test_dominated_is_who_is_no_better_in_either():
    slow, fast = Warned(people=1, years=1, leads=(9,), false=1), Warned(people=1, years=1, leads=(5,), false=1)
    calm = attrs.evolve(slow, false=0)

    assert dominated(slow, fast)
    assert not dominated(fast, slow)
    assert not dominated(fast, calm)
    assert not dominated(calm, fast)


@pytest.fixture
def company() -> Company:
    """One person who used the tool every day up to the stop, from a Monday on."""
    one = simulate(1, 90)
    monday = int(np.flatnonzero(weekdays(one) == 0)[0])
    used = np.zeros((1, 90), np.uint16)
    used[0, : monday + STOP] = 1
    return attrs.evolve(one, uses=used)


def test_the_naive_rules_count_calendar_days_and_say_it_once(company: Company):
    stop = int((company.uses > 0).sum())

    raised = {alarm.name: np.flatnonzero(alarm.raised[0]).tolist() for alarm in naive(company)}

    assert weekdays(company)[stop] == 0, "the silence is as long as the rules allow on a Sunday"
    assert list(raised.values()) == [[stop + 14], [stop + 7], [stop + 7]]


def test_ours_stands_while_the_state_is_quiet_without_a_break():
    quiet = np.array([days(5, 6, 7, 8, 10)])

    alarm = ours("ours", [(0, 6)], quiet, np.ones(84, np.bool_))

    assert np.flatnonzero(alarm.standing[0]).tolist() == [6, 7, 8]


def test_on_a_simulated_company_every_stop_belongs_to_somebody_who_stops():
    company = simulate(50, 365, population=Population())
    silent = Alarm(name="silent", raised=np.zeros_like(company.work), standing=np.zeros_like(company.work))

    stops = Counter(pattern for pattern, warned in by_pattern(company, silent) for _ in warned.leads)

    assert stops == {"abrupt": 7, "novelty": 7, "decliner": 6, "recovering": 4}


def test_work_is_counted_for_champions_as_champions_in_weeks_without_any_too():
    company = simulate(8, 28)
    (champion,) = (company.people.index(one) for one in company.champions().values())
    other = (champion + 1) % 8
    first = Raised(rule="slipping", role="champion", person=other, owner=champion, day=8)
    raised = [
        first,
        attrs.evolve(first, day=9, again=True),
        attrs.evolve(first, rule="lapsed", role="manager"),
        attrs.evolve(first, owner=other),
    ]

    done = workload(company, raised)

    assert [week.total() for week in done.weeks] == [0, 2, 0, 0]
    assert [week.total() for week in done.first_times] == [0, 1, 0, 0]
    assert [week.total() for week in done.about_team] == [0, 4, 0, 0]


@pytest.fixture(scope="module")
def measured() -> Measured:
    return measure(seed=1, people=25, days=120)


def test_the_quick_version_measures_every_alarm_on_the_same_people(measured: Measured):
    everybody = measured.in_all().values()

    assert [one.people for one in everybody] == [25] * 5
    assert len({len(one.leads) for one in everybody}) == 1
    assert len({round(one.years, 9) for one in everybody}) == 1
    assert (measured + measured).work.totals == measured.work.totals * 2
    assert len(measured.work.weeks) == 120 // 7


def test_what_was_measured_can_be_written_and_says_whether_ours_is_dominated(measured: Measured):
    written = json.loads(json.dumps(told(measured, [1], 25, 120)))

    assert written["verdicts"] == list(verdicts(measured))
    assert {"alarms", "workload", "by_rule", "histogram", "population"} <= set(written)
