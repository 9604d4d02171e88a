"""A company of more than one block: blocks are folded side by side, and each person's status is the plain one's."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from unit.test_checkpoints import NOW

from adoptlog import AdoptLog, LicenceGranted, ToolUsed
from adoptlog.domain.usage_reports import BLOCK
from adoptlog_adapters.csv import CsvAdapter, CsvOptions

DAYS = [date(2026, 5, day) for day in (4, 5, 8, 13)]
FRIDAY, NEXT = date(2026, 5, 15), date(2026, 5, 22)
PEOPLE = 2 * BLOCK + 20


def person(no: int) -> str:
    return f"e-{no:05}"


@pytest.fixture
def log(tmp_path: Path) -> Iterator[AdoptLog]:
    """Three blocks of people, the last of a few; who uses the tool on how many days goes by their number."""
    used = ((no, on, int(place < no % 5)) for place, on in enumerate(DAYS) for no in range(PEOPLE))
    rows = [f"{person(no)},{on},gemini,{count}\n" for no, on, count in used]
    path = tmp_path / "use.csv"
    path.write_text("person,date,tool,count\n" + "".join(rows), encoding="utf-8")
    with AdoptLog("sqlite://", now=lambda: NOW) as log:
        log.import_from(CsvAdapter(CsvOptions(files=(path,), kind="usage", today=FRIDAY)))
        yield log


def is_plain(log: AdoptLog, on: date) -> None:
    """Some people of each block have the status that they have alone, and everybody has one, in order."""
    rows = log.status(as_of=on)
    some = [0, 1, 10, BLOCK - 2, BLOCK - 1, BLOCK, BLOCK + 7, 2 * BLOCK - 2, 2 * BLOCK - 1, 2 * BLOCK, PEOPLE - 1]
    assert [row.person for row in rows] == [person(no) for no in range(PEOPLE)]
    assert [rows[no] for no in some] == [row for no in some for row in log.status(person=person(no), as_of=on)]


def test_blocks_side_by_side_are_each_as_alone(log: AdoptLog) -> None:
    is_plain(log, FRIDAY)
    is_plain(log, NEXT)


def test_a_block_that_begins_with_another_day_is_folded_by_itself(log: AdoptLog) -> None:
    log.record(person(BLOCK + 7), LicenceGranted(on=date(2026, 2, 2)))

    is_plain(log, FRIDAY)


def test_a_block_with_a_checkpoint_stands_beside_one_without(log: AdoptLog) -> None:
    log.status(as_of=NEXT)
    log.record(person(BLOCK + 7), LicenceGranted(on=date(2026, 2, 2)))
    log.record(person(3), ToolUsed(tool="gemini", on=DAYS[0], count=9), source=("gemini", "late"))

    is_plain(log, NEXT)


def test_who_was_spoken_of_since_is_right_on_the_very_day_of_the_checkpoint(log: AdoptLog) -> None:
    log.status(as_of=NEXT)
    log.record(person(0), LicenceGranted(on=date(2026, 5, 1)))

    is_plain(log, date(2026, 5, 10))
