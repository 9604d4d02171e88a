"""What freee人事労務 says about people; its refresh token works once."""

import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import keyring
import pytest
from adapters.freee.company import COMPANY, FIRST_REFRESH_TOKEN, SECRET, Freee, employee, example, place, running
from keyring.backend import KeyringBackend

from adoptlog import AdoptLog, Unusable
from adoptlog.domain.facts import Joined, Left, Moved
from adoptlog.kit import Fetched, Secret
from adoptlog.kit.checking import checked
from adoptlog.kit.secrets import secret_for
from adoptlog.testing import AdapterContract, contents
from adoptlog.testing.faults import FaultContract
from adoptlog.testing.store import everything_written
from adoptlog_adapters.freee import FreeeAdapter, FreeeOptions

TODAY = date(2026, 6, 3)


class Memory(KeyringBackend):
    """A keyring that forgets everything at the end of the test."""

    priority = 1  # type: ignore[assignment]

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self.kept.pop((service, username), None)


@pytest.fixture(autouse=True)
def ring() -> Iterator[Memory]:
    before, memory = keyring.get_keyring(), Memory()
    keyring.set_keyring(memory)
    yield memory
    keyring.set_keyring(before)


def made(url: str, token_url: str, today: date = TODAY, limit: int = 100) -> FreeeAdapter:
    token: Any = secret_for("freee", "refresh_token", {"ADOPTLOG_FREEE_REFRESH_TOKEN": FIRST_REFRESH_TOKEN}, kept=True)
    options = FreeeOptions(
        company=COMPANY,
        client_id="app",
        client_secret=Secret(SECRET),
        refresh_token=token,
        url=url,
        token_url=token_url,
        today=today,
    )
    adapter = FreeeAdapter(options)
    adapter.limit = limit  # type: ignore[misc]
    return adapter


class TestContract(AdapterContract):
    @pytest.fixture(autouse=True)
    def _server(self) -> Any:
        with running(example()) as self.urls:
            yield

    def make(self) -> FreeeAdapter:
        return made(*self.urls, limit=3)


class TestFaults(FaultContract):
    @contextmanager
    def server(self) -> Iterator[str]:
        with running(example()) as (url, self.token_url):
            keyring.get_keyring().kept.clear()  # type: ignore[attr-defined]
            yield url

    def make(self, url: str) -> FreeeAdapter:
        return made(url, self.token_url)


@pytest.fixture
def log() -> Iterator[AdoptLog]:
    with AdoptLog("sqlite://", now=lambda: datetime(2026, 6, 3, 3, tzinfo=UTC)) as log:
        yield log


def facts(log: AdoptLog, kind: type) -> list[str]:
    return [line for line in contents(log)["facts"] if f" {kind.__name__} " in line]


def test_employees_departments_with_dates_managers_and_leavers(log: AdoptLog) -> None:
    with running(example()) as urls:
        assert log.import_from(made(*urls)).rejected == 0

    assert {one["person"]: set(one["ids"]) for one in log.people()} == {
        "A-001": {"A-001", "e1@example.com", "freee:1"},
        "A-002": {"A-002", "e2@example.com", "freee:2"},
        "A-009": {"A-009", "e9@example.com", "freee:9"},
        "freee:3": {"e3@example.com", "freee:3"},
    }
    (moved,) = (line for line in facts(log, Moved) if line.startswith("['A-001'"))
    assert "datetime.date(2026, 4, 1), 'department': '営業部', 'manager': \"['A-009', " in moved
    assert len(facts(log, Joined)) == 3
    (left,) = facts(log, Left)
    assert left.startswith("['A-002'")
    assert "2026, 5, 31" in left


def test_only_what_is_needed_is_kept(log: AdoptLog) -> None:
    with running(example()) as urls:
        log.import_from(made(*urls))
        raws = repr([one.raw for one in made(*urls).fetch() if isinstance(one, Fetched)])

    for text in (*everything_written(log), raws):
        assert not any(word in text for word in ("1990-01-23", "female", "next_month"))


def test_a_refresh_token_is_stored_before_it_is_used_and_works_once(ring: Memory) -> None:
    freee = example()
    with running(freee) as urls:
        for run in (1, 2, 3):
            list(made(*urls).fetch())
            assert freee.renewals == run
            assert freee.refresh_token in ring.kept["adoptlog", "freee.refresh_token"]


def test_a_token_that_runs_out_while_we_read_is_renewed(log: AdoptLog) -> None:
    freee = example()

    def expire() -> None:
        if freee.renewals == 1:
            freee.renewals, freee.refresh_token = 5, "refresh-s3cret-1"

    freee.after_page = expire
    with running(freee) as urls:
        assert log.import_from(made(*urls)).rejected == 0
    assert freee.renewals == 6


def test_a_department_put_right_is_a_correction(log: AdoptLog) -> None:
    freee = example()
    with running(freee) as urls:
        log.import_from(made(*urls))
        freee.places[9] = [place(11, "営業本部", "2020-04-01")]
        log.import_from(made(*urls))

    assert [line.partition("'department': ")[2][:6] for line in facts(log, Moved) if line.startswith("['A-009'")] == [
        "'営業本部'"
    ]


def test_who_is_gone_has_left_and_a_leaving_to_come_is_not_said_yet(log: AdoptLog) -> None:
    freee = Freee(employees=[employee(one, f"p{one}") for one in range(1, 21)], places={})
    freee.employees[3]["retire_date"] = "2026-06-30"
    with running(freee) as urls:
        log.import_from(made(*urls))
        assert facts(log, Left) == []
        del freee.employees[7]
        assert log.import_from(made(*urls)).left == 1

    assert facts(log, Left)[0].startswith("['A-008'")


def test_a_list_that_moves_while_it_is_read_makes_nobody_leave(log: AdoptLog) -> None:
    freee = Freee(employees=[employee(one, f"p{one}") for one in range(1, 21)], places={})
    with running(freee) as urls:
        log.import_from(made(*urls))
        freee.after_page = lambda: freee.employees.pop(0) if len(freee.employees) == 20 else None  # type: ignore[assignment, return-value]
        adapter = made(*urls, limit=7)
        result = log.import_from(adapter)

    assert result.left == 0
    assert len(adapter.notes) == 1


def test_a_date_that_is_none_is_a_dead_letter_and_the_rest_is_read(log: AdoptLog) -> None:
    freee = example()
    freee.employees[0]["entry_date"] = "2024/4/1"
    with running(freee) as urls:
        result = log.import_from(made(*urls))

    assert result.rejected == 1
    assert "A-009" in {one["person"] for one in log.people()}


def test_a_refusal_is_said_in_freees_words() -> None:
    with running(example()) as urls, pytest.raises(Unusable, match="400 Bad Request: リクエストの形式が不正です。"):
        list(made(*urls, limit=500).fetch())


def test_the_check_says_what_works() -> None:
    with running(example()) as urls:
        assert [one.works for one in checked(made(*urls))] == [True, True]


@pytest.fixture
def by_the_vendor() -> Callable[[str, dict[str, str], int, Any], None]:
    """Checks a request and its answer by freee's own OpenAPI."""
    folder = os.environ.get("ADOPTLOG_VENDOR_FILES")
    if not folder:
        pytest.skip("ADOPTLOG_VENDOR_FILES is not set: freee's OpenAPI is not at hand, nothing was checked by it")
    from openapi_core import OpenAPI
    from openapi_core.testing import MockRequest, MockResponse

    spec = json.loads((Path(folder) / "freee-hr-subset.json").read_text("utf-8"))
    api = OpenAPI.from_dict(spec)

    def check(path: str, asked: dict[str, str], status: int, body: Any) -> None:
        request = MockRequest("https://api.freee.co.jp", "get", path.partition("?")[0], args=asked)
        api.validate_request(request)
        response = MockResponse(json.dumps(body).encode(), status_code=status, content_type="application/json")
        api.validate_response(request, response)
        seen.append(path.partition("?")[0])

    seen: list[str] = []
    check.seen = seen  # type: ignore[attr-defined]
    return check


def test_requests_and_answers_are_as_freees_openapi_has_them(log: AdoptLog, by_the_vendor: Any) -> None:
    with running(example(check=by_the_vendor)) as urls:
        assert log.import_from(made(*urls)).rejected == 0

    assert {path.rpartition("/")[2] for path in by_the_vendor.seen} == {"employees", "employee_group_memberships"}


def test_the_check_by_openapi_finds_what_is_wrong(by_the_vendor: Any) -> None:
    with pytest.raises(Exception, match=r"(?i)invalid|data"):
        by_the_vendor(f"/hr/api/v1/companies/{COMPANY}/employees", {"limit": "10"}, 200, [{"id": "one"}])
    with pytest.raises(Exception, match=r"(?i)parameter|request"):
        by_the_vendor(f"/hr/api/v1/companies/{COMPANY}/employees", {"limit": "500"}, 200, [])
