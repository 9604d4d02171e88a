"""An LRS over HTTP: read from where it was complete, and everything once."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from typing import Any

import pytest
from adapters.xapi.lrs import PASSWORD, USER, StandIn, standing_in
from adapters.xapi.test_cmi5 import course, said_in

from adoptlog import AdoptLog, CheckInHeld, GuidelineAcknowledged, GuidelinePublished, TrainingCompleted
from adoptlog.errors import Unusable
from adoptlog.kit import Secret
from adoptlog.kit.checking import checked
from adoptlog.testing import AdapterContract
from adoptlog.testing.faults import FaultContract, PushFaultContract, impatient
from adoptlog_adapters.xapi import XapiAdapter, XapiOptions

TODAY = date(2026, 6, 3)
RULES = GuidelinePublished(guideline="rules", version="1", on=TODAY)


def statement(number: int, verb: str = "http://adlnet.gov/expapi/verbs/completed", **changed: Any) -> dict[str, Any]:
    return {
        "id": f"0a1b2c3d-0000-4000-8000-{number:012}",
        "actor": {"mbox": f"mailto:person{number}@example.co.jp"},
        "verb": {"id": verb},
        "object": {
            "id": "https://lms.example/course/basics",
            "definition": {"type": "http://adlnet.gov/expapi/activities/course"},
        },
        "timestamp": f"2026-05-{number % 28 + 1:02}T10:00:00+09:00",
    } | changed


def voiding(number: int, of: int) -> dict[str, Any]:
    target = {"objectType": "StatementRef", "id": statement(of)["id"]}
    return statement(number, "http://adlnet.gov/expapi/verbs/voided", object=target)


def made(url: str, **options: Any) -> XapiAdapter:
    given = {"user": USER, "password": Secret(PASSWORD), "today": TODAY} | options
    return XapiAdapter(XapiOptions(url=f"{url}/xAPI", **given))


def example() -> StandIn:
    lrs = StandIn(page=4)
    lrs.store(statement(1), statement(2))
    lrs.store(statement(3, "http://adlnet.gov/expapi/verbs/experienced"), voiding(4, of=2))
    lrs.store(*said_in("Passed", "launched", "completed", "passed"))
    return lrs


@contextmanager
def served() -> Iterator[str]:
    with standing_in(example()) as url:
        yield url


class TestContract(AdapterContract):
    @pytest.fixture(autouse=True)
    def _server(self) -> Iterator[None]:
        with served() as self.url:
            yield

    def make(self) -> XapiAdapter:
        return made(self.url)


class TestFaults(FaultContract):
    server = staticmethod(served)
    make = staticmethod(made)


class TestPushFaults(PushFaultContract):
    @contextmanager
    def server(self) -> Iterator[tuple[str, Callable[[], Any]]]:
        lrs = StandIn()
        with standing_in(lrs) as url:
            yield url, lambda: sorted((one["verb"]["id"], one["object"]["id"], one["timestamp"]) for one in lrs.stored)

    def make(self, url: str) -> XapiAdapter:
        return made(url, employee_numbers_at="https://hr.example")

    def fill(self, log: AdoptLog) -> None:
        log.record("e-1", CheckInHeld(kind="chat", on=TODAY))
        log.record(None, RULES)
        log.record("e-1", GuidelineAcknowledged(guideline="rules", version="1", on=TODAY))


def recorded(log: AdoptLog) -> list[str]:
    return sorted(one.person or "" for one in log.recorded_since(0) if isinstance(one.fact, TrainingCompleted))


@pytest.fixture
def log() -> Iterator[AdoptLog]:
    with impatient(), AdoptLog("sqlite://") as log:
        yield log


@pytest.fixture
def lrs() -> StandIn:
    return StandIn()


@pytest.fixture
def url(lrs: StandIn) -> Iterator[str]:
    with standing_in(lrs) as url:
        yield url


def test_a_second_run_asks_only_for_what_was_stored_since(log: AdoptLog, lrs: StandIn, url: str) -> None:
    lrs.store(*map(statement, range(1, 6)))
    assert log.import_from(made(url)).recorded == 5
    lrs.asked.clear()
    for number in range(6, 12):
        lrs.store(statement(number, timestamp="2019-04-01T10:00:00+09:00"))

    result = log.import_from(made(url))

    assert "since" in lrs.asked[0]
    assert result.recorded == 6, "an old timestamp does not matter"
    assert (again := log.import_from(made(url))).recorded == 0
    assert again.read < 3


def test_what_was_under_way_while_later_ones_were_read_is_not_missed(log: AdoptLog, lrs: StandIn, url: str) -> None:
    lrs.hold()
    lrs.store(statement(1))
    lrs.release()
    lrs.store(statement(2))
    lrs.store(statement(3))
    assert log.import_from(made(url)).recorded == 2

    lrs.settle()

    assert log.import_from(made(url)).recorded == 1


def test_statements_of_one_moment_on_two_pages_survive_a_failure_between_them(
    log: AdoptLog, lrs: StandIn, url: str
) -> None:
    lrs.store(*map(statement, range(1, 6)))
    pages = iter((None, None))

    def fail_at_the_third() -> None:
        if next(pages, "third") == "third":
            raise ConnectionResetError

    lrs.before_page = fail_at_the_third
    with pytest.raises(Unusable):
        log.import_from(made(url))
    assert len(recorded(log)) == 4

    lrs.before_page = lambda: None
    assert log.import_from(made(url)).recorded == 1


def test_what_arrives_while_we_read_is_read_now_or_next_time(log: AdoptLog, lrs: StandIn, url: str) -> None:
    lrs.store(*map(statement, range(1, 6)))
    more = iter(range(6, 20))
    lrs.before_page = lambda: lrs.store(statement(next(more)))
    log.import_from(made(url))
    lrs.before_page = lambda: None

    log.import_from(made(url))

    assert len(recorded(log)) == len(lrs.stored) > 5


def test_a_statement_that_is_voided_later_is_taken_back(log: AdoptLog, lrs: StandIn, url: str) -> None:
    lrs.store(statement(1), statement(2))
    log.import_from(made(url))
    lrs.store(voiding(3, of=1))

    assert log.import_from(made(url)).recorded == 1
    assert log.import_from(made(url), full=True).recorded == 0


@pytest.mark.parametrize(("days", "found"), [(6, 0), (7, 1)])
def test_an_lrs_that_goes_by_timestamps_is_read_whole_now_and_then(log: AdoptLog, days: int, found: int) -> None:
    lrs = StandIn(consistent=False)
    with standing_in(lrs) as url:
        lrs.store(statement(1))
        log.import_from(made(url, today=None))
        whole = _whole(log)
        lrs.store(statement(2, timestamp="2019-04-01T10:00:00+09:00"))

        result = log.import_from(made(url, today=whole + timedelta(days=days)))

        assert ("since" not in lrs.asked[-1]) == bool(found)
        assert result.recorded == found


def test_such_an_lrs_is_read_again_some_days_back(log: AdoptLog) -> None:
    lrs = StandIn(consistent=False)
    with standing_in(lrs) as url:
        lrs.store(statement(1))
        log.import_from(made(url, today=None))
        late = (_whole(log) - timedelta(days=6)).isoformat()
        lrs.store(statement(2, timestamp=f"{late}T10:00:00Z"))

        assert log.import_from(made(url, today=None)).recorded == 1


def _whole(log: AdoptLog) -> date:
    bookmark = log.progress_of_adapters()["xapi"].bookmark
    assert bookmark is not None
    return date.fromisoformat(bookmark.partition('"whole": "')[2][:10])


def test_another_lrs_is_read_from_its_beginning(log: AdoptLog, lrs: StandIn, url: str) -> None:
    lrs.store(statement(1))
    log.import_from(made(url))
    other = StandIn()
    other.store(statement(2))
    with standing_in(other) as elsewhere:
        assert log.import_from(made(elsewhere)).recorded == 1


def test_a_cmi5_result_is_understood_by_a_launch_that_was_read_long_ago(log: AdoptLog, lrs: StandIn, url: str) -> None:
    launched, completed, passed = said_in("CompletedAndPassed", "launched", "completed", "passed")
    lrs.store(launched)
    lrs.store(completed)
    assert log.import_from(made(url)).recorded == 0
    lrs.store(statement(1))
    log.import_from(made(url))
    lrs.store(passed)

    result = log.import_from(made(url))

    assert result.recorded == 1
    (done,) = (one.fact for one in log.recorded_since(0) if getattr(one.fact, "course", "").endswith("/au/1"))
    assert (done.passed, done.score) == (True, 0.9)


def test_the_satisfied_course_takes_the_place_of_its_parts(log: AdoptLog, lrs: StandIn, url: str) -> None:
    *parts, satisfied = said_in("Passed", "launched", "passed", "satisfied")
    lrs.store(*parts)
    assert log.import_from(made(url)).recorded == 1
    lrs.store(satisfied)
    log.import_from(made(url))

    trainings = [told.text for told in log.explain("lms.example:e-1") if told.event == "training"]
    assert len(trainings) == 1
    assert course(satisfied) in trainings[0]
    assert log.import_from(made(url), full=True).recorded == 0


def test_a_password_without_user_is_told(url: str) -> None:
    with pytest.raises(Unusable, match="needs both a user"):
        next(made(url, user=None).fetch(None))


def test_something_else_than_an_lrs_is_told(log: AdoptLog, url: str) -> None:
    adapter = XapiAdapter(XapiOptions(url=f"{url}/other", user=USER, password=Secret(PASSWORD)))
    with pytest.raises(Unusable, match="404"):
        log.import_from(adapter)


def test_nothing_given_is_told() -> None:
    with pytest.raises(Unusable, match="neither a file nor an LRS"):
        next(XapiAdapter(XapiOptions()).fetch(None))


def test_check_says_which_right_is_missing(url: str) -> None:
    (fine,) = checked(made(url))
    assert fine.works
    (refused,) = checked(made(url, password=Secret("wrong-password")))
    assert "statements/read" in refused.text


def test_what_came_from_the_lrs_is_not_sent_to_it(log: AdoptLog, lrs: StandIn, url: str) -> None:
    lrs.store(statement(1))
    log.import_from(made(url))
    log.record(None, RULES)
    log.record("e-1", GuidelineAcknowledged(guideline="rules", version="1", on=TODAY))
    adapter = made(url, employee_numbers_at="https://hr.example")
    assert log.push(adapter).sent == 1

    assert log.import_from(made(url)).recorded == 0
    assert log.push(adapter).sent == 0
