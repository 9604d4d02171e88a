"""One person in several systems: by employee number, e-mail address and account."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest

from adoptlog import AdoptLog
from adoptlog.kit import Secret
from adoptlog_adapters.csv import CsvAdapter, CsvOptions
from adoptlog_adapters.scim import ScimAdapter, ScimOptions
from adoptlog_adapters.xapi import XapiAdapter, XapiOptions

TODAY = date(2026, 6, 3)
IDP = "https://idp.example.co.jp"


@pytest.fixture
def log() -> Iterator[AdoptLog]:
    with AdoptLog("sqlite://", now=lambda: datetime(2026, 6, 3, 3, tzinfo=UTC)) as log:
        yield log


def scim(directory: Any) -> ScimAdapter:
    options = ScimOptions(
        url=directory.url, token=Secret("s3cret-scim-token"), accounts_of=("github-copilot",), today=TODAY
    )
    return ScimAdapter(options)


def csv(folder: Path, kind: str, text: str) -> CsvAdapter:
    path = folder / f"{kind}-{len(list(folder.iterdir()))}.csv"
    path.write_text(text, encoding="utf-8")
    return CsvAdapter(CsvOptions(files=(path,), kind=kind, today=TODAY))


def xapi(folder: Path) -> XapiAdapter:
    def said(number: int, actor: dict[str, Any]) -> bytes:
        return msgspec.json.encode(
            {
                "id": f"0a1b2c3d-0000-4000-8000-00000000000{number}",
                "actor": actor,
                "verb": {"id": "http://adlnet.gov/expapi/verbs/completed"},
                "object": {
                    "id": f"https://lms.example/course/{number}",
                    "definition": {"type": "http://adlnet.gov/expapi/activities/course"},
                },
                "timestamp": f"2026-05-0{number}T10:00:00+09:00",
            }
        )

    actors = [{"mbox": "mailto:Ben@example.com"}, {"account": {"homePage": IDP, "name": "1002"}}]
    path = folder / "statements.jsonl"
    path.write_bytes(b"\n".join(said(number, actor) for number, actor in enumerate(actors, 1)))
    return XapiAdapter(XapiOptions(files=(path,), employee_numbers_at=(IDP,)))


COPILOT = "person,date,tool,count\ngithub-copilot:ben,2026-05-11,copilot,4\n"
MOODLE = "person,course,completed_on\n1002,genai-basics,2026-04-20\n"
BY_E_MAIL = "person,date,tool,count\nBEN@example.com,2026-05-12,gemini,1\n"


def elsewhere(folder: Path) -> list[Any]:
    return [
        csv(folder, "usage", COPILOT),
        csv(folder, "trainings", MOODLE),
        csv(folder, "usage", BY_E_MAIL),
        xapi(folder),
    ]


def test_by_e_mail_account_and_number_it_is_one_person(log: AdoptLog, directory: Any, tmp_path: Path) -> None:
    id_ = directory.hire("1002", "Ben", login="ben", department="Sales")

    for adapter in (scim(directory), *elsewhere(tmp_path)):
        assert log.import_from(adapter).rejected == 0

    (ben,) = log.people()
    assert set(ben["ids"]) == {"1002", "ben@example.com", "github-copilot:ben", f"scim:{id_}"}
    told = log.explain("1002", as_of=TODAY)
    assert {str(line.on) for line in told} >= {"2026-04-20", "2026-05-01", "2026-05-02", "2026-05-11"}
    assert log.dead_letters() == []


def test_those_who_were_met_before_the_directory_was_read_are_listed_and_not_guessed(
    log: AdoptLog, directory: Any, tmp_path: Path
) -> None:
    for adapter in elsewhere(tmp_path):
        log.import_from(adapter)
    directory.hire("1002", "Ben", login="ben")

    assert log.import_from(scim(directory)).rejected == 1
    (letter,) = log.dead_letters()
    assert "are different people so far" in letter["reason"]

    for other in ("ben@example.com", "github-copilot:ben"):
        log.merge("1002", other)
    log.import_from(scim(directory))
    assert len(log.people()) == 1


def test_who_was_met_by_e_mail_alone_gets_their_number_from_the_directory(
    log: AdoptLog, directory: Any, tmp_path: Path
) -> None:
    log.import_from(csv(tmp_path, "usage", BY_E_MAIL))
    directory.hire("1002", "Ben", department="Sales")

    assert log.import_from(scim(directory)).rejected == 0
    assert [one["person"] for one in log.people()] == ["1002"]


@pytest.fixture
def clash(log: AdoptLog, directory: Any, tmp_path: Path) -> Callable[[], Any]:
    log.import_from(csv(tmp_path, "people", "person,name,email\n1002,Ben Example,ben@example.com\n"))
    directory.hire("2002", "Ben")
    return lambda: log.import_from(scim(directory))


def test_one_e_mail_and_two_numbers_is_for_a_person_to_decide(log: AdoptLog, clash: Callable[[], Any]) -> None:
    result = clash()

    assert (result.recorded, result.rejected) == (0, 1)
    (letter,) = log.dead_letters()
    assert letter["reason"].startswith("'2002' shares an e-mail address or account with '1002'")
    assert letter["reason"].endswith("`people merge 1002 2002`")
    assert [one["ids"] for one in log.people()] == [["1002", "ben@example.com"]]


def test_somebody_decides_that_the_numbers_are_one_person(log: AdoptLog, clash: Callable[[], Any]) -> None:
    clash()
    log.merge("1002", "2002")

    assert clash().rejected == 0
    assert {"1002", "2002", "ben@example.com"} < set(log.people()[0]["ids"])
    assert len(log.people()) == 1
