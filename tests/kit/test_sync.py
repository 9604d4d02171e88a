"""A whole scheduled run, and the examples of how to schedule it."""

import json
import re
import shutil
import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from openpyxl import Workbook

from adoptlog_cli.main import cli

DOCS = Path(__file__).parents[2] / "docs"
PEOPLE = "person,name,joined_on\ne-1001,Hanako Sato,2026-04-01\n"


def sync(folder: Path, config: str) -> Result:
    (folder / "adoptlog.toml").write_text(config, encoding="utf-8")
    (folder / "people.csv").write_text(PEOPLE, encoding="utf-8")
    args = ["--db", str(folder / "test.db"), "sync", "--config", str(folder / "adoptlog.toml"), "--format", "json"]
    return CliRunner().invoke(cli, args)


def rows(done: Result) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


GOOD = '[[import]]\nadapter = "csv"\nkind = "people"\nfiles = ["people.csv"]\n'


def test_the_configuration_of_the_page_runs(tmp_path: Path) -> None:
    (config,) = re.findall(r"```toml\n(.*?)```", (DOCS / "schedule.md").read_text("utf-8"), re.S)
    (tmp_path / "inbox").mkdir()
    book = Workbook()
    for row in (["person", "date", "tool"], ["e-1001", "2026-04-01", "chat"]):
        book.active.append(row)  # type: ignore[union-attr]
    book.save(tmp_path / "inbox" / "april.xlsx")

    done = sync(tmp_path, config)

    assert done.exit_code == 0, done.stderr
    assert [(one["way"], one["adapter"], one["recorded"], one["sent"]) for one in rows(done)] == [
        ("import", "csv", 1, 0),
        ("import", "excel", 1, 0),
        ("push", "ical", 0, 1),
    ]
    assert (tmp_path / "follow-ups.ics").exists()


def test_one_that_fails_stops_no_other(tmp_path: Path) -> None:
    broken = '[[import]]\nadapter = "csv"\nkind = "usage"\nfiles = ["none.csv"]\n'

    done = sync(tmp_path, broken + GOOD)

    assert done.exit_code == 1
    assert [one["recorded"] for one in rows(done)] == [0, 1]
    assert "none.csv: cannot be read: No such file" in done.stderr


def test_rejected_records_are_a_code_of_their_own(tmp_path: Path) -> None:
    (tmp_path / "usage.csv").write_text("person,date,tool\ne-1001,2026-13-01,chat\n")

    done = sync(tmp_path, GOOD + '[[import]]\nadapter = "csv"\nkind = "usage"\nfiles = "usage.csv"\n')

    assert done.exit_code == 3


def test_a_pattern_without_files_is_no_failure(tmp_path: Path) -> None:
    done = sync(tmp_path, '[[import]]\nadapter = "csv"\nkind = "usage"\nfiles = ["inbox/*.csv"]\n')

    assert done.exit_code == 0
    assert "there are no such files now" in done.stderr


@pytest.mark.parametrize(
    ("config", "said"),
    [
        ("[[import]\n", "is not TOML"),
        ('[[imports]]\nadapter = "csv"\n', "has 'imports'; there are: [[import]] and [[push]]"),
        ('[[import]]\nkind = "people"\n', "each [[import]] needs an adapter"),
        ('[[import]]\nadapter = "csv"\nkin = "people"\n', "adapter csv has no option 'kin'; did you mean 'kind'?"),
        ("", "names no adapter to run"),
    ],
)
def test_a_configuration_that_cannot_be_followed_runs_nothing(tmp_path: Path, config: str, said: str) -> None:
    done = sync(tmp_path, config)

    assert done.exit_code == 1
    assert said in str(done.exception)
    assert not (tmp_path / "test.db").exists()


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="no systemd here: its units were not checked")
def test_the_systemd_units_are_valid(tmp_path: Path) -> None:
    for name in ("adoptlog-sync.service", "adoptlog-sync.timer"):
        unit = (DOCS / "schedule" / name).read_text("utf-8")
        (tmp_path / name).write_text(unit.replace("/opt/adoptlog/bin/adoptlog", "/bin/true"), encoding="utf-8")

    checked = subprocess.run(
        ["systemd-analyze", "verify", "adoptlog-sync.timer", "adoptlog-sync.service"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
    )

    assert (checked.returncode, [line for line in checked.stderr.splitlines() if "adoptlog" in line]) == (0, [])


def test_the_windows_task_has_what_a_task_needs() -> None:
    space = "{http://schemas.microsoft.com/windows/2004/02/mit/task}"
    task = ET.parse(DOCS / "schedule" / "adoptlog-sync.xml").getroot()

    sections = [child.tag.removeprefix(space) for child in task]
    assert sections == ["RegistrationInfo", "Triggers", "Principals", "Settings", "Actions"]
    arguments = task.findtext(f"{space}Actions/{space}Exec/{space}Arguments", "")
    assert CliRunner().invoke(cli, ["sync", "--help"]).exit_code == 0
    assert " sync --config " in arguments
    assert task.find(f"{space}Actions").get("Context") == task.find(f".//{space}Principal").get("id")  # type: ignore[union-attr]


@pytest.mark.skipif(shutil.which("docker") is None, reason="no Docker here: the container was not built")
def test_the_container_can_be_built() -> None:
    if subprocess.run(["docker", "info"], capture_output=True).returncode:
        pytest.skip("no Docker daemon here: the container was not built")
    subprocess.run(["docker", "build", "--check", str(DOCS / "schedule")], check=True, capture_output=True)
