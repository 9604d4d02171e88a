"""What people are told exists in English and Japanese."""

import string
import warnings
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from adoptlog import AdoptLog, Refused, ToolUsed
from adoptlog.i18n import LOCALES, told, translate
from adoptlog.messages import Message, packed, together, unpacked

ROOT = Path(__file__).parents[2]
SAID_BY = (
    *("Message", "told", "t", "Condition", "Rejected", "UsageError"),
    *("Refused", "NotYet", "NotFound", "Unusable", "UnknownEvent", "AdoptLogError", "Forgotten", "NotDelivered"),
    *("NotUnderstood", "BadId", "Malformed", "OutOfBounds"),
)
"""The calls whose first argument people read."""


def catalogue(lang: str) -> Catalog:
    with (LOCALES / lang / "LC_MESSAGES" / "adoptlog.po").open("rb") as file:
        return read_po(file, locale=lang)


def messages() -> Iterator[str]:
    """Every message in the sources."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for folder in ("src/adoptlog", "adapters", "cli"):
            found = extract_from_dir(ROOT / folder, [("**.py", "python")], keywords=dict.fromkeys(SAID_BY))
            yield from (message for _, _, message, _, _ in found if isinstance(message, str) and message)


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_every_message_has_its_japanese() -> None:
    japanese = catalogue("ja")

    missing = {message for message in messages() if message not in japanese or not japanese[message].string}

    assert missing == set()


def test_a_translation_names_the_same_values() -> None:
    for message in catalogue("ja"):
        if "python-brace-format" in message.flags and isinstance(message.id, str):
            assert fields(str(message.string)) <= fields(message.id), message.id


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_the_compiled_catalogue_is_the_written_one(lang: str) -> None:
    t = translate(lang)

    for message in catalogue(lang):
        if isinstance(message.id, str) and message.id and message.string:
            assert t(message.id) == message.string


def test_no_catalogue_names_who_is_not_there() -> None:
    for lang in ("en", "ja"):
        text = (LOCALES / lang / "LC_MESSAGES" / "adoptlog.po").read_text("utf-8")
        assert not {word for word in ("ORGANIZATION", "FULL NAME", "EMAIL@ADDRESS", "LL@li.org") if word in text}


def test_a_refusal_can_be_told_in_japanese() -> None:
    with AdoptLog("sqlite://") as log, pytest.raises(Refused) as refusal:
        log.record("e-1", ToolUsed(tool=" ", on=date(2026, 4, 1)))

    assert str(refusal.value) == "tool is empty: give it a name"
    assert told(refusal.value.message, "ja") == "toolが空です。名前を入力してください。"


def test_messages_within_a_message_are_told_too() -> None:
    problem = Message("is dated {day}, before joining on {joined_on}", day="2026-04-01", joined_on="2026-05-01")
    message = Message("{fact} {problem}", fact=Message.word("fact", "TrainingCompleted"), problem=problem)

    assert message == "TrainingCompleted is dated 2026-04-01, before joining on 2026-05-01"
    assert told(message, "ja") == "研修の受講：日付2026-04-01が入社日2026-05-01より前です"


def test_a_message_survives_being_stored() -> None:
    message = together([Message("{column} is empty", column="日付"), Message("{names}", names=("a", Message("none")))])

    again = unpacked(packed(message))

    assert again == message == "日付 is empty; a, none"
    assert told(again, "ja") == told(message, "ja") == "日付が空です／a、なし"


def test_values_are_never_taken_for_templates() -> None:
    assert Message("{name} is empty: give it a name", name="{0.__class__}") == "{0.__class__} is empty: give it a name"
    assert Refused("a text with {braces}").message == "a text with {braces}"
