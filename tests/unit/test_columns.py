"""Rows of use that come as columns become what they would become one by one."""

import hashlib
import hmac
import random
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from adoptlog import AdoptLog, Joined, UsageCovered
from adoptlog.intake.adapter import Fetched
from adoptlog.intake.importing import ImportResult
from adoptlog.projections.read_model import StoredReadModel
from adoptlog.projections.tables import read_tables
from adoptlog.projections.tiles import Tile, unpacked
from adoptlog.store import directory, settings, tables
from adoptlog_adapters.csv import CsvAdapter, CsvOptions
from adoptlog_adapters.sheets import usage as usage_of_files

NOW = datetime(2026, 6, 30, 12, tzinfo=UTC)
HEADINGS = "社員番号,date,tool,count,use_case,department"
PEOPLE = ["e-1", "e-2", "Ｅ－３", "A@Example.com", "a@example.com", "gone", "new", "x" * 256, "", "e-\x001"]
DATES = ["2026-04-01", "2026/4/2", "令和8年4月3日", "2026-04-01 12:00", "2026-12-01", "1850-01-01", "never"]
COUNTS = ["", "0", "1", "2", "３", "3.0", "4,000", "-1", "99999999999"]
USE_CASES = ["", "minutes", "minutes;summary", "summary;minutes;minutes", "x" * 256]
ODD = ["", '"e-1,2026-04-01,chatgpt,1', "e-1,2026-04-01,chatgpt", "e-1,2026-04-01,chatgpt,1,,,,", "e-1,1,2,3,4,5,6,7"]


class OneByOne:
    """The same adapter without columns."""

    name = CsvAdapter.name

    def __init__(self, options: CsvOptions) -> None:
        self._columns = CsvAdapter(options)
        self.source, self.covers = self._columns.source, self._columns.covers
        self.translate, self.show = self._columns.translate, self._columns.show

    def fetch(self, bookmark: str | None) -> Iterator[Fetched]:
        return self._columns.fetch(bookmark)


def lines(seed: int, number: int) -> Iterator[str]:
    chance = random.Random(seed)
    for _ in range(number):
        if chance.random() < 0.05:
            yield chance.choice(ODD)
            continue
        cells = (PEOPLE, DATES, ["chatgpt", "gemini"], COUNTS, USE_CASES, ["Sales", '"Sales\nWest"'])
        kinds = [values[int(len(values) * chance.random() ** 2.5)] for values in cells]
        yield ",".join(kinds)


def files(folder: Path, seed: int, line_end: str = "\n") -> tuple[Path, ...]:
    paths = []
    for place, number in enumerate((150, 1, 40)):
        path = folder / f"{seed}-{place}.csv"
        path.write_text(line_end.join([HEADINGS, *lines(seed + place, number)]), encoding="utf-8", newline="")
        paths.append(path)
    return tuple(paths)


def forget(log: AdoptLog, external_id: str) -> None:
    with log.database.writing() as connection:
        hashed = hmac.new(settings.database_key(connection), external_id.encode(), hashlib.sha256).digest()
        connection.execute(tables.forgotten_id.insert().values(hash=hashed))


def imported(log: AdoptLog, kind: Any, paths: tuple[Path, ...], **how: Any) -> ImportResult:
    covers = how.pop("covers", "rows")
    options = CsvOptions(files=paths, kind="usage", today=NOW.date(), covers=covers)
    return log.import_from(kind(options), **how)


def uses(log: AdoptLog) -> set[tuple[str, str, int, str, int]]:
    """Tool, use case, day, person and count + 1 of everything that stands."""
    read = log.application.projector.tables
    with log.database.reading() as connection:
        people = {who.no: who.person for who in directory.listed(connection)}
        query = sa.select(read.feed.c.tool, read.feed.c.use_case, *read.tile.c[2:])
        rows = connection.execute(query.join_from(read.tile, read.feed, read.tile.c.feed == read.feed.c.id)).all()
    found = set()
    for tool, use_case, day, *tile in rows:
        cells = unpacked(Tile(*tile))
        found |= {(tool, use_case, day, people[no], int(cells[no])) for no in cells.nonzero()[0].tolist()}
    return found


def left_behind(log: AdoptLog) -> dict[str, Any]:
    """All that imports leave behind."""
    with log.database.reading() as connection:
        tools = [summary.of(UsageCovered) for summary in StoredReadModel(connection, read_tables()).shared()]
        repeated = set(connection.execute(sa.select(tables.import_duplicate)).all())
    return {
        "uses": uses(log),
        "letters": {(one["source"], one["line"], one["reason"], str(one["record"])) for one in log.dead_letters()},
        "people": {one["person"] for one in log.people()},
        "covered": sorted(map(str, tools)),
        "repeated": repeated,
        "imports": log.imports(),
    }


def story(url: str, kind: Any, first: tuple[Path, ...], second: tuple[Path, ...], **how: Any) -> list[Any]:
    """Two imports, one of them twice: what each said, and what they left behind."""
    with AdoptLog(url, now=lambda: NOW) as log:
        log.record("e-1", Joined(on=date(2020, 4, 1)))
        forget(log, "gone")
        said = [imported(log, kind, paths, **how) for paths in (first, second, first)]
        return [*said, left_behind(log)]


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("how", [{}, {"create_people": False}, {"covers": "none"}, {"dry_run": True}])
def test_columns_become_what_rows_become(
    tmp_path: Path, seed: int, how: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(usage_of_files, "ROWS", 64)
    monkeypatch.setattr(usage_of_files, "RECORDS", 5)
    first, second = files(tmp_path, seed), files(tmp_path, seed + 100, "\r\n")

    in_columns = story(f"sqlite:///{tmp_path}/columns.db", CsvAdapter, first, second, **how)
    one_by_one = story(f"sqlite:///{tmp_path}/records.db", OneByOne, first, second, **how)

    assert in_columns == one_by_one


def test_a_file_that_fills_its_chunks_is_covered_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(usage_of_files, "ROWS", 2)
    path = tmp_path / "usage.csv"
    path.write_text("person,date,tool\n" + "".join(f"e-1,2026-04-{day:02},chatgpt\n" for day in range(1, 5)))
    with AdoptLog("sqlite://", now=lambda: NOW) as log:
        said = imported(log, CsvAdapter, (path,))

        assert (said.read, said.recorded) == (4, 4)
        assert (
            "starts_on=datetime.date(2026, 4, 1), ends_on=datetime.date(2026, 4, 4)" in left_behind(log)["covered"][0]
        )


def test_people_come_in_with_columns(url: str, tmp_path: Path) -> None:
    paths = files(tmp_path, 1)
    with AdoptLog(url, now=lambda: NOW) as log:
        created = imported(log, CsvAdapter, paths)
        again = imported(log, CsvAdapter, paths)

        assert created.recorded > 0
        assert again.recorded == 0
        assert (again.read, again.rejected) == (created.read, created.rejected)


def test_a_row_that_is_refused_is_shown_as_it_stands_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "usage.csv"
    path.write_text('person,note,date,tool\ne-1,"one\ntwo",2026-12-01,chatgpt\n', encoding="utf-8")
    with AdoptLog("sqlite://", now=lambda: NOW) as log:
        imported(log, CsvAdapter, (path,))
        (letter,) = log.dead_letters()

    assert (letter["line"], letter["source"]) == (2, str(path))
    assert letter["record"] == {"person": "e-1", "note": "one\ntwo", "date": "2026-12-01", "tool": "chatgpt"}
    assert "in the future" in letter["reason"]


def test_a_row_that_was_rejected_can_be_tried_again(tmp_path: Path) -> None:
    path = tmp_path / "usage.csv"
    path.write_text("person,date,tool\ne-1,2026-04-01,chatgpt\n", encoding="utf-8")
    with AdoptLog("sqlite://", now=lambda: NOW) as log:
        rejected = imported(log, CsvAdapter, (path,), create_people=False, settings={"kind": "usage"})
        assert (rejected.read, rejected.rejected) == (1, 1)

        assert log.retry_dead_letters() == (1, 0)
        assert log.dead_letters() == []
        assert len(uses(log)) == 1
