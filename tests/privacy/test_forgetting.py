"""Forgetting: what goes, what stays, and who is kept out."""

import csv
import shutil
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from adoptlog import (
    AdoptLog,
    CheckInHeld,
    FollowUpRaised,
    LicenceGranted,
    Moved,
    NotFound,
    OwnerAppointed,
    QuestionAsked,
    Refused,
    ToolUsed,
    TrainingCompleted,
    Unusable,
    UsageCovered,
    read_policy,
)
from adoptlog.intake.observation import Observation, PersonDescribed
from adoptlog.privacy import forgetting
from adoptlog.store import tables
from adoptlog_adapters.csv import CsvAdapter

NOW = datetime(2026, 6, 30, 12, tzinfo=UTC)
TODAY = NOW.date()
BEN = PersonDescribed(name="Ben Smith", email="ben@example.com")


def opened(url: str, **settings: object) -> AdoptLog:
    return AdoptLog(url, now=lambda: NOW, **settings)  # type: ignore[arg-type]


def record_a_few(log: AdoptLog) -> None:
    """Ben, whom e-2 manages; he helped e-3, owns the programs, and asked something."""
    log.record("e-1", BEN, source=("hr", "1"))
    log.record("e-1", Moved(on=date(2026, 1, 5), department="Sales", manager="e-2"), source=("hr", "1m"))
    log.record("e-3", Moved(on=date(2026, 1, 5), department="Sales", manager="e-1"), source=("hr", "3m"))
    log.record("e-1", LicenceGranted(on=date(2026, 1, 5)), source=("hr", "l"))
    log.record("e-1", TrainingCompleted(course="basics", on=date(2026, 1, 6)), source=("lms", "ben@example.com/7"))
    log.record("e-1", QuestionAsked(question="May Ben Smith paste contracts?", on=date(2026, 2, 2)))
    log.record("e-3", CheckInHeld(kind="chat", on=date(2026, 3, 2), note="Shown to her by Smith, Ben", by="e-1"))
    log.record(None, OwnerAppointed(person="e-1", starts_on=date(2026, 1, 5)))
    log.record(None, UsageCovered(tool="gemini", starts_on=date(2026, 1, 5), ends_on=date(2026, 3, 31)))
    days = [date(2026, 1, 5) + timedelta(days=n) for n in range(60)]
    log.record_observations([Observation("e-1", ToolUsed(tool="gemini", on=day)) for day in days])


def test_who_somebody_was_goes_and_everything_else_stands(url: str) -> None:
    with opened(url) as log:
        record_a_few(log)
        before = log.status()
        told = {known.person: known.explanation for known in before}

        receipt = log.forget("ben@example.com")

        after = log.status()
        assert receipt.tombstone == after[0].person
        assert [row.state for row in after] == [row.state for row in before]
        assert (after[0].name, after[0].explanation) == (None, told["e-1"])
        assert after[1:] == before[1:]
        assert log.replay() == after
        log.rebuild()
        assert log.status() == after
        assert [row["person"] for row in log.people()] == ["e-2", "e-3"]
        with pytest.raises(NotFound):
            log.status(person="e-1")


def test_events_stay_what_they_are_to_the_byte(url: str) -> None:
    stored = sa.select(tables.event.c.id, tables.event.c.topic, tables.event.c.state, tables.log.c.position).join(
        tables.log, tables.log.c.event_id == tables.event.c.id
    )
    with opened(url) as log:
        record_a_few(log)
        with log.database.reading() as connection:
            before = connection.execute(stored).all()

        log.forget("e-1", clear_files=True)

        with log.database.reading() as connection:
            assert sorted(connection.execute(stored).all()) == sorted(before)


def test_a_receipt_counts_what_went_and_names_nobody(url: str) -> None:
    policy = read_policy("[retention]\nbackups_days = 30")
    with opened(url, policy=policy) as log:
        record_a_few(log)
        would = log.held("e-1")

        receipt = log.forget("e-1")

        assert would.removed == receipt.removed
        assert {name: n for name, n in receipt.removed.items() if n} == {
            "ids": 2,
            "names": 1,
            "keys": 1,
            "words": 1,
            "source_records": 3,
            "words_of_others": 1,
        }
        assert {copy.what: copy.gone_on for copy in receipt.not_ours} == {
            "backups": date(2026, 7, 30),
            "archive": None,
            "replicas": None,
            "server_logs": None,
            "exports": None,
            "sources": None,
        }
        assert "Smith" not in str(receipt)
        assert "e-1'" not in str(receipt)


def test_the_words_of_others_are_kept_without_the_name() -> None:
    with opened("sqlite://") as log:
        record_a_few(log)

        log.forget("e-1")

        story = [line.text for line in log.explain("e-3", as_of=date(2026, 3, 3)) if line.event == "check-in"]
        assert len(story) == 1
        assert "Shown to her by ▮" in story[0]


def test_nobody_is_asked_to_help_the_forgotten_nor_to_help_by_them() -> None:
    with opened("sqlite://") as log:
        record_a_few(log)
        log.raise_follow_ups(as_of=date(2026, 4, 30))
        assert {one.person for one in log.follow_ups()} >= {"e-1"}
        assert "e-1" in {one.owner for one in log.follow_ups()}

        receipt = log.forget("e-1")

        assert not {"e-1", receipt.tombstone} & {x for one in log.follow_ups() for x in (one.person, one.owner)}
        assert not {"e-1", receipt.tombstone} & {one.person for one in log.follow_ups(closed=True)}


def test_open_follow_ups_of_the_forgotten_end_and_their_story_is_told_on() -> None:
    with opened("sqlite://") as log:
        record_a_few(log)
        mine = {one.id for one in log.raise_follow_ups(as_of=date(2026, 4, 30)).raised if one.person == "e-1"}
        tombstone = str(log.forget("e-1").tombstone)

        resolved = {one.id for one in log.raise_follow_ups().resolved}

        assert mine
        assert mine <= resolved
        assert log.raise_follow_ups().resolved == []
        assert {line.event for line in log.explain(tombstone)} > {"follow-up raised", "training"}


def test_those_who_turned_out_to_be_one_are_forgotten_together() -> None:
    with opened("sqlite://") as log:
        record_a_few(log)
        log.record("slack:ben", PersonDescribed(name="Benny Smith"), source=("slack", "1"))
        log.record("slack:ben", QuestionAsked(question="How?", on=date(2026, 2, 3)))
        log.merge("e-1", "slack:ben")

        receipt = log.forget("slack:ben")

        assert (receipt.removed["ids"], receipt.removed["names"], receipt.removed["words"]) == (3, 2, 2)
        for id_ in ("e-1", "slack:ben", "ben@example.com"):
            with pytest.raises(NotFound):
                log.status(person=id_)


def test_the_next_import_does_not_bring_them_back(url: str, tmp_path: Path) -> None:
    with opened(url) as log:
        record_a_few(log)
        log.forget("e-1")

        people = _import(log, tmp_path, "people", ("person", "name", "email", "manager"), [
            ("e-1", "Ben Smith", "ben@example.com", "e-2"),
            ("e-77", "Ben Smith", "ben@example.com", ""),
            ("e-3", "Ann", "", "e-1"),
        ])  # fmt: skip
        usage = _import(log, tmp_path, "usage", ("person", "date", "tool"), [
            ("e-1", "2026-06-01", "gemini"),
            ("ｅ-1", "2026-02-30", "gemini"),
            ("e-3", "2026-02-30", "gemini"),
        ])  # fmt: skip

        assert (people.recorded, people.irrelevant, people.rejected) == (1, 2, 0)
        assert (usage.irrelevant, usage.rejected) == (2, 1)
        assert [letter["record"]["person"] for letter in log.dead_letters()] == ["e-3"]
        assert sorted(row["person"] for row in log.people()) == ["e-2", "e-3"]


def test_a_fact_about_somebody_else_stands_without_the_one_who_was_forgotten() -> None:
    with opened("sqlite://") as log:
        record_a_few(log)
        receipt = log.forget("e-1")

        log.record("e-3", CheckInHeld(kind="meeting", on=date(2026, 6, 1), by="e-1"), source=("coach", "1"))

        told = [line.text for line in log.explain("e-3") if line.on == date(2026, 6, 1)]
        assert told == ["kind meeting"]
        assert receipt.tombstone is not None


def test_by_hand_it_is_said_that_the_person_was_forgotten() -> None:
    with opened("sqlite://") as log:
        record_a_few(log)
        receipt = log.forget("e-1")

        with pytest.raises(Refused, match="`people allow e-1` lets it in again"):
            log.record("e-1", ToolUsed(tool="gemini", on=TODAY))
        with pytest.raises(Refused, match="what is left of somebody"):
            log.record(receipt.tombstone, ToolUsed(tool="gemini", on=TODAY))
        with pytest.raises(Refused, match="nobody's id any more"):
            log.merge("e-3", str(receipt.tombstone))
        with pytest.raises(Refused, match="forgotten already"):
            log.forget(str(receipt.tombstone))


def test_an_id_that_is_allowed_again_is_somebody_new(url: str) -> None:
    with opened(url) as log:
        record_a_few(log)
        log.forget("e-1")
        log.allow("e-1")

        log.record("e-1", ToolUsed(tool="gemini", on=date(2026, 6, 1)))

        (row,) = log.status(person="e-1")
        assert row.first_used_on == date(2026, 6, 1)
        with pytest.raises(NotFound, match="nobody with this id was forgotten"):
            log.allow("e-1")


def test_what_is_named_after_somebody_in_an_event_is_said() -> None:
    with opened("sqlite://") as log:
        record_a_few(log)
        log.record("e-3", Moved(on=date(2026, 4, 1), department="Office of Ben Smith"))

        receipt = log.forget("e-1")

        assert len(receipt.left_in_events) == 1


def test_numbers_and_dates_are_not_taken_for_an_employee_number() -> None:
    with opened("sqlite://") as log:
        log.record("2026", PersonDescribed(name="Ann"), source=("hr", "1"))
        log.record("e-3", CheckInHeld(kind="chat", on=date(2026, 3, 2), note="since 2026-01-05; asked for 2026."))

        log.forget("2026")

        (told,) = [line.text for line in log.explain("e-3", as_of=date(2026, 3, 2)) if line.event == "check-in"]
        assert "since 2026-01-05; asked for ▮." in told


def test_a_restored_backup_forgets_again(tmp_path: Path) -> None:
    database, backup, kept_out = tmp_path / "one.db", tmp_path / "backup.db", tmp_path / "elsewhere.jsonl"
    with opened(str(database)) as log:
        record_a_few(log)
        log.record("e-9", PersonDescribed(name="Cleo"), source=("hr", "9"))
        log.clear_files()
        shutil.copy(database, backup)
        log.forget("e-1", kept_out=kept_out)
        log.forget("e-9", kept_out=kept_out)
        log.allow("e-9", kept_out=kept_out)
    assert "e-1" not in kept_out.read_text()

    with opened(str(backup)) as log:
        assert log.returned(kept_out) == 1

        done = log.forget_again(kept_out)

        assert [receipt.removed["ids"] for receipt in done] == [2]
        assert log.returned(kept_out) == 0
        assert sorted(row["person"] for row in log.people()) == ["e-2", "e-3", "e-9"]
        with pytest.raises(Refused, match="was erased"):
            log.record("ben@example.com", ToolUsed(tool="gemini", on=TODAY))
    assert b"Ben Smith" not in backup.read_bytes()


def test_the_list_of_another_database_is_refused(tmp_path: Path) -> None:
    kept_out = tmp_path / "list.jsonl"
    with opened("sqlite://") as log:
        record_a_few(log)
        log.forget("e-1", kept_out=kept_out)
    with opened("sqlite://") as log:
        record_a_few(log)
        with pytest.raises(Unusable, match="belongs to another database"):
            log.forget_again(kept_out)


def test_a_list_that_cannot_be_written_lets_nothing_be_forgotten(tmp_path: Path) -> None:
    with opened("sqlite://") as log:
        record_a_few(log)
        with pytest.raises(Unusable, match="cannot be written"):
            log.forget("e-1", kept_out=tmp_path / "missing" / "list.jsonl")

        assert log.status(person="e-1")[0].name == "Ben Smith"


def test_whoever_is_recording_is_waited_for(postgresql_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(forgetting, "_PATIENCE", "100ms")
    with opened(postgresql_url) as log, Session(log.database.engine) as session:
        record_a_few(log)
        log.record("e-1", QuestionAsked(question="Ben asks again", on=TODAY), session=session)

        with pytest.raises(Unusable, match="nobody was forgotten"):
            log.forget("e-1")
        assert log.status(person="e-1")[0].name == "Ben Smith"

        session.commit()
        assert log.forget("e-1").removed["words"] == 2


def test_a_follow_up_keeps_its_history_without_the_words() -> None:
    with opened("sqlite://") as log:
        record_a_few(log)
        one = next(one for one in log.follow_ups() if one.person == "e-1")
        log.close_follow_up(one.id, "dismissed", "Ben says no")

        receipt = log.forget("e-1")

        assert receipt.removed["words"] == 2
        with log.application.current() as read:
            (summary,) = (s for s in read.follow_ups().values() if s.of(FollowUpRaised))
        assert len(list(summary)) == 2


def _import(log: AdoptLog, folder: Path, kind: str, heading: tuple[str, ...], rows: list[tuple[str, ...]]):
    path = folder / f"{kind}.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([heading, *rows])
    return log.import_from(CsvAdapter(CsvAdapter.Options(kind=kind, files=(path,), today=TODAY)))
