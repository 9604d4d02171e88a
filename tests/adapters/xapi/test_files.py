"""The whole way of an xAPI file: what is read, what it says, and what a dead letter says again."""

import gzip
import json
import math
import tracemalloc
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from adoptlog.domain.facts import TrainingCompleted
from adoptlog.errors import Unusable
from adoptlog.intake.adapter import Adapter, Fetched
from adoptlog.intake.observation import Irrelevant, Observation, RecordVoided, Rejected
from adoptlog_adapters.xapi import XapiAdapter, XapiOptions

TODAY = date(2026, 5, 1)
COURSE: dict[str, Any] = {
    "id": "https://lms.example/c/1",
    "definition": {"type": "http://adlnet.gov/expapi/activities/course"},
}
LESSON = {"id": "https://lms.example/l/1", "definition": {"type": "http://adlnet.gov/expapi/activities/lesson"}}
ODD: list[Any] = [
    None,
    17,
    True,
    "x",
    "",
    [],
    {},
    [[]],
    {"id": {}},
    math.nan,
    math.inf,
    10**400,
    "\x00",
    {"objectType": []},
]


def statement(verb: str = "completed", **changed: Any) -> dict[str, Any]:
    return {
        "id": "11111111-0000-4000-8000-000000000001",
        "actor": {"mbox": "mailto:Sato@Example.co.jp"},
        "verb": {"id": f"http://adlnet.gov/expapi/verbs/{verb}"},
        "object": COURSE,
        "timestamp": "2026-04-01T23:30:00+09:00",
    } | changed


def adapter(*files: Path, **options: Any) -> XapiAdapter:
    return XapiAdapter(XapiOptions(files=files, today=TODAY, **options))


def said(one: Any, **options: Any) -> Any:
    return adapter(**options).translate(one)


def written(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "statements.json"


def test_it_is_an_adapter_that_covers_no_day(file: Path) -> None:
    one = adapter(file)
    assert isinstance(one, Adapter)
    assert (one.name, one.direction, one.covers, one.source, one.notes) == ("xapi", "both", "none", str(file), [])


def test_versions_say_the_same() -> None:
    assert said(statement(version="1.0.3")) == said(statement(version="2.0.0", contextAgents=[{}])) == said(statement())


@pytest.mark.parametrize(
    ("stamp", "on"),
    [
        ("2026-04-01T23:30:00+09:00", date(2026, 4, 1)),
        ("2026-04-01T23:30:00Z", date(2026, 4, 1)),
        ("2026-04-01T00:30:00.123-05:00", date(2026, 4, 1)),
    ],
)
def test_a_training_is_dated_in_the_zone_of_its_stamp(stamp: str, on: date) -> None:
    (observation,) = said(statement(timestamp=stamp))
    assert observation.fact.on == on
    assert observation.at.isoformat()[:19] == stamp[:19]


@pytest.mark.parametrize(
    ("score", "share"),
    [
        ({"scaled": 0.9, "raw": 1, "max": 100}, 0.9),
        ({"scaled": -0.2, "raw": 40, "max": 50}, 0.8),
        ({"scaled": -0.2, "raw": -4, "max": 50}, None),
    ],
)
def test_points_stand_in_for_a_scaled_score_that_is_no_share(score: dict[str, float], share: float | None) -> None:
    (observation,) = said(statement("passed", result={"score": score, "success": False}))
    assert observation.fact == TrainingCompleted(course=COURSE["id"], on=date(2026, 4, 1), score=share, passed=True)


@pytest.mark.parametrize("verb", ["completed", "attended"])
@pytest.mark.parametrize("success", [True, False, None])
def test_a_completion_passes_as_its_result_says(verb: str, success: bool | None) -> None:
    (observation,) = said(statement(verb, result={"success": success}))
    assert observation.fact.passed is success


@pytest.mark.parametrize(
    "actor",
    [
        {"objectType": "Group", "mbox": "mailto:team@example.co.jp"},
        {"objectType": "Group", "member": []},
    ],
)
def test_what_a_group_does_is_irrelevant(actor: dict[str, Any]) -> None:
    assert isinstance(said(statement(actor=actor)), Irrelevant)


@pytest.mark.parametrize(
    "actor",
    [
        None,
        "sato",
        {"mbox": "mailto:"},
        {"mbox": "mailto:@"},
        {"mbox": ["mailto:a@b.c"]},
        {"mbox_sha1sum": "not hexadecimal"},
        {"account": {"homePage": "https://lms.example"}},
        {"account": {"homePage": "https://", "name": "u"}},
        {"account": {"homePage": 1, "name": 2}},
        {"objectType": "Robot", "mbox": "mailto:a@b.c"},
        {"objectType": ["Agent"], "mbox": "mailto:a@b.c"},
    ],
)
def test_an_actor_that_cannot_be_understood_is_rejected(actor: Any) -> None:
    assert isinstance(said(statement(actor=actor)), Rejected)
    assert isinstance(said(statement("experienced", actor=actor)), Irrelevant)


@pytest.mark.parametrize("home", ["https://lms.example/moodle", "https://lms.example/moodle/"])
def test_an_account_is_one_person_of_its_system(home: str) -> None:
    (observation,) = said(statement(actor={"account": {"homePage": home, "name": "u-17"}}))
    assert observation.person.endswith("lms.example/moodle:u-17")


def test_odd_statements_about_something_else_are_irrelevant() -> None:
    assert isinstance(said(statement(object={"definition": LESSON["definition"]}, timestamp=3)), Irrelevant)
    assert isinstance(said(statement(object=LESSON, actor={}, result=7)), Irrelevant)


def places(one: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    if path:
        yield path
    if isinstance(one, dict):
        for name, inner in one.items():
            yield from places(inner, (*path, name))


@pytest.mark.parametrize("verb", ["completed", "voided", "experienced"])
def test_no_odd_value_anywhere_is_an_error(verb: str) -> None:
    full = statement(
        verb,
        actor={
            "objectType": "Agent",
            "mbox": "mailto:a@b.c",
            "mbox_sha1sum": "0" * 40,
            "openid": "u:1",
            "account": {"homePage": "h", "name": "n"},
        },
        object=COURSE | {"objectType": "Activity"},
        result={"success": True, "score": {"scaled": 1, "raw": 1, "max": 1}},
        stored="2026-04-01T23:30:00Z",
    )
    for path in places(full):
        for odd in ODD:
            one: Any = (changed := json.loads(json.dumps(full)))
            for name in path[:-1]:
                one = one[name]
            one[path[-1]] = odd
            assert isinstance(said(changed), list | Irrelevant | Rejected)
    assert all(isinstance(said(odd), Rejected) for odd in ODD)


def test_a_deep_statement_is_rejected_and_the_next_one_read(file: Path) -> None:
    deep = '{"verb": {"id": "x"}, "x": ' + "[" * 600 + "]" * 600 + "}"
    one = adapter(written(file, f"{deep}\n{json.dumps(statement())}\n"))

    first, second = one.fetch()

    assert one.translate(first.raw) == Rejected("the statement is nested too deeply")
    assert isinstance(one.translate(second.raw), list)


def test_voiding() -> None:
    target = {"objectType": "StatementRef", "id": "22222222-0000-4000-8000-000000000002"}
    assert said(statement("voided", actor=None, object=target)) == [Observation(None, RecordVoided(target["id"]))]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        (
            "verbs.toml",
            '"https://x.example/v/done" = "passed"\n"http://adlnet.gov/expapi/verbs/failed" = "irrelevant"\n',
        ),
        (
            "verbs.toml",
            '[verbs]\n"https://x.example/v/done" = "passed"\n"http://adlnet.gov/expapi/verbs/failed" = "ignored"\n',
        ),
        ("verbs.json", '{"https://x.example/v/done": "passed", "http://adlnet.gov/expapi/verbs/failed": "irrelevant"}'),
    ],
)
def test_a_mapping_file_says_in_a_word_what_a_verb_means(tmp_path: Path, name: str, content: str) -> None:
    mapping = written(tmp_path / name, content)

    (observation,) = said(statement() | {"verb": {"id": "https://x.example/v/done"}}, mapping=mapping)

    assert observation.fact.passed is True
    assert isinstance(said(statement("failed"), mapping=mapping), Irrelevant)
    assert isinstance(said(statement("passed"), mapping=mapping), list)


@pytest.mark.parametrize("content", ['{"https://x.example/v": "danced"}', '{"https://x.example/v": 1}', "[]", "{"])
def test_a_wrong_mapping_file_is_unusable(tmp_path: Path, content: str) -> None:
    with pytest.raises(Unusable, match="no mapping file"):
        adapter(mapping=written(tmp_path / "verbs.json", content))


@pytest.mark.parametrize(
    "content",
    [
        json.dumps({"statements": [statement()]}),
        '{"statements": [\n' + json.dumps(statement()) + "\n]}",
        "[" + json.dumps(statement()) + "\n]",
        "[\n\n" + json.dumps(statement()) + "\n]",
        json.dumps(statement(), indent=2),
        gzip.compress(json.dumps([statement()]).encode()),
    ],
)
def test_a_document_with_one_statement(file: Path, content: str | bytes) -> None:
    fetched = list(adapter(written(file, content)).fetch())
    assert [one.source_id for one in fetched] == [statement()["id"]]
    assert fetched[0].report == str(file)


def test_a_broken_first_line_does_not_hide_the_others(file: Path) -> None:
    one = adapter(written(file, '{"id": "x", "ver\n' + json.dumps(statement()) + "\n" + '{"id"'))

    fetched = list(one.fetch())

    assert [isinstance(one.translate(each.raw), Rejected) for each in fetched] == [True, False, True]


def test_json_lines_are_streamed(file: Path) -> None:
    file.write_text((json.dumps(statement(padding="x" * 2000)) + "\n") * 5000)
    tracemalloc.start()

    read = sum(1 for _ in adapter(file).fetch())

    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert read == 5000
    assert peak < file.stat().st_size / 2


def test_no_statement_comes_before_every_file_is_known_to_be_readable(tmp_path: Path) -> None:
    good = written(tmp_path / "good.jsonl", json.dumps(statement()))
    for bad in (tmp_path / "missing.jsonl", tmp_path, written(tmp_path / "bad.json", "<html>")):
        with pytest.raises(Unusable, match=str(bad)):
            next(adapter(good, bad).fetch(None))


@pytest.mark.parametrize("line", ['{"id": 1', json.dumps(statement(actor={"mbox": "x"})), "[1]"])
def test_a_dead_letter_says_the_same_again(file: Path, line: str) -> None:
    one = adapter(written(file, f"{line}\n{json.dumps(statement())}\n"))
    first: Fetched = next(one.fetch())

    at, shown = one.show(first.raw)

    again = adapter(file).translate(json.loads(json.dumps(shown)))
    assert at == 1
    assert first.source_id is not None
    assert isinstance(one.translate(first.raw), Rejected)
    assert isinstance(again, Rejected)


def test_a_dead_letter_may_be_understood_later(tmp_path: Path) -> None:
    _, shown = (reader := adapter(written(tmp_path / "x.jsonl", json.dumps(statement())))).show(
        next(reader.fetch()).raw
    )
    assert said(shown) == said(statement())


def test_a_dead_letter_keeps_neither_names_nor_answers(file: Path) -> None:
    actor = {"mbox": "sato@example.co.jp", "name": "Sato Hanako"}
    one = statement(actor=actor, result={"response": "my prompt was", "extensions": {"x": 1}, "completion": True})
    reader = adapter(written(file, json.dumps(one)))

    _, shown = reader.show(next(reader.fetch()).raw)

    assert isinstance(reader.translate(shown), Rejected)
    assert (shown["actor"], shown["result"]) == ({"mbox": "sato@example.co.jp"}, {"completion": True})
