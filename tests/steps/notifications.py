"""The vocabulary of notifications, in both languages: who is written to, with what, and what became of it.

The mail server and the room are stand-ins here; real ones are in tests/adapters/notify.
"""

import re
from collections.abc import Sequence
from datetime import date

import attrs
import pytest
from pytest_bdd import given, parsers, then, when
from steps.japanese import english
from steps.vocabulary import Story, Table, rows_of

from adoptlog import WorkCalendarSet
from adoptlog.intake.observation import Observation, PersonDescribed
from adoptlog.notify.channel import Letter, NotDelivered, Notification


@attrs.define
class MailServer:
    """Takes letters, in order, except those to people it does not know."""

    letters: list[Letter] = attrs.field(factory=list)
    unknown: set[str] = attrs.field(factory=set)
    name: str = "mail"
    needs_address: bool = True

    def deliver(self, letter: Letter) -> None:
        if letter.to in self.unknown:
            raise NotDelivered("550 no such mailbox")
        self.letters.append(letter)

    def close(self) -> None:
        """It stays open."""


@attrs.define
class Room:
    """A room that many can read."""

    posts: list[Notification] = attrs.field(factory=list)
    name: str = "slack"

    def post(self, notification: Notification) -> None:
        self.posts.append(notification)


@pytest.fixture
def mail_server() -> MailServer:
    return MailServer()


@pytest.fixture
def room() -> Room:
    return Room()


@given("these people")
def people(story: Story, datatable: Table) -> None:
    for row in rows_of(datatable):
        described = PersonDescribed(name=row["name"], email=row["e-mail"] or None)
        source = ("directory", row["person"])
        story.log.record_observations([Observation(row["person"], described)], source=source)
        if row.get("country"):
            story.record(row["person"], WorkCalendarSet(on=None, country=row["country"]))


@given("次の人がいる")
def people_in_japanese(story: Story, datatable: Table) -> None:
    people(story, english(datatable))


@given(parsers.parse("the mail server does not know {person}"))
@given(parsers.parse("{person}のメールアドレスは使われていない"))
def unknown_mailbox(mail_server: MailServer, person: str) -> None:
    mail_server.unknown.add(person)


@when(parsers.parse("everybody is notified on {on}"))
@when(parsers.parse("{on}に案内を送信する"))
def notify(story: Story, mail_server: MailServer, on: str) -> None:
    story.log.notify(as_of=date.fromisoformat(on), send=True, channels=[mail_server])


@then(parsers.parse("notifying on {on} says"))
def notifying_says(story: Story, mail_server: MailServer, on: str, datatable: Table) -> None:
    assert _told(story, mail_server, on, datatable[0], send=True) == _without_spaces(datatable[1:])


@then(parsers.parse("{on}に案内を送信した結果は次のとおり"))
def notifying_says_in_japanese(story: Story, mail_server: MailServer, on: str, datatable: Table) -> None:
    notifying_says(story, mail_server, on, english(datatable))


@then(parsers.parse("a rehearsal of {on} says"))
def rehearsing_says(story: Story, mail_server: MailServer, on: str, datatable: Table) -> None:
    assert _told(story, mail_server, on, datatable[0], send=False) == _without_spaces(datatable[1:])
    assert mail_server.letters == []


@then(parsers.parse("{on}の送信予定は次のとおりで、何も送信されない"))
def rehearsing_says_in_japanese(story: Story, mail_server: MailServer, on: str, datatable: Table) -> None:
    rehearsing_says(story, mail_server, on, english(datatable))


@then(parsers.parse("notifying on {on} sends nothing"))
@then(parsers.parse("{on}に案内を送信しても何も送られない"))
def notifying_sends_nothing(story: Story, mail_server: MailServer, on: str) -> None:
    assert _told(story, mail_server, on, ["recipient"], send=True) == []


@then(parsers.parse("the letter to {person} reads"))
@then(parsers.parse("{person}への案内は次のとおり"))
def letter_reads(mail_server: MailServer, person: str, docstring: str) -> None:
    (letter,) = (letter for letter in mail_server.letters if letter.to == person)
    text = f"{letter.subject}\n\n{letter.text}"
    assert re.sub("(follow-ups done) [0-9a-f]{8}", r"\1 …", text).strip() == docstring.strip()


@then(parsers.parse("the room is told on {on}"))
def room_is_told(story: Story, room: Room, on: str, docstring: str, lang: str = "en") -> None:
    story.log.notify(as_of=date.fromisoformat(on), send=True, channels=[room], lang=lang)
    (post,) = room.posts
    assert "\n".join([post.title, *post.lines, post.closing]) == docstring.strip()


@then(parsers.parse("{on}にチャットルームへ次のように知らされる"))
def room_is_told_in_japanese(story: Story, room: Room, on: str, docstring: str) -> None:
    room_is_told(story, room, on, docstring, "ja")


def _told(story: Story, server: MailServer, on: str, columns: Sequence[str], *, send: bool) -> Table:
    """The rows of a round of letters; a follow-up is named by its rule."""
    day = date.fromisoformat(on)
    rules = {one.id: one.rule for one in story.log.follow_ups(as_of=day, closed=True)}
    told = story.log.notify(as_of=day, send=send, channels=[server])
    named = [attrs.asdict(one) | {"rules": ";".join(sorted(rules[id_] for id_ in one.follow_ups))} for one in told]
    return [[str(row[name] or "") for name in columns] for row in named]


def _without_spaces(rows: Table) -> Table:
    return [[cell.replace("; ", ";") for cell in row] for row in rows]
