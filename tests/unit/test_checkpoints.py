"""Going on from a checkpoint gives what folding from the beginning gives, whatever has arrived since."""

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from unit.test_laws import FIRST, NOW, Sourced, log_of, observations, record

from adoptlog import AdoptLog, ClosureDeclared, HabitPolicy, LicenceGranted, Policy, ToolUsed, UsageCovered
from adoptlog.intake.observation import Observation

MONDAY = date(2026, 6, 1)
WEEKS = [MONDAY + timedelta(days=day) for day in range(28)]
FRIDAY = date(2026, 6, 26)

laws = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
asked_on = st.integers(0, 160).map(lambda day: FIRST + timedelta(days=day))
happenings = st.lists(st.one_of(observations, observations, asked_on, st.just("retract")), min_size=4, max_size=30)


@laws
@given(told=st.lists(observations, min_size=5, max_size=20), happenings=happenings)
def test_a_status_from_a_checkpoint_is_the_status_without(told: Sequence[Any], happenings: Sequence[Any]) -> None:
    with log_of([Sourced(person, fact, ("first", str(n))) for n, (person, fact) in enumerate(told)]) as log:
        log.status(as_of=FIRST + timedelta(days=60))
        for n, happening in enumerate(happenings):
            match happening:
                case "retract":
                    retract_any(log, n)
                case date():
                    assert log.status(as_of=happening) == log.replay(as_of=happening)
                case person, fact:
                    record(log, [Sourced(person, fact, ("feed", str(n)))])
        for on in (FIRST + timedelta(days=70), FIRST + timedelta(days=160)):
            assert log.status(as_of=on) == log.replay(as_of=on)


def retract_any(log: AdoptLog, n: int) -> None:
    standing = [import_["id"] for import_ in log.imports() if not import_["retracted"]]
    if standing:
        log.retract_import(standing[n % len(standing)])


def filled(url: str) -> AdoptLog:
    """Two people who use it on every work day, covered by the feed."""
    log = AdoptLog(url, now=lambda: NOW)
    log.record(None, UsageCovered(tool="gemini", starts_on=WEEKS[0], ends_on=WEEKS[-1]))
    use = [ToolUsed(tool="gemini", on=on, count=1 if on.weekday() < 5 else 0) for on in WEEKS]
    told = [Observation(person, fact) for person in ("e-1", "e-2") for fact in use]
    log.record_observations(told, source=("gemini", "june"))
    return log


def kept(log: AdoptLog) -> list[tuple[str, date]]:
    table = log.application.projector.tables.checkpoint
    with log.database.reading() as connection:
        return [
            (program, date.fromordinal(day))
            for program, day in connection.execute(sa.select(table.c.program, table.c.day))
        ]


def forget_use_before(log: AdoptLog, day: date) -> None:
    """Behind the log's back: whoever still reads these days gives another answer."""
    tile = log.application.projector.tables.tile
    with log.database.writing() as connection:
        connection.execute(sa.delete(tile).where(tile.c.day < day.toordinal()))


def test_only_the_days_after_the_checkpoint_are_read(url: str) -> None:
    with filled(url) as log:
        before = log.status(as_of=FRIDAY)

        assert kept(log) == [("default", date(2026, 6, 14))]
        forget_use_before(log, date(2026, 6, 15))

        assert log.status(as_of=FRIDAY) == before
        assert [row.tenure for row in log.status(as_of=FRIDAY + timedelta(days=2))] == [20, 20]


def test_a_checkpoint_is_made_once_a_week(url: str) -> None:
    with filled(url) as log:
        log.status(as_of=FRIDAY)
        log.status(as_of=FRIDAY + timedelta(days=1))
        assert kept(log) == [("default", date(2026, 6, 14))]

        log.status(as_of=FRIDAY + timedelta(days=2))
        assert kept(log) == [("default", date(2026, 6, 21))]

        log.status(as_of=FRIDAY - timedelta(days=14))
        assert kept(log) == [("default", date(2026, 6, 21))]


def test_another_policy_neither_reads_nor_makes_one(url: str) -> None:
    strict = Policy(habit=HabitPolicy(enter_habit=0.9))
    with filled(url) as log:
        log.status(as_of=FRIDAY, policy=strict)
        assert kept(log) == []

        log.status(as_of=FRIDAY)
        assert log.status(as_of=FRIDAY, policy=strict) == log.replay(as_of=FRIDAY, policy=strict)


@pytest.mark.parametrize(
    ("person", "late"),
    [
        ("e-1", ToolUsed(tool="gemini", on=date(2026, 5, 29))),
        ("e-1", LicenceGranted(on=date(2026, 5, 20))),
        (None, ClosureDeclared(on=date(2026, 6, 3))),
        (None, UsageCovered(tool="gemini", starts_on=date(2026, 5, 1), ends_on=date(2026, 6, 2))),
    ],
)
def test_what_arrives_late_sends_it_back(url: str, person: str | None, late: Any) -> None:
    with filled(url) as log:
        log.status(as_of=FRIDAY)

        log.record(person, late)

        assert log.status(as_of=FRIDAY) == log.replay(as_of=FRIDAY)


def test_a_rebuild_leaves_none(url: str) -> None:
    with filled(url) as log:
        before = log.status(as_of=FRIDAY)

        log.rebuild()

        assert kept(log) == []
        assert log.status(as_of=FRIDAY) == before


def test_read_tables_of_an_earlier_version_are_filled_anew(url: str) -> None:
    with filled(url) as log:
        before = log.status(as_of=FRIDAY)
        with log.database.writing() as connection:
            log.application.projector.tables.checkpoint.drop(connection)

    with AdoptLog(url, now=lambda: NOW) as log:
        assert log.status(as_of=FRIDAY) == before


def test_a_status_does_not_wait_for_whoever_writes(tmp_path: Path) -> None:
    with filled(str(tmp_path / "busy.db")) as log:
        with log.database.writing():
            assert len(log.status(as_of=FRIDAY)) == 2
        assert kept(log) == []

        log.status(as_of=FRIDAY)
        assert kept(log) != []
