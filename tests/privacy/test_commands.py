"""The commands about people's data, in both languages."""

import json
import sqlite3
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from adoptlog_cli.main import cli


class Terminal:
    """Runs commands on one database."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __call__(self, *args: str, code: int = 0, lang: str = "en", says: str | None = None) -> Result:
        given = ["--db", str(self.folder / "one.db"), "--lang", lang, *args]
        done = CliRunner().invoke(cli, given, input=says)
        assert done.exit_code == code, done.output
        return done


@pytest.fixture
def adoptlog(tmp_path: Path) -> Terminal:
    terminal = Terminal(tmp_path)
    terminal("record", "people", "--person", "e-1", "--name", "Ben Smith", "--email", "ben@example.com")
    terminal("record", "questions", "--person", "e-1", "--question", "How?", "--asked-on", "2026-02-02")
    terminal("record", "people", "--person", "e-2", "--left-on", "2020-01-31")
    return terminal


def test_forgetting_shows_what_would_go_and_asks(adoptlog: Terminal) -> None:
    no = adoptlog("people", "forget", "e-1", says="n\n", code=1)

    assert "notes and other words: 1" in no.output
    assert "Forget them? This cannot be undone." in no.output
    assert "Ben Smith" in adoptlog("people", "list").output

    yes = adoptlog("people", "forget", "e-1", says="y\n")
    assert "left in history as forgotten:" in yes.output
    assert "The database's files were cleared of deleted rows." in yes.output
    assert "What remains is unlinked, not anonymous" in yes.output
    assert "e-1" not in adoptlog("people", "list").output


def test_forgetting_in_japanese(adoptlog: Terminal) -> None:
    said = adoptlog("people", "forget", "e-1", "--yes", "--no-scrub", lang="ja").output

    assert "e-1について、次の情報を削除します。" in said
    assert "メモなどの文章: 1" in said
    assert "データベースのファイルからの消去は行っていません。" in said
    assert "残る履歴は個人との対応を外したものであり、匿名ではありません。" in said
    assert adoptlog("people", "scrub", lang="ja").output == "データベースのファイルから、削除済みの行を消去しました。\n"


def test_what_cannot_be_cleared_yet_is_said_and_done_later(
    adoptlog: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("adoptlog.privacy.scrub._PATIENCE", 0.1)
    reader = sqlite3.connect(tmp_path / "one.db", isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM adoptlog_person").fetchone()

    forgotten = adoptlog("people", "forget", "e-1", "--yes", code=1)
    scrubbed = adoptlog("people", "scrub", code=1, lang="ja")

    assert "left in history as forgotten:" in forgotten.output
    assert "NOT YET" in forgotten.output
    assert "未完了" in scrubbed.output
    reader.close()
    assert "were cleared" in adoptlog("people", "scrub").output


def test_a_receipt_for_programs(adoptlog: Terminal) -> None:
    done = adoptlog("people", "forget", "e-1", "--yes", "--format", "json")

    (receipt,) = json.loads(done.stdout)
    assert receipt["removed"]["ids"] == 2
    assert receipt["scrubbed"] == {"state": "done", "why": ""}
    assert [copy["what"] for copy in receipt["not_ours"]][:2] == ["backups", "archive"]


def test_the_list_of_the_forgotten_is_named_by_the_environment(
    adoptlog: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup = (tmp_path / "one.db").read_bytes()
    monkeypatch.setenv("ADOPTLOG_FORGOTTEN", str(tmp_path / "elsewhere.jsonl"))
    adoptlog("people", "forget", "e-1", "--yes")
    (tmp_path / "one.db").write_bytes(backup)

    found = json.loads(adoptlog("doctor", "--format", "json", code=4).stdout)
    assert {
        "check": "forgotten",
        "result": "unsound",
        "text": "1 are back from a backup: `people forget --again`",
    } in found
    assert "left in history as forgotten:" in adoptlog("people", "forget", "--again").output
    assert "none of the list is back" in adoptlog("doctor").output


def test_what_is_asked_of_forget_is_checked(adoptlog: Terminal) -> None:
    assert "name the person to forget, or say --again" in adoptlog("people", "forget", code=2).output
    assert "--again needs the list" in adoptlog("people", "forget", "--again", code=2).output


def test_export_writes_a_file_for_programs_and_a_page_to_read(adoptlog: Terminal, tmp_path: Path) -> None:
    adoptlog("purpose", "state", "Helping people to form the habit", "--on", "2026-01-01")

    adoptlog("people", "export", "e-1", "--out", str(tmp_path / "out"), lang="ja")

    held = json.loads((tmp_path / "out" / "person.json").read_text("utf-8"))
    shown = (tmp_path / "out" / "person.html").read_text("utf-8")
    assert held["facts"][0]["says"]["question"] == "How?"
    assert "この記録の利用目的" in shown
    assert "Helping people to form the habit" in shown
    assert json.loads(adoptlog("purpose", "--format", "json").stdout) == [
        {"purpose": "Helping people to form the habit", "since": "2026-01-01", "responsible": None}
    ]


def test_retention_says_who_before_anything_is_done(adoptlog: Terminal, tmp_path: Path) -> None:
    policy = tmp_path / "policy.toml"
    policy.write_text("[retention]\nmonths_after_leaving = 12\n", "utf-8")
    adoptlog("rules", "adopt", str(policy))

    assert "e-2: left on 2020-01-31" in adoptlog("people", "retain", "--dry-run").output
    assert "e-2" in adoptlog("people", "list").output
    assert "退職日2020-01-31" in adoptlog("people", "retain", "--yes", lang="ja").output
    assert "e-2" not in adoptlog("people", "list").output
    assert json.loads(adoptlog("people", "access", "e-1", "--format", "json").stdout) == []
