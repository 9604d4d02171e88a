"""Follow-ups in a real database: raised once whoever raises them, and read without writing."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from unit.test_store import opened, positions

from adoptlog import AdoptLog, LicenceGranted, NotFound, Refused, TrainingCompleted, read_policy

DAY = date(2026, 6, 1)
RAISED = 20 * 2 + 1
"""Two coaching follow-ups a person, and one because no usage report says how they are getting on."""


def people(log: AdoptLog, number: int = 20) -> AdoptLog:
    for person in range(number):
        log.record(f"e-{person}", LicenceGranted(on=date(2026, 4, 1)), source=("hr", f"l{person}"))
        log.record(f"e-{person}", TrainingCompleted(course="basics", on=date(2026, 4, 2)), source=("lms", f"t{person}"))
    return log


def test_listing_writes_nothing(url: str) -> None:
    with opened(url) as log:
        before = positions(people(log))

        assert len(log.follow_ups(as_of=DAY)) > 0
        assert positions(log) == before


def test_raising_ten_times_raises_each_once(url: str) -> None:
    with opened(url) as log:
        first = people(log).raise_follow_ups(as_of=DAY)
        again = [log.raise_follow_ups(as_of=DAY) for _ in range(9)]

        assert len(first.raised) == RAISED
        assert all(not one.raised and not one.resolved for one in again)
        assert {one.state for one in log.follow_ups(as_of=DAY)} == {"raised"}


def test_two_at_once_raise_each_once(url: str) -> None:
    with opened(url) as log:
        people(log)
        with ThreadPoolExecutor(4) as pool:
            told = list(pool.map(lambda _: log.raise_follow_ups(as_of=DAY), range(4)))

        raised = [one.id for done in told for one in done.raised]
        assert len(raised) == len(set(raised)) == RAISED


def test_the_beginning_of_an_id_is_enough(url: str) -> None:
    with opened(url) as log:
        people(log, 1).raise_follow_ups(as_of=log.today)
        one = log.follow_ups()[0]

        assert log.close_follow_up(one.id[:8], "done", "talked it over").state == "done"
        with pytest.raises(Refused, match="closed"):
            log.close_follow_up(one.id, "done")


def test_a_follow_up_that_is_only_due_is_raised_and_closed(url: str) -> None:
    with opened(url) as log:
        due = people(log, 1).follow_ups()[0]

        closed = log.close_follow_up(due.id, "dismissed", "left the team")

        assert (due.state, closed.state, closed.raised_on) == ("due", "dismissed", log.today)


def test_what_cannot_be_says_what_to_do(url: str) -> None:
    with opened(url) as log:
        people(log, 1)

        with pytest.raises(NotFound, match="follow-ups list"):
            log.close_follow_up("ffffffff", "done")
        with pytest.raises(NotFound, match="rules list"):
            log.follow_ups(rule="no-such-rule")
        with pytest.raises(Refused, match="say which"):
            log.close_follow_up(log.follow_ups()[0].id, "dismissed")
        with pytest.raises(NotFound):
            log.assign_follow_up(log.follow_ups()[0].id, "nobody")


def test_a_wait_longer_than_any_calendar_is_for_ever() -> None:
    with AdoptLog("sqlite://", policy=read_policy("[follow_ups]\ncool_down_days = 999999999")) as log:
        one = people(log, 1).follow_ups()[0]
        log.close_follow_up(one.id, "done")

        (closed,) = (told for told in log.follow_ups(rule=one.rule, closed=True))

        assert (closed.id, closed.state) == (one.id, "done")
        assert [told for told in log.raise_follow_ups().raised if told.rule == one.rule] == []


def test_words_about_a_follow_up_are_kept_with_the_person(url: str) -> None:
    with opened(url) as log:
        one = people(log, 1).follow_ups()[0]
        log.close_follow_up(one.id, "done", "ill for a week")

        with log.database.reading() as connection:
            states = connection.exec_driver_sql("SELECT state FROM adoptlog_event").fetchall()
        assert not any("ill for a week" in str(bytes(state[0])) for state in states)


def test_nobody_needs_help_where_nobody_is(url: str) -> None:
    with opened(url) as log:
        assert log.follow_ups() == []
        assert log.raise_follow_ups().raised == []
        assert log.backtest("slipping").raised == 0
