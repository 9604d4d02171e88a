"""What SCIM says about people: who, where, under whom, and who has left."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import attrs
import httpx
import pytest
from kit.pulse import answer, serving

from adoptlog import AdoptLog, Unusable
from adoptlog.domain.facts import Joined, Left, Moved
from adoptlog.intake.leavers import TooManyLeft
from adoptlog.kit import Secret
from adoptlog.kit.checking import checked
from adoptlog.testing import contents
from adoptlog.testing.faults import impatient
from adoptlog.testing.store import everything_written
from adoptlog_adapters.scim import ScimAdapter, ScimOptions

TOKEN = "s3cret-scim-token"
FIRST = date(2026, 6, 3)
EXTENSION = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"
ERROR = "urn:ietf:params:scim:api:messages:2.0:Error"


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


def made(directory: Any, today: date = FIRST, token: str = TOKEN, **options: Any) -> ScimAdapter:
    return ScimAdapter(ScimOptions(url=directory.url, token=Secret(token), today=today, **options))


def read(log: AdoptLog, clock: Clock, directory: Any, today: date = FIRST, **more: Any) -> Any:
    clock.today = today
    options = {key: more.pop(key) for key in ("page", "number", "accounts_of", "filter", "whole") if key in more}
    return log.import_from(made(directory, today, **options), **more)


def facts(log: AdoptLog, kind: type) -> list[str]:
    return [line for line in contents(log)["facts"] if kind.__name__ in line]


def left(log: AdoptLog, as_of: date) -> list[str]:
    return [row.person for row in log.status(as_of=as_of) if row.state == "left"]


def staff(log: AdoptLog, directory: Any, number: int = 20) -> list[str]:
    """People whose joining date another system has told."""
    for one in range(number):
        log.record(str(1000 + one), Joined(on=date(2026, 4, 1)), source=("hr", str(one)))
    return [directory.hire(str(1000 + one), f"p{one}", department="Sales") for one in range(number)]


def test_a_person_is_known_by_number_e_mail_and_account(log: AdoptLog, clock: Clock, directory: Any) -> None:
    boss = directory.hire("1001", "Aiko", department="Sales")
    ben = directory.hire("1002", "Ben", department="Sales", manager=boss)

    assert read(log, clock, directory, accounts_of=("chat",)).recorded == 2

    people = {one["person"]: one for one in log.people()}
    assert sorted(people["1002"]["ids"]) == sorted(["1002", f"scim:{ben}", "ben@example.com", "chat:ben@example.com"])
    assert (people["1002"]["name"], people["1002"]["department"]) == ("Ben Example", "Sales")
    assert sum("manager" in line and "1001" in line for line in facts(log, Moved)) >= 1


def test_a_manager_who_comes_later_in_the_list_is_the_person_known_by_e_mail(
    log: AdoptLog, clock: Clock, directory: Any
) -> None:
    log.record("aiko@example.com", Joined(on=date(2026, 4, 1)))
    ids = {
        name: directory.hire(number, name) for number, name in (("1001", "Aiko"), ("1002", "Ben"), ("1003", "Chiyo"))
    }
    directory.change(ids["Ben"], f"{EXTENSION}:manager", {"value": ids["Aiko"]})
    directory.change(ids["Chiyo"], f"{EXTENSION}:manager", {"value": ids["Ben"]})

    for page in (1, 2, 100):
        assert read(log, clock, directory, page=page).rejected == 0

    assert [one["person"] for one in log.people()] == ["1001", "1002", "1003"]


def test_managers_who_manage_each_other_are_read_and_one_who_is_not_listed_is_nobody(
    log: AdoptLog, clock: Clock, directory: Any
) -> None:
    aiko = directory.hire("1001", "Aiko", manager="gone")
    ben = directory.hire("1002", "Ben", manager=aiko)
    directory.change(aiko, f"{EXTENSION}:manager", {"value": ben})
    directory.hire("1003", "Chiyo", manager="nobody-here")

    assert read(log, clock, directory).recorded == 3

    assert len(log.people()) == 3
    assert len(facts(log, Moved)) == 2


def test_only_what_is_needed_is_kept(log: AdoptLog, clock: Clock, directory: Any) -> None:
    directory.hire("1001", "Aiko", department="Sales")

    for whole in (False, True):
        read(log, clock, directory, whole=whole, full=True)
        (record,) = (one for one in made(directory, whole=whole).fetch() if hasattr(one, "raw"))

        for text in (*everything_written(log), repr(record.raw)):
            assert not any(secret in text for secret in ("5550", "Chiyoda", "CC-17", "home.example"))


def test_a_move_is_dated_by_the_day_it_is_first_seen(log: AdoptLog, clock: Clock, directory: Any) -> None:
    aiko = directory.hire("1001", "Aiko", department="Sales")
    read(log, clock, directory)
    directory.change(aiko, f"{EXTENSION}:department", "Support")

    assert read(log, clock, directory, date(2026, 6, 10)).recorded == 1
    assert read(log, clock, directory, date(2026, 6, 11)).recorded == 0

    assert sorted(line.partition("Moved ")[2][:40] for line in facts(log, Moved)) == [
        "{'on': None, 'department': 'Sales', 'man",
        "{'on': datetime.date(2026, 6, 10), 'depa",
    ]


def test_who_is_inactive_has_left_on_the_day_it_is_first_seen_and_may_come_back(
    log: AdoptLog, clock: Clock, directory: Any
) -> None:
    aiko, *_ = staff(log, directory, 3)
    read(log, clock, directory)
    directory.change(aiko, "active", False)

    for day in (10, 11, 12):
        read(log, clock, directory, date(2026, 6, day))
    assert left(log, date(2026, 6, 13)) == ["1000"]
    assert len(facts(log, Left)) == 1
    assert "2026, 6, 10" in facts(log, Left)[0]

    directory.change(aiko, "active", True)
    for day in (15, 16):
        read(log, clock, directory, date(2026, 6, day))
    assert left(log, date(2026, 6, 17)) == []
    assert sum("2026, 6, 15" in line for line in facts(log, Joined)) == 1
    assert len(facts(log, Joined)) == 4


def test_many_who_are_inactive_from_the_beginning_stop_nothing(log: AdoptLog, clock: Clock, directory: Any) -> None:
    for one in staff(log, directory, 6)[:4]:
        directory.change(one, "active", False)

    result = read(log, clock, directory)

    assert (result.recorded, result.left) == (6, 0)
    assert len(left(log, date(2026, 6, 4))) == 4


def test_who_is_gone_from_the_list_has_left(log: AdoptLog, clock: Clock, directory: Any) -> None:
    ids = staff(log, directory)
    read(log, clock, directory, page=7)
    directory.delete(ids[3])

    result = read(log, clock, directory, date(2026, 6, 10), page=7)

    assert result.left == 1
    assert left(log, date(2026, 6, 11)) == ["1003"]


def test_when_more_than_a_tenth_is_gone_nobody_has_left(log: AdoptLog, clock: Clock, directory: Any) -> None:
    ids = staff(log, directory)
    read(log, clock, directory)
    for id_ in ids[:3]:
        directory.delete(id_)

    with pytest.raises(TooManyLeft):
        read(log, clock, directory, date(2026, 6, 10))
    assert left(log, date(2026, 6, 11)) == []
    assert read(log, clock, directory, date(2026, 6, 10), let_leave=True).left == 3


@pytest.mark.parametrize("at_page", [1, 2, 3])
def test_a_list_that_moves_while_it_is_read_makes_nobody_leave(
    log: AdoptLog, clock: Clock, directory: Any, at_page: int
) -> None:
    staff(log, directory)
    read(log, clock, directory)
    listed = sorted(
        httpx.get(f"{directory.url}/Users", headers={"Authorization": f"Bearer {TOKEN}"}).json()["Resources"],
        key=lambda user: user["id"],
    )

    adapter = made(directory, date(2026, 6, 10), page=7)
    with_a_change = Meddled(
        adapter, at_page, lambda: (directory.delete(listed[0]["id"]), directory.hire("2000", "New"))
    )
    clock.today = date(2026, 6, 10)
    result = log.import_from(with_a_change)

    assert result.left == 0
    assert left(log, date(2026, 6, 11)) == []


class Meddled:
    """An adapter under whose feet the list changes after a page."""

    def __init__(self, adapter: ScimAdapter, page: int, change: Any) -> None:
        self._adapter, self._page, self._change = adapter, page, change

    def __getattr__(self, name: str) -> Any:
        return getattr(self._adapter, name)

    def fetch(self, bookmark: str | None = None) -> Iterator[Any]:
        from adoptlog.kit import PageRead

        pages = 0
        for item in self._adapter.fetch(bookmark):
            yield item
            if isinstance(item, PageRead):
                pages += 1
                if pages == self._page:
                    self._change()


def test_only_the_users_that_are_asked_for(log: AdoptLog, clock: Clock, directory: Any) -> None:
    directory.hire("1001", "Aiko", userType="Employee")
    directory.hire("9001", "Guest", userType="Contractor")

    assert read(log, clock, directory, filter='userType eq "Employee"').read == 1


def test_a_filter_that_is_none_is_said_before_anybody_is_asked(directory: Any) -> None:
    with pytest.raises(Unusable, match="'is this a filter' is not a filter of SCIM") as problem:
        list(made(directory, filter="is this a filter").fetch())

    assert "\n" not in str(problem.value)


def test_a_refusal_is_said_in_the_servers_words() -> None:
    refused = {"schemas": [ERROR], "status": "400", "scimType": "invalidFilter", "detail": "no filters here"}
    with serving(lambda request: answer(request, 400, refused)) as url, impatient():
        adapter = ScimAdapter(ScimOptions(url=url, token=Secret(TOKEN), today=FIRST))
        with pytest.raises(Unusable, match=r"/Users answered 400 Bad Request: invalidFilter no filters here"):
            list(adapter.fetch())


def test_the_check_says_which_right_is_missing(directory: Any) -> None:
    (good,) = checked(made(directory))
    (bad,) = checked(made(directory, token="wrong-token"))

    assert good.works
    assert not bad.works
    assert "401" in bad.text
    assert "it needs a token that may read /Users" in bad.text


def test_a_user_that_is_not_as_scim_has_it_is_a_dead_letter_and_the_rest_is_read() -> None:
    adapter = ScimAdapter(ScimOptions(url="https://idp.example.com", token=Secret(TOKEN), today=FIRST))

    said = adapter.translate({"id": "7", "userName": "ben", "emails": "ben@example.com", EXTENSION: {}})

    assert "emails" in said.because  # type: ignore[union-attr]
    assert "ben@example.com" not in said.because  # type: ignore[union-attr]


def test_an_answer_that_is_no_list_says_so(directory: Any) -> None:
    with serving(lambda request: answer(request, 200, {"hello": "world"})) as url, impatient():
        adapter = ScimAdapter(ScimOptions(url=url, token=Secret(TOKEN), today=FIRST))
        with pytest.raises(Unusable, match="is its address right"):
            list(adapter.fetch())
