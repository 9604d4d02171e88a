"""What people are told exists in English and Japanese."""

import ast
import re
import string
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from adoptlog import AdoptLog, Refused, ToolUsed
from adoptlog.i18n import LOCALES, told, translate
from adoptlog.messages import Message, packed, together, unpacked

ROOT = Path(__file__).parents[2]
SOURCES = [path for folder in ("src/adoptlog", "adapters", "cli") for path in sorted((ROOT / folder).rglob("*.py"))]
ERRORS = {
    *("AdoptLogError", "Refused", "NotYet", "NotAllowed", "NotFound", "Unusable", "Outdated", "UnknownEvent"),
    *("Forgotten", "TooManyLeft", "NotDelivered", "Answered", "Unreachable", "Busy", "NotGiven"),
    *("NotUnderstood", "BadId", "Malformed", "OutOfBounds", "Nobody"),
}
WRITTEN_OUT = {*ERRORS, "Message", "Rejected", "Irrelevant", "UsageError", "BadParameter", "ClickException", "fail"}
"""Calls that are given a template, never a text that values were put into already."""
SAID_BY = {*WRITTEN_OUT, "told", "t", "say", "Condition", "option", "secret", "translate()", "_words()", "_Said"}
"""Calls whose argument people read; the first one, but for `_Said`."""


def catalogue(lang: str) -> Catalog:
    with (LOCALES / lang / "LC_MESSAGES" / "adoptlog.po").open("rb") as file:
        return read_po(file, locale=lang)


def called(func: ast.expr) -> str:
    """The name of what is called; that of what makes it, with (), if it is made on the spot."""
    match func:
        case ast.Name(id=name):
            return name
        case ast.Attribute(attr=name) if name not in ("option", "secret"):  # those of click
            return name
        case ast.Call(func=inner):
            return f"{called(inner)}()"
        case _:
            return ""


def said(tree: ast.Module, by: set[str]) -> Iterator[ast.expr]:
    """The texts that calls are given."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and called(node.func) in by:
            yield from node.args[3:4] if called(node.func) == "_Said" else node.args[:1]


def literals(text: ast.expr, assigned: dict[str, list[ast.expr]]) -> Iterator[str]:
    """What is written there, or was under that name in the same module."""
    match text:
        case ast.Constant(value=str(literal)):
            yield literal
        case ast.IfExp(body=one, orelse=other):
            yield from (*literals(one, assigned), *literals(other, assigned))
        case ast.Dict(values=values):
            yield from (literal for value in values for literal in literals(value, assigned))
        case ast.Subscript(value=value):
            yield from literals(value, assigned)
        case ast.Name(id=name):
            others = {key: value for key, value in assigned.items() if key != name}
            yield from (literal for value in assigned.get(name, ()) for literal in literals(value, others))


def messages() -> Iterator[str]:
    """Every message in the sources, and the titles of adapters."""
    for path in SOURCES:
        tree = ast.parse(path.read_text("utf-8"))
        assigned: dict[str, list[ast.expr]] = {}
        for node in ast.walk(tree):
            match node:
                case ast.Assign(targets=[ast.Name(id=name)], value=value):
                    assigned.setdefault(name, []).append(value)
                case ast.AnnAssign(target=ast.Name(id="title"), value=ast.Constant(value=str(title))):
                    yield title
        yield from (text for one in said(tree, SAID_BY) for text in literals(one, assigned) if text)


def put_together(text: ast.expr) -> bool:
    """Whether values were put into a text before anybody could translate it."""
    match text:
        case ast.JoinedStr() | ast.BinOp():
            return True
        case ast.Call(func=ast.Attribute(attr="format" | "join")):
            return True
        case ast.IfExp(body=one, orelse=other):
            return put_together(one) or put_together(other)
        case _:
            return False


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_every_message_has_its_japanese() -> None:
    japanese = catalogue("ja")

    missing = {message for message in messages() if message not in japanese or not japanese[message].string}

    assert missing == set()


def test_every_message_keeps_template_and_values_apart() -> None:
    found = {
        f"{path.relative_to(ROOT)}:{text.lineno}"
        for path in SOURCES
        for text in said(ast.parse(path.read_text("utf-8")), WRITTEN_OUT)
        if put_together(text)
    }

    assert found == set()


def test_the_errors_that_are_looked_for_are_all_there_are() -> None:
    bases = {"Explained", *ERRORS}
    found = {
        node.name
        for path in SOURCES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ClassDef) and bases & {called(base) for base in node.bases}
    }

    assert found - {"PolicyError", "_CutOff"} == ERRORS  # the one lists others, the other is a test's


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


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_a_catalogue_says_everything_once(lang: str) -> None:
    text = (LOCALES / lang / "LC_MESSAGES" / "adoptlog.po").read_text("utf-8")
    said = re.findall(r'^msgid ((?:".*"\n)+)', text, re.MULTILINE)

    assert {one for one, times in Counter(said).items() if times > 1} == set()


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
