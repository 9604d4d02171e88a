"""`seal`, `verify` and `migrate` as somebody uses them, in both languages."""

import gzip
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from adoptlog.seal.keys import VARIABLE, new_key

GOLDEN = Path(__file__).parents[1] / "golden"


@pytest.fixture
def run(tmp_path: Path):
    def adoptlog(*args: str, code: int = 0, key: str | None = None) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-c", "from adoptlog_cli import main; main()", "--db", "test.db", *args]
        env = {name: value for name, value in os.environ.items() if name != VARIABLE}
        env |= {"PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring"} | ({VARIABLE: key} if key else {})
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", env=env)
        assert done.returncode == code, done.stderr + done.stdout
        assert "Traceback" not in done.stderr
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
    import sqlite3

    run("record", "people", "--person", "e-1", "--joined-on", "2026-04-01")
    run("seal")
    run("verify")
    with sqlite3.connect(tmp_path / "test.db") as connection:
        connection.execute("UPDATE adoptlog_event SET topic = 'left.v1'")
    connection.close()

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
