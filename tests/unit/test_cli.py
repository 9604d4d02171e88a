"""The command line as somebody uses it: in a process of its own."""

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

PEOPLE = "社員番号,氏名,部署,入社日,国,ライセンス付与日\n1001,山田 太郎,営業,2026-01-05,JP,2026-01-05\n"
USAGE = (
    "person,date,tool,count,use_case\n"
    "1001,2026-01-05,chat,3,mail\n"
    "１００１,令和8年1月6日,chat,1,\n"
    "1001,2026-13-01,chat,1,\n"
    ",2026-01-06,chat,1,\n"
)


@pytest.fixture
def run(tmp_path: Path):
    def adoptlog(*args: str, code: int = 0) -> str:
        command = [sys.executable, "-c", "from adoptlog_cli import main; main()", "--db", "test.db", *args]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", timeout=120)
        assert done.returncode == code, done.stderr
        assert "Traceback" not in done.stderr
        return done.stdout

    (tmp_path / "people.csv").write_text(PEOPLE, encoding="cp932")
    (tmp_path / "usage.csv").write_text(USAGE, encoding="utf-8-sig")
    return adoptlog


def test_a_file_in_a_status_out(run) -> None:
    run("import", "csv", "--kind", "people", "people.csv")
    first = json.loads(run("import", "csv", "--kind", "usage", "usage.csv", "--format", "json", code=3))
    again = json.loads(run("import", "csv", "--kind", "usage", "usage.csv", "--format", "json", code=3))

    assert first[0] | {"bookmark": None} == {
        "adapter": "csv",
        "read": 4,
        "recorded": 2,
        "duplicates": 0,
        "irrelevant": 0,
        "rejected": 2,
        "bookmark": None,
    }
    assert (again[0]["recorded"], again[0]["duplicates"]) == (0, 2)
    (row,) = json.loads(run("status", "--as-of", "2026-01-06", "--format", "json"))
    assert (row["person"], row["state"], row["last_used_on"]) == ("1001", "trying", "2026-01-06")


def test_the_status_speaks_japanese(run) -> None:
    run("import", "csv", "--kind", "people", "people.csv")

    said = run("--lang", "ja", "status", "--as-of", "2026-01-06", "--format", "json")

    assert "未利用" in said


def test_dead_letters_are_listed_retried_and_discarded(run) -> None:
    run("import", "csv", "--kind", "usage", "usage.csv", code=3)

    letters = json.loads(run("dead-letters", "list", "--format", "json"))
    assert [(letter["line"], letter["source"]) for letter in letters] == [(4, "usage.csv"), (5, "usage.csv")]
    assert letters[0]["record"]["date"] == "2026-13-01"
    run("dead-letters", "retry", code=3)
    run("dead-letters", "discard", "1", "2")
    assert json.loads(run("dead-letters", "list", "--format", "json")) == []


def test_a_dry_run_records_nothing(run) -> None:
    said = json.loads(run("import", "csv", "--kind", "people", "people.csv", "--dry-run", "--format", "json"))

    assert said[0]["recorded"] == 1
    assert json.loads(run("people", "list", "--format", "json")) == []


def test_a_wrong_import_is_taken_back_and_can_be_imported_again(run) -> None:
    run("import", "csv", "--kind", "usage", "usage.csv", code=3)
    run("imports", "retract", "1", "--yes")

    (row,) = json.loads(run("status", "--as-of", "2026-01-06", "--format", "json"))
    assert row["last_used_on"] is None
    again = json.loads(run("import", "csv", "--kind", "usage", "usage.csv", "--format", "json", code=3))
    assert again[0]["recorded"] == 2


@pytest.mark.parametrize(
    ("content", "says"),
    [(b"", "empty"), (b"person,date,date,tool\n", "repeated"), (b"person,tool\n1,2\n", "date")],
)
def test_a_file_that_is_wrong_as_a_whole_records_nothing(run, tmp_path: Path, content: bytes, says: str) -> None:
    (tmp_path / "wrong.csv").write_bytes(content)

    run("import", "csv", "--kind", "usage", "wrong.csv", code=1)

    assert json.loads(run("imports", "list", "--format", "json")) == []


def test_a_program_goes_through_its_gates_or_says_why_not(run) -> None:
    run("record", "programs", "--program", "genai", "--tools", "chat")
    run("program", "enter", "genai", "objectives", code=1)
    run("program", "enter", "genai", "objectives", "--override", "the board decided")

    (row,) = json.loads(run("program", "list", "--format", "json"))
    assert row["step"] == "objectives"


def test_a_program_shows_why_it_went_on_though_its_gate_was_closed(run) -> None:
    run("record", "programs", "--program", "genai", "--tools", "chat")
    run("program", "enter", "genai", "objectives", "--override", "the board decided")

    assert "the board decided" in run("program", "show", "genai")
    japanese = run("--lang", "ja", "program", "show", "genai")
    assert "the board decided" in japanese
    assert "所要時間を記録した業務が1つ以上ある" in japanese
    assert {row["override"] for row in json.loads(run("program", "show", "genai", "--format", "json"))} == {
        "the board decided"
    }


def test_what_could_not_be_recorded_is_told_in_the_language_of_the_reader(run) -> None:
    run("import", "csv", "--kind", "usage", "usage.csv", code=3)

    reasons = [letter["reason"] for letter in json.loads(run("dead-letters", "list", "--format", "json"))]
    in_japanese = json.loads(run("--lang", "ja", "dead-letters", "list", "--format", "json"))

    assert reasons[0] == "date '2026-13-01' is not a date (expected e.g. 2026-04-01)"
    assert in_japanese[0]["reason"] == "date '2026-13-01' は日付ではありません（例：2026-04-01）"
    assert "確認が必要なもの：2件" in run("--lang", "ja", "doctor")


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        (("explain", "nobody"), 1, "「nobody」は登録されていません"),
        (("frob",), 2, "「frob」というコマンドはありません"),
        (("status", "--state", "happy"), 2, "「happy」は使えません"),
        (("record", "trainings", "--person", "e-1"), 2, "--course の指定が必要です"),
        (("status", "--as-of", "yesterday"), 2, "は日付ではありません"),
    ],
)
def test_errors_are_told_in_japanese(tmp_path: Path, args: tuple[str, ...], code: int, said: str) -> None:
    command = [sys.executable, "-c", "from adoptlog_cli import main; main()", "--lang", "ja", *args]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", timeout=120)

    assert (done.returncode, said in done.stderr) == (code, True), done.stderr


def test_later_commands_say_so(run) -> None:
    run("push", code=2)


def test_help_answers_at_once() -> None:
    began = time.perf_counter()
    subprocess.run([sys.executable, "-c", "from adoptlog_cli import main; main()", "--help"], check=True, timeout=30)
    assert time.perf_counter() - began < 2  # 0.1 s on the machine it was built on; a loaded one gets room


def test_importing_the_library_is_cheap() -> None:
    script = "import time; a=time.perf_counter(); import adoptlog; print(time.perf_counter()-a)"
    took = float(subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout)
    assert took < 0.3


def test_the_report_has_a_face_for_everybody(run, tmp_path: Path) -> None:
    run("import", "csv", "--kind", "people", "people.csv")

    page = tmp_path / "report.html"
    run("--lang", "ja", "report", "--as-of", "2026-01-06", "--out", str(page))
    told = json.loads(run("report", "--as-of", "2026-01-06", "--format", "json"))

    assert '<html lang="ja">' in page.read_text(encoding="utf-8")
    assert (told["program"], told["states"], told["effect"], told["decision"]) == ("default", None, [], None)
    assert "fewer than 5 people" in run("report", "--as-of", "2026-01-06")
    assert run("report", "--as-of", "2026-01-06", "--format", "csv").startswith("table,row,figure,value\n")
    run("report", "--format", "html", code=2)
    run("report", "--out", "report.docx", code=2)
