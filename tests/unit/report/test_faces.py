"""The faces of the report: the same figures for programs, spreadsheets and people; hostile names are text."""

import csv
import io
import json
import re
from base64 import b64decode
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest
from rich.cells import cell_len

from adoptlog import AdoptLog, UsageCovered
from adoptlog.errors import Unusable
from adoptlog.report import printing, terminal
from adoptlog.report.keys import keys
from adoptlog.report.page import page
from adoptlog.report.sheet import sheet
from adoptlog.report.value import Report
from adoptlog_adapters.csv import CsvAdapter, CsvOptions

EVIL = (
    "<script>alert(1)</script>",
    '=HYPERLINK("http://x","y")',
    "\u202egnp.exe",
    "𠮷野家 🍣",
    "+1+1",
    "@SUM(1)",
    "-2+3|cmd",
)
ON = date(2026, 2, 27)
KEYS = {
    "as_of": str,
    "program": str,
    "usage_rate": {"active", "known", "eligible", "rate", "low", "high"},
    "hours_per_month": {"value", "low", "high"},
}


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Report:
    """Departments and people of names that want to be something else, five people in each department."""
    file = tmp_path_factory.mktemp("hostile") / "people.csv"
    with file.open("w", encoding="utf-8", newline="") as text:
        writer = csv.writer(text)
        writer.writerow(["person", "name", "department", "licensed_on"])
        for place, evil in enumerate(EVIL):
            for number in range(5):
                writer.writerow([f"{place}{number}", "\u202egnp.exe" if number else evil, evil, "2026-01-05"])
    with AdoptLog("sqlite://") as log:
        log.import_from(CsvAdapter(CsvOptions(files=(file,), kind="people", today=ON)))
        log.record(None, UsageCovered(tool="gemini", starts_on=date(2026, 1, 5), ends_on=ON))
        return log.report(as_of=ON, with_names=True)


class Tags(HTMLParser):
    """What a browser would take for elements, and the text of cells."""

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.append(tag)
        self.links += [value or "" for name, value in attrs if name in ("href", "src")]


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_hostile_names_are_text_on_the_page(hostile: Report, lang: str) -> None:
    html = page(hostile, lang)
    tags = Tags()
    tags.feed(html)

    assert "script" not in tags.names
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert "𠮷野家 🍣" in html
    assert re.search(r'<td class="text" dir="auto">[^<]*\u202egnp', html)


def test_the_page_asks_for_nothing_from_anywhere(hostile: Report) -> None:
    tags = Tags()
    tags.feed(page(hostile, "en"))

    assert tags.links
    assert all(link.startswith("data:text/csv") for link in tags.links)
    assert not {"img", "link", "iframe", "script", "object"} & set(tags.names)


def test_formulas_are_neutral_in_every_csv(hostile: Report) -> None:
    tags = Tags()
    tags.feed(page(hostile, "en"))
    files = [b64decode(link.partition(",")[2]).decode("utf-8-sig") for link in tags.links]

    cells = [cell for file in files for row in csv.reader(io.StringIO(file)) for cell in row]
    assert [cell for cell in cells if cell[:1] in ("=", "+", "@") or re.match(r"-[^\d]|-\d+[^\d.]", cell)] == []
    assert {"'" + name for name in EVIL if name[0] in "=+@-"} <= set(cells)


def test_the_object_for_programs_has_the_keys_of_the_contract(report: Report) -> None:
    told = json.loads(json.dumps(keys(report)))

    assert {"as_of", "program", "usage_rate", "effect", "hours_per_month", "states", "decision"} <= set(told)
    assert set(told["usage_rate"]) == KEYS["usage_rate"]
    assert set(told["hours_per_month"]) == KEYS["hours_per_month"]
    row = {"task", "metric", "people", "before", "after", "saved", "low", "high", "verdict"}
    assert all(set(one) == row for one in told["effect"])
    assert sum(told["states"].values()) == sum(report.weeks[-1].people.values())


def test_a_spreadsheet_has_every_number_of_every_table(report: Report) -> None:
    rows = list(sheet(report, "en"))

    states = {row["figure"]: row["value"] for row in rows if (row["table"], row["row"]) == ("states_by_week", 1)}
    assert states.pop("week_to") == report.as_of
    assert states == report.states


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_the_terminal_is_readable_at_80_columns(report: Report, lang: str) -> None:
    out = io.StringIO()

    terminal.show(report, lang, out, color=False)

    assert max(cell_len(line) for line in out.getvalue().splitlines()) <= 80
    assert "█" in out.getvalue()


def test_without_a_browser_the_error_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv(printing.BROWSER, raising=False)
    monkeypatch.setattr(printing, "_ELSEWHERE", ())

    with pytest.raises(Unusable, match="install Chromium, Chrome or Edge"):
        printing.printed("<p>", tmp_path / "report.pdf")


def test_names_are_there_only_when_asked_for(company_log: AdoptLog, report: Report) -> None:
    names = [name for row in company_log.status() if (name := row.name)]

    without, named = page(report, "en"), page(company_log.report(with_names=True), "en")

    assert not [name for name in names if name in without]
    assert [name for name in names if name not in named] == []


def test_nobody_is_ranked(company_log: AdoptLog) -> None:
    named = company_log.report(with_names=True).named or ()

    assert [one.person for one in named] == sorted(one.person for one in named)
    assert {field for one in named for field in one.__attrs_attrs__ and [a.name for a in one.__attrs_attrs__]} == {
        "person",
        "name",
        "department",
        "state",
    }
