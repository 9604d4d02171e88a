"""One person under the ids of several systems; two who may be one are for a person to decide about."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from adoptlog import AdoptLog, Joined, LicenceGranted, ToolUsed
from adoptlog.kit import Fetched, Observation, PersonDescribed, WayIn

DAY = date(2026, 6, 3)


class System(WayIn[list[tuple[str, tuple[str, ...], Any]]]):
    """Says of each person their further ids, and a fact."""

    name = "system"
    title = "A system"

    def fetch(self, bookmark: str | None = None) -> Iterator[Fetched]:
        yield from (Fetched(row) for row in self.options)

    def translate(self, raw: Any) -> list[Observation]:
        person, others, fact = raw
        return [Observation(person, PersonDescribed(also_known_as=others)), Observation(person, fact)]


FACTS = [ToolUsed(tool="ai", on=DAY), LicenceGranted(tool="ai", on=DAY), Joined(on=DAY)]


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: type(fact).__name__)
@pytest.mark.parametrize("at_once", [True, False])
def test_an_account_of_somebody_known_by_another_id_is_theirs(fact: Any, at_once: bool) -> None:
    rows = [("1001", ("sato@example.com",), Joined(on=DAY)), ("git:7", ("sato@example.com",), fact)]
    with AdoptLog("sqlite://") as log:
        for some in [rows] if at_once else [[row] for row in rows]:
            assert log.import_from(System(some)).rejected == 0

        assert [set(one["ids"]) for one in log.people()] == [{"1001", "sato@example.com", "git:7"}]


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: type(fact).__name__)
@pytest.mark.parametrize("at_once", [True, False])
def test_one_address_with_two_employee_numbers_is_for_somebody_to_decide(fact: Any, at_once: bool) -> None:
    rows = [("1001", ("sato@example.com",), Joined(on=DAY)), ("1002", ("sato@example.com",), fact)]
    with AdoptLog("sqlite://") as log:
        for some in [rows] if at_once else [[row] for row in rows]:
            log.import_from(System(some))

        (letter,) = log.dead_letters()
        assert letter["reason"].startswith("'1002' shares an e-mail address or account with '1001', who has another")
        assert [set(one["ids"]) for one in log.people()] == [{"1001", "sato@example.com"}]


def test_somebody_known_by_address_alone_gets_their_employee_number() -> None:
    with AdoptLog("sqlite://") as log:
        log.record("sato@example.com", FACTS[0])
        log.import_from(System([("1001", ("sato@example.com",), FACTS[2])]))

        assert [set(one["ids"]) for one in log.people()] == [{"1001", "sato@example.com"}]
