"""The vocabulary of the report: people come in groups, and what is told is told of groups."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any

from pytest_bdd import given, parsers, then
from steps.vocabulary import Row, Story, Table, rows_of, shown, uses_in

from adoptlog import (
    GuidelineAcknowledged,
    LicenceGranted,
    MeasurementTaken,
    Moved,
    TrainingCompleted,
    UsageCovered,
)
from adoptlog.intake.observation import Observation
from adoptlog.report.say import Say
from adoptlog.report.sections import sections
from adoptlog.report.sections.answer import answer


@given("these groups of people, whose use the tool's feed covers")
def groups(story: Story, datatable: Table) -> None:
    """Each row is so many people of a department, who did the same: `Sales`' are `Sales 1`, `Sales 2`, …"""
    numbers: Counter[str] = Counter()
    told: list[Observation] = []
    for row in rows_of(datatable):
        first, last = date.fromisoformat(row["from"]), date.fromisoformat(row["to"])
        told.append(Observation(None, UsageCovered(tool="gemini", starts_on=first, ends_on=last)))
        for _ in range(int(row["people"])):
            numbers[row["department"]] += 1
            person = f"{row['department']} {numbers[row['department']]}"
            told += [Observation(person, fact) for fact in _facts({"tool": "gemini", **row}, first, last)]
    story.log.record_observations(told, source=("hr", repr(datatable)))


def _facts(row: Row, first: date, last: date) -> Iterator[Any]:
    yield Moved(on=None, department=row["department"])
    yield LicenceGranted(on=date.fromisoformat(row.get("licensed") or row["from"]))
    if row.get("trained"):
        yield TrainingCompleted(course="basics", on=date.fromisoformat(row["trained"]))
    if row.get("agreed"):
        yield GuidelineAcknowledged(guideline="ai-use", version="1.0", on=date.fromisoformat(row["agreed"]))
    yield from uses_in(row, first, last)


@given(parsers.parse("everybody in {department} was measured on {before_on} and on {after_on}"))
def measured(story: Story, department: str, before_on: str, after_on: str, datatable: Table) -> None:
    """Each row is a task: the first person's figures, of which the next persons' differ a little each."""
    people = [row.person for row in story.log.status() if row.department == department]
    for row in rows_of(datatable):
        for place, person in enumerate(people):
            wobble = (place % 3 - 1) * float(row.get("wobble") or 0)
            for phase, on in (("baseline", before_on), ("after", after_on)):
                value = float(row["before" if phase == "baseline" else "after"]) + wobble * (
                    1 if phase == "after" else 2
                )
                taken = MeasurementTaken(
                    task=row["task"], metric=row["metric"], value=value, on=date.fromisoformat(on), phase=phase
                )
                story.record(person, taken)


@then(parsers.parse("the cohorts as of {as_of} are"))
def cohorts_are(story: Story, as_of: str, datatable: Table) -> None:
    """Of each cohort the week that the table asks for."""
    weeks = {row["cohort"]: int(row["week"]) for row in rows_of(datatable)}
    found = [["cohort", "people", "week", "habitual", "active"]]
    for cohort in story.log.cohorts(as_of=date.fromisoformat(as_of)):
        told = next(week for week in cohort.weeks if week.week == weeks[cohort.name])
        shares = [f"{told.habitual:.0%}", f"{told.active:.0%}"]
        found.append([cohort.name, str(cohort.people), str(told.week), *shares])
    assert found == datatable


@then(parsers.parse("no cohort is shown as of {as_of}"))
def no_cohorts(story: Story, as_of: str) -> None:
    assert story.log.cohorts(as_of=date.fromisoformat(as_of)) == []


@then(parsers.parse("as of {as_of}, the share still using it is"))
def retention_is(story: Story, as_of: str, datatable: Table) -> None:
    curve = story.log.retention(as_of=date.fromisoformat(as_of))
    found = [["after days of work", "share"]]
    found += [[row[0], f"{curve.at(float(row[0])):.0%}"] for row in datatable[1:]]
    assert found == datatable


@then(parsers.parse("as of {as_of}, {people:d} people ever used it and {lapsed:d} of them lapsed"))
def lapsed(story: Story, as_of: str, people: int, lapsed: int) -> None:
    curve = story.log.retention(as_of=date.fromisoformat(as_of))
    assert (curve.people, curve.lapsed) == (people, lapsed)


@then(parsers.parse("the bottleneck as of {as_of} is"))
def bottleneck_is(story: Story, as_of: str, datatable: Table) -> None:
    found = [["department", "stage", "following", "started", "reached"]]
    for one in story.log.bottleneck(as_of=date.fromisoformat(as_of)):
        names = [one.department or "all", one.stage.replace("_", " "), one.following.replace("_", " ")]
        found.append([*names, str(one.started), str(one.reached)])
    kept = [row for row in found if row[0] in {asked[0] for asked in datatable}]
    assert kept == datatable


@then(parsers.parse("the follow-up work of the weeks up to {as_of} is"))
def work_is(story: Story, as_of: str, datatable: Table) -> None:
    heading = datatable[0]
    weeks = story.log.workload(as_of=date.fromisoformat(as_of))
    found = [[shown(getattr(week, name.replace("week to", "end"))) for name in heading] for week in weeks]
    asked = {row[0] for row in datatable[1:]}
    assert [row for row in found if row[0] in asked] == datatable[1:]


@then(parsers.parse("the report as of {as_of} says in {lang}"))
def report_says(story: Story, as_of: str, lang: str, docstring: str) -> None:
    """The first sentence, what is suggested, and each reason."""
    say = Say({"English": "en", "Japanese": "ja"}[lang])
    told = answer(story.log.report(as_of=date.fromisoformat(as_of)), say)
    assert [told.sentence, told.suggestion, *(words for words, _ in told.because)] == docstring.strip().splitlines()


@then(parsers.parse("the report as of {as_of} has these indicators"))
def indicators_are(story: Story, as_of: str, datatable: Table) -> None:
    told = answer(story.log.report(as_of=date.fromisoformat(as_of)), Say("en"))
    found = [["indicator", "figure", "unit", "sure", "target"]]
    found += [[one.title, one.figure, one.unit, one.sure, one.target] for one in told.indicators]
    assert found == datatable


@then(parsers.parse('as of {as_of}, the report says under "{title}"'))
def section_says(story: Story, as_of: str, title: str, docstring: str) -> None:
    """The lead of a section, and then its points, as far as they are asked for."""
    report = story.log.report(as_of=date.fromisoformat(as_of))
    (section,) = [one for one in sections(report, Say("en")) if one.title == title]
    said = [section.lead, *section.points]
    wanted = docstring.strip().splitlines()
    assert [line for line in said if line in wanted] == wanted, "\n".join(said)


@then(parsers.parse('as of {as_of}, the report shows as "{exhibit}"'))
def exhibit_shows(story: Story, as_of: str, exhibit: str, datatable: Table) -> None:
    """The columns of a table that are asked for; – is what must not be shown."""
    report = story.log.report(as_of=date.fromisoformat(as_of))
    every = [one for section in sections(report, Say("en")) for one in section.exhibits if one.name == exhibit]
    table = every[0].table
    assert table is not None
    places = [[column.name for column in table.columns].index(name.replace(" ", "_")) for name in datatable[0]]
    found = [datatable[0]]
    found += [["–" if row[place] is None else str(row[place]) for place in places] for row in table.rows]
    assert found == datatable
