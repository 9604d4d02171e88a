"""The vocabulary of the features: facts come as tables, a new kind of fact is a new word in a table.

A table of facts names the fact (`training completed`) and, in its headings, the fact's fields; an empty cell says
nothing. `from` and `to` are `starts_on` and `ends_on`, several words in a cell are parted by `;`.
"""

import random
import time
import types
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, Union, get_args, get_origin

import attrs
import pytest
from pytest_bdd import given, parsers, then, when
from sqlalchemy import create_engine, text
from sqlalchemy.orm import Session

from adoptlog import AdoptLog, Refused, ToolUsed, UsageCovered
from adoptlog.domain import facts
from adoptlog.explain import Told
from adoptlog.intake.observation import Observation

Table = list[list[str]]
Row = dict[str, str]

TODAY = datetime(2026, 12, 31, 12, tzinfo=UTC)
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_HEADINGS = {"from": "starts_on", "to": "ends_on"}


@attrs.define
class Clock:
    """What the log takes for now."""

    now: datetime = TODAY


@attrs.define
class Story:
    """What a scenario has said so far."""

    log: AdoptLog
    clock: "Clock"
    records: list[tuple[str | None, Any, tuple[str, str]]] = attrs.field(factory=list)
    imports: list[tuple[str | None, list[Any]]] = attrs.field(factory=list)
    moments: dict[str, datetime] = attrs.field(factory=dict)
    refused: str = ""

    def record(self, person: str | None, fact: Any) -> None:
        """Record what a system says."""
        self.record_together(person, [fact])

    def record_together(self, person: str | None, facts: list[Any]) -> None:
        """Record what a system says at once: one import, of which each fact can arrive again by itself."""
        if not facts:
            return
        self.imports.append((person, facts))
        first = len(self.records) + 1
        records = [(person, fact, ("hr", str(number))) for number, fact in enumerate(facts, first)]
        self.records += records
        self.log.record_observations([Observation(person, fact) for fact in facts], source=records[0][2])


@pytest.fixture
def story() -> Iterator[Story]:
    clock = Clock()
    with AdoptLog("sqlite://", now=lambda: clock.now) as log:
        yield Story(log, clock)


# What happened


@given("these facts")
@when("these facts are recorded")
@when("these facts become known")
def facts_are_recorded(story: Story, datatable: Table) -> None:
    for person, fact in facts_in(datatable):
        story.record(person, fact)


@given("this use of the tool, which the tool's feed covers")
def use_is_recorded(story: Story, datatable: Table) -> None:
    """Each row is somebody's use on some weekdays of a period, all of which the tool's feed speaks about."""
    for row in rows_of(datatable):
        first, last = date.fromisoformat(row["from"]), date.fromisoformat(row["to"])
        story.record(None, UsageCovered(tool=row["tool"], starts_on=first, ends_on=last))
        story.record_together(row["person"], list(uses_in(row, first, last)))


@given(parsers.parse('it is now "{moment}"'))
@when(parsers.parse('it is now "{moment}"'))
def remember_the_time(story: Story, moment: str) -> None:
    story.log.status()
    time.sleep(0.002)
    story.moments[moment] = datetime.now(UTC)
    time.sleep(0.002)


@when("somebody records these facts by hand")
def record_by_hand(story: Story, datatable: Table) -> None:
    for person, fact in facts_in(datatable):
        story.log.record(person, fact)


@when("the same records arrive again")
def arrive_again(story: Story) -> None:
    for person, fact, source in story.records:
        assert story.log.record(person, fact, source=source) is None, f"{fact} was recorded twice"


@when(parsers.parse("the import that brought {person}'s {fact} is taken back"))
def take_back(story: Story, person: str, fact: str) -> None:
    kind = fact_type(fact)
    place = next(
        i for i, (who, facts) in enumerate(story.imports) if who == person and any(isinstance(f, kind) for f in facts)
    )
    story.log.retract_import(place + 1)


# Programs and their steps


@when(parsers.parse('"{program}" enters the step {step} on {on}'))
def enter(story: Story, program: str, step: str, on: str) -> None:
    enter_anyway(story, program, step, on, "")


@when(parsers.parse('"{program}" enters the step {step} on {on} because "{reason}"'))
def enter_anyway(story: Story, program: str, step: str, on: str, reason: str) -> None:
    try:
        story.log.enter(program, step.replace("-", "_"), on=date.fromisoformat(on), override=reason or None)  # type: ignore[arg-type]
    except Refused as refusal:
        story.refused = str(refusal)


@then("it is refused because")
def refused(story: Story, docstring: str) -> None:
    assert story.refused == " ".join(docstring.split())


@then(parsers.parse('"{program}" is in the step {step}'))
def in_step(story: Story, program: str, step: str) -> None:
    assert story.refused == ""
    (row,) = [row for row in story.log.programs() if row["program"] == program]
    assert row["step"] == (None if step == "none" else step.replace("-", "_"))


@then(parsers.parse('the next gate of "{program}" asks for'))
def gate(story: Story, program: str, datatable: Table) -> None:
    found = [["condition", "met"]]
    found += [[c["condition"], "yes" if c["met"] else "no"] for c in story.log.gate(program)]
    assert found == datatable


# What is asked


@then(parsers.parse("the status as of {as_of} is"))
def status_is(story: Story, as_of: str, datatable: Table) -> None:
    compare(story.log.status(as_of=date.fromisoformat(as_of)), datatable)


@then(parsers.parse("the status as of {as_of} stands in this order"))
def status_in_order(story: Story, as_of: str, datatable: Table) -> None:
    rows = story.log.status(as_of=date.fromisoformat(as_of))
    assert [datatable[0], *([shown(getattr(row, name)) for name in datatable[0]] for row in rows)] == datatable


@then(parsers.parse('the status as of {as_of}, as known at "{moment}", is'))
def status_known_is(story: Story, as_of: str, moment: str, datatable: Table) -> None:
    compare(story.log.status(as_of=date.fromisoformat(as_of), known_at=story.moments[moment]), datatable)


@then(parsers.parse('nobody is known of as of {as_of}, as known at "{moment}"'))
def nobody_known(story: Story, as_of: str, moment: str) -> None:
    assert story.log.status(as_of=date.fromisoformat(as_of), known_at=story.moments[moment]) == []


@then(parsers.parse("nobody is known of as of {as_of}"))
def nobody(story: Story, as_of: str) -> None:
    assert story.log.status(as_of=date.fromisoformat(as_of)) == []


@then(parsers.parse("replaying the whole history gives the same status as of {as_of}"))
def replay_is_the_same(story: Story, as_of: str) -> None:
    day = date.fromisoformat(as_of)
    assert story.log.replay(as_of=day) == story.log.status(as_of=day)


@then(parsers.parse("the same facts in any order give the same status as of {as_of}"))
def any_order(story: Story, as_of: str) -> None:
    day = date.fromisoformat(as_of)
    expected = by_person(story.log, day)
    for seed in range(5):
        shuffled = story.records[:]
        random.Random(seed).shuffle(shuffled)
        with AdoptLog("sqlite://", now=lambda: TODAY) as other:
            for person, fact, source in shuffled:
                other.record(person, fact, source=source)
            assert by_person(other, day) == expected


@then(parsers.parse("{person}'s status as of {as_of} is explained in {lang} as"))
def explained(story: Story, person: str, as_of: str, lang: str, docstring: str) -> None:
    code = {"English": "en", "Japanese": "ja"}[lang]
    (row,) = story.log.status(person=person, as_of=date.fromisoformat(as_of), lang=code)
    assert row.explanation == docstring.strip()


@then(parsers.parse("the story of {person} up to {as_of:Date} is", extra_types={"Date": date.fromisoformat}))
def story_is(story: Story, person: str, as_of: date, datatable: Table) -> None:
    told_is(story.log.explain(person, as_of=as_of), datatable)


@then(parsers.parse("the story of {person} up to {as_of} in Japanese is"))
def story_in_japanese_is(story: Story, person: str, as_of: str, datatable: Table) -> None:
    told_is(story.log.explain(person, as_of=date.fromisoformat(as_of), lang="ja"), datatable)


def told_is(told: list[Told], datatable: Table) -> None:
    found = [["on", "event", "text"], *([str(line.on), line.event, line.text] for line in told)]
    assert found == datatable


# The host's own database


@given(parsers.parse("a host application on {kind}"), target_fixture="host")
def host_application(kind: str, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Any]:
    url = f"sqlite:///{tmp_path / 'host.db'}" if kind == "SQLite" else request.getfixturevalue("postgresql_url")
    with AdoptLog(url, now=lambda: TODAY) as log:
        engine = create_engine(log.database.url)
        with engine.begin() as connection:
            connection.execute(text("CREATE TABLE host_order (id INTEGER PRIMARY KEY)"))
        with Session(engine) as session:
            yield types.SimpleNamespace(log=log, session=session)
        engine.dispose()


@given("the host writes a row of its own in a transaction")
@when("the host writes a row of its own in a transaction")
def host_writes(host: Any) -> None:
    host.session.execute(text("INSERT INTO host_order VALUES (1)"))


@given("these facts are recorded in the same transaction")
@when("these facts are recorded in the same transaction")
def recorded_with_the_host(host: Any, datatable: Table) -> None:
    for number, (person, fact) in enumerate(facts_in(datatable)):
        host.log.record(person, fact, source=("lms", str(number)), session=host.session)


@when("this fact is refused in the same transaction")
def refused_with_the_host(host: Any, datatable: Table) -> None:
    ((person, fact),) = facts_in(datatable)
    with pytest.raises(Refused):
        host.log.record(person, fact, source=("lms", "refused"), session=host.session)


@when("the host commits")
def host_commits(host: Any) -> None:
    host.session.commit()


@when("the host rolls back")
def host_rolls_back(host: Any) -> None:
    host.session.rollback()


@then(parsers.parse("the host has {rows:d} rows, and the people known of as of {as_of} are {people}"))
def host_has(host: Any, rows: int, as_of: str, people: str) -> None:
    with host.log.database.reading() as connection:
        found = connection.execute(text("SELECT count(*) FROM host_order")).scalar()
    known = [row.person for row in host.log.status(as_of=date.fromisoformat(as_of))]
    assert (found, known) == (rows, [] if people == "none" else people.split(", "))


@given(parsers.parse("a company of {people:d} people who used the tool every work day of {month}"))
def company(story: Story, people: int, month: str) -> None:
    year, number = (int(part) for part in month.split("-"))
    days = [day for n in range(1, 29) if (day := date(year, number, n)).weekday() < 5]
    story.log.record(None, UsageCovered(tool="gemini", starts_on=days[0], ends_on=days[-1]), source=("feed", "covers"))
    uses = [Observation(f"e-{person}", ToolUsed(tool="gemini", on=day)) for person in range(people) for day in days]
    story.log.record_observations(uses, source=("feed", month))


@then(parsers.parse("everybody's status as of {as_of}, {people:d} rows, is there within a second"))
def within_a_second(story: Story, as_of: str, people: int) -> None:
    began = time.perf_counter()
    rows = story.log.status(as_of=date.fromisoformat(as_of))
    took = time.perf_counter() - began
    assert len(rows) == people
    assert took < 1.0


# Reading tables


def rows_of(datatable: Table) -> list[Row]:
    heading, *rows = datatable
    return [dict(zip(heading, row, strict=True)) for row in rows]


def facts_in(datatable: Table) -> Iterator[tuple[str | None, Any]]:
    """Who, and which fact: `about` says whom it is recorded for, the other headings are the fact's fields."""
    for row in rows_of(datatable):
        kind = fact_type(row.pop("fact"))
        person = row.pop("about", "") or None
        fields = {f.name: f for f in attrs.fields(kind)}
        named = {_HEADINGS.get(name, name.replace(" ", "_")): cell for name, cell in row.items() if cell}
        unknown = named.keys() - fields.keys()
        assert not unknown, f"{kind.__name__} has no {', '.join(sorted(unknown))}; it has {', '.join(fields)}"
        yield person, kind(**{name: value(cell, fields[name].type) for name, cell in named.items()})


def fact_type(words: str) -> type:
    """The fact that some words name.

    >>> fact_type("training completed").__name__
    'TrainingCompleted'
    """
    kind: type = getattr(facts, "".join(part.capitalize() for part in words.replace("-", " ").split()))
    return kind


def value(cell: str, wanted: Any) -> Any:
    """A cell as the type its field wants."""
    kinds = [k for k in get_args(wanted) if k is not types.NoneType] if _is_union(wanted) else [wanted]
    kind = kinds[0]
    if get_origin(kind) is tuple:
        return tuple(value(part.strip(), get_args(kind)[0]) for part in cell.split(";"))
    if kind is bool:
        return {"yes": True, "no": False}[cell]
    read: Callable[[str], Any] = {date: date.fromisoformat, int: int, float: float}.get(kind, str)
    return read(cell)


def _is_union(wanted: Any) -> bool:
    return get_origin(wanted) in (Union, types.UnionType)


def uses_in(row: Row, first: date, last: date) -> Iterator[ToolUsed]:
    names = row["weekdays"].split()
    wanted = range(5) if names == ["Mon-Fri"] else [WEEKDAYS.index(name) for name in names if name != "never"]
    use_cases = tuple(part.strip() for part in row.get("use cases", "").split(";") if part.strip())
    for days in range((last - first).days + 1):
        on = first + timedelta(days=days)
        if on.weekday() in wanted:
            yield ToolUsed(tool=row["tool"], on=on, use_cases=use_cases)


def compare(rows: list[Any], datatable: Table) -> None:
    """Rows against a table: everybody, and of each the columns the table names."""
    heading = datatable[0]
    found = [[shown(getattr(row, name.replace(" ", "_"))) for name in heading] for row in rows]
    assert sorted(found) == sorted(datatable[1:])


def shown(said: Any) -> str:
    return "" if said is None else str(said)


def by_person(log: AdoptLog, as_of: date) -> list[Any]:
    """Everybody's status in an order that does not tell who was heard of first."""
    return sorted(log.status(as_of=as_of), key=lambda row: (row.person, row.program))
