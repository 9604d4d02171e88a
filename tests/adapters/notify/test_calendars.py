"""Calendar files, read back."""

from datetime import date
from pathlib import Path

import icalendar
import pytest
from adapters.notify.company import company
from adapters.notify.servers import Postbox

from adoptlog import Unusable
from adoptlog.notify.ics import Calendars
from adoptlog.notify.smtp import Mail


def test_everybody_gets_a_file_with_an_event_for_each_follow_up(tmp_path: Path) -> None:
    with company() as log:
        told = log.notify(send=True, channels=[Calendars(tmp_path)])

    assert [(one.recipient, one.channel, one.state) for one in told] == [
        ("e-1", "ics", "sent"),
        ("e-2", "ics", "sent"),
        ("c-1", "ics", "sent"),
    ]
    assert sorted(path.name for path in tmp_path.iterdir()) == [f"{p}-2026-04-17.ics" for p in ("c-1", "e-1", "e-2")]
    calendar = icalendar.Calendar.from_ical((tmp_path / "c-1-2026-04-17.ics").read_bytes())
    events = calendar.walk("VEVENT")
    assert [str(event["SUMMARY"]) for event in events][1] == "Hanako Yamada: Trained and licensed, and never started"
    assert {event.decoded("DTSTART") for event in events} == {date(2026, 4, 17)}
    assert {str(event["UID"]) for event in events} == {f"{id_}@adoptlog" for id_ in told[2].follow_ups}
    assert "adoptlog follow-ups done" in str(events[0]["DESCRIPTION"])


def test_the_files_are_nobody_else_s_to_read(tmp_path: Path) -> None:
    with company() as log:
        log.notify(send=True, channels=[Calendars(tmp_path)])

    assert {path.stat().st_mode & 0o077 for path in tmp_path.iterdir()} == {0}


def test_a_rehearsal_writes_nothing(tmp_path: Path) -> None:
    with company() as log:
        told = log.notify(channels=[Calendars(tmp_path)])

    assert {one.state for one in told} == {"would_send"}
    assert list(tmp_path.iterdir()) == []


def test_an_id_is_never_a_path(tmp_path: Path) -> None:
    with company(**{"../../e-3": ("Eve", "eve@example.com", None), "c-1": ("Chris", "c@example.com", None)}) as log:
        log.notify(send=True, channels=[Calendars(tmp_path / "out")])

    assert list(tmp_path.iterdir()) == [tmp_path / "out"]


def test_where_there_is_mail_the_file_comes_on_top(tmp_path: Path, postbox: Postbox) -> None:
    postbox.refuses.add("hanako@example.com")
    with company() as log:
        told = log.notify(
            send=True, channels=[Mail(f"smtp://127.0.0.1:{postbox.port}", "ai@example.com"), Calendars(tmp_path)]
        )

    assert [(one.recipient, one.channel, one.state) for one in told if one.recipient != "c-1"] == [
        ("e-1", "mail", "failed"),
        ("e-2", "mail", "sent"),
        ("e-2", "ics", "sent"),
    ]
    assert not (tmp_path / "e-1-2026-04-17.ics").exists()


def test_a_folder_that_cannot_be_written_to_is_a_failure(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with company() as log:
        told = log.notify(send=True, channels=[Calendars(tmp_path / "file" / "folder")])

    assert {one.state for one in told} == {"failed", "person_first"}


def test_without_the_library_the_command_to_install_it_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "icalendar", None)

    with pytest.raises(Unusable, match=r'pip install "adoptlog\[notify\]"'):
        Calendars(tmp_path)
