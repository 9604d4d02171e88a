"""The store on SQLite and on PostgreSQL: the same tests, because it is the same promise."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime

import pytest
import sqlalchemy as sa

from adoptlog import AdoptLog, LicenceGranted, ToolUsed, TrainingCompleted, UnknownEvent, UsageCovered
from adoptlog.store import tables
from adoptlog.store.sequencer import number

NOW = datetime(2026, 6, 30, 12, tzinfo=UTC)
AS_OF = date(2026, 6, 30)
TRAINING = TrainingCompleted(course="genai-basics", on=date(2026, 4, 1))

READ_IN_ANOTHER_PROCESS = """
import sys
from datetime import date
from adoptlog import AdoptLog
with AdoptLog(sys.argv[1]) as log:
    print(log.status(as_of=date(2026, 6, 30)))
    print(log.replay(as_of=date(2026, 6, 30)))
"""


def opened(url: str) -> AdoptLog:
    return AdoptLog(url, now=lambda: NOW)


def positions(log: AdoptLog) -> list[int]:
    number(log.database)
    with log.database.reading() as connection:
        return list(connection.scalars(sa.select(tables.log.c.position).order_by(tables.log.c.position)))


def test_a_fact_from_a_source_is_recorded_once(url: str) -> None:
    with opened(url) as log:
        first = log.record("e-1", TRAINING, source=("lms", "1"))
        again = log.record("e-1", TRAINING, source=("lms", "1"))

        assert first is not None
        assert first.fact == TRAINING
        assert again is None
        assert positions(log) == [1]


def test_use_from_a_source_is_recorded_once(url: str) -> None:
    used = ToolUsed(tool="gemini", on=date(2026, 4, 1))
    with opened(url) as log:
        assert log.record("e-1", used, source=("feed", "1")) is not None
        assert log.record("e-1", used, source=("feed", "1")) is None


def test_another_process_reads_the_same(url: str) -> None:
    with opened(url) as log:
        log.record("e-1", LicenceGranted(on=date(2026, 4, 1)), source=("hr", "1"))
        log.record("e-1", TRAINING, source=("lms", "1"))
        coverage = UsageCovered(tool="gemini", starts_on=date(2026, 4, 1), ends_on=AS_OF)
        log.record(None, coverage, source=("feed", "coverage"))
        log.record("e-1", ToolUsed(tool="gemini", on=date(2026, 4, 2)), source=("feed", "1"))
        here = log.status(as_of=AS_OF)

    command = [sys.executable, "-c", READ_IN_ANOTHER_PROCESS, url]
    there = subprocess.run(command, capture_output=True, text=True, check=True, env=dict(os.environ)).stdout

    assert there.splitlines() == [repr(here), repr(here)]


def test_positions_have_no_gaps(url: str) -> None:
    with opened(url) as log:
        for number_of in range(10):
            log.record(f"e-{number_of}", TRAINING, source=("lms", str(number_of)))
            log.record(f"e-{number_of}", TRAINING, source=("lms", str(number_of)))

        assert positions(log) == list(range(1, 11))


def test_a_tampered_topic_is_an_unknown_event(url: str) -> None:
    with opened(url) as log:
        log.record("e-1", TRAINING, source=("lms", "1"))
        with log.database.writing() as connection:
            connection.execute(sa.update(tables.event).values(topic="os:system"))

        with pytest.raises(UnknownEvent, match="'os:system'"):
            log.replay(as_of=AS_OF)


def test_tampered_content_is_an_unknown_event(url: str) -> None:
    with opened(url) as log:
        log.record("e-1", TRAINING, source=("lms", "1"))
        with log.database.writing() as connection:
            connection.execute(sa.update(tables.event).values(state=b'{"at": 1}'))

        with pytest.raises(UnknownEvent, match="training-completed"):
            log.replay(as_of=AS_OF)


def test_threads_recording_at_once_lose_nothing(url: str) -> None:
    threads, each = 8, 10

    def record(thread: int) -> None:
        for place in range(each):
            on = date(2026, 4, 1 + place)
            source_id = f"{thread}-{place}"
            log.record("everybody", TrainingCompleted(course=f"c-{thread}", on=on), source=("lms", source_id))
            log.record(f"e-{thread}", ToolUsed(tool="gemini", on=on), source=("feed", source_id))

    with opened(url) as log:
        with ThreadPoolExecutor(threads) as pool:
            list(pool.map(record, range(threads)))

        facts = sum(told.event == "training" for told in log.explain("everybody", as_of=AS_OF))
        first_and_last = [(row.first_used_on, row.last_used_on) for row in log.status(as_of=AS_OF) if row.first_used_on]

        assert facts == threads * each
        assert first_and_last == [(date(2026, 4, 1), date(2026, 4, each))] * threads
        assert positions(log) == list(range(1, 2 * threads * each + 1))
        assert log.replay(as_of=AS_OF) == log.status(as_of=AS_OF)


def test_threads_recording_the_same_fact_record_it_once(url: str) -> None:
    with opened(url) as log:
        with ThreadPoolExecutor(8) as pool:
            events = list(pool.map(lambda _: log.record("e-1", TRAINING, source=("lms", "1")), range(8)))

        assert sum(event is not None for event in events) == 1
        assert positions(log) == [1]
