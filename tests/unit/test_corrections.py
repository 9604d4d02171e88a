"""A wrong fact is put right by another one: by whoever recorded it, or because its source revised the record."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adoptlog import (
    AdoptLog,
    CheckInHeld,
    GuidelineAcknowledged,
    GuidelinePublished,
    Joined,
    LeaveTaken,
    NotFound,
    ProgramDefined,
    Refused,
    TrainingCompleted,
)
from adoptlog.domain import facts as f
from adoptlog.domain.event import Event
from adoptlog.domain.stream import Circumstances, Stream
from adoptlog.domain.summary import fold
from adoptlog.intake.observation import Observation, RecordVoided
from adoptlog.projections.projector import position_of
from adoptlog.projections.summaries import read_summary, write_summary
from adoptlog.replay import replayed
from adoptlog.store.directory import numbers

NOW = datetime(2026, 6, 30, 12, tzinfo=UTC)
MOODLE = ("moodle", "completion/812")


@pytest.fixture
def log() -> Iterator[AdoptLog]:
    with AdoptLog("sqlite://", now=lambda: NOW) as log:
        yield log


def test_corrections_on_both_databases(url: str) -> None:
    with AdoptLog(url, now=lambda: NOW) as log:
        log.record("e-1", course("basics"), source=MOODLE)
        log.record("e-1", course("advanced"), source=MOODLE)
        log.correct(MOODLE, course("expert"))
        assert stands(log) == [course("expert")]

        log.retract_import(last_import(log))
        assert stands(log) == [course("advanced")]
        assert log.record("e-1", course("advanced"), source=MOODLE) is None


def course(name: str, on: date = date(2026, 4, 1)) -> TrainingCompleted:
    return TrainingCompleted(course=name, on=on)


def stands(log: AdoptLog, person: str = "e-1") -> list[Any]:
    """The facts that stand about a person; replayed they are the same."""
    with log.application.current() as read:
        no = numbers(read.connection, [person])[person]
        kept = read.summary(no)
        position = position_of(read.connection, log.application.projector.tables)
        assert replayed(read.connection, log.application.event_recorder, position).summary(no) == kept
    return [entry.fact for entry in kept]


def last_import(log: AdoptLog) -> int:
    number: int = log.imports()[-1]["id"]
    return number


def test_a_fact_is_corrected_by_whoever_recorded_it(log: AdoptLog) -> None:
    wrong = log.record("e-1", course("basics"))
    assert wrong is not None

    log.correct(wrong, course("basics", date(2026, 4, 2)))

    assert stands(log) == [course("basics", date(2026, 4, 2))]


def test_taking_a_correction_back_gives_back_what_stood_before(log: AdoptLog) -> None:
    wrong = log.record("e-1", course("basics"))
    assert wrong is not None
    log.correct(wrong, course("advanced"))

    log.retract_import(last_import(log))

    assert stands(log) == [course("basics")]


def test_a_revised_record_is_a_correction(log: AdoptLog) -> None:
    log.record("e-1", course("basics"), source=MOODLE)

    revised = log.record("e-1", course("basics", date(2026, 4, 3)), source=MOODLE)
    again = log.record("e-1", course("basics", date(2026, 4, 3)), source=MOODLE)

    assert revised is not None
    assert again is None
    assert stands(log) == [course("basics", date(2026, 4, 3))]


def test_a_record_revised_back_and_forth_says_what_the_source_says_now(log: AdoptLog) -> None:
    for name in ("basics", "advanced", "basics"):
        assert log.record("e-1", course(name), source=MOODLE) is not None

    assert stands(log) == [course("basics")]


def test_the_source_that_repeats_itself_does_not_undo_a_correction_by_hand(log: AdoptLog) -> None:
    log.record("e-1", course("basics"), source=MOODLE)
    log.correct(MOODLE, course("advanced"))

    repeated = log.record("e-1", course("basics"), source=MOODLE)

    assert repeated is None
    assert stands(log) == [course("advanced")]


def test_the_source_that_revises_its_record_has_the_last_word(log: AdoptLog) -> None:
    log.record("e-1", course("basics"), source=MOODLE)
    log.correct(MOODLE, course("advanced"))

    log.record("e-1", course("expert"), source=MOODLE)

    assert stands(log) == [course("expert")]


def test_taking_back_the_import_of_what_was_corrected_leaves_the_correction(log: AdoptLog) -> None:
    log.record("e-1", course("basics"), source=MOODLE)
    first = last_import(log)
    log.record("e-1", course("advanced"), source=MOODLE)
    second = last_import(log)

    log.retract_import(first)
    assert stands(log) == [course("advanced")]

    log.retract_import(second)
    assert stands(log) == []


def test_after_a_correction_is_taken_back_its_record_can_be_revised_again(log: AdoptLog) -> None:
    log.record("e-1", course("basics"), source=MOODLE)
    log.record("e-1", course("advanced"), source=MOODLE)
    log.retract_import(last_import(log))

    log.record("e-1", course("expert"), source=MOODLE)

    assert stands(log) == [course("expert")]


def test_a_record_the_source_takes_back_is_gone_with_all_its_revisions(log: AdoptLog) -> None:
    for name in ("basics", "advanced"):
        log.record("e-1", course(name), source=MOODLE)

    log.record_observations([Observation(None, RecordVoided(MOODLE[1]))], source=("moodle", "deletion/1"))

    assert stands(log) == []
    assert log.record("e-1", course("expert"), source=MOODLE) is None


def test_a_record_that_is_about_somebody_else_now_moves(log: AdoptLog) -> None:
    log.record("e-1", course("basics"), source=MOODLE)

    log.record("e-2", course("basics"), source=MOODLE)

    assert stands(log, "e-1") == []
    assert stands(log, "e-2") == [course("basics")]


def test_a_record_of_people_who_turned_out_to_be_one_is_known(log: AdoptLog) -> None:
    log.record("e-1", Joined(on=date(2026, 1, 5)))
    log.record("a@example.com", course("basics"), source=MOODLE)
    log.merge("e-1", "a@example.com")

    assert log.record("a@example.com", course("basics"), source=MOODLE) is None
    log.record("e-1", course("advanced"), source=MOODLE)

    told = [line.text for line in log.explain("e-1", as_of=date(2026, 6, 30)) if "course" in line.text]
    assert told == ["course advanced"]


def test_several_facts_of_a_record_are_revised_each(log: AdoptLog) -> None:
    def said(first: str, second: str) -> list[Observation]:
        return [Observation("e-1", course(first)), Observation("e-1", course(second, date(2026, 5, 1)))]

    log.record_observations(said("basics", "tools"), source=MOODLE)
    log.record_observations(said("basics", "agents"), source=MOODLE)

    assert stands(log) == [course("basics"), course("agents", date(2026, 5, 1))]


def test_a_revised_acknowledgement_counts_from_its_new_day(log: AdoptLog) -> None:
    log.record(None, GuidelinePublished(guideline="ai", version="1", on=date(2026, 4, 1)))
    for day in (2, 9):
        fact = GuidelineAcknowledged(guideline="ai", version="1", on=date(2026, 4, day))
        log.record("e-1", fact, source=("lms", "ack/1"))

    assert stands(log) == [fact]


def test_what_is_not_about_a_person_is_corrected_too(log: AdoptLog) -> None:
    wrong = log.record(None, ProgramDefined(program="p", title="Plan", target_days=4.0))
    assert wrong is not None

    log.correct(wrong, ProgramDefined(program="p", title="Plan", target_days=2.0))

    with log.application.current() as read:
        assert [s.of(f.ProgramDefined)[0].target_days for s in read.shared() if s.of(f.ProgramDefined)] == [2.0]


def test_words_and_people_in_a_correction_stay_out_of_the_events(log: AdoptLog) -> None:
    wrong = log.record("e-1", CheckInHeld(kind="meeting", on=date(2026, 4, 1), note="quiet", by="e-9"))
    assert wrong is not None

    event = log.correct(wrong, CheckInHeld(kind="chat", on=date(2026, 4, 1), note="lively", by="e-8"))

    assert "lively" not in repr(event.fact)
    assert "e-8" not in repr(event.fact)


def test_a_correction_names_an_existing_fact(log: AdoptLog) -> None:
    wrong = log.record("e-1", course("basics"))
    assert wrong is not None
    log.correct(wrong, course("advanced"))

    with pytest.raises(Refused, match="no event 1 in this history to correct"):
        log.correct(wrong, course("expert"))
    with pytest.raises(NotFound, match="no record 'completion/1' of moodle"):
        log.correct(("moodle", "completion/1"), course("expert"))


def test_a_correction_is_refused_like_any_fact_and_leaves_all_as_it_was(log: AdoptLog) -> None:
    wrong = log.record("e-1", course("basics"))
    assert wrong is not None

    with pytest.raises(Refused, match="in the future"):
        log.correct(wrong, course("basics", date(2027, 1, 1)))
    with pytest.raises(Refused, match="is not a fact about a"):
        log.correct(wrong, GuidelinePublished(guideline="ai", version="1", on=date(2026, 4, 1)))

    assert stands(log) == [course("basics")]


def test_a_correction_takes_the_wrong_facts_place_in_what_was_known_when(log: AdoptLog) -> None:
    times = iter([datetime(2026, 5, day, tzinfo=UTC) for day in range(1, 29)])
    log._now = lambda: next(times)
    wrong = log.record("e-1", LeaveTaken(starts_on=date(2026, 4, 1), ends_on=date(2026, 4, 30)))
    assert wrong is not None
    log.record("e-1", Joined(on=date(2026, 1, 5)))
    log.correct(wrong, LeaveTaken(starts_on=date(2026, 4, 1), ends_on=date(2026, 4, 3)))

    (now,) = log.replay(as_of=date(2026, 4, 20))

    assert now.state != "on_leave"
    assert now == log.status(as_of=date(2026, 4, 20))[0]


acts = st.lists(st.tuples(st.sampled_from(["record", "correct", "retract"]), st.integers(0, 9)), max_size=14)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(acts)
def test_what_stands_is_each_records_last_revision_that_was_not_taken_back(acts: list[tuple[str, int]]) -> None:
    stream = Stream(uuid4())
    stream.accepts = (TrainingCompleted,)  # type: ignore[misc]
    at = Circumstances(now=NOW, today=NOW.date())
    records: list[list[tuple[int, str]]] = []  # the model: of each record its revisions, as version and course
    events: list[Event] = []
    for number, (act, choice) in enumerate(acts):
        left = [revisions for revisions in records if revisions]
        if act == "record" or not left:
            event = stream.record(course(f"c{number}"), at)
            assert event is not None
            records.append([(event.originator_version, f"c{number}")])
        elif act == "correct":
            chosen = left[choice % len(left)]
            event = stream.correct(chosen[-1][0], course(f"c{number}"), at)
            chosen.append((event.originator_version, f"c{number}"))
        else:
            every = [(revisions, one) for revisions in left for one in revisions]
            revisions, one = every[choice % len(every)]
            stream.retract(one[0], at)
            revisions.remove(one)
        events += stream.collect_events()

    expected = sorted(revisions[-1][1] for revisions in records if revisions)
    assert sorted(fact.course for fact in stream.summary.of(TrainingCompleted)) == expected
    assert fold(events) == stream.summary
    assert read_summary(write_summary(stream.summary)) == stream.summary
