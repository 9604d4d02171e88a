"""cmi5: what a learner moves on by decides what counts."""

import json
from datetime import date
from typing import Any

import pytest

from adoptlog import AdoptLog, TrainingCompleted
from adoptlog.intake.observation import Irrelevant
from adoptlog_adapters.xapi import XapiAdapter, XapiOptions
from adoptlog_adapters.xapi.cmi5 import KEY, slim

ADL, W3ID, CMI5 = "http://adlnet.gov/expapi/verbs", "https://w3id.org/xapi/adl/verbs", "https://w3id.org/xapi/cmi5"
REGISTRATION = "5c6ab1c4-5d2c-4f0c-8f3a-0d4f6b1f0a01"


def said_in(
    move_on: str | None, *words: str, mode: str = "Normal", activity: str = "https://lms.example/au/1"
) -> list[dict[str, Any]]:
    """What is said in a registration, a minute apart."""
    return [_statement(place, word, move_on, mode, activity) for place, word in enumerate(words)]


def _statement(place: int, word: str, move_on: str | None, mode: str, activity: str) -> dict[str, Any]:
    extensions = {f"{CMI5}/context/extensions/sessionid": "s-1"}
    if word == "launched":
        extensions[f"{CMI5}/context/extensions/launchmode"] = mode
        if move_on:
            extensions[f"{CMI5}/context/extensions/moveon"] = move_on
    about: dict[str, Any] = {"id": activity}
    if word in ("satisfied", "block satisfied"):
        kind = "course" if word == "satisfied" else "block"
        about = {"id": f"https://lms.example/{kind}/ai", "definition": {"type": f"{CMI5}/activitytype/{kind}"}}
    said = {
        "id": f"c0ffee00-0000-4000-8000-{place:012}",
        "actor": {"account": {"homePage": "https://lms.example", "name": "e-1"}},
        "verb": {"id": f"{W3ID if word.split()[-1] in ('satisfied', 'waived') else ADL}/{word.split()[-1]}"},
        "object": about,
        "context": {
            "registration": REGISTRATION,
            "contextActivities": {"category": [{"id": f"{CMI5}/context/categories/cmi5"}]},
            "extensions": extensions,
        },
        "timestamp": f"2026-05-01T10:{place:02}:00+09:00",
    }
    return said | {"result": {"score": {"scaled": 0.9}}} if word in ("passed", "failed") else said


def course(statement: dict[str, Any]) -> str:
    return str(statement["object"]["id"])


def counted(statements: list[dict[str, Any]]) -> list[tuple[str, bool | None, float | None]]:
    """What the statements of a registration say, in their order."""
    adapter, others = XapiAdapter(XapiOptions()), [slim(one) for one in statements]
    facts = []
    for one in statements:
        said = adapter.translate({**slim(one), KEY: others})
        facts += [] if isinstance(said, Irrelevant) else [o.fact for o in said if o.person]  # type: ignore[union-attr]
    return [(fact.course.rpartition("example/")[2], fact.passed, fact.score) for fact in facts]


@pytest.mark.parametrize(
    ("move_on", "words", "expected"),
    [
        ("Passed", "launched completed", []),
        ("Passed", "launched completed passed", [("au/1", True, 0.9)]),
        ("Passed", "launched failed passed", [("au/1", False, 0.9), ("au/1", True, 0.9)]),
        ("Completed", "launched passed", []),
        ("Completed", "launched completed", [("au/1", None, None)]),
        ("Completed", "launched failed completed", [("au/1", None, None)]),
        ("CompletedOrPassed", "launched completed", [("au/1", None, None)]),
        ("CompletedOrPassed", "launched passed", [("au/1", True, 0.9)]),
        ("CompletedAndPassed", "launched completed", []),
        ("CompletedAndPassed", "launched completed passed", [("au/1", True, 0.9)]),
        ("CompletedAndPassed", "launched passed completed", [("au/1", True, 0.9)]),
        ("CompletedAndPassed", "launched passed completed passed completed", [("au/1", True, 0.9)]),
        ("NotApplicable", "launched completed passed", []),
        (None, "launched completed passed", []),
        ("NotApplicable", "satisfied", []),
        ("NotApplicable", "launched satisfied", []),
        ("Passed", "launched passed satisfied", [("course/ai", True, 0.9)]),
        ("Passed", "satisfied launched passed", [("course/ai", True, 0.9)]),
        ("Completed", "launched completed satisfied", [("course/ai", None, None)]),
        ("Passed", "launched passed block_satisfied", [("au/1", True, 0.9)]),
        ("Passed", "waived", [("au/1", True, None)]),
        ("Passed", "waived satisfied", [("course/ai", True, None)]),
        ("Passed", "launched failed satisfied", []),
        ("Passed", "passed", []),
    ],
)
def test_what_counts(move_on: str | None, words: str, expected: list[Any]) -> None:
    assert counted(said_in(move_on, *(word.replace("_", " ") for word in words.split()))) == expected


@pytest.mark.parametrize("mode", ["Browse", "Review"])
def test_what_was_only_looked_at_does_not_count(mode: str) -> None:
    assert counted(said_in("Passed", "launched", "passed", mode=mode)) == []


def test_a_file_of_a_registration_in_any_order(tmp_path: Any) -> None:
    statements = said_in("CompletedAndPassed", "launched", "passed", "completed")
    for number, order in enumerate((statements, statements[::-1])):
        file = tmp_path / f"{number}.jsonl"
        file.write_text("\n".join(map(json.dumps, order)))
        with AdoptLog("sqlite://") as log:
            result = log.import_from(XapiAdapter(XapiOptions(files=file, employee_numbers_at="https://lms.example")))

            assert (result.read, result.recorded, result.irrelevant) == (3, 1, 2)
            (one,) = (one for one in log.recorded_since(0) if isinstance(one.fact, TrainingCompleted))
            assert one.fact == TrainingCompleted(
                course="https://lms.example/au/1", on=date(2026, 5, 1), passed=True, score=0.9
            )
