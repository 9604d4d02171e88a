"""The way out into calendars: one `.ics` file with all that is to be done, for whoever subscribes to it."""

import hashlib
import os
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Literal

import attrs

from adoptlog import messages
from adoptlog.errors import Unusable
from adoptlog.i18n import translate
from adoptlog.kit import Checked, Message, WayOut, option
from adoptlog.notify.letters import rule_title

if TYPE_CHECKING:
    from adoptlog.casework.wording import FollowUp
    from adoptlog.log import AdoptLog


@attrs.frozen(kw_only=True)
class IcalOptions:
    """Where the feed is written, and what stands in it."""

    out: Path = option("the .ics file to write, e.g. in a folder that is served to calendars")
    owner: str | None = option("only what this person is to do", default=None)
    meetings: bool = option("only meetings, not every follow-up", default=False)
    names: bool = option("people's ids in the titles; whoever has the link can read them", default=False)
    lang: Literal["en", "ja"] | None = option("the language of the feed (default: that of the command)", default=None)
    today: date


class IcalAdapter(WayOut[IcalOptions]):
    """Writes a feed: an event per follow-up on the day it is due. It shows what is open now, so it has no bookmark."""

    name: ClassVar[str] = "ical"
    title: ClassVar[str] = "Calendars: due follow-ups and meetings as an .ics feed"
    Options: ClassVar[type] = IcalOptions
    needs: ClassVar[Mapping[str, str]] = {"icalendar": "adoptlog[ical]"}

    def compose(self, log: "AdoptLog", bookmark: str | None = None) -> Iterator[Message]:
        """The feed as it is today, as one message."""
        o = self.options
        lang = o.lang or log.lang
        due = [
            one
            for one in log.follow_ups(as_of=o.today, owner=o.owner, lang=lang)
            if one.channel == "meeting" or not o.meetings
        ]
        content = self._feed(due, lang)
        yield Message(
            id=hashlib.sha256(content).hexdigest(),
            text=messages.Message("{count} follow-ups into {path}", count=len(due), path=o.out),
            content=content,
        )

    def send(self, message: Message) -> None:
        """Replace the file: whoever reads it has the old one or the new one, never half of one."""
        out = self.options.out
        draft = out.with_name(f".{os.getpid()}.{out.name}")
        try:
            draft.write_bytes(message.content)
            os.replace(draft, out)
        except OSError as problem:
            draft.unlink(missing_ok=True)
            raise Unusable(
                "{path} cannot be written: {reason}", path=out, reason=messages.Message(problem.strerror or "")
            ) from None

    def check(self) -> Iterator[Checked]:
        """Whether the feed could be written."""
        folder = self.options.out.parent
        works = os.access(folder, os.W_OK | os.X_OK)
        what = messages.Message("writing {path}", path=self.options.out)
        yield Checked(what, works, "" if works else messages.Message("{path} cannot be written to", path=folder))

    def _feed(self, due: "list[FollowUp]", lang: str) -> bytes:
        from icalendar import Calendar, Event

        calendar = Calendar()
        calendar.add("prodid", f"-//adoptlog//feed//{lang.upper()}")
        calendar.add("version", "2.0")
        calendar.add("method", "PUBLISH")
        calendar.add("x-wr-calname", translate(lang)("Follow-ups"))
        for one in due:
            event = Event()
            for name, value in self._properties(one, lang).items():
                event.add(name, value)
            calendar.add_component(event)
        return bytes(calendar.to_ical())

    def _properties(self, one: "FollowUp", lang: str) -> dict[str, Any]:
        title = rule_title(one.rule, lang)
        who = one.person or one.program
        day = max(one.due_on, self.options.today)  # nobody looks into last week
        return {
            "uid": f"{one.id}@adoptlog",
            "dtstamp": datetime.combine(one.raised_on or one.due_on, time(), UTC),  # the same feed is the same bytes
            "dtstart": day,
            "dtend": day + timedelta(days=1),
            "summary": f"{title}: {who}" if self.options.names and who else title,
            "description": one.reason if self.options.names else f"adoptlog explain / follow-ups {one.id[:8]}",
            "categories": [one.channel],
            "priority": 1 + 2 * (one.priority - 1),
            "class": "PRIVATE",
            "transp": "TRANSPARENT",
        }
