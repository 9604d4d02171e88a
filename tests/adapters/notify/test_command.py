"""`adoptlog follow-ups notify` as somebody runs it: in processes of its own, configured by the environment."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from adapters.notify.company import DAY, Clock, company
from adapters.notify.servers import Postbox, Room

from adoptlog import AdoptLog, LicenceGranted

Run = Callable[..., subprocess.CompletedProcess[str]]
_ARGS = ("follow-ups", "notify", "--as-of", "2026-04-17")


@pytest.fixture
def start(tmp_path: Path) -> Callable[..., subprocess.Popen[str]]:
    """A company on disk, and the command started on it."""
    company(f"sqlite:///{tmp_path / 'test.db'}").close()

    def started(*args: str, **environ: str) -> subprocess.Popen[str]:
        command = [sys.executable, "-c", "from adoptlog_cli import main; main()", "--db", "test.db", *args]
        return subprocess.Popen(
            command,
            cwd=tmp_path,
            env=os.environ | {"LANG": "C.UTF-8"} | environ,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    return started


@pytest.fixture
def run(start: Callable[..., subprocess.Popen[str]]) -> Run:
    def finished(*args: str, code: int = 0, **environ: str) -> subprocess.CompletedProcess[str]:
        process = start(*_ARGS, *args, **environ)
        out, err = process.communicate(timeout=120)
        assert process.returncode == code, err
        assert "Traceback" not in err
        return subprocess.CompletedProcess(process.args, code, out, err)

    return finished


def mail(postbox: Postbox) -> dict[str, str]:
    return {"ADOPTLOG_SMTP": f"smtp://127.0.0.1:{postbox.port}", "ADOPTLOG_MAIL_FROM": "ai@example.com"}


def test_without_send_it_says_who_would_get_what(run: Run, postbox: Postbox) -> None:
    said = run(**mail(postbox))

    assert [line.split()[0] for line in said.stdout.splitlines()] == ["recipient", "e-1", "e-2", "c-1"]
    assert "would send" in said.stdout
    assert "nothing was sent: --send sends it" in said.stderr
    assert postbox.mails == []


def test_with_nothing_configured_a_rehearsal_still_says_who_would_get_mail(run: Run) -> None:
    rows = json.loads(run("--format", "json").stdout)

    assert [(row["recipient"], row["channel"], len(row["follow_ups"]), row["state"]) for row in rows] == [
        ("e-1", "mail", 2, "would_send"),
        ("e-2", "mail", 2, "would_send"),
        ("c-1", "mail", 4, "would_send"),
    ]


def test_with_nothing_configured_sending_says_what_to_set(run: Run) -> None:
    assert "set ADOPTLOG_SMTP" in run("--send", code=1).stderr


def test_all_channels_at_once_and_only_once(run: Run, postbox: Postbox, room: Room, tmp_path: Path) -> None:
    environ = mail(postbox) | {"ADOPTLOG_SLACK_WEBHOOK": room.url}
    first = json.loads(run("--send", "--ics", "calendars", "--format", "json", **environ).stdout)
    again = json.loads(run("--send", "--ics", "calendars", "--format", "json", **environ).stdout)

    assert [(row["recipient"], row["channel"]) for row in first] == [
        *((person, channel) for person in ("e-1", "e-2", "c-1") for channel in ("mail", "ics")),
        ("slack", "slack"),
    ]
    assert {row["state"] for row in first} == {"sent"}
    assert again == []
    assert (len(postbox.mails), len(room.posts), len(list((tmp_path / "calendars").iterdir()))) == (3, 1, 3)


def test_a_failure_is_one_line_and_exit_code_1(run: Run, postbox: Postbox) -> None:
    postbox.refuses = {"hanako@example.com", "ben@example.com"}
    said = run("--send", code=1, **mail(postbox))

    assert said.stderr.splitlines()[-1] == "2 not told by e-mail: the mail server refused it: 550 no such mailbox"


def test_who_has_no_address_is_named(run: Run, tmp_path: Path) -> None:
    with AdoptLog(f"sqlite:///{tmp_path / 'test.db'}", now=Clock().now) as log:
        log.record("e-3", LicenceGranted(on=date(2026, 4, 1)))
        log.raise_follow_ups(as_of=DAY)

    said = run()

    assert "e-3: no e-mail address, so not written to" in said.stderr
    assert "Please talk to them" in said.stderr


def test_no_secret_is_shown(run: Run) -> None:
    environ = {
        "ADOPTLOG_SMTP": "smtp://ai:s3cret@127.0.0.1:1",
        "ADOPTLOG_MAIL_FROM": "ai@example.com",
        "ADOPTLOG_TEAMS_WEBHOOK": "https://127.0.0.1:1/workflows/s3cret",
    }
    said = run("--send", code=1, **environ)

    assert "s3cret" not in said.stdout + said.stderr
    assert "not told by Teams: the webhook cannot be reached" in said.stderr


def test_two_processes_at_once_send_each_letter_once(
    start: Callable[..., subprocess.Popen[str]], postbox: Postbox
) -> None:
    processes = [start(*_ARGS, "--send", "--format", "json", **mail(postbox)) for _ in range(2)]
    said = [process.communicate(timeout=120)[0] for process in processes]

    assert sorted(len(json.loads(out)) for out in said) == [0, 3]
    assert sorted(postbox.recipients) == ["ben@example.com", "chris@example.com", "hanako@example.com"]


def test_words_in_japanese(run: Run, tmp_path: Path) -> None:
    process = run(LANG="ja_JP.UTF-8")

    assert "送信予定" in process.stdout
    assert "メール" in process.stdout
