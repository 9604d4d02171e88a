"""Against a real Ralph LRS with authentication. Slow, for Ralph is installed and started for it.

Ralph goes by `timestamp` where the specification says *stored*, says nothing about up to when it is complete, gives
what is voided, and has an order of its own.
"""

import threading
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from adapters.xapi.ralph import PASSWORD, USER, installed, post, ralph
from adapters.xapi.test_cmi5 import said_in
from adapters.xapi.test_lrs import RULES, statement, voiding

from adoptlog import AdoptLog, CheckInHeld, GuidelineAcknowledged, TrainingCompleted
from adoptlog.kit import Secret
from adoptlog.kit.checking import checked
from adoptlog.kit.web import NotAllowed
from adoptlog_adapters.xapi import XapiAdapter, XapiOptions

pytestmark = pytest.mark.slow
TODAY = datetime.now(UTC).date()
STATEMENTS, BEFORE, AFTER, AT_ONCE = 10_000, 5_000, 1_000, 500


@pytest.fixture(scope="module")
def programs(request: pytest.FixtureRequest) -> Path:
    return installed(request.config.cache.mkdir("ralph-5.1.0"))


@pytest.fixture
def endpoint(programs: Path, tmp_path: Path) -> Iterator[str]:
    with ralph(programs, tmp_path) as endpoint:
        yield endpoint


@pytest.fixture
def log() -> Iterator[AdoptLog]:
    with AdoptLog("sqlite://") as log:
        yield log


def made(endpoint: str, **options: Any) -> XapiAdapter:
    given = {"user": USER, "password": Secret(PASSWORD), "today": TODAY, "employee_numbers_at": "https://hr.example"}
    return XapiAdapter(XapiOptions(url=endpoint, **given | options))


def recent(number: int) -> dict[str, Any]:
    """A statement of the last days; every tenth of last year, as from somebody who was offline for long."""
    days = 400 if number % 10 == 0 else number % 5
    at = datetime.now(UTC) - timedelta(days=days, seconds=number)
    person = {"mbox": f"mailto:person{number % 1000}@example.co.jp"}
    about = {
        "id": f"https://lms.example/course/{number // 1000}",
        "definition": {"type": "http://adlnet.gov/expapi/activities/course"},
    }
    return statement(number, actor=person, object=about, timestamp=at.isoformat())


def trainings(log: AdoptLog) -> int:
    return sum(isinstance(one.fact, TrainingCompleted) for one in log.recorded_since(0))


def test_ten_thousand_arriving_while_we_read_are_recorded_once(
    endpoint: str, log: AdoptLog, capsys: pytest.CaptureFixture[str]
) -> None:
    every = [recent(number) for number in range(STATEMENTS)]
    post(endpoint, every[:BEFORE])

    def arrive() -> None:
        for start in range(BEFORE, STATEMENTS - AFTER, AT_ONCE):
            post(endpoint, every[start : start + AT_ONCE])

    arriving = threading.Thread(target=arrive)
    began = time.monotonic()
    arriving.start()
    first = log.import_from(made(endpoint))
    while_reading = time.monotonic() - began
    arriving.join()
    post(endpoint, every[-AFTER:])
    rest = log.import_from(made(endpoint))
    whole = log.import_from(made(endpoint, today=TODAY + timedelta(days=7)))
    again = log.import_from(made(endpoint))
    full = log.import_from(made(endpoint), full=True)

    assert first.recorded >= BEFORE
    assert whole.recorded >= AFTER // 10, "what is older than the overlap is only seen by reading everything"
    assert first.recorded + rest.recorded + whole.recorded == STATEMENTS == trainings(log)
    assert (again.recorded, again.rejected) == (0, 0)
    assert (full.read, full.recorded, full.duplicates) == (STATEMENTS, 0, STATEMENTS)
    with capsys.disabled():
        print(
            f"\nfirst run {first.recorded} in {while_reading:.1f} s, next {rest.recorded}, "
            f"whole {whole.recorded}; then {again.recorded} of {again.read} read, {full.recorded} of {full.read}"
        )


def test_what_is_late_by_more_than_the_overlap_is_found_by_reading_everything(endpoint: str, log: AdoptLog) -> None:
    post(endpoint, [recent(1)])
    log.import_from(made(endpoint))
    late = (datetime.now(UTC) - timedelta(days=3)).isoformat()
    post(endpoint, [statement(2, timestamp=late), statement(3, timestamp="2019-04-01T10:00:00+09:00")])

    assert log.import_from(made(endpoint)).recorded == 1
    assert log.import_from(made(endpoint, today=TODAY + timedelta(days=7))).recorded == 1


def test_what_is_voided_is_taken_back_although_ralph_still_gives_it(endpoint: str, log: AdoptLog) -> None:
    post(endpoint, [recent(1), recent(2)])
    assert log.import_from(made(endpoint)).recorded == 2
    post(endpoint, [voiding(3, of=1) | {"timestamp": datetime.now(UTC).isoformat()}])

    assert log.import_from(made(endpoint)).recorded == 1
    assert log.import_from(made(endpoint), full=True).recorded == 0


def test_a_cmi5_registration(endpoint: str, log: AdoptLog) -> None:
    launched, completed, passed = said_in("CompletedAndPassed", "launched", "completed", "passed")
    post(endpoint, [launched, completed])
    assert log.import_from(made(endpoint)).recorded == 0
    post(endpoint, [passed | {"timestamp": datetime.now(UTC).isoformat()}])

    assert log.import_from(made(endpoint)).recorded == 1


def test_sent_twice_it_is_stored_once(endpoint: str, log: AdoptLog) -> None:
    log.record("e-1", CheckInHeld(kind="chat", on=date(2026, 6, 3)))
    log.record(None, RULES)
    log.record("e-1", GuidelineAcknowledged(guideline="rules", version="1", on=date(2026, 6, 3)))
    adapter = made(endpoint)
    assert log.push(adapter).sent == 2
    assert log.push(adapter, full=True).sent == 2

    result = log.import_from(made(endpoint))

    assert (result.read, result.irrelevant) == (2, 2)


def test_without_the_right_password(endpoint: str, log: AdoptLog) -> None:
    with pytest.raises(NotAllowed, match="401"):
        log.import_from(made(endpoint, password=Secret("wrong-password")))
    assert [one.works for one in checked(made(endpoint))] == [True]
