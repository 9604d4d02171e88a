"""When letters go out, in which words, and to whom: without any server."""

import re
from datetime import date
from pathlib import Path

import attrs
import pytest
from adapters.notify.company import DAY, Clock, ask_a_question, company

from adoptlog import (
    AdoptLog,
    GuidelinePublished,
    LeaveTaken,
    Left,
    OwnerAppointed,
    ProgramDefined,
    Refused,
    Unusable,
    WorkCalendarSet,
)
from adoptlog.notify.channel import Letter, NotDelivered


@attrs.define
class Desk:
    """Takes letters by hand."""

    letters: list[Letter] = attrs.field(factory=list)
    refuses: str = ""
    name: str = "mail"
    needs_address: bool = True

    def deliver(self, letter: Letter) -> None:
        if letter.to == self.refuses:
            raise NotDelivered("not today")
        self.letters.append(letter)

    def close(self) -> None:
        """Nothing is open."""

    def to(self, person: str) -> Letter:
        (letter,) = (letter for letter in self.letters if letter.to == person)
        return letter


def states(log: AdoptLog, desk: Desk, on: date = DAY, send: bool = True) -> dict[str | None, str]:
    return {one.recipient: one.state for one in log.notify(as_of=on, send=send, channels=[desk])}


def test_a_second_letter_waits_for_five_working_days_of_the_recipient() -> None:
    clock, desk = Clock(), Desk()
    with company(clock=clock) as log:
        states(log, desk)
        ask_a_question(log, clock, date(2026, 4, 20), raised_on=date(2026, 4, 22))
        told = {day: states(log, desk, date(2026, 4, day), send=False) for day in (22, 23, 24)}

    assert told[22] == told[23] == {"e-2": "recent", "c-1": "person_first"}
    assert (told[24]["e-2"], told[24]["c-1"]) == ("would_send", "would_send")


def test_the_working_days_are_those_of_the_recipient() -> None:
    """In Japan 29 April is a holiday, as are 4, 5 and 6 May."""
    clock, desk = Clock(date(2026, 4, 28)), Desk()
    with company(clock=clock) as log:
        log.record("e-2", WorkCalendarSet(on=None, country="JP"), source=("hr", "e-2"))
        log.record(None, OwnerAppointed(person="c-1", starts_on=date(2026, 4, 1)), source=("hr", "owner"))
        states(log, desk, date(2026, 4, 28))
        ask_a_question(log, clock, date(2026, 4, 30), raised_on=date(2026, 5, 7))
        told = {day: states(log, desk, date(2026, 5, day), send=False)["e-2"] for day in (7, 8, 11, 12)}

    assert told == {7: "recent", 8: "recent", 11: "would_send", 12: "would_send"}


def test_what_was_snoozed_or_closed_is_not_told() -> None:
    desk = Desk()
    with company() as log:
        first, second, *_ = (one.id for one in log.follow_ups(as_of=DAY) if one.person == "e-1" and one.raised_on)
        log.snooze_follow_up(first, date(2026, 5, 1))
        log.close_follow_up(second, "done")
        told = states(log, desk)

    assert told == {"e-2": "sent", "c-1": "sent"}


def test_what_is_only_due_is_not_told() -> None:
    with company() as log:
        due = {one.id for one in log.follow_ups(as_of=DAY) if one.state == "due"}
        told = {id_ for one in log.notify(as_of=DAY) for id_ in one.follow_ups}

    assert due
    assert not due & told


def test_whoever_takes_a_follow_up_over_is_told_of_it() -> None:
    desk = Desk()
    with company(**{"c-2": ("Cora", "cora@example.com", None)}) as log:
        states(log, desk)
        (id_, *_) = (one.id for one in log.follow_ups(as_of=DAY) if one.person == "e-1" and one.raised_on)
        log.assign_follow_up(id_, "c-2")
        told = states(log, desk)

    assert told == {"c-2": "sent"}
    assert "Hanako Yamada" in desk.to("c-2").text


def test_nobody_on_leave_is_written_to() -> None:
    desk = Desk()
    with company() as log:
        log.record("e-1", LeaveTaken(starts_on=DAY, ends_on=date(2026, 4, 24)), source=("hr", "leave"))
        told = log.notify(as_of=DAY, send=True, channels=[desk])

    assert {(one.recipient, one.state) for one in told} >= {("e-1", "on_leave"), ("e-2", "sent"), ("c-1", "sent")}
    assert "Hanako" not in desk.to("c-1").text


def test_a_helper_who_has_left_is_not_written_to() -> None:
    desk = Desk()
    with company() as log:
        log.record("c-1", Left(on=date(2026, 4, 10)), source=("hr", "left"))
        told = states(log, desk)

    assert told == {None: "nobody"}
    assert desk.letters == []


def test_a_letter_about_a_program_names_nobody() -> None:
    desk, clock = Desk(), Clock()
    with company(clock=clock, **{"o-1": ("Olga Owner", "olga@example.com", "JP")}) as log:
        log.record(None, ProgramDefined(program="pilot"), source=("hr", "pilot"))
        log.record(None, OwnerAppointed(person="o-1", program="pilot", starts_on=date(2026, 4, 1)), source=("hr", "o"))
        log.enter("pilot", "education", on=date(2026, 4, 2), override="it began before it was recorded")
        log.raise_follow_ups()
        states(log, desk)

    text = desk.to("o-1").text
    assert "ご担当のプログラムについて" in text
    assert "・pilot: " in text
    assert not re.search("Hanako|Ben|Chris", text)


def test_what_one_does_oneself_is_told_to_oneself_only() -> None:
    desk = Desk()
    with company() as log:
        log.record(
            None, GuidelinePublished(guideline="ai-use", version="1", on=date(2026, 4, 1)), source=("hr", "guideline")
        )
        log.raise_follow_ups()
        states(log, desk)

    assert "- May we ask you to read the guideline and agree to it?" in desk.to("e-2").text
    assert "Smith (Sales): The guideline" not in desk.to("c-1").text


def test_words_can_be_replaced(tmp_path: Path) -> None:
    desk = Desk()
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "letter.txt").write_text("Hello $name\n\n$for_you$to_help$for_program-- \nThe AI corner, $$0\n")
    with company() as log:
        log.notify(send=True, channels=[desk], templates=tmp_path)

    assert desk.to("e-2").subject == "Hello Ben Smith"
    assert desk.to("e-2").text.endswith("-- \nThe AI corner, $0\n")
    assert desk.to("e-1").subject == "【生成AI活用サポート】ご案内（2件）"


@pytest.mark.parametrize(
    ("name", "words", "problem"),
    [
        ("en/leter.txt", "", "replaces no template"),
        ("fr/letter.txt", "", "replaces no template"),
        ("en/letter.txt", "$nme", r"names \$nme; it may name \$count"),
        ("ja/room.txt", "100 $", "names nothing"),
    ],
)
def test_wrong_words_are_found_before_anything_is_sent(tmp_path: Path, name: str, words: str, problem: str) -> None:
    (tmp_path / name).parent.mkdir()
    (tmp_path / name).write_text(words)
    with company() as log, pytest.raises(Unusable, match=problem):
        log.notify(send=True, channels=[Desk()], templates=tmp_path)


def test_nothing_is_sent_on_a_day_to_come() -> None:
    with company() as log, pytest.raises(Refused, match="in the future"):
        log.notify(as_of=date(2026, 4, 18), send=True, channels=[Desk()])


def test_two_who_help_each_other_are_each_told_first(tmp_path: Path) -> None:
    desk = Desk()
    with company(**{"e-3": ("Eve", "eve@example.com", None)}) as log:
        for one in log.follow_ups(as_of=DAY):
            if one.raised_on and one.person in ("e-2", "e-3"):
                log.assign_follow_up(one.id, {"e-2": "e-3", "e-3": "e-2"}[one.person])
        told = log.notify(send=True, channels=[desk])

    assert {one.recipient: one.state for one in told}["e-2"] == "person_first"
    assert "Eve (Sales)" not in desk.to("e-2").text
    assert "Ben Smith (Sales)" in desk.to("e-3").text
