"""What somebody is handed out, how long they are remembered, and what the record is for."""

import json
import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from adoptlog import (
    AdoptLog,
    CheckInHeld,
    Joined,
    Left,
    Moved,
    OwnerAppointed,
    PolicyError,
    Refused,
    ToolUsed,
    TrainingCompleted,
    read_policy,
)
from adoptlog.intake.observation import PersonDescribed
from adoptlog.policy import RetentionPolicy
from adoptlog.privacy.page import page
from adoptlog_adapters.csv import CsvAdapter

DOCS = Path(__file__).parents[2] / "docs"
PAGE, PAGE_JA = (DOCS / "privacy.md").read_text("utf-8"), (DOCS / "privacy.ja.md").read_text("utf-8")
NOW = datetime(2026, 6, 30, 12, tzinfo=UTC)


def opened(policy: str = "") -> AdoptLog:
    return AdoptLog("sqlite://", now=lambda: NOW, policy=read_policy(policy))


def test_somebody_is_handed_out_everything_with_date_and_source(tmp_path: Path) -> None:
    with opened() as log:
        log.record("e-1", PersonDescribed(name="Ben Smith", email="ben@example.com"), source=("hr", "1"))
        log.record("e-1", TrainingCompleted(course="basics", on=date(2026, 1, 6)), source=("lms", "completion/7"))
        log.record("e-1", CheckInHeld(kind="chat", on=date(2026, 2, 3), note="wants <b>more</b>", by="e-2"))
        log.record("e-1", ToolUsed(tool="gemini", on=date(2026, 2, 4), count=3, use_cases=("mail",)))
        log.record("e-3", Moved(on=date(2026, 1, 5), department="Sales", manager="e-1"), source=("hr", "3"))
        log.close_follow_up(next(o.id for o in log.follow_ups() if o.person == "e-1"), "dismissed", "not now")
        log.state_purpose("Helping people to form the habit", on=date(2026, 1, 1), responsible="e-2")
        (tmp_path / "use.csv").write_text("person,date,tool\ne-1,2026-02-30,x\n", "utf-8")
        log.import_from(CsvAdapter(CsvAdapter.Options(kind="usage", files=(tmp_path / "use.csv",), today=NOW.date())))

        held = log.export_person("ben@example.com")

    assert held["person"] == {"ids": ["e-1", "ben@example.com"], "name": "Ben Smith"}
    assert held["purpose"]["purpose"] == "Helping people to form the habit"
    assert held["purpose"]["responsible"] == "e-2"
    training, check_in = held["facts"]
    assert (training["on"], training["fact"], training["source"]) == ("2026-01-06", "TrainingCompleted", "lms")
    assert (training["says"]["course"], training["source_record"]) == ("basics", "completion/7")
    assert (check_in["says"]["note"], check_in["says"]["by"], check_in["source"]) == ("wants <b>more</b>", "e-2", None)
    assert [(use["on"], use["tool"], use["use_case"], use["count"]) for use in held["use"]] == [
        ("2026-02-04", "gemini", "mail", 3)
    ]
    assert [fact["fact"] for fact in held["follow_ups"]] == ["FollowUpRaised", "FollowUpDismissed"]
    assert held["follow_ups"][1]["says"]["reason"] == "not now"
    assert [(fact["fact"], fact["on"]) for fact in held["named_in"]] == [("Moved", "2026-01-05")]
    assert "e-3" not in json.dumps(held["named_in"])
    assert held["dead_letters"][0]["record"] == {"person": "e-1", "date": "2026-02-30", "tool": "x"}
    for lang, title in (("en", "What is held on Ben Smith"), ("ja", "Ben Smithさんについて保有している情報")):
        shown = page(held, lang)
        assert title in shown
        assert "wants &lt;b&gt;more&lt;/b&gt;" in shown
        assert "Helping people to form the habit" in shown


def test_the_purpose_is_an_event_and_the_last_one_stated_stands() -> None:
    with opened() as log:
        assert log.purpose() is None
        log.state_purpose("Helping", on=date(2026, 1, 1))
        log.state_purpose("Helping people to form the habit; not for appraisal", on=date(2026, 5, 1))

        assert log.purpose(as_of=date(2026, 4, 30)).purpose == "Helping"
        assert log.purpose().since == date(2026, 5, 1)
        with pytest.raises(Refused, match="the purpose is empty"):
            log.state_purpose(" ")


def test_somebody_without_a_fact_for_long_is_forgotten() -> None:
    with opened("[retention]\nmonths_without_facts = 12") as log:
        for person, last in (("e-1", date(2025, 6, 30)), ("e-2", date(2025, 7, 1)), ("m-1", date(2020, 1, 1))):
            log.record(person, TrainingCompleted(course="c", on=last), source=("lms", person))
        log.record("e-3", TrainingCompleted(course="c", on=date(2020, 1, 1)), source=("lms", "3"))
        log.record("e-3", ToolUsed(tool="t", on=date(2026, 6, 1)), source=("t", "3"))
        log.record("o-1", TrainingCompleted(course="c", on=date(2020, 1, 1)), source=("lms", "o"))
        log.record("e-2", Moved(on=date(2025, 7, 1), manager="m-1"), source=("hr", "2"))
        log.record(None, OwnerAppointed(person="o-1", starts_on=date(2020, 1, 1)))

        would = log.retain(dry_run=True)
        assert [row["person"] for row in log.people()] == ["e-1", "e-2", "m-1", "e-3", "o-1"]
        done = log.retain()

        assert [(one.who.person, one.because, one.since) for one, _ in would] == [
            ("e-1", "without_facts", date(2025, 6, 30))
        ]
        assert [receipt.removed["ids"] for _, receipt in done if receipt] == [1]
        assert [row["person"] for row in log.people()] == ["e-2", "m-1", "e-3", "o-1"]
        assert len(log.status()) == 5
        assert log.retain() == []


def test_somebody_who_left_is_forgotten_and_who_came_back_is_not() -> None:
    with opened("[retention]\nmonths_after_leaving = 6") as log:
        for person in ("e-1", "e-2", "e-3"):
            log.record(person, Joined(on=date(2024, 1, 9)), source=("hr", person))
        for person, last in (("e-1", date(2025, 12, 30)), ("e-2", date(2025, 12, 31)), ("e-3", date(2025, 3, 1))):
            log.record(person, Left(on=last), source=("hr", f"left {person}"))
        log.record("e-3", Joined(on=date(2025, 9, 1)), source=("hr", "again"))

        assert [one.who.person for one, _ in log.retain(dry_run=True)] == ["e-1"]


def test_nobody_is_forgotten_as_long_as_no_policy_says_so() -> None:
    with opened() as log:
        log.record("e-1", Left(on=date(2000, 1, 1)), source=("hr", "1"))

        assert log.retain() == []


def test_a_retention_that_is_no_number_is_refused() -> None:
    with pytest.raises(PolicyError, match="months_after_leaving is 'six'"):
        read_policy('[retention]\nmonths_after_leaving = "six"')


@pytest.mark.parametrize("block", re.findall(r"```toml\n(.*?)```", PAGE + PAGE_JA, re.DOTALL))
def test_the_policies_of_the_page_can_be_followed(block: str) -> None:
    assert read_policy(block).retention != RetentionPolicy()


def test_the_python_of_the_page_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with AdoptLog("sqlite:///company.db") as log:
        log.record("e-2", Joined(on=date(2026, 1, 5)))
    (block,) = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)

    exec(compile(block, "docs/privacy.md", "exec"), {})
