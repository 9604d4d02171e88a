"""Inside the host's own transaction: recorded when the host commits, gone when it rolls back."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import psycopg
import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from adoptlog import AdoptLog, LicenceGranted, Refused, ToolUsed, TrainingCompleted, Unusable

NOW = datetime(2026, 6, 30, 12, tzinfo=UTC)
AS_OF = date(2026, 6, 30)
TRAINING = TrainingCompleted(course="genai-basics", on=date(2026, 4, 1))
IMPOSSIBLE = TrainingCompleted(course="genai-basics", on=date(2027, 4, 1))
ORDER = "INSERT INTO host_order VALUES (1)"


@pytest.fixture
def log(url: str) -> Iterator[AdoptLog]:
    with AdoptLog(url, now=lambda: NOW) as log:
        with log.database.writing() as connection:
            connection.exec_driver_sql("CREATE TABLE host_order (id INTEGER PRIMARY KEY)")
        yield log


@pytest.fixture
def engine(log: AdoptLog) -> Iterator[sa.Engine]:
    engine = sa.create_engine(log.database.url)
    yield engine
    engine.dispose()


@pytest.fixture
def connect(log: AdoptLog) -> Callable[[], Any]:
    """The host's plain driver connection."""
    url = log.database.url
    if url.get_backend_name() == "sqlite":
        assert url.database
        return lambda: sqlite3.connect(url.database, timeout=5)
    return lambda: psycopg.connect(url.set(drivername="postgresql").render_as_string(hide_password=False))


def seen(log: AdoptLog) -> tuple[int, list[str]]:
    """The host's orders, and the people adoptlog knows a status of."""
    with log.database.reading() as connection:
        orders = connection.exec_driver_sql("SELECT count(*) FROM host_order").scalar()
    return orders, [row.person for row in log.status(as_of=AS_OF)]


# SQLAlchemy session


def test_a_session_that_commits_keeps_both(log: AdoptLog, engine: sa.Engine) -> None:
    with Session(engine) as session:
        session.execute(sa.text(ORDER))
        log.record("e-1", TRAINING, source=("lms", "1"), session=session)
        log.record("e-1", ToolUsed(tool="gemini", on=date(2026, 4, 2)), source=("feed", "1"), session=session)
        session.commit()

    assert seen(log) == (1, ["e-1"])
    assert log.status(as_of=AS_OF)[0].first_used_on == date(2026, 4, 2)
    assert log.replay(as_of=AS_OF) == log.status(as_of=AS_OF)


def test_a_session_that_rolls_back_keeps_neither(log: AdoptLog, engine: sa.Engine) -> None:
    with Session(engine) as session:
        session.execute(sa.text(ORDER))
        log.record("e-1", TRAINING, source=("lms", "1"), session=session)
        session.rollback()

    assert seen(log) == (0, [])
    assert log.record("e-1", TRAINING, source=("lms", "1")) is not None


def test_recording_does_not_commit_the_session(log: AdoptLog, engine: sa.Engine) -> None:
    with Session(engine) as session:
        session.execute(sa.text(ORDER))
        log.record("e-1", TRAINING, source=("lms", "1"), session=session)

        assert seen(log) == (0, [])

        session.commit()
    assert seen(log) == (1, ["e-1"])


def test_a_session_is_usable_after_a_refusal(log: AdoptLog, engine: sa.Engine) -> None:
    with Session(engine) as session:
        with pytest.raises(Refused):
            log.record("e-1", IMPOSSIBLE, source=("lms", "1"), session=session)
        session.execute(sa.text(ORDER))
        log.record("e-2", TRAINING, source=("lms", "2"), session=session)
        session.commit()

    assert seen(log) == (1, ["e-2"])


def test_a_session_keeps_what_came_before_a_refusal(log: AdoptLog, engine: sa.Engine) -> None:
    with Session(engine) as session:
        session.execute(sa.text(ORDER))
        log.record("e-1", TRAINING, source=("lms", "1"), session=session)
        with pytest.raises(Refused):
            log.record("e-2", IMPOSSIBLE, source=("lms", "2"), session=session)
        session.commit()

    assert seen(log) == (1, ["e-1"])


def test_a_session_finds_its_own_duplicate(log: AdoptLog, engine: sa.Engine) -> None:
    with Session(engine) as session:
        assert log.record("e-1", TRAINING, source=("lms", "1"), session=session) is not None
        assert log.record("e-1", TRAINING, source=("lms", "1"), session=session) is None
        session.commit()

    assert log.record("e-1", TRAINING, source=("lms", "1")) is None


def test_a_savepoint_of_the_host_takes_the_fact_with_it(log: AdoptLog, engine: sa.Engine) -> None:
    with Session(engine) as session:
        session.execute(sa.text(ORDER))
        savepoint = session.begin_nested()
        log.record("e-1", TRAINING, source=("lms", "1"), session=session)
        savepoint.rollback()
        log.record("e-2", TRAINING, source=("lms", "2"), session=session)
        session.commit()

    assert seen(log) == (1, ["e-2"])


def test_a_sqlalchemy_connection_is_a_transaction_too(log: AdoptLog, engine: sa.Engine) -> None:
    with engine.begin() as connection:
        connection.execute(sa.text(ORDER))
        log.record("e-1", TRAINING, source=("lms", "1"), connection=connection)

    assert seen(log) == (1, ["e-1"])


def test_one_transaction_is_given_not_two(log: AdoptLog, engine: sa.Engine) -> None:
    with Session(engine) as session, pytest.raises(Unusable, match="not both"):
        log.record("e-1", TRAINING, session=session, connection=session.connection())


# Plain DB-API connection


def test_a_driver_connection_that_commits_keeps_both(log: AdoptLog, connect: Callable[[], Any]) -> None:
    with closing(connect()) as connection:
        connection.execute(ORDER)
        log.record("e-1", TRAINING, source=("lms", "1"), connection=connection)
        log.record("e-1", ToolUsed(tool="gemini", on=date(2026, 4, 2)), source=("feed", "1"), connection=connection)
        connection.commit()

    assert seen(log) == (1, ["e-1"])
    assert log.status(as_of=AS_OF)[0].first_used_on == date(2026, 4, 2)


def test_a_driver_connection_that_rolls_back_keeps_neither(log: AdoptLog, connect: Callable[[], Any]) -> None:
    with closing(connect()) as connection:
        connection.execute(ORDER)
        log.record("e-1", TRAINING, source=("lms", "1"), connection=connection)
        connection.rollback()

    assert seen(log) == (0, [])
    assert log.record("e-1", TRAINING, source=("lms", "1")) is not None


def test_recording_first_begins_the_hosts_transaction(log: AdoptLog, connect: Callable[[], Any]) -> None:
    with closing(connect()) as connection:
        log.record("e-1", TRAINING, source=("lms", "1"), connection=connection)
        connection.execute(ORDER)
        connection.rollback()

    assert seen(log) == (0, [])


def test_a_driver_connection_is_usable_after_a_refusal(log: AdoptLog, connect: Callable[[], Any]) -> None:
    with closing(connect()) as connection:
        connection.execute(ORDER)
        log.record("e-1", TRAINING, source=("lms", "1"), connection=connection)
        with pytest.raises(Refused):
            log.record("e-2", IMPOSSIBLE, source=("lms", "2"), connection=connection)
        log.record("e-3", TRAINING, source=("lms", "3"), connection=connection)
        connection.commit()

    assert seen(log) == (1, ["e-1", "e-3"])


def test_a_connection_in_autocommit_is_turned_down(log: AdoptLog, connect: Callable[[], Any]) -> None:
    with closing(connect()) as connection:
        if isinstance(connection, sqlite3.Connection):
            connection.isolation_level = None
        else:
            connection.autocommit = True

        with pytest.raises(Unusable, match="begin a transaction"):
            log.record("e-1", TRAINING, source=("lms", "1"), connection=connection)

    assert seen(log) == (0, [])


def test_a_slow_host_holds_nobody_up_and_is_not_skipped(postgresql_url: str) -> None:
    with AdoptLog(postgresql_url, now=lambda: NOW) as log, psycopg.connect(postgresql_url) as slow:
        log.record("e-1", LicenceGranted(on=date(2026, 4, 1)), source=("hr", "1"), connection=slow)
        log.record("e-2", LicenceGranted(on=date(2026, 4, 1)), source=("hr", "2"))
        assert [row.person for row in log.status(as_of=AS_OF)] == ["e-2"]

        slow.commit()

        assert sorted(row.person for row in log.status(as_of=AS_OF)) == ["e-1", "e-2"]
        assert log.replay(as_of=AS_OF) == log.status(as_of=AS_OF)


# Django


@pytest.fixture
def django_log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[AdoptLog]:
    """A log in the database of a Django application."""
    import django
    from django.conf import settings
    from django.db import connections

    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # a browser test's event loop may be open in this process
    if not settings.configured:
        settings.configure(DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}})
        django.setup()
    connection = connections["default"]
    connection.close()
    path = tmp_path / "django.db"
    connection.settings_dict["NAME"] = str(path)
    with AdoptLog(str(path), now=lambda: NOW) as log:
        with connection.cursor() as cursor:
            cursor.execute("CREATE TABLE host_order (id INTEGER PRIMARY KEY)")
        yield log
    connection.close()


def test_a_django_transaction_that_commits_keeps_both(django_log: AdoptLog) -> None:
    from django.db import connection, transaction

    with transaction.atomic():
        connection.cursor().execute(ORDER)
        django_log.record("e-1", TRAINING, source=("lms", "1"), connection=connection)

    assert seen(django_log) == (1, ["e-1"])


def test_a_django_transaction_that_rolls_back_keeps_neither(django_log: AdoptLog) -> None:
    from django.db import connection, transaction

    with transaction.atomic():
        connection.cursor().execute(ORDER)
        django_log.record("e-1", TRAINING, source=("lms", "1"), connection=connection)
        transaction.set_rollback(True)

    assert seen(django_log) == (0, [])


def test_a_django_transaction_is_usable_after_a_refusal(django_log: AdoptLog) -> None:
    from django.db import connection, transaction

    with transaction.atomic():
        with pytest.raises(Refused):
            django_log.record("e-1", IMPOSSIBLE, source=("lms", "1"), connection=connection)
        connection.cursor().execute(ORDER)
        django_log.record("e-2", TRAINING, source=("lms", "2"), connection=connection)

    assert seen(django_log) == (1, ["e-2"])


def test_django_outside_a_transaction_is_turned_down(django_log: AdoptLog) -> None:
    from django.db import connection

    with pytest.raises(Unusable, match="begin a transaction"):
        django_log.record("e-1", TRAINING, source=("lms", "1"), connection=connection)
