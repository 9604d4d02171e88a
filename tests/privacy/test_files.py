"""Forgotten means gone from the files too: searched byte by byte. 500 histories: `python -m bench.forgetting`."""

import sqlite3
from pathlib import Path
from typing import Any

import psycopg
import pytest
import sqlalchemy as sa
from bench.forgetting import history, hits, left_over

from adoptlog.privacy.scrub import Scrubbed, scrub


@pytest.mark.parametrize("seed", range(1000, 1008))
def test_nothing_is_left_of_somebody_in_a_random_history(seed: int) -> None:
    assert left_over(seed, steps=3) == {}


def test_the_search_finds_what_a_careless_database_keeps() -> None:
    assert left_over(1000, steps=3, careless=True) != {}


def test_a_reader_in_the_way_is_said_and_it_can_be_done_later(tmp_path: Path) -> None:
    files = tmp_path / "files"
    files.mkdir()
    (tmp_path / "db").mkdir()
    path = tmp_path / "db" / "one.db"
    with history(f"sqlite:///{path}", files, 7, 3) as one:
        reader = sqlite3.connect(path, isolation_level=None)
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM adoptlog_person").fetchone()

        one.log.forget(one.lost.number, clear_files=False)
        now = scrub(one.log.database, patience=0.2)

        assert now == Scrubbed(state="not_yet", why="in_use")
        assert hits(path.parent, one.lost.strings)

        reader.close()

        assert one.log.clear_files() == Scrubbed(state="done")
        assert hits(path.parent, one.lost.strings) == {}


def test_files_that_cannot_be_written_anew_are_said_and_the_receipt_is_there(tmp_path: Path) -> None:
    (tmp_path / "files").mkdir()
    with history(f"sqlite:///{tmp_path / 'one.db'}", tmp_path / "files", 8, 3) as one:
        sa.event.listen(one.log.database.engine, "connect", _refuse_to_vacuum)
        one.log.database.engine.dispose()

        receipt = one.log.forget(one.lost.number)

        assert receipt.removed["ids"] == 3
        assert receipt.scrubbed == Scrubbed(state="not_yet", why="failed")


def _refuse_to_vacuum(driver: Any, _: Any) -> None:
    driver.set_authorizer(
        lambda action, *_: sqlite3.SQLITE_DENY if action == sqlite3.SQLITE_ATTACH else sqlite3.SQLITE_OK
    )


def test_on_postgresql_nothing_is_left_in_a_dump_nor_in_the_table_files(postgresql_url: str, tmp_path: Path) -> None:
    with history(postgresql_url, tmp_path, 3, 3) as one:
        before = _in_files(postgresql_url, one.lost.strings)
        with one.log.database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(sa.text("ANALYZE"))
        one.log.forget(one.lost.number)
        not_cleared = _in_files(postgresql_url, one.lost.strings)

        receipt = one.log.forget(one.people[1].number, clear_files=True)

        assert receipt.scrubbed == Scrubbed(state="done")
        assert before
        assert not_cleared, "deleted rows stay in the files until they are cleared: the search has to see them"
        assert _in_files(postgresql_url, one.lost.strings) == {}
        assert _dumped(postgresql_url, one.lost.strings) == []


def test_an_older_transaction_keeps_deleted_rows_and_that_is_said(postgresql_url: str, tmp_path: Path) -> None:
    with history(postgresql_url, tmp_path, 4, 1) as one, one.log.database.reading() as reader:
        reader.execute(sa.text("SELECT 1 FROM adoptlog_event")).all()

        one.log.forget(one.lost.number)

        assert scrub(one.log.database, patience=0.2) == Scrubbed(state="not_yet", why="old_transactions")


def _dumped(url: str, strings: tuple[str, ...]) -> list[str]:
    """What COPY gives away, table by table, as a dump does."""
    found = []
    with psycopg.connect(url) as connection:
        names = connection.execute("SELECT tablename FROM pg_tables WHERE tablename LIKE 'adoptlog%'").fetchall()
        for (table,) in names:
            with connection.cursor().copy(f"COPY {table} TO STDOUT") as copy:
                content = b"".join(bytes(part) for part in copy)
            text = content.decode()
            for row in content.split(b"\n"):  # bytes are dumped in hexadecimal
                text += "".join(_decoded(cell) for cell in row.split(b"\t") if cell.startswith(b"\\\\x"))
            found += [f"{table}: {string}" for string in strings if string in text]
    return found


def _decoded(cell: bytes) -> str:
    return bytes.fromhex(cell[3:].decode()).decode(errors="replace")


def _in_files(url: str, strings: tuple[str, ...]) -> dict[str, int]:
    """What stands in the files of this database's tables, indexes and statistics, after they were written out."""
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("CHECKPOINT")
        query = "SELECT current_setting('data_directory'), oid FROM pg_database WHERE datname = current_database()"
        (folder, oid), *_ = connection.execute(query).fetchall()
    return hits(Path(folder) / "base" / str(oid), strings)
