"""From facts to days: one clause, one smallest history."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from unit.habit.people import weekends

from adoptlog.habit import (
    Day,
    DayKind,
    Evidence,
    History,
    Use,
    beginning,
    block_of,
    dates_of_use,
    days,
    fold_block,
    habit,
)

MONDAY = date(2026, 1, 5)
FRIDAY, SATURDAY, SUNDAY = date(2026, 1, 9), date(2026, 1, 10), date(2026, 1, 11)
NEXT_MONDAY, NEXT_FRIDAY = date(2026, 1, 12), date(2026, 1, 16)
WEEK = [MONDAY + timedelta(days=i) for i in range(5)]


def person(**known: Any) -> History:
    return History(**{"start": MONDAY, "is_off": weekends, **known})


def on(day: date, history: History, as_of: date = NEXT_FRIDAY) -> Day:
    (found,) = [built for built in days(history, as_of) if built.on == day]
    return found


def uses(history: History, as_of: date = NEXT_FRIDAY) -> list[float | None]:
    return [built.use for built in days(history, as_of) if built.kind is DayKind.WORK]


def always(_: date) -> bool:
    return True


def test_an_off_day_is_off_whatever_else_it_is() -> None:
    history = person(left_on=MONDAY, leaves=((SATURDAY, SATURDAY),), exemptions=((SATURDAY, None),))

    assert history.kind(SATURDAY) is DayKind.OFF


def test_left_before_exempt_before_leave() -> None:
    spans = ((MONDAY, FRIDAY),)

    assert person(left_on=MONDAY, exemptions=spans, leaves=spans).kind(WEEK[1]) is DayKind.LEFT
    assert person(left_on=MONDAY, exemptions=spans, leaves=spans).kind(MONDAY) is DayKind.EXEMPT
    assert person(leaves=spans).kind(FRIDAY) is DayKind.LEAVE
    assert person(leaves=spans).kind(NEXT_MONDAY) is DayKind.WORK


def test_an_exemption_may_have_no_end() -> None:
    assert person(exemptions=((MONDAY, None),)).kind(NEXT_FRIDAY) is DayKind.EXEMPT


def test_without_any_date_there_are_no_days() -> None:
    nobody = History()

    told = habit(nobody, FRIDAY)

    assert days(nobody, FRIDAY) == []
    assert (told.state, told.strength, told.confidence) == ("not_started", 0, "D")
    assert (told.since, told.silence, told.tenure, told.pace, told.silence_limit) == (None,) * 5


def test_days_begin_at_the_start_or_the_first_use() -> None:
    assert beginning(person(), FRIDAY) == MONDAY
    assert beginning(person(start=FRIDAY, used={WEEK[1]: Use()}), FRIDAY) == WEEK[1]
    assert beginning(person(start=FRIDAY, used={WEEK[1]: Use()}), MONDAY) == FRIDAY


def test_days_that_would_begin_on_a_weekend_begin_on_the_friday() -> None:
    assert beginning(person(start=SUNDAY), NEXT_FRIDAY) == FRIDAY


def test_days_that_would_begin_in_leave_begin_before_it() -> None:
    assert beginning(person(start=FRIDAY, leaves=((WEEK[2], FRIDAY),)), NEXT_FRIDAY) == WEEK[1]


def test_use_that_does_not_count_begins_nothing() -> None:
    history = History(start=NEXT_MONDAY, used={FRIDAY: Use()}, exemptions=((FRIDAY, FRIDAY),))

    assert beginning(history, NEXT_FRIDAY) == NEXT_MONDAY


def test_a_covered_day_without_a_row_is_a_day_without_use() -> None:
    assert on(FRIDAY, person(covered=always)) == Day(FRIDAY, DayKind.WORK, 0.0, Evidence.LOG)


def test_a_day_nobody_knows_about_is_unknown() -> None:
    assert on(FRIDAY, person()) == Day(FRIDAY, DayKind.WORK)


def test_a_row_of_no_use_is_known() -> None:
    assert on(FRIDAY, person(unused={FRIDAY: Evidence.OBSERVED})).evidence is Evidence.OBSERVED
    assert on(FRIDAY, person(unused={FRIDAY: Evidence.OBSERVED}, covered=always)).evidence is Evidence.LOG


def test_any_use_makes_a_day_of_use() -> None:
    history = person(used={FRIDAY: Use(Evidence.OBSERVED)}, unused={FRIDAY: Evidence.LOG}, covered=always)

    assert on(FRIDAY, history) == Day(FRIDAY, DayKind.WORK, 1.0, Evidence.OBSERVED)


def test_saturdays_use_makes_friday_a_day_of_use_from_saturday_on() -> None:
    history = person(covered=always, used={SATURDAY: Use(core=True)})

    assert on(FRIDAY, history, as_of=FRIDAY).use == 0
    assert on(FRIDAY, history, as_of=SATURDAY) == Day(FRIDAY, DayKind.WORK, 1.0, Evidence.LOG, True)


def test_use_in_leave_counts_for_the_work_day_before_it() -> None:
    history = person(leaves=((WEEK[3], FRIDAY),), used={FRIDAY: Use(Evidence.OBSERVED)})

    assert on(WEEK[2], history) == Day(WEEK[2], DayKind.WORK, 1.0, Evidence.OBSERVED)


def test_use_that_comes_together_keeps_the_best_source_and_the_core_one() -> None:
    history = person(used={FRIDAY: Use(Evidence.OBSERVED, True), SATURDAY: Use(Evidence.LOG, False)})

    assert on(FRIDAY, history) == Day(FRIDAY, DayKind.WORK, 1.0, Evidence.LOG, True)


@pytest.mark.parametrize("known", [{"left_on": FRIDAY}, {"exemptions": ((SATURDAY, SUNDAY),)}])
def test_use_after_leaving_or_while_exempt_does_not_count_even_on_a_weekend(known: Any) -> None:
    assert on(FRIDAY, person(used={SATURDAY: Use()}, **known)).use is None


def test_use_on_an_exempt_day_does_not_count() -> None:
    history = person(used={FRIDAY: Use()}, exemptions=((FRIDAY, FRIDAY),))

    assert on(FRIDAY, history) == Day(FRIDAY, DayKind.EXEMPT)


def test_a_weekends_use_passes_over_an_exempt_friday() -> None:
    history = person(used={SATURDAY: Use()}, exemptions=((FRIDAY, FRIDAY),))

    assert on(WEEK[3], history).use == 1


def test_a_self_report_is_spread_over_the_work_days_of_its_week() -> None:
    history = person(leaves=((FRIDAY, FRIDAY),), self_reports=((SUNDAY, 3),))

    assert uses(history, SUNDAY) == [0.75] * 4
    assert on(MONDAY, history).evidence is Evidence.CHECKIN
    assert uses(history, SATURDAY) == [None] * 4


def test_a_self_report_of_more_days_than_there_were_is_all_of_them() -> None:
    assert uses(person(self_reports=((FRIDAY, 9),)), FRIDAY) == [1.0] * 5


def test_the_work_days_of_a_self_reports_week_include_those_before_the_start() -> None:
    assert uses(person(start=WEEK[3], self_reports=((FRIDAY, 2),)), FRIDAY) == [0.4] * 2


def test_of_two_self_reports_for_a_day_the_later_counts() -> None:
    history = person(self_reports=((NEXT_MONDAY, 5), (FRIDAY, 1)))

    assert uses(history, NEXT_MONDAY) == [0.2, *[1.0] * 5]


def test_better_evidence_stands_before_a_self_report() -> None:
    history = person(used={MONDAY: Use()}, unused={WEEK[1]: Evidence.LOG}, self_reports=((FRIDAY, 2),))

    assert uses(history, FRIDAY) == [1.0, 0.0, 0.4, 0.4, 0.4]


def test_an_aggregate_is_spread_over_the_work_days_of_its_period() -> None:
    history = person(aggregates=((MONDAY, SUNDAY, 3),), self_reports=((FRIDAY, 5),))

    assert uses(history, SUNDAY) == [0.6] * 5
    assert uses(history, SATURDAY) == [1.0] * 5


def test_a_snapshot_knows_its_day_and_the_days_after() -> None:
    history = person(snapshots=((FRIDAY, WEEK[2]),))

    assert uses(history, FRIDAY) == [None, None, 1.0, 0.0, 0.0]
    assert uses(history, WEEK[3]) == [None] * 4


def test_a_snapshot_of_no_activity_ever_knows_all_days() -> None:
    assert uses(person(snapshots=((WEEK[1], None),)), FRIDAY) == [0.0, 0.0, None, None, None]


def test_a_snapshot_of_a_weekend_counts_for_friday() -> None:
    assert on(FRIDAY, person(snapshots=((NEXT_MONDAY, SATURDAY),))) == Day(
        FRIDAY, DayKind.WORK, 1.0, Evidence.AGGREGATE
    )


def test_own_dates_of_use_keep_their_own_dates() -> None:
    history = person(used={SATURDAY: Use(), NEXT_FRIDAY: Use()}, left_on=NEXT_MONDAY)

    assert dates_of_use(history, FRIDAY) == (None, None)
    assert dates_of_use(history, NEXT_FRIDAY) == (SATURDAY, SATURDAY)


@pytest.mark.parametrize(
    ("known", "because"),
    [
        ({"snapshots": ((MONDAY, FRIDAY),)}, "last active on 2026-01-09, which is later"),
        ({"aggregates": ((FRIDAY, MONDAY, 1),)}, "ends before it begins"),
        ({"unused": {MONDAY: Evidence.CHECKIN}}, "not by checkin"),
    ],
)
def test_what_cannot_be_is_refused(known: Any, because: str) -> None:
    with pytest.raises(ValueError, match=because):
        person(**known)


def test_a_block_refuses_people_covered_differently_and_days_it_does_not_hold() -> None:
    with pytest.raises(ValueError, match="one coverage"):
        block_of([person(), person(covered=always)], MONDAY, FRIDAY)
    with pytest.raises(ValueError, match="the block holds 2026-01-05 to 2026-01-09"):
        fold_block(block_of([person()], MONDAY, FRIDAY), SATURDAY)
