"""Bookmarks commit with the facts of their page; who is gone from a list has left; killed anywhere, nothing is lost."""

import os
import signal
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import attrs
import pytest
import sqlalchemy as sa

from adoptlog import AdoptLog, Unusable
from adoptlog.domain.facts import Joined
from adoptlog.intake.leavers import TooManyLeft
from adoptlog.kit import Fetched, ListRead, Observation, PageRead, PersonDescribed, Read, Rejected, Translation, WayIn
from adoptlog.testing import contents

JOINED = date(2026, 4, 1)


@attrs.frozen
class NoOptions:
    pass


class Scripted(WayIn[NoOptions]):
    """Yields what it is told to, and fails where it meets an error."""

    name, title, Options = "hr", "a script", NoOptions

    def __init__(self, *items: Read | Exception) -> None:
        super().__init__(NoOptions())
        self._items = items
        self.went_on_from: str | None = "nowhere"

    def fetch(self, bookmark: str | None = None) -> Iterator[Read]:
        self.went_on_from = bookmark
        for item in self._items:
            if isinstance(item, Exception):
                raise item
            yield item

    def translate(self, raw: Any) -> Translation:
        if raw == "odd":
            return Rejected("nobody understands this")
        return [
            Observation(raw, PersonDescribed(also_known_as=(f"hr:{raw}",))),
            Observation(raw, Joined(on=JOINED)),
        ]

    def show(self, raw: Any) -> Any:
        return None, {"raw": raw}


def records(*names: str) -> list[Fetched]:
    return [Fetched(name, name) for name in names]


def listed(*names: str) -> list[Read]:
    return [*records(*names), ListRead(people={f"hr:{name}" for name in names})]


@pytest.fixture
def log(url: str) -> Iterator[AdoptLog]:
    with AdoptLog(url, now=lambda: datetime(2026, 6, 1, 9, tzinfo=UTC)) as log:
        yield log


def test_what_came_before_a_failure_is_kept_and_the_next_import_goes_on_after_it(log: AdoptLog) -> None:
    failing = Scripted(*records("a", "b"), PageRead(bookmark="2"), *records("c"), Unusable("gone away"))

    with pytest.raises(Unusable, match="gone away"):
        log.import_from(failing)

    assert [one["person"] for one in log.people()] == ["a", "b", "c"]
    rest = Scripted(*records("c", "d"), PageRead(bookmark="4"))
    result = log.import_from(rest)
    assert rest.went_on_from == "2"
    assert (result.recorded, result.duplicates, result.bookmark) == (1, 1, "4")


def test_an_empty_page_moves_the_bookmark(log: AdoptLog) -> None:
    log.import_from(Scripted(PageRead(bookmark="7")))
    again = Scripted()
    log.import_from(again)

    assert again.went_on_from == "7"


def test_full_starts_over_and_records_only_what_is_new(log: AdoptLog) -> None:
    log.import_from(Scripted(*records("a"), PageRead(bookmark="1")))
    full = Scripted(*records("a", "b"), PageRead(bookmark="2"))

    result = log.import_from(full, full=True)

    assert full.went_on_from is None
    assert (result.recorded, result.duplicates) == (1, 1)


def test_a_dry_run_says_what_would_be_recorded_rejected_and_created_and_records_nothing(log: AdoptLog) -> None:
    result = log.import_from(Scripted(*records("a", "b", "odd"), PageRead(bookmark="3")), dry_run=True)

    assert (result.recorded, result.rejected) == (2, 1)
    assert result.rehearsal is not None
    assert result.rehearsal.created == 2
    assert result.rehearsal.rejected == ("hr odd: nobody understands this",)
    assert (log.people(), log.dead_letters(), log.imports()) == ([], [], [])
    again = Scripted()
    log.import_from(again)
    assert again.went_on_from is None


def states(log: AdoptLog) -> dict[str, str]:
    return {row.person: row.state for row in log.status(as_of=date(2026, 6, 2))}


def test_who_is_gone_from_a_complete_list_has_left(log: AdoptLog) -> None:
    names = [f"p{number}" for number in range(20)]
    log.import_from(Scripted(*listed(*names)))

    result = log.import_from(Scripted(*listed(*names[:-1])))

    assert result.left == 1
    assert [name for name, state in states(log).items() if state == "left"] == ["p19"]
    assert log.import_from(Scripted(*listed(*names[:-1]))).left == 0


def test_a_list_that_breaks_off_makes_nobody_leave(log: AdoptLog) -> None:
    names = [f"p{number}" for number in range(20)]
    log.import_from(Scripted(*listed(*names)))

    with pytest.raises(Unusable):
        log.import_from(Scripted(*records(*names[:5]), Unusable("gone away")))

    assert "left" not in states(log).values()


def test_when_more_than_a_tenth_is_gone_a_person_has_to_look(log: AdoptLog) -> None:
    names = [f"p{number}" for number in range(20)]
    log.import_from(Scripted(*listed(*names), PageRead(bookmark="1")))
    shorter = [*listed(*names[:-3], "new"), PageRead(bookmark="2")]

    with pytest.raises(TooManyLeft, match="3 of 21 people known from hr are no longer in its list"):
        log.import_from(Scripted(*shorter))
    assert "left" not in states(log).values()
    assert "new" in states(log)

    again = Scripted(*shorter)
    assert log.import_from(again, let_leave=True).left == 3
    assert again.went_on_from == "1"


def test_who_is_on_the_list_again_is_back(log: AdoptLog) -> None:
    names = [f"p{number}" for number in range(20)]
    log.import_from(Scripted(*listed(*names)))
    log.import_from(Scripted(*listed(*names[:-1])))
    log._now = lambda: datetime(2026, 6, 8, 9, tzinfo=UTC)

    log.import_from(Scripted(*listed(*names)))

    assert {row.person: row.state for row in log.status(as_of=date(2026, 6, 9))}["p19"] != "left"


def test_who_is_known_from_elsewhere_does_not_leave(log: AdoptLog) -> None:
    log.record("elsewhere", Joined(on=JOINED))
    log.import_from(Scripted(*listed("p1")))

    assert log.import_from(Scripted(*listed("p1"))).left == 0


PAGES = [
    item for page in range(4) for item in (*records(*(f"p{page}-{n}" for n in range(3))), PageRead(bookmark=str(page)))
]


class Pages(Scripted):
    def fetch(self, bookmark: str | None = None) -> Iterator[Read]:
        yield from PAGES[0 if bookmark is None else (int(bookmark) + 1) * 4 :]


def imported_by_a_child(url: str, killed_at: int) -> int:
    """Import in a process of its own, which is killed at its n-th statement or commit: what became of it."""
    child = os.fork()
    if not child:
        with AdoptLog(url) as log:
            countdown = iter(range(killed_at))

            def count(*_: Any) -> None:
                if next(countdown, None) is None:
                    os.kill(os.getpid(), signal.SIGKILL)

            sa.event.listen(log.database.engine, "before_cursor_execute", count)
            sa.event.listen(log.database.engine, "commit", count)
            log.import_from(Pages())
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a process is killed in the way of POSIX")
def test_killed_anywhere_the_next_run_loses_and_repeats_nothing(tmp_path: Path) -> None:
    with AdoptLog("sqlite://") as log:
        log.import_from(Pages())
        sound = contents(log)
    killed = 0
    for killed_at in range(1, 400, 19):
        url = f"sqlite:///{tmp_path / f'{killed_at}.db'}"
        ended = imported_by_a_child(url, killed_at)
        with AdoptLog(url) as log:
            log.import_from(Pages())
            assert contents(log) == sound, f"killed at {killed_at}"
        if ended == 0:
            break
        assert ended == -signal.SIGKILL
        killed += 1
    assert killed > 5


def test_a_person_met_under_one_id_gets_the_others_from_the_directory(log: AdoptLog) -> None:
    log.record("hr:a", Joined(on=JOINED), source=("use", "1"))

    assert log.import_from(Scripted(*records("a"))).rejected == 0
    assert [set(one["ids"]) for one in log.people()] == [{"a", "hr:a"}]
