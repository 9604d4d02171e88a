"""Microsoft 365 Copilot: a snapshot of last uses; what it overwrote is unknown, and hidden names are nobody."""

from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from adapters.microsoft365.stand_in import CLIENT, SECRET, TENANT, as_csv, graph, row

from adoptlog import ActivityReported, AdoptLog, LastActivityReported
from adoptlog.errors import Unusable
from adoptlog.i18n import told
from adoptlog.kit import Secret
from adoptlog.kit.checking import checked
from adoptlog.testing import AdapterContract, contents
from adoptlog.testing.faults import FaultContract, impatient
from adoptlog_adapters.microsoft365 import Microsoft365Adapter, Microsoft365Options

TOOL = "microsoft365-copilot"
ROWS = [
    row("Sato@acme.example", word="2026-06-03", chat="2026-06-05"),
    row("kim@acme.example"),
    row("lee@acme.example", outlook="2026-05-20"),
]


def made(url: str, **settings: Any) -> Microsoft365Adapter:
    given = {"url": url, "login_url": url, "tenant": TENANT, "client_id": CLIENT, "client_secret": Secret(SECRET)}
    return Microsoft365Adapter(Microsoft365Options(**(given | settings)))


def of_files(*files: Path, **settings: Any) -> Microsoft365Adapter:
    return Microsoft365Adapter(Microsoft365Options(files=files, **settings))


def facts(adapter: Microsoft365Adapter) -> list[Any]:
    return [adapter.translate(one.raw)[1].fact for one in adapter.fetch(None) if hasattr(one, "raw")]


def snapshot(on: int, last: int) -> LastActivityReported:
    return LastActivityReported(tool=TOOL, on=date(2026, 6, on), last_active_on=date(2026, 6, last))


class TestContract(AdapterContract):
    @pytest.fixture(autouse=True)
    def _server(self) -> Any:
        with graph(ROWS) as self.url:
            yield

    def make(self) -> Microsoft365Adapter:
        return made(self.url)


class TestContractOfFiles(AdapterContract):
    @pytest.fixture(autouse=True)
    def _file(self, tmp_path: Path) -> None:
        self.file = tmp_path / "CopilotActivityUserDetail.csv"
        self.file.write_bytes(as_csv(ROWS))

    def make(self) -> Microsoft365Adapter:
        return of_files(self.file)


class TestFaults(FaultContract):
    def server(self) -> AbstractContextManager[str]:
        return graph(ROWS)

    def make(self, url: str) -> Microsoft365Adapter:
        return made(url)


class TestFaultsOfTheCsv(TestFaults):
    def make(self, url: str) -> Microsoft365Adapter:
        return made(url, csv=True)


def test_each_app_gives_a_day_of_use_and_the_last_of_them_what_came_after() -> None:
    with graph(ROWS[:1]) as url:
        assert facts(made(url)) == [snapshot(on=8, last=5), snapshot(on=3, last=3)]


def test_days_that_were_overwritten_stay_unknown() -> None:
    with graph(ROWS[:1]) as url, AdoptLog("sqlite://") as log:
        log.import_from(made(url))

        (habit,) = log.status(person="sato@acme.example", as_of=date(2026, 6, 9))

    # Wednesday the 3rd and Friday the 5th used, Monday the 8th not; Thursday and the days after the 8th are unknown
    assert "used on 2 of the last 3 counted days" in str(habit.explanation)
    assert habit.silence == 1


def test_who_has_no_last_day_did_not_use_it_in_the_period_and_more_is_not_known() -> None:
    with graph([row("kim@acme.example")]) as url:
        assert facts(made(url)) == [
            ActivityReported(tool=TOOL, starts_on=date(2025, 12, 11), ends_on=date(2026, 6, 8), active_days=0)
        ]


def test_json_and_csv_and_an_exported_file_say_the_same(tmp_path: Path) -> None:
    (tmp_path / "export.csv").write_bytes(as_csv(ROWS))
    stores = []
    with graph(ROWS) as url:
        for adapter in (made(url), made(url, csv=True), of_files(tmp_path / "export.csv")):
            with AdoptLog("sqlite://") as log:
                log.import_from(adapter)
                stores.append(contents(log))
        with AdoptLog("sqlite://") as log:
            log.import_from(made(url))
            assert log.import_from(of_files(tmp_path / "export.csv")).recorded == 0

    assert stores[0] == stores[1] == stores[2]


def test_the_admin_centres_own_headings_are_understood(tmp_path: Path) -> None:
    path = tmp_path / "export.csv"
    path.write_text(
        "User name,Display name,Active Days,Last activity date (UTC),Last activity date of Word Copilot (UTC)\n"
        "sato@acme.example,Sato,3,2026-06-05,2026-06-03\nkim@acme.example,Kim,0,,\n",
        encoding="utf-8",
    )

    with pytest.raises(Unusable, match=r"'Report Refresh Date' \(or --refreshed\); it has User name, Display name"):
        list(of_files(path).fetch())
    assert facts(of_files(path, refreshed=date(2026, 6, 8))) == [
        snapshot(on=8, last=5),
        snapshot(on=3, last=3),
        ActivityReported(tool=TOOL, starts_on=date(2026, 6, 2), ends_on=date(2026, 6, 8), active_days=0),
    ]


def test_the_watermark_is_the_refresh_date_and_the_same_report_says_nothing_new() -> None:
    rows = list(ROWS)
    with graph(rows) as url, AdoptLog("sqlite://") as log:
        log.import_from(made(url))
        progress = log.progress_of_adapters()["microsoft365"]
        assert (progress.bookmark, progress.watermark) == ("2026-06-08", date(2026, 6, 8))
        assert log.import_from(made(url)).read == 0

        rows[:] = [row("sato@acme.example", "2026-06-09", word="2026-06-03", chat="2026-06-09")]
        again = log.import_from(made(url))

        assert (again.recorded, again.duplicates) == (1, 1)  # Word's day was known


def test_who_lost_the_licence_has_not_left() -> None:
    rows = list(ROWS)
    with graph(rows) as url, AdoptLog("sqlite://") as log:
        log.import_from(made(url))
        rows[:] = [row("sato@acme.example", "2026-06-09", chat="2026-06-09")]

        assert log.import_from(made(url)).left == 0


@pytest.mark.parametrize("form", [False, True])
def test_concealed_names_are_explained_and_nobody_is_imported(form: bool) -> None:
    hidden = [*ROWS, row("A1B2C3D4E5F60718293A4B5C6D7E8F90", word="2026-06-05")]
    with graph(hidden) as url, AdoptLog("sqlite://") as log:
        with pytest.raises(Unusable) as problem:
            log.import_from(made(url, csv=form))

        assert log.people() == []
        assert "Org settings > Services > Reports" in str(problem.value)
        assert "匿名" in told(problem.value.message, "ja")


def test_the_check_says_what_is_missing() -> None:
    with graph(ROWS) as url, impatient():
        (good,) = checked(made(url))
        (bad,) = checked(made(url, client_secret=Secret("wrong-secret")))
    with graph([row("A1B2C3D4E5F60718293A4B5C6D7E8F90")]) as url:
        (hidden,) = checked(made(url))

    assert good.works
    assert "it needs the application permission Reports.Read.All" in bad.text
    assert "conceals the names" in hidden.text


def test_without_files_it_asks_for_what_graph_needs() -> None:
    with pytest.raises(Unusable, match="--tenant, --client-id and ADOPTLOG_MICROSOFT365_CLIENT_SECRET"):
        list(Microsoft365Adapter(Microsoft365Options()).fetch())


@pytest.mark.parametrize("broken", [b"\xff\xfe\x00", as_csv(ROWS)[:-40], b'"a', b"person,date\nx,2026-06-01\n"])
def test_a_file_that_is_no_such_report_is_named(broken: bytes, tmp_path: Path) -> None:
    path = tmp_path / "export.csv"
    path.write_bytes(broken)

    with pytest.raises(Unusable, match=r"export\.csv"):
        list(of_files(path).fetch())
