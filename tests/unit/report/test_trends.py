"""Status over time tells what status tells, week after week."""

from collections import Counter
from datetime import date, timedelta

from adoptlog import AdoptLog, CheckInHeld, ToolUsed, UsageCovered
from adoptlog.intake.observation import Observation
from adoptlog.trends.spells import spells
from adoptlog.trends.tracks import Tracks, week_ends


def test_the_weeks_count_what_status_counts(company_log: AdoptLog) -> None:
    for week in company_log.states_by_week()[::3]:
        counted = Counter(row.state for row in company_log.status(as_of=week.end))

        assert {state: people for state, people in week.people.items() if people} == counted


def test_the_weeks_end_on_the_day_asked_for() -> None:
    assert week_ends(date(2026, 6, 30), date(2026, 6, 30)) == (date(2026, 6, 30),)
    assert len(week_ends(date(2026, 6, 1), date(2026, 6, 30))) == 5


def test_a_spell_lasts_as_long_as_the_tenure_on_the_day_of_the_lapse(company_log: AdoptLog) -> None:
    tracks = tracks_of(company_log)
    lapses = [spell for spell in spells(tracks) if spell.lapsed]

    assert lapses
    for spell in lapses:
        person = person_of(company_log, int(tracks.numbers[spell.row]))
        assert spell.days == first_lapse(company_log, person)


def test_a_lapse_of_less_than_a_week_is_seen() -> None:
    """Lapsed on a Monday and back on the Thursday: on no last day of a week is the person lapsed."""
    start = date(2026, 1, 5)
    days = [start + timedelta(days=n) for n in range(120) if (start + timedelta(days=n)).weekday() < 5]
    with AdoptLog("sqlite://") as log:
        log.record(None, UsageCovered(tool="gemini", starts_on=days[0], ends_on=days[-1]))
        used = days[:25] + days[47:]
        log.record_observations([Observation("e-1", ToolUsed(tool="gemini", on=day)) for day in used])
        monday, friday = days[45], days[49]
        assert [row.state for row in log.status(as_of=monday)] == ["lapsed"]
        assert [row.state for row in log.status(as_of=friday)] == ["trying"]

        curve = log.retention(as_of=friday)

    assert (curve.people, curve.lapsed) == (1, 1)


def test_two_ids_of_one_person_are_one_person() -> None:
    with AdoptLog("sqlite://") as log:
        log.record(None, UsageCovered(tool="gemini", starts_on=date(2026, 1, 5), ends_on=date(2026, 2, 27)))
        for person, on in (("e-1", date(2026, 1, 5)), ("e-2", date(2026, 2, 20))):
            log.record(person, ToolUsed(tool="gemini", on=on))
        log.merge("e-1", "e-2")

        weeks = log.states_by_week(as_of=date(2026, 2, 27))

    assert [sum(week.people.values()) for week in weeks] == [1] * len(weeks)


def test_without_anybody_there_is_nothing() -> None:
    with AdoptLog("sqlite://") as log:
        log.record("e-1", CheckInHeld(kind="chat", on=date(2026, 1, 5)))

        assert log.cohorts(as_of=date(2025, 12, 1)) == []
        assert log.retention(as_of=date(2025, 12, 1)).people == 0
        assert log.report(as_of=date(2025, 12, 1)).people is None


def tracks_of(log: AdoptLog) -> Tracks:
    with log.application.current() as read:
        return log._development(read, None, None).tracks


def person_of(log: AdoptLog, number: int) -> str:
    with log.application.current() as read:
        blocks = log._development(read, None, None).blocks
    return next(who.person for members in blocks.values() for who in members if who.no == number)


def first_lapse(log: AdoptLog, person: str) -> int | None:
    """The tenure on the first day on which the person is shown as lapsed."""
    day = log.status(person=person)[0].first_used_on
    while day is not None:
        (row,) = log.status(person=person, as_of=day)
        if row.state == "lapsed":
            return row.tenure
        day += timedelta(days=1)
    return None
