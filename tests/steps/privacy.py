"""Steps about forgetting people, and about who sees what."""

from datetime import date
from typing import Any

import pytest
from pytest_bdd import parsers, then, when
from steps.vocabulary import Story, Table, compare, rows_of

from adoptlog import NotAllowed, NotFound, Refused, ToolUsed, Viewer, read_policy

_Day = {"Date": date.fromisoformat}


@when(parsers.parse("{person} is forgotten"))
def forgotten(story: Story, person: str) -> None:
    story.log.forget(person)


@when(parsers.parse("{person} is allowed again"))
def allowed(story: Story, person: str) -> None:
    story.log.allow(person)


@when(parsers.parse("people are forgotten {months:d} months after leaving"))
def retained(story: Story, months: int) -> None:
    story.log.policy = read_policy(f"[retention]\nmonths_after_leaving = {months}")
    story.log.retain()


@then(parsers.parse("the directory lists {people}"))
def directory_lists(story: Story, people: str) -> None:
    assert sorted(row["person"] for row in story.log.people()) == people.split(", ")


@then(parsers.parse("nobody is known as {person}"))
def nobody_known_as(story: Story, person: str) -> None:
    with pytest.raises(NotFound):
        story.log.explain(person)


@then(parsers.parse('{person}\'s check-in of {on} has the note "{note}"'))
def has_note(story: Story, person: str, on: str, note: str) -> None:
    told = [line for line in story.log.explain(person) if str(line.on) == on and line.event == "check-in"]
    assert len(told) == 1
    assert f"note {note}" in told[0].text


@then(parsers.parse("no follow-up is about or for {person} on {on:Date}", extra_types=_Day))
def no_follow_up(story: Story, person: str, on: date) -> None:
    named = {who for one in story.log.follow_ups(as_of=on, closed=True) for who in (one.person, one.owner) if who}
    assert person not in named
    assert not [who for who in named if who.startswith("forgotten:")]


@then(parsers.parse('recording by hand about {person} is refused because "{because}"'))
def refused_by_hand(story: Story, person: str, because: str) -> None:
    with pytest.raises(Refused) as refusal:
        story.log.record(person, ToolUsed(tool="gemini", on=date(2026, 3, 2)))
    assert str(refusal.value) == because


@then(parsers.parse("the story of {person} up to {as_of:Date} holds nothing from before {day:Date}", extra_types=_Day))
def nothing_before(story: Story, person: str, as_of: date, day: date) -> None:
    told = story.log.explain(person, as_of=as_of)
    assert told
    assert [line for line in told if line.on is not None and line.on < day] == []


@then(parsers.parse("these people's status is seen as of {as_of:Date}", extra_types=_Day))
def status_seen(story: Story, as_of: date, datatable: Table) -> None:
    for row in rows_of(datatable):
        seen = story.log.status(as_of=as_of, viewer=_viewer(row))
        assert _people(seen) == row["people"], row


@then(parsers.parse("these people's {rule} is seen on {as_of:Date}", extra_types=_Day))
def follow_ups_seen(story: Story, rule: str, as_of: date, datatable: Table) -> None:
    for row in rows_of(datatable):
        seen = story.log.follow_ups(as_of=as_of, rule=rule, viewer=_viewer(row))
        assert _people(seen) == row["people"], row


@then(parsers.parse("the manager {manager} sees of {person} as of {as_of:Date}", extra_types=_Day))
def manager_sees(story: Story, manager: str, person: str, as_of: date, datatable: Table) -> None:
    viewer = Viewer(role="manager", person=manager)
    compare(story.log.status(as_of=as_of, person=person, viewer=viewer), datatable)


@then(parsers.parse("the manager {manager} may not read the story of {person}"))
def may_not_read(story: Story, manager: str, person: str) -> None:
    with pytest.raises(NotAllowed):
        story.log.explain(person, viewer=Viewer(role="manager", person=manager))


@when(parsers.parse("the {role} {viewer} looks at the status as of {as_of:Date}", extra_types=_Day))
def looks(story: Story, role: Any, viewer: str, as_of: date) -> None:
    story.log.status(as_of=as_of, viewer=Viewer(role=role, person=viewer))


@then(parsers.parse("those who looked at {person} are"))
def looked(story: Story, person: str, datatable: Table) -> None:
    compare(story.log.looks(person), datatable)


def _viewer(row: dict[str, str]) -> Viewer:
    return Viewer(role=row["role"], person=row["viewer"])  # type: ignore[arg-type]


def _people(rows: list[Any]) -> str:
    return ", ".join(dict.fromkeys(row.person for row in rows)) or "nobody"
