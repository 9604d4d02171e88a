"""xAPI statements in files: what they say, and what is passed over."""

import gzip
import hashlib
import json
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from adoptlog.domain.facts import GuidelineAcknowledged, ToolUsed, TrainingAssigned, TrainingCompleted
from adoptlog.errors import Unusable
from adoptlog.intake.adapter import Fetched
from adoptlog.intake.observation import Irrelevant, Observation, RecordVoided, Rejected
from adoptlog_adapters.xapi import XapiAdapter, XapiOptions

ADL = "http://adlnet.gov/expapi"
COURSE = "https://lms.example/course/genai-basics"
AT = datetime(2026, 4, 1, 23, 30, tzinfo=timezone(timedelta(hours=9)))


def statement(verb: str = f"{ADL}/verbs/completed", **changed: Any) -> dict[str, Any]:
    return {
        "id": "0a1b2c3d-0000-4000-8000-000000000001",
        "actor": {"mbox": "mailto:Sato@Example.co.jp"},
        "verb": {"id": verb},
        "object": {"id": COURSE, "definition": {"type": f"{ADL}/activities/course"}},
        "timestamp": "2026-04-01T23:30:00+09:00",
        "version": "1.0.3",
    } | changed


def said(one: dict[str, Any], **options: Any) -> Any:
    return XapiAdapter(XapiOptions(files=(), **options)).translate(one)


def training(one: dict[str, Any]) -> TrainingCompleted:
    (observation,) = said(one)
    assert isinstance(observation.fact, TrainingCompleted)
    return observation.fact


def read(path: Path, content: str | bytes, **options: Any) -> list[Fetched]:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return list(XapiAdapter(XapiOptions(files=path, **options)).fetch(None))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "statements.jsonl"


def test_a_completed_course_is_a_training_dated_in_its_own_zone() -> None:
    fact = TrainingCompleted(course=COURSE, on=date(2026, 4, 1))
    assert said(statement()) == [Observation("sato@example.co.jp", fact, at=AT)]


@pytest.mark.parametrize(
    ("verb", "passed"),
    [
        (f"{ADL}/verbs/completed", None),
        (f"{ADL}/verbs/passed", True),
        (f"{ADL}/verbs/mastered", True),
        (f"{ADL}/verbs/failed", False),
        (f"{ADL}/verbs/attended", None),
        ("http://activitystrea.ms/schema/1.0/attend", None),
        ("https://www.adlnet.gov/expapi/verbs/passed/", True),
    ],
)
def test_the_verbs_of_trainings(verb: str, passed: bool | None) -> None:
    assert training(statement(verb)).passed is passed


def test_a_completion_with_its_success() -> None:
    assert training(statement(result={"success": False})).passed is False


@pytest.mark.parametrize(
    ("score", "share"),
    [
        ({"scaled": 0.85}, 0.85),
        ({"scaled": 1, "raw": 3, "max": 4}, 1.0),
        ({"raw": 85, "max": 100}, 0.85),
        ({"raw": 12, "max": 10}, 1.0),
        ({"raw": 85}, None),
        ({"raw": 85, "max": 0}, None),
        ({"scaled": -0.5}, None),
        ({}, None),
    ],
)
def test_scores(score: dict[str, float], share: float | None) -> None:
    assert training(statement(result={"score": score})).score == share


@pytest.mark.parametrize(
    ("actor", "person"),
    [
        ({"objectType": "Agent", "mbox": "mailto:A@B.C"}, "a@b.c"),
        (
            {"mbox_sha1sum": "EBD31E95054C018B10727CCFFD2EF2EC3A016EE9"},
            "mbox_sha1sum:ebd31e95054c018b10727ccffd2ef2ec3a016ee9",
        ),
        ({"openid": "https://sato.example/"}, "openid:https://sato.example/"),
        ({"account": {"homePage": "https://LMS.example/moodle/", "name": "U-17"}}, "lms.example/moodle:U-17"),
        ({"account": {"homePage": "http://localhost:18000", "name": "17"}}, "localhost:18000:17"),
        ({"account": {"homePage": "https://hr.example", "name": "ｅ-17"}}, "e-17"),
    ],
)
def test_actors(actor: dict[str, Any], person: str) -> None:
    (observation,) = said(statement(actor=actor), employee_numbers_at="https://hr.example/")
    assert observation.person == person


@pytest.mark.parametrize(
    "one",
    [
        statement(f"{ADL}/verbs/experienced"),
        statement(object={"id": COURSE, "definition": {"type": f"{ADL}/activities/lesson"}}),
        statement(object={"id": COURSE}),
        statement(object={"objectType": "SubStatement"}),
        statement(object={"objectType": "Agent", "mbox": "mailto:a@b.c"}),
        statement(actor={"objectType": "Group", "member": [{"mbox": "mailto:a@b.c"}]}),
        statement(actor={"name": "nobody"}),
        statement(f"{ADL}/verbs/experienced", actor=None, timestamp="never"),
    ],
)
def test_what_is_no_training_is_irrelevant(one: dict[str, Any]) -> None:
    assert isinstance(said(one), Irrelevant)


@pytest.mark.parametrize(
    ("one", "problem"),
    [
        ({}, "no verb"),
        (statement(verb=None), "no verb"),  # type: ignore[arg-type]
        (statement(actor=None), "actor is missing"),
        (statement(actor={"mbox": "a@b.c"}), "mailto"),
        (statement(actor={"mbox": "mailto:a\x00@b.c"}), "control characters"),
        (statement(actor={"account": {"name": "x"}}), "homePage"),
        (statement(actor={"account": {"homePage": "https://x", "name": "y" * 300}}), "longer than 255"),
        (statement(timestamp="2026-04-01"), "not a time"),
        (statement(timestamp="2026-04-01T09:00:00"), "with its zone"),
        (statement(timestamp="0001-01-01T00:00:00+09:00"), "not a time"),
        (statement(timestamp=17), "not a time"),
        (statement(timestamp=None), "neither timestamp nor stored"),
        (statement(object={"definition": {"type": f"{ADL}/activities/course"}}), "no id"),
        (statement(result={"score": {"scaled": 2}}), "between -1 and 1"),
        (statement(result={"score": {"scaled": "high"}}), "not a number"),
        (statement(result={"score": {"scaled": float("inf")}}), "not a number"),
        (statement(result={"score": {"raw": 10**400, "max": 1}}), "not a number"),
        (statement(f"{ADL}/verbs/voided"), "StatementRef"),
    ],
)
def test_a_malformed_statement_about_a_training_is_rejected(one: dict[str, Any], problem: str) -> None:
    what = said(one)
    assert isinstance(what, Rejected)
    assert problem in what.because


def test_stored_stands_in_for_a_missing_timestamp() -> None:
    one = statement(stored="2026-04-02T00:00:00.1234567Z", timestamp=None)
    (observation,) = said(one)
    assert observation.at == datetime(2026, 4, 2, 0, 0, 0, 123456, tzinfo=UTC)


def test_voiding_takes_a_statement_back() -> None:
    target = {"objectType": "StatementRef", "id": "0A1B2C3D-0000-4000-8000-000000000001"}
    assert said(statement(f"{ADL}/verbs/voided", object=target)) == [
        Observation(None, RecordVoided("0a1b2c3d-0000-4000-8000-000000000001"))
    ]


@pytest.mark.parametrize(
    "shape",
    [
        lambda a, b: json.dumps(a) + "\n\n" + json.dumps(b) + "\n",
        lambda a, b: "\ufeff" + json.dumps(a) + "\r\n" + json.dumps(b),
        lambda a, b: json.dumps([a, b]),
        lambda a, b: json.dumps([a, b], indent=2),
        lambda a, b: "[\n" + json.dumps(a) + ",\n" + json.dumps(b) + "\n]",
        lambda a, b: json.dumps({"statements": [a, b], "more": ""}),
        lambda a, b: json.dumps({"more": "", "statements": [a, b]}, indent=1),
        lambda a, b: json.dumps({"statements": [a]}) + "\n" + json.dumps([b]),
    ],
)
@pytest.mark.parametrize("pack", [str.encode, lambda text: gzip.compress(text.encode())])
def test_every_shape_of_file_is_read(file: Path, shape: Any, pack: Any) -> None:
    content = pack(shape(statement(), statement(id="TWO")))
    assert [one.source_id for one in read(file, content)] == [statement()["id"], "two"]


def test_a_statement_without_id_is_known_by_its_content(file: Path) -> None:
    one = statement()
    del one["id"]
    backwards = dict(reversed(one.items()))
    canonical = json.dumps(one, sort_keys=True, separators=(",", ":")).encode()

    first, second = read(file, f"{json.dumps(one)}\n{json.dumps(backwards, indent=None)}\n")

    assert first.source_id == second.source_id == hashlib.sha256(canonical).hexdigest()


def test_a_broken_line_is_alone_in_being_rejected(file: Path) -> None:
    deep = '{"verb":' + "[" * 100_000 + "]" * 100_000 + "}"
    lines = [
        '{"id": 1',
        json.dumps(statement()),
        "NaN",
        '{"result": NaN}',
        deep,
        "17",
        '{"x": 1e999}',
        '"\\ud800"',
        "\x00",
    ]
    reader = XapiAdapter(XapiOptions(files=file))
    fetched = read(file, "\n".join([*lines, json.dumps(statement()), ""]))

    kinds = [(one.raw.line, type(reader.translate(one.raw)).__name__) for one in fetched]

    assert [line for line, kind in kinds if kind == "list"] == [2, 10]
    assert [line for line, kind in kinds if kind == "Rejected"] == [1, 3, 4, 5, 6, 7, 8, 9]
    assert reader.show(fetched[0].raw) == (1, {"(line)": '{"id": 1'})
    assert all(len(json.dumps(reader.show(one.raw)[1])) < 5000 for one in fetched)


def test_a_line_that_is_far_too_long_is_rejected(file: Path) -> None:
    fetched = read(file, json.dumps(statement()) + "\n" + "x" * 20_000_000 + "\n" + json.dumps(statement()) + "\n")
    assert [one.raw.line for one in fetched] == [1, 2, 3]
    assert "longer than" in fetched[1].raw.problem


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "is empty"),
        (b"\xef\xbb\xbf\n ", "is empty"),
        (b"[{", "is not JSON"),
        (b"hello", "is not JSON"),
        (b"\x1f\x8b\x08garbage", "cannot be read"),
        (gzip.compress(json.dumps(statement()).encode() * 100)[:-20], "cannot be read"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused(file: Path, content: str | bytes, problem: str) -> None:
    with pytest.raises(Unusable, match=problem):
        read(file, content)


def test_a_mapping_file_gives_further_verbs_a_meaning(tmp_path: Path) -> None:
    mapping = tmp_path / "mapping.toml"
    mapping.write_text(
        f"""
        course_types = ["https://lms.example/types/workshop"]
        [verbs."https://lms.example/verbs/finished"]
        means = "passed"
        [verbs."https://lms.example/verbs/told"]
        means = "assigned"
        [verbs."https://lms.example/verbs/agreed"]
        means = "acknowledged"
        version = "1.0"
        [verbs."https://chat.example/verbs/prompted"]
        means = "used"
        tool = "chatgpt"
        [verbs."{ADL}/verbs/failed"]
        means = "ignored"
        [courses]
        "{COURSE}" = "genai-basics"
        """
    )

    def fact(verb: str, **changed: Any) -> Any:
        (observation,) = said(statement(verb, **changed), mapping=mapping)
        return observation.fact

    on = date(2026, 4, 1)
    workshop = {"id": "w", "definition": {"type": "https://lms.example/types/workshop"}}
    assert fact("https://lms.example/verbs/finished", object={"id": COURSE}) == TrainingCompleted(
        course="genai-basics", on=on, passed=True
    )
    assert fact("https://lms.example/verbs/told", object=workshop) == TrainingAssigned(course="w", on=on)
    assert fact("https://lms.example/verbs/agreed", object={"id": "rules"}) == GuidelineAcknowledged(
        guideline="rules", version="1.0", on=on
    )
    assert fact("https://chat.example/verbs/prompted", object={"id": "x"}) == ToolUsed(
        tool="chatgpt", on=on, evidence="observed"
    )
    assert isinstance(said(statement(f"{ADL}/verbs/failed"), mapping=mapping), Irrelevant)


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ('{"verbs": {"x": {"means": "danced"}}}', "no mapping file"),
        ('{"verbz": {}}', "no mapping file"),
        ('{"verbs": {"x": {"means": "used"}}}', "needs tool"),
        ("{", "no mapping file"),
    ],
)
def test_a_wrong_mapping_file_is_refused(tmp_path: Path, content: str, problem: str) -> None:
    mapping = tmp_path / "mapping.json"
    mapping.write_text(content)
    with pytest.raises(Unusable, match=problem):
        XapiAdapter(XapiOptions(files=(), mapping=mapping))
