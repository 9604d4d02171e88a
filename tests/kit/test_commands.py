"""Adapters on the command line: found, told about, checked, and what is missing said with what to install."""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any, ClassVar

import pytest
from click.testing import CliRunner, Result
from kit import pulse as system
from kit.pulse import TOKEN, pulse

from adoptlog.intake import plugged_in
from adoptlog.kit import Lag
from adoptlog_cli.main import cli


class Point:
    """An entry point as `importlib.metadata` gives it."""

    def __init__(self, name: str, load: Any, distribution: str = "adoptlog-pulse") -> None:
        self.name, self._load = name, load
        self.dist = type("Distribution", (), {"name": distribution})()

    def load(self) -> Any:
        return self._load()


def broken() -> Any:
    raise SyntaxError("invalid syntax")


class Needy(system.Pulse):
    needs: ClassVar = {"no_such_module": "adoptlog-needy[full]"}


@pytest.fixture(autouse=True)
def plugged(monkeypatch: pytest.MonkeyPatch) -> None:
    points = [
        Point("pulse", lambda: system.Pulse),
        Point("broken", broken, "adoptlog-broken"),
        Point("needy", lambda: Needy, "adoptlog-needy"),
    ]
    real = plugged_in.entry_points
    monkeypatch.setattr(plugged_in, "entry_points", lambda group: [*real(group=group), *points])


@pytest.fixture
def run(tmp_path: Path) -> Any:
    def adoptlog(*args: str) -> Result:
        return CliRunner().invoke(cli, ["--db", str(tmp_path / "test.db"), *args])

    return adoptlog


def test_every_adapter_is_listed_with_what_keeps_it_from_working(run: Any) -> None:
    listed = {one["name"]: one for one in json.loads(run("adapters", "list", "--format", "json").stdout)}

    assert {"csv", "excel", "ical", "xapi", "pulse"} <= listed.keys()
    assert (listed["csv"]["direction"], listed["csv"]["installed"]) == ("in", True)
    assert listed["ical"]["direction"] == "out"
    assert (listed["needy"]["direction"], listed["needy"]["installed"]) == ("in", False)
    assert listed["needy"]["problem"] == 'pip install "adoptlog-needy[full]"'
    assert listed["broken"]["problem"] == (
        "adapter 'broken' of adoptlog-broken cannot be loaded: SyntaxError: invalid syntax"
    )


def test_one_that_lacks_what_it_needs_prints_the_install_command(run: Any) -> None:
    done = run("import", "needy", "--url", "https://pulse.example.com")

    assert str(done.exception) == 'adapter needy cannot be used yet: pip install "adoptlog-needy[full]"'


def test_show_tells_every_option_and_where_a_secret_belongs(run: Any) -> None:
    said = run("adapters", "show", "pulse").stdout

    assert "url: required; where Pulse is, e.g. https://pulse.example.com (--url, ADOPTLOG_PULSE_URL)" in said
    assert "token: required; a token that may read usage (ADOPTLOG_PULSE_TOKEN, or keyring" in said
    assert "today" not in said


def test_a_secret_is_no_option_of_the_command_line(run: Any) -> None:
    done = run("import", "pulse", "--token", TOKEN)

    assert done.exit_code == 2
    assert "No such option" in done.stderr


def test_what_is_not_given_is_wrong_usage(run: Any) -> None:
    assert run("import", "pulse").exit_code == 2
    done = run("import", "pulse", "--url", "https://pulse.example.com")
    assert done.exit_code == 2
    assert "set ADOPTLOG_PULSE_TOKEN" in done.stderr


def test_an_import_goes_on_from_its_bookmark_and_the_list_shows_how_far_it_is(
    run: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ADOPTLOG_PULSE_TOKEN", TOKEN)
    monkeypatch.setattr(system, "LAG", Lag(days=(date.today() - date(2026, 6, 2)).days))  # noqa: DTZ011
    with pulse() as url:
        monkeypatch.setenv("ADOPTLOG_PULSE_URL", url)
        first = json.loads(run("import", "pulse", "--since", "2026-06-01", "--format", "json").stdout)
        again = json.loads(run("import", "pulse", "--format", "json").stdout)
        full = json.loads(run("import", "pulse", "--full", "--format", "json").stdout)

    assert (first[0]["recorded"], first[0]["irrelevant"]) == (6, 1)
    assert (again[0]["recorded"], full[0]["recorded"]) == (0, 0)
    listed = {one["name"]: one for one in json.loads(run("adapters", "list", "--format", "json").stdout)}
    assert listed["pulse"]["bookmark"] == listed["pulse"]["watermark"] == first[0]["bookmark"]
    assert listed["pulse"]["last_run"] is not None
    assert TOKEN not in run("imports", "list", "--format", "json").stdout


def test_check_says_which_right_is_missing(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    with pulse() as url:
        monkeypatch.setenv("ADOPTLOG_PULSE_TOKEN", "another-token")
        done = run("adapters", "check", "pulse", "--url", url, "--format", "json")
        monkeypatch.setenv("ADOPTLOG_PULSE_TOKEN", TOKEN)
        good = run("adapters", "check", "pulse", "--url", url)

    assert (done.exit_code, good.exit_code) == (4, 0)
    assert "it needs the right 'usage:read' of the token" in json.loads(done.stdout)[0]["text"]


def test_a_dry_run_says_what_would_become_of_the_file(run: Any, tmp_path: Path) -> None:
    path = tmp_path / "usage.csv"
    path.write_text("person,date,tool\na,2026-04-01,chat\nb,2026-13-01,chat\n")

    done = run("import", "csv", "--kind", "usage", str(path), "--dry-run")

    assert done.exit_code == 3
    assert "1 people would be created" in done.stderr
    assert f"would be rejected: {path}:3: date '2026-13-01' is not a date" in done.stderr
    assert run("people", "list", "--format", "json").stdout.strip() == "[]"


def test_a_way_out_is_no_way_in(run: Any) -> None:
    assert "adapter ical goes out only" in str(run("import", "ical").exception)
    assert "adapter csv goes in only" in str(run("push", "csv").exception)


def test_one_person_in_several_systems_and_a_clash_that_is_not_guessed(run: Any, tmp_path: Path) -> None:
    (tmp_path / "hr.csv").write_text("person,name,email\ne-1,Hanako Sato,sato@example.com\n")
    (tmp_path / "use.csv").write_text("person,date,tool\nsato@example.com,2026-04-01,chat\n")
    (tmp_path / "clash.csv").write_text("person,email\ne-2,\ne-2,sato@example.com\n")
    run("import", "csv", "--kind", "people", str(tmp_path / "hr.csv"))
    run("import", "csv", "--kind", "usage", str(tmp_path / "use.csv"))

    assert [one["ids"] for one in json.loads(run("people", "list", "--format", "json").stdout)] == [
        ["e-1", "sato@example.com"]
    ]
    assert run("import", "csv", "--kind", "people", str(tmp_path / "clash.csv")).exit_code == 3
    (letter,) = json.loads(run("dead-letters", "list", "--format", "json").stdout)
    assert letter["reason"].startswith("'e-2', 'sato@example.com' are different people so far: correct the row, or")
    assert "1 to look at" in run("doctor").stdout
    assert run("people", "merge", "e-1", "e-2").exit_code == 0
    assert run("dead-letters", "retry").exit_code == 0


def test_plain_adoptlog_lists_its_adapters_without_their_libraries(tmp_path: Path) -> None:
    script = (
        "import sys\n"
        "for name in ('httpx', 'tenacity', 'keyring', 'icalendar', 'python_calamine', 'openpyxl'):\n"
        "    sys.modules[name] = None\n"
        "import importlib.util as u; real = u.find_spec\n"
        "u.find_spec = lambda name, *a: None if name in sys.modules and sys.modules[name] is None else real(name, *a)\n"
        "from adoptlog_cli import main; main()"
    )
    command = [sys.executable, "-c", script, "--db", "t.db", "adapters", "list", "--format", "json"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=60)

    listed = {one["name"]: one for one in json.loads(done.stdout)}
    assert listed["excel"]["problem"] == 'pip install "adoptlog[excel]"'
    assert (listed["ical"]["direction"], listed["ical"]["installed"]) == ("out", False)
    assert listed["csv"]["installed"]
