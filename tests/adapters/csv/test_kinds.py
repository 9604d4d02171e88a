"""Every kind of file, in English and in Japanese."""

import csv
from datetime import date
from io import StringIO
from typing import Any

import pytest
from adapters.csv.reading_files import TODAY

from adoptlog.domain import facts as f
from adoptlog.errors import Unusable
from adoptlog.intake.observation import Observation, PersonDescribed, Rejected
from adoptlog_adapters.sheets import KINDS, observations, template
from adoptlog_adapters.sheets.headings import known, resolve, spelled

DAY, END = date(2026, 4, 1), date(2026, 4, 30)


def facts(kind: str, /, **row: str) -> list[tuple[str | None, Any]]:
    said = observations(kind, {name.removesuffix("_"): text for name, text in row.items()}, TODAY)
    assert not isinstance(said, Rejected), said
    return [(o.person, o.fact) for o in said]


def because(kind: str, /, **row: str) -> str:
    said = observations(kind, row, TODAY)
    assert isinstance(said, Rejected)
    return said.because


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize("kind", KINDS)
def test_the_example_of_a_template_is_understood(kind: str, lang: str) -> None:
    headings, example = csv.reader(StringIO(template(kind, lang)))
    other_headings, other = csv.reader(StringIO(template(kind, "en")))

    said = observations(kind, dict(zip(headings, example, strict=True)), TODAY)

    assert not isinstance(said, Rejected), said
    assert len(example) == len(KINDS[kind].columns) == len(other)
    assert (headings == other_headings) == (lang == "en")


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_no_heading_means_two_columns(kind: Any) -> None:
    spellings = {spelled(heading) for column in kind.columns for heading in column.headings}
    assert len(known(kind)) == len(spellings) == sum(len({*map(spelled, c.headings)}) for c in kind.columns)


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_every_required_column_is_missed(kind: Any) -> None:
    with pytest.raises(Unusable, match="no column"):
        resolve(kind, ["something"])


@pytest.mark.parametrize(
    ("kind", "heading", "column"),
    [
        ("check-ins", "日付", "held_on"),
        ("trainings", "日付", "completed_on"),
        ("measurements", "日付", "measured_on"),
        ("acknowledgements", "日付", "acknowledged_on"),
        ("questions", "日付", "asked_on"),
        ("shared-use-cases", "日付", "shared_on"),
        ("usage", "日付", "date"),
        ("closures", "日付", "date"),
        ("closures", "名称", "name"),
        ("programs", "名称", "title"),
        ("programs", "開始日", "starts_on"),
        ("enrolments", "開始日", "from"),
        ("check-ins", "種別", "kind"),
        ("leave", "種別", "kind"),
        ("check-ins", "利用日数", "self_reported_days"),
        ("activity", "利用日数", "active_days"),
        ("tasks", "所要時間", "minutes_per_run"),
        ("guidelines", "公開日", "published_on"),
        ("tool-news", "公開日", "released_on"),
        ("reviews", "実施日", "held_on"),
        ("use-cases", "Use Case", "use_case"),
    ],
)
def test_a_heading_means_what_it_means_in_its_kind(kind: str, heading: str, column: str) -> None:
    assert known(KINDS[kind])[spelled(heading)].name == column


def test_people() -> None:
    row = {
        "person": "e-1",
        "name": "佐藤 花子",
        "email": "Sato@Example.co.jp",
        "department": "営業部",
        "manager": "ｅ-0",
        "joined_on": "2020-04-01",
        "left_on": "2030-03-31",
        "literacy": "高",
        "country": "JP",
        "workdays": "月-木",
        "licensed_on": "2026-04-01",
    }
    said = observations("people", row, TODAY)

    assert said == [
        Observation("e-1", PersonDescribed(name="佐藤 花子", email="sato@example.co.jp")),
        Observation("e-1", f.Joined(on=date(2020, 4, 1))),
        Observation("e-1", f.Moved(on=TODAY, department="営業部", manager="e-0"), if_changed=True),
        Observation("e-1", f.LiteracyAssessed(on=TODAY, level="high"), if_changed=True),
        Observation("e-1", f.WorkCalendarSet(on=TODAY, country="JP", workdays=(0, 1, 2, 3)), if_changed=True),
        Observation("e-1", f.LicenceGranted(on=DAY)),
        Observation("e-1", f.Left(on=date(2030, 3, 31))),
    ]
    assert observations("people", {"person": "e-1"}, TODAY) == [Observation("e-1", PersonDescribed())]


def test_a_dated_move_holds_from_its_date() -> None:
    said = observations("people", {"person": "e-1", "department": "HR", "発令日": "R8.4.1"}, TODAY)
    assert said == [
        Observation("e-1", PersonDescribed()),
        Observation("e-1", f.Moved(on=DAY, department="HR")),
    ]


def test_about_a_person() -> None:
    assert facts("leave", person="e-1", from_="2026-04-01", to="2026-04-30", kind="育休") == [
        ("e-1", f.LeaveTaken(starts_on=DAY, ends_on=END, kind="育休"))
    ]
    assert facts("exemptions", person="e-1", from_="2026-04-01", program="g") == [
        ("e-1", f.Exempted(starts_on=DAY, program="g"))
    ]
    assert facts("usage", person="e-1", date="2026-04-01", tool="chatgpt", count="0", use_case="a;b") == [
        ("e-1", f.ToolUsed(tool="chatgpt", on=DAY, count=0, use_cases=("a", "b")))
    ]
    assert facts("activity", person="e-1", tool="t", from_="2026-04-01", to="2026-04-30", active_days="7.0") == [
        ("e-1", f.ActivityReported(tool="t", starts_on=DAY, ends_on=END, active_days=7))
    ]
    assert facts("assignments", person="e-1", course="c", assigned_on="2026-04-01", due_on="2026-04-30") == [
        ("e-1", f.TrainingAssigned(course="c", on=DAY, due_on=END))
    ]
    assert facts(
        "trainings", person="e-1", course="c", completed_on="2026-04-01", score="85%", passed="不合格", topics="usage"
    ) == [("e-1", f.TrainingCompleted(course="c", on=DAY, score=0.85, passed=False, topics=("usage",)))]
    assert facts(
        "check-ins", person="e-1", kind="実装フォロー", held_on="2026-04-01", self_reported_days="2.5", by="A@b.C"
    ) == [("e-1", f.CheckInHeld(kind="hands_on", on=DAY, self_reported_days=2.5, by="a@b.c"))]
    assert facts(
        "questions", person="e-1", question="?", asked_on="2026-04-01", answered_on="2026-04-30", by="e-0"
    ) == [
        ("e-1", f.QuestionAsked(question="?", on=DAY)),
        ("e-1", f.QuestionAnswered(question="?", on=END, by="e-0")),
    ]
    assert facts("questions", person="e-1", question="?", asked_on="2026-04-01", by="e-0") == [
        ("e-1", f.QuestionAsked(question="?", on=DAY))
    ]
    assert facts("acknowledgements", person="e-1", guideline="g", version="1.10", acknowledged_on="2026-04-01") == [
        ("e-1", f.GuidelineAcknowledged(guideline="g", version="1.10", on=DAY))
    ]
    measured = {"task": "t", "metric": "不良率", "value": "5%", "measured_on": "2026-04-01", "phase": "導入後"}
    assert facts("measurements", person="e-1", runs="20", recalled="no", **measured) == [
        ("e-1", f.MeasurementTaken(task="t", metric="defect_rate", value=0.05, on=DAY, phase="after", runs=20))
    ]
    assert facts("enrolments", person="e-1", program="g", from_="2026-04-01", to="2026-04-30") == [
        ("e-1", f.Enrolled(program="g", starts_on=DAY, ends_on=END))
    ]
    assert facts("shared-use-cases", person="e-1", use_case="u", shared_on="2026-04-01", title="T") == [
        ("e-1", f.UseCaseShared(use_case="u", on=DAY, title="T"))
    ]
    assert facts("reviews", person="e-1", program="g", held_on="2026-04-01", outcome="修了") == [
        ("e-1", f.ReviewHeld(program="g", on=DAY, outcome="graduate"))
    ]


def test_about_the_company() -> None:
    assert facts("closures", date="2026-04-01", department="HR", name="創立記念日") == [
        (None, f.ClosureDeclared(on=DAY, department="HR", name="創立記念日"))
    ]
    assert facts("guidelines", guideline="g", version="2", published_on="2026-04-01", withdrawn_on="2026-04-30") == [
        (None, f.GuidelinePublished(guideline="g", version="2", on=DAY)),
        (None, f.GuidelineWithdrawn(guideline="g", version="2", on=END)),
    ]
    assert facts("programs", program="g", tools="a;b", target_days="3", owner="e-0", starts_on="2026-04-01") == [
        (None, f.ProgramDefined(program="g", tools=("a", "b"), target_days=3, starts_on=DAY)),
        (None, f.OwnerAppointed(person="e-0", starts_on=DAY, program="g")),
    ]
    inventoried = {"inventoried_on": "2026-04-01", "minutes_per_run": "45", "runs_per_month": "8", "person": "E@x.jp"}
    assert facts("tasks", program="g", task="t", **inventoried) == [
        (
            None,
            f.TaskInventoried(program="g", task="t", on=DAY, minutes_per_run=45, runs_per_month=8, person="e@x.jp"),
        )
    ]
    aim = {"metric": "minutes", "target": "20", "target_on": "2026-04-30"}
    assert facts("use-cases", program="g", use_case="u", core="yes", priority="1", **aim) == [
        (None, f.UseCasePrioritised(program="g", use_case="u", core=True, priority=1)),
        (None, f.TargetSet(program="g", use_case="u", metric="minutes", target=20, on=END)),
    ]
    assert facts("tool-news", tool="t", released_on="2026-04-01") == [(None, f.ToolNewsReleased(tool="t", on=DAY))]
    assert facts("decisions", program="g", decided_on="2026-04-01", outcome="継続", note="!") == [
        (None, f.DecisionTaken(program="g", on=DAY, outcome="continue", note="!"))
    ]


def test_roles() -> None:
    assert facts("roles", person="E@x.jp", role="owner", from_="2026-04-01", program="g", department="HR") == [
        (None, f.OwnerAppointed(person="e@x.jp", starts_on=DAY, program="g"))
    ]
    assert facts("roles", person="e-1", role="AI担当", from_="2026-04-01", to="2026-04-30", department="HR") == [
        (None, f.ChampionAppointed(person="e-1", starts_on=DAY, department="HR")),
        (None, f.RoleEnded(person="e-1", role="champion", on=END, department="HR")),
    ]
    assert facts("roles", person="e-1", role="adviser", from_="2026-04-01") == [
        (None, f.AdviserAppointed(person="e-1", starts_on=DAY))
    ]


def test_a_row_that_cannot_be_understood_says_why() -> None:
    assert because("usage", person="e-1", date="x", tool="t") == "date 'x' is not a date (expected e.g. 2026-04-01)"
    assert because("usage", person="e-1", date="2026-04-01") == "tool is empty"
    assert because("usage", persn="e-1") == "usage has no column 'persn'; did you mean 'person'?"
    assert because("usage", date="2026-04-01", 日付="2026-04-01") == "column 'date' is given twice"
    assert "metric is empty" in because("use-cases", program="g", use_case="u", target="3")
    assert "metric and target" in because("use-cases", program="g", use_case="u", target_on="2026-04-01")
    assert because("people", person="e-1", literacy="expert") == "literacy 'expert' is none of low, mid, high"


def test_valid_from_dates_where_somebody_works_not_what_they_know() -> None:
    row = {"person": "e-1", "department": "d", "literacy": "mid", "valid_from": "2020-04-01"}

    said = observations("people", row, date(2026, 6, 30))

    assert not isinstance(said, Rejected)
    assert [o.fact.on for o in said[1:]] == [date(2020, 4, 1), date(2026, 6, 30)]
