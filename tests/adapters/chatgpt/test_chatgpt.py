"""ChatGPT's export: of a week, the first and the last day of use are known, and that nothing was before and after."""

import csv
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from adoptlog import ActivityReported, AdoptLog, LastActivityReported, LicenceGranted
from adoptlog.errors import Unusable
from adoptlog.kit import Irrelevant
from adoptlog.testing import AdapterContract, contents
from adoptlog_adapters.chatgpt import ChatGptAdapter, ChatGptOptions

TODAY = date(2026, 6, 22)


def row(email: str, first: str = "", last: str = "", week: str = "2026-06-07", **said: str) -> dict[str, str]:
    """A row in the shape of the export; weeks begin on Sunday."""
    start = date.fromisoformat(week)
    return {
        "cadence": "weekly",
        "period_start": week,
        "period_end": start.replace(day=start.day + 6).isoformat(),
        "account_id": "acc-1",
        "public_id": f"user-{email.lower().partition('@')[0]}",
        "name": email.partition("@")[0].title(),
        "email": email,
        "role": "standard-user",
        "department": '["Sales"]',
        "user_status": "enabled",
        "created_or_invited_date": "2026-04-01",
        "is_active": "1" if first else "0",
        "first_day_active_in_period": first,
        "last_day_active_in_period": last or first,
        "messages": "12" if first else "0",
        "last_day_active": "2026-06-20",
        **said,
    }


ROWS = [
    row("Sato@example.com", "2026-06-09", "2026-06-11"),
    row("kim@example.com"),
    row("lee@example.com", "2026-06-07"),
]


def export(path: Path, *rows: dict[str, str]) -> Path:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return path


def made(*files: Path, **settings: Any) -> ChatGptAdapter:
    return ChatGptAdapter(ChatGptOptions(files=files, **({"today": TODAY} | settings)))


def facts(adapter: ChatGptAdapter) -> list[Any]:
    said = [adapter.translate(one.raw) for one in adapter.fetch() if hasattr(one, "raw")]
    return [one[1].fact if isinstance(one, list) else one for one in said]


def unused(first: int, last: int) -> ActivityReported:
    return ActivityReported(tool="chatgpt", starts_on=date(2026, 6, first), ends_on=date(2026, 6, last), active_days=0)


def last_used(day: int, on: int) -> LastActivityReported:
    return LastActivityReported(tool="chatgpt", on=date(2026, 6, on), last_active_on=date(2026, 6, day))


LICENCE = LicenceGranted(tool="chatgpt", on=date(2026, 4, 1))


class TestContract(AdapterContract):
    @pytest.fixture(autouse=True)
    def _files(self, tmp_path: Path) -> None:
        next_week = [
            row("sato@example.com", "2026-06-15", week="2026-06-14"),
            row("kim@example.com", week="2026-06-14"),
        ]
        self.files = export(tmp_path / "week-1.csv", *ROWS), export(tmp_path / "week-2.csv", *next_week)

    def make(self) -> ChatGptAdapter:
        return made(*self.files)


def test_a_week_has_two_days_of_use_and_those_between_them_are_unknown(tmp_path: Path) -> None:
    path = export(tmp_path / "week.csv", ROWS[0])

    assert facts(made(path)) == [last_used(11, on=13), last_used(9, on=9), unused(7, 8), LICENCE]
    with AdoptLog("sqlite://") as log:
        log.import_from(made(path))
        (habit,) = log.status(person="sato@example.com", as_of=date(2026, 6, 13))
    # Monday the 8th not, Tuesday and Thursday used, Friday not; Wednesday nobody knows
    assert "used on 2 of the last 4 counted days" in str(habit.explanation)
    assert habit.silence == 1


def test_a_week_without_activity_is_a_week_without_use(tmp_path: Path) -> None:
    assert facts(made(export(tmp_path / "week.csv", ROWS[1]))) == [unused(7, 13), LICENCE]


def test_no_day_after_the_last_complete_one_is_unused(tmp_path: Path) -> None:
    path = export(tmp_path / "week.csv", row("kim@example.com"), row("sato@example.com", "2026-06-09"))

    with AdoptLog("sqlite://") as log:
        log.import_from(made(path, exported=date(2026, 6, 11)))
        assert log.progress_of_adapters()["chatgpt"].watermark == date(2026, 6, 9)
    assert facts(made(path, exported=date(2026, 6, 11)))[:3] == [unused(7, 9), LICENCE, last_used(9, on=9)]
    assert facts(made(path, exported=date(2026, 6, 8)))[0] == Irrelevant("no day of the period is complete yet")


@pytest.mark.parametrize("then", ["2026-06-12", ""])
def test_a_later_export_of_the_same_week_corrects_the_earlier(then: str, tmp_path: Path) -> None:
    early = export(
        tmp_path / "early.csv", row("sato@example.com", "2026-06-08" if then else "", "2026-06-08" if then else "")
    )
    late = export(tmp_path / "late.csv", row("sato@example.com", "2026-06-08" if then else "2026-06-12", then))
    with AdoptLog("sqlite://") as log, AdoptLog("sqlite://") as fresh:
        log.import_from(made(early, exported=date(2026, 6, 11)))
        log.import_from(made(late))
        fresh.import_from(made(late))

        assert contents(log) == contents(fresh)


def test_columns_are_found_by_name_and_old_exports_lack_some(tmp_path: Path) -> None:
    old = {name: value for name, value in ROWS[0].items() if name not in ("cadence", "user_status", "messages")}

    assert facts(made(export(tmp_path / "old.csv", dict(reversed(old.items())))))[0] == last_used(11, on=13)


def test_a_person_is_their_address_and_their_account(tmp_path: Path) -> None:
    with AdoptLog("sqlite://") as log:
        log.import_from(made(export(tmp_path / "a.csv", ROWS[0])))
        log.import_from(made(export(tmp_path / "b.csv", ROWS[0] | {"email": "sato.new@example.com"})))

        (one,) = log.people()
    assert set(one["ids"]) == {"sato@example.com", "sato.new@example.com", "chatgpt:user-sato"}


def test_a_bad_row_is_a_dead_letter_and_costs_no_other(tmp_path: Path) -> None:
    path = export(tmp_path / "week.csv", ROWS[1] | {"is_active": "maybe"}, ROWS[1] | {"email": "nobody"}, ROWS[2])
    path.write_text(path.read_text("utf-8-sig") + "too,short\n", encoding="utf-8")

    with AdoptLog("sqlite://") as log:
        log.import_from(made(path))
        reasons = [letter["reason"] for letter in log.dead_letters()]

        assert [one["person"] for one in log.people()] != []
    assert any("expected 1 or 0" in reason for reason in reasons)
    assert any("is no e-mail address" in reason for reason in reasons)
    assert any("longer or shorter" in reason for reason in reasons)


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"person,date\na,2026-06-01\n", "has no period_start, period_end, email, is_active"),
        (b"", "has no period_start"),
        (b"\xff\xfe\x00", "is not a whole CSV file"),
    ],
)
def test_another_file_is_named_with_what_it_lacks(content: bytes, problem: str, tmp_path: Path) -> None:
    path = tmp_path / "other.csv"
    path.write_bytes(content)

    with pytest.raises(Unusable, match=rf"other\.csv: {problem}"):
        list(made(path).fetch())


def test_only_what_is_needed_is_read(tmp_path: Path) -> None:
    (first, *_) = made(export(tmp_path / "week.csv", ROWS[0])).fetch()

    assert not {"messages", "role", "department", "account_id"} & first.raw.keys()
