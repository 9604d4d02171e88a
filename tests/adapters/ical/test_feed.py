"""The feed of follow-ups, as another library reads it."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import vobject
from click.testing import CliRunner

from adoptlog import AdoptLog, Enrolled, Joined, ProgramDefined, TrainingCompleted
from adoptlog.errors import Unusable
from adoptlog_adapters.ical import IcalAdapter, IcalOptions
from adoptlog_cli.main import cli

TODAY = date(2026, 6, 30)
START = date(2026, 4, 1)


def fill(log: AdoptLog) -> None:
    log.record(None, ProgramDefined(program="genai", starts_on=START, tools=("chat",)))
    for number in range(3):
        log.record(f"e-100{number}", Joined(on=START))
        log.record(f"e-100{number}", Enrolled(program="genai", starts_on=START))
        log.record(f"e-100{number}", TrainingCompleted(course="genai-basics", on=START))


def feed(log: AdoptLog, path: Path, **options: Any) -> list[Any]:
    adapter = IcalAdapter(IcalOptions(out=path, today=TODAY, **options))
    assert log.push(adapter).sent == 1
    calendar = vobject.readOne(path.read_text("utf-8"))
    return list(getattr(calendar, "vevent_list", []))


@pytest.fixture
def log() -> Any:
    with AdoptLog("sqlite://") as log:
        fill(log)
        yield log


def test_every_open_follow_up_is_an_event_on_the_day_it_is_due(log: AdoptLog, tmp_path: Path) -> None:
    due = log.follow_ups(as_of=TODAY)

    events = feed(log, tmp_path / "feed.ics")

    assert due
    assert {event.uid.value for event in events} == {f"{one.id}@adoptlog" for one in due}
    assert {event.dtstart.value for event in events} == {max(one.due_on, TODAY) for one in due}


def test_nobody_is_named_unless_that_is_asked_for(log: AdoptLog, tmp_path: Path) -> None:
    feed(log, tmp_path / "plain.ics")
    named = feed(log, tmp_path / "named.ics", names=True, lang="ja")

    assert "e-100" not in (tmp_path / "plain.ics").read_text("utf-8")
    assert any("e-1001" in event.summary.value for event in named)


def test_meetings_alone(log: AdoptLog, tmp_path: Path) -> None:
    meetings = [one for one in log.follow_ups(as_of=TODAY) if one.channel == "meeting"]

    events = feed(log, tmp_path / "feed.ics", meetings=True)

    assert len(events) == len(meetings) < len(log.follow_ups(as_of=TODAY))


def test_sent_twice_it_is_the_same_file(log: AdoptLog, tmp_path: Path) -> None:
    feed(log, tmp_path / "feed.ics")
    once = (tmp_path / "feed.ics").read_bytes()
    feed(log, tmp_path / "feed.ics")

    assert (tmp_path / "feed.ics").read_bytes() == once


def test_a_folder_that_is_not_there_is_said_plainly(log: AdoptLog, tmp_path: Path) -> None:
    with pytest.raises(Unusable, match=r"none/feed\.ics cannot be written: No such file"):
        feed(log, tmp_path / "none" / "feed.ics")


def test_the_check_looks_whether_it_could_be_written(tmp_path: Path) -> None:
    (good,) = IcalAdapter(IcalOptions(out=tmp_path / "feed.ics", today=TODAY)).check()
    (bad,) = IcalAdapter(IcalOptions(out=tmp_path / "none" / "feed.ics", today=TODAY)).check()

    assert (good.works, bad.works) == (True, False)
    assert not list(tmp_path.iterdir())


def test_a_replay_never_sends(log: AdoptLog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(IcalAdapter, "send", lambda self, message: pytest.fail("it was sent"))

    log.replay(as_of=TODAY)
    log.rebuild()


def test_push_on_the_command_line(tmp_path: Path) -> None:
    db = str(tmp_path / "test.db")
    with AdoptLog(db) as log:
        fill(log)
    out = tmp_path / "feed.ics"

    dry = CliRunner().invoke(cli, ["--db", db, "push", "ical", "--out", str(out), "--dry-run"])
    assert (dry.exit_code, out.exists()) == (0, False)
    assert "nothing was sent: this was a dry run" in dry.stderr
    done = CliRunner().invoke(cli, ["--db", db, "push", "ical", "--out", str(out), "--format", "json"])
    assert json.loads(done.stdout) == [{"adapter": "ical", "sent": 1, "bookmark": None}]
    assert out.read_text("utf-8").startswith("BEGIN:VCALENDAR")
