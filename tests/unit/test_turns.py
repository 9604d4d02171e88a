"""Taking turns: one at a time, on either kind of database, and never for longer than one is alive."""

import threading
from collections.abc import Iterator

import pytest

from adoptlog import Unusable
from adoptlog.store import turns
from adoptlog.store.database import Database
from adoptlog.store.turns import taking_turns


@pytest.fixture
def database(url: str) -> Iterator[Database]:
    database = Database(url)
    yield database
    database.close()


def test_the_second_waits_for_the_first(database: Database) -> None:
    said: list[str] = []

    def second() -> None:
        with taking_turns(database, "notify"):
            said.append("second")

    with taking_turns(database, "notify"):
        thread = threading.Thread(target=second)
        thread.start()
        thread.join(0.2)
        said.append("first")
    thread.join(10)

    assert said == ["first", "second"]


def test_the_database_is_free_meanwhile(database: Database) -> None:
    with taking_turns(database, "notify"), database.writing() as connection:
        connection.exec_driver_sql("DELETE FROM adoptlog_setting WHERE 1 = 0")


def test_nobody_waits_for_ever(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "_PATIENCE", 1)
    with (
        taking_turns(database, "notify"),
        pytest.raises(Unusable, match="try again later"),
        taking_turns(database, "notify"),
    ):
        raise AssertionError("two at once")
