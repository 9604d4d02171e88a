"""Steps about who is who in several systems. The SCIM service is a stand-in; a real one is in tests/adapters/scim."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pytest_bdd import parsers, then, when
from steps.vocabulary import Story, Table, rows_of

from adoptlog.kit import Fetched, Secret
from adoptlog_adapters.csv import CsvAdapter, CsvOptions
from adoptlog_adapters.scim import ScimAdapter, ScimOptions
from adoptlog_adapters.scim.users import ENTERPRISE, needed

_FILES = {"usage": "person,date,tool", "trainings": "person,completed_on,course"}


class _Scim(ScimAdapter):
    """Reads users that are given."""

    users: list[dict[str, Any]]

    def fetch(self, bookmark: str | None = None) -> Iterator[Any]:
        yield from (Fetched(needed(user), user["id"]) for user in self.users)


@when("the directory is read over SCIM")
def directory_is_read(story: Story, datatable: Table) -> None:
    options = ScimOptions(
        url="https://idp.example.com",
        token=Secret("s3cret-token"),
        accounts_of=("github-copilot",),
        today=date(2026, 6, 3),
    )
    adapter = _Scim(options)
    adapter.users = [
        {
            "id": row["number"],
            "userName": row["account"],
            "displayName": row["name"],
            "emails": [{"value": row["e-mail"], "primary": True}],
            ENTERPRISE: {"employeeNumber": row["number"]},
        }
        for row in rows_of(datatable)
    ]
    story.log.import_from(adapter)


@when("these rows arrive in files")
def rows_arrive(story: Story, datatable: Table, tmp_path: Path) -> None:
    for number, row in enumerate(rows_of(datatable)):
        path = tmp_path / f"{number}.csv"
        path.write_text(f"{_FILES[row['kind']]}\n{row['person']},{row['date']},{row['what']}\n", encoding="utf-8")
        result = story.log.import_from(CsvAdapter(CsvOptions(files=(path,), kind=row["kind"], today=date(2026, 6, 3))))
        assert result.recorded == 1


@when(parsers.parse("somebody says that {kept} and {other} are one person"))
def are_one(story: Story, kept: str, other: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ADOPTLOG_SCIM_URL", "https://idp.example.com")
    story.log.merge(kept, other)
    story.log.retry_dead_letters()


@then("nobody has to decide who is who")
def nobody_decides(story: Story) -> None:
    assert story.log.dead_letters() == []


@then("somebody has to decide because")
def somebody_decides(story: Story, docstring: str) -> None:
    (letter,) = story.log.dead_letters()
    assert letter["reason"] == docstring.strip()
