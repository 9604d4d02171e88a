"""Follow-ups as calendar files: one `.ics` per recipient, with an all-day event on the day each is due."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import quote

from adoptlog.errors import Unusable
from adoptlog.messages import Message
from adoptlog.notify.channel import Entry, Letter, NotDelivered


class Calendars:
    """A folder of calendar files, readable by whoever runs this only.

    Events, not to-dos: Outlook and Google Calendar leave to-dos out when they import a file.
    """

    name = "ics"
    needs_address = False

    def __init__(self, folder: Path) -> None:
        try:
            import icalendar
        except ImportError:
            raise Unusable('calendar files need the icalendar library: pip install "adoptlog[notify]"') from None
        self._folder, self._library = folder, icalendar

    def deliver(self, letter: Letter) -> None:
        path = self._folder / f"{quote(letter.to, safe='@')}-{letter.on}.ics"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            _write(path, self._calendar(letter))
        except OSError as problem:
            raise NotDelivered(
                "{path} cannot be written: {reason}", path=path, reason=Message(problem.strerror or "")
            ) from None

    def close(self) -> None:
        """Every file is whole already."""

    def _calendar(self, letter: Letter) -> bytes:
        calendar = self._library.Calendar()
        calendar.add("prodid", "-//adoptlog//follow-ups//" + letter.lang.upper())
        calendar.add("version", "2.0")
        calendar.add("method", "PUBLISH")
        for entry in letter.entries:
            event = self._library.Event()
            for name, value in _properties(entry, letter).items():
                event.add(name, value)
            calendar.add_component(event)
        return bytes(calendar.to_ical())


def _properties(entry: Entry, letter: Letter) -> dict[str, object]:
    day = max(entry.due_on, letter.on)  # nobody looks into last week
    return {
        "uid": f"{entry.id}@adoptlog",
        "dtstamp": datetime.now(UTC),
        "dtstart": day,
        "dtend": day + timedelta(days=1),
        "summary": entry.title,
        "description": entry.text,
        "class": "PRIVATE",
        "transp": "TRANSPARENT",
    }


def _write(path: Path, content: bytes) -> None:
    """The whole file or none of it."""
    draft = path.with_name(f".{os.getpid()}.{path.name}")
    with open(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(content)
    os.replace(draft, path)
