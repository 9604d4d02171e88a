"""`seal`, `verify` and `migrate` as somebody uses them, in both languages."""

import gzip
import json
import re
import shlex
import sqlite3
from contextlib import closing
from pathlib import Path

import attrs
import pytest

from adoptlog.seal.keys import VARIABLE, new_key
from adoptlog_cli.main import run as main

PROMISES = (Path(__file__).parents[2] / "docs" / "promises.md").read_text(encoding="utf-8")
GOLDEN = Path(__file__).parents[1] / "golden"


@attrs.frozen
class Done:
    """What a command wrote."""

    stdout: str
    stderr: str


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")

    def adoptlog(*args: str, code: int = 0, key: str | None = None) -> Done:
        monkeypatch.delenv(VARIABLE, raising=False)
        if key is not None:
            monkeypatch.setenv(VARIABLE, key)
        with pytest.raises(SystemExit) as stopped:
            main(["--db", "test.db", "--lang", "en", *args])
        done = Done(*capsys.readouterr())
        assert stopped.value.code == code, done
        return done

    return adoptlog


def test_from_an_acknowledgement_to_its_proof(run, tmp_path: Path) -> None:
    key = new_key()
    run("record", "guidelines", "--guideline", "ai-use", "--version", "1.0", "--published-on", "2026-04-01")
    acknowledged = ("--guideline", "ai-use", "--version", "1.0", "--acknowledged-on", "2026-04-03")
    run("record", "acknowledgements", "--person", "e-1", *acknowledged)
    assert "nothing is sealed" in run("verify").stdout

    assert "unsigned" in run("seal").stderr
    signed = run("seal", "--out", "kept", key=key)
    assert "unsigned" not in signed.stderr
    assert (tmp_path / "kept").read_text(encoding="utf-8") == signed.stdout
    run("seal", "receipt", "e-1", "--out", "e-1.tlog-proof", key=key)
    public = run("seal", "key", key=key).stdout.strip()

    (tmp_path / "test.db").unlink()
    run("verify", "--receipt", "e-1.tlog-proof", "--key", public)
    run("verify", "--receipt", "e-1.tlog-proof", "--checkpoint", "kept")
    assert "--key" in run("verify", "--receipt", "e-1.tlog-proof", code=4).stdout
    assert not (tmp_path / "test.db").exists(), "a receipt needs no database"


def test_a_finding_is_exit_code_4_in_both_languages(run, tmp_path: Path) -> None:
    run("record", "people", "--person", "e-1", "--joined-on", "2026-04-01")
    run("seal")
    run("verify")
    with closing(sqlite3.connect(tmp_path / "test.db")) as connection, connection:
        connection.execute("UPDATE adoptlog_event SET topic = 'left.v1'")

    found = json.loads(run("verify", "--format", "json", code=4).stdout)
    assert [row["position"] for row in found if row["check"] == "event"] == [1]
    assert "位置1のイベントは" in run("--lang", "ja", "verify", code=4).stdout


def test_an_older_database_says_so_and_is_migrated(run, tmp_path: Path) -> None:
    (tmp_path / "test.db").write_bytes(gzip.decompress((GOLDEN / "adoptlog-0.1.0.db.gz").read_bytes()))

    said = run("status", code=1).stderr
    assert said.count("\n") == 1
    assert "run `adoptlog migrate`" in said

    assert "0001" in run("migrate").stdout
    assert "変更は不要" in run("--lang", "ja", "migrate").stdout
    run("status")


def test_the_commands_of_the_promises_work_as_written(run) -> None:
    key = new_key()
    run("record", "guidelines", "--guideline", "ai-use", "--version", "1.0", "--published-on", "2026-04-01")
    acknowledged = ("--guideline", "ai-use", "--version", "1.0", "--acknowledged-on", "2026-04-03")
    run("record", "acknowledgements", "--person", "e-1001", *acknowledged)
    block = re.search(r"```\n(export ADOPTLOG_SEAL_KEY.*?)```", PROMISES, re.DOTALL)
    assert block is not None

    commands = [shlex.split(line, comments=True)[1:] for line in block[1].splitlines() if line.startswith("adoptlog ")]

    assert len(commands) == 5
    for command in commands:
        run(*command, key=key)


def test_the_tests_that_prove_the_promises_exist() -> None:
    proofs = re.findall(r"tests/\S+\.py", PROMISES)

    assert len(proofs) >= 6
    assert [path for path in proofs if not (Path(__file__).parents[2] / path).is_file()] == []
