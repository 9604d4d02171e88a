"""What SmartHR says about people. The server here knows the documented parameters and refuses the rest."""

from collections.abc import Iterator
from contextlib import AbstractContextManager
from datetime import UTC, date, datetime
from http.server import BaseHTTPRequestHandler
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import attrs
import pytest
from kit.pulse import answer, serving

from adoptlog import AdoptLog, Unusable
from adoptlog.domain.facts import Joined, LeaveTaken, Left, Moved
from adoptlog.intake.leavers import TooManyLeft
from adoptlog.kit import Fetched, Secret
from adoptlog.kit.checking import checked
from adoptlog.testing import AdapterContract, contents
from adoptlog.testing.faults import FaultContract
from adoptlog.testing.store import everything_written
from adoptlog_adapters.smarthr import SmarthrAdapter, SmarthrOptions

TOKEN = "s3cret-smarthr-token"
FIRST = date(2026, 6, 3)


def crew(id_: int, status: str = "employed", **more: Any) -> dict[str, Any]:
    """A crew member, with what SmartHR holds besides, which we have no business to know."""
    return {
        "id": f"5f9c-{id_:04}",
        "emp_code": f"S{id_:03}",
        "emp_status": status,
        "entered_at": "2024-04-01",
        "resigned_at": None,
        "last_name": "山田",
        "first_name": f"花子{id_}",
        "business_last_name": None,
        "business_first_name": None,
        "email": f"S{id_}@example.com",
        "departments": [{"id": "d1", "name": "営業部"}, {"id": "d2", "name": "企画部"}],
        "bank_accounts": [{"number": "7654321"}],
        "disability": "手帳あり",
        **more,
    }


@attrs.define
class SmartHR:
    """The crews of a company. `generous`: it ignores `fields` and tells everything."""

    crews: list[dict[str, Any]]
    generous: bool = False
    pages: int = 0

    def respond(self, request: BaseHTTPRequestHandler) -> None:
        """Answer a request."""
        address = urlsplit(request.path)
        asked = dict(parse_qsl(address.query))
        if request.headers["Authorization"] != f"Bearer {TOKEN}":
            return answer(request, 401, refusal("unauthorized", "無効なアクセストークンです"))
        if address.path != "/api/v1/crews" or asked.keys() != {"page", "per_page", "fields"}:
            return answer(request, 404, refusal("not_found", "見つかりません"))
        if not 1 <= (size := int(asked["per_page"])) <= 100:
            return answer(request, 400, refusal("bad_request", "per_pageが不正です"))
        wanted, first = asked["fields"].split(","), (int(asked["page"]) - 1) * size
        told = [
            {name: value for name, value in one.items() if self.generous or name in wanted}
            for one in self.crews[first : first + size]
        ]
        self.pages += 1
        return answer(request, 200, told, X_Total_Count=str(len(self.crews)))


def refusal(kind: str, message: str) -> dict[str, Any]:
    return {"code": 1, "type": kind, "message": message, "errors": None}


def example() -> SmartHR:
    """One of each: employed, away, gone with a date and without one, leaving later."""
    return SmartHR(
        [
            crew(1, business_last_name="佐藤", business_first_name="花子"),
            crew(2, "absent"),
            crew(3, "retired", resigned_at="2026-05-31"),
            crew(4, "retired", emp_code=None),
            crew(5, resigned_at="2026-06-30", entered_at=None),
        ]
    )


def made(url: str, today: date = FIRST, token: str = TOKEN, limit: int = 100) -> SmarthrAdapter:
    adapter = SmarthrAdapter(SmarthrOptions(url=f"{url}/api/v1", token=Secret(token), today=today))
    adapter.limit = limit  # type: ignore[misc]
    return adapter


class TestContract(AdapterContract):
    @pytest.fixture(autouse=True)
    def _server(self) -> Any:
        with serving(example().respond) as self.url:
            yield

    def make(self) -> SmarthrAdapter:
        return made(self.url, limit=2)


class TestFaults(FaultContract):
    def server(self) -> AbstractContextManager[str]:
        return serving(example().respond)

    def make(self, url: str) -> SmarthrAdapter:
        return made(url, limit=3)


@attrs.define
class Clock:
    today: date = FIRST

    def now(self) -> datetime:
        return datetime(self.today.year, self.today.month, self.today.day, 3, tzinfo=UTC)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def log(clock: Clock) -> Iterator[AdoptLog]:
    with AdoptLog("sqlite://", now=clock.now) as log:
        yield log


def facts(log: AdoptLog, kind: type) -> list[str]:
    return [line for line in contents(log)["facts"] if f" {kind.__name__} " in line]


def test_people_departments_leave_and_leavers(log: AdoptLog) -> None:
    with serving(example().respond) as url:
        assert log.import_from(made(url)).rejected == 0

    people = {one["person"]: one for one in log.people()}
    assert set(people) == {"S001", "S002", "S003", "smarthr:5f9c-0004", "S005"}
    assert (people["S001"]["name"], people["S001"]["department"]) == ("佐藤 花子", "営業部")
    assert len(facts(log, Moved)) == 5
    assert len(facts(log, Joined)) == 4
    (away,) = facts(log, LeaveTaken)
    assert "S002" in away
    gone, undated = sorted(facts(log, Left), key=lambda line: "2026, 6, 3" in line)
    assert "S003" in gone
    assert "2026, 5, 31" in gone
    assert "5f9c-0004" in undated


def test_leave_is_made_of_the_days_on_which_it_is_seen(log: AdoptLog, clock: Clock) -> None:
    with serving(example().respond) as url:
        for day in (3, 4, 4, 5):
            clock.today = date(2026, 6, day)
            log.import_from(made(url, clock.today))

    assert len(facts(log, LeaveTaken)) == 3
    assert len(facts(log, Left)) == 2


@pytest.mark.parametrize("generous", [False, True])
def test_bank_accounts_and_disability_are_neither_asked_for_nor_kept(log: AdoptLog, generous: bool) -> None:
    smarthr = example()
    smarthr.generous = generous
    with serving(smarthr.respond) as url:
        log.import_from(made(url))
        raws = repr([one.raw for one in made(url).fetch() if isinstance(one, Fetched)])

    for text in (*everything_written(log), raws):
        assert not any(word in text for word in ("7654321", "手帳", "bank"))


def test_who_is_gone_has_left_unless_it_is_many(log: AdoptLog) -> None:
    smarthr = SmartHR([crew(number) for number in range(1, 21)])
    with serving(smarthr.respond) as url:
        log.import_from(made(url))
        del smarthr.crews[4]
        assert log.import_from(made(url)).left == 1
        del smarthr.crews[:3]
        with pytest.raises(TooManyLeft):
            log.import_from(made(url))


def test_a_list_that_moves_while_it_is_read_makes_nobody_leave(log: AdoptLog) -> None:
    smarthr = SmartHR([crew(number) for number in range(1, 21)])
    with serving(smarthr.respond) as url:
        log.import_from(made(url))
        adapter = made(url, limit=7)
        for number, _ in enumerate(moving := adapter.fetch()):
            if number == 3:
                del smarthr.crews[0]
        del moving

    assert len(adapter.notes) == 1


def test_a_date_that_is_none_is_a_dead_letter_and_the_rest_is_read(log: AdoptLog) -> None:
    smarthr = example()
    smarthr.crews[0]["entered_at"] = "令和6年4月1日"
    with serving(smarthr.respond) as url:
        assert log.import_from(made(url)).rejected == 1
    assert len(log.people()) == 5


def test_the_check_and_a_refusal_in_smarthrs_words() -> None:
    with serving(example().respond) as url:
        (good,) = checked(made(url))
        (bad,) = checked(made(url, token="wrong-token"))
        with pytest.raises(Unusable, match="per_pageが不正です"):
            list(made(url, limit=500).fetch())

    assert good.works
    assert "無効なアクセストークンです; it needs an access token that may read 従業員" in bad.text
