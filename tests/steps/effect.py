"""The vocabulary of the effect: what was measured before and after, and what it amounts to."""

from datetime import date
from typing import Any, get_args

from pytest_bdd import given, parsers, then, when
from steps.vocabulary import Story, Table, rows_of

from adoptlog import MeasurementTaken
from adoptlog.domain.facts.effect import Metric

_DAY = {"Date": date.fromisoformat}


def _measured(words: str) -> Metric:
    """The metric that some words name."""
    metric: Metric = words.rstrip("s").replace(" ", "_") if words != "minutes" else "minutes"  # type: ignore[assignment]
    assert metric in get_args(Metric)
    return metric


@given(parsers.parse('these {metric} of "{task}", measured on {before:Date} and on {after:Date}', extra_types=_DAY))
@when(parsers.parse('these {metric} of "{task}", measured on {before:Date} and on {after:Date}', extra_types=_DAY))
def measured(story: Story, metric: str, task: str, before: date, after: date, datatable: Table) -> None:
    for row in rows_of(datatable):
        items = int(row["items"]) if row.get("items") else None
        felt = row.get("recalled") == "yes"
        for phase, on, value in (("baseline", before, row.get("before")), ("after", after, row.get("after"))):
            if value:
                recalled = felt and phase == "baseline"
                fact = MeasurementTaken(
                    task=task, metric=_measured(metric), value=float(value), on=on, phase=phase, recalled=recalled,
                    runs=items,
                )  # fmt: skip
                story.record(row["person"], fact)


@when(parsers.parse('the company decides on {on:Date} to {outcome} "{program}"', extra_types=_DAY))
def decides(story: Story, on: date, outcome: Any, program: str) -> None:
    story.log.decide(program, outcome, on=on)


@then(parsers.parse("the effect as of {as_of:Date} is", extra_types=_DAY))
def effect_is(story: Story, as_of: date, datatable: Table) -> None:
    _compare(story.log.effect(as_of=as_of), datatable)


@then(parsers.parse("the effect by {by} as of {as_of:Date} is", extra_types=_DAY))
def effect_by_is(story: Story, by: Any, as_of: date, datatable: Table) -> None:
    _compare(story.log.effect(as_of=as_of, by=by), datatable)


@then(parsers.parse("the usage rate of the {days:d} days up to {as_of:Date} is", extra_types=_DAY))
def usage_rate_is(story: Story, days: int, as_of: date, datatable: Table) -> None:
    _compare(story.log.usage_rate(as_of=as_of, days=days), datatable)


@then(parsers.parse("the usage rate by department of the {days:d} days up to {as_of:Date} is", extra_types=_DAY))
def usage_rate_by_department_is(story: Story, days: int, as_of: date, datatable: Table) -> None:
    _compare(story.log.usage_rate(as_of=as_of, days=days, by="department"), datatable)


@then(parsers.parse("the hours saved a month as of {as_of:Date} are", extra_types=_DAY))
def hours_are(story: Story, as_of: date, datatable: Table) -> None:
    _compare([story.log.hours_saved(as_of=as_of)], datatable)


@then(parsers.parse("the return a month as of {as_of:Date} is", extra_types=_DAY))
def return_is(story: Story, as_of: date, datatable: Table) -> None:
    _compare([story.log.net_return(as_of=as_of)], datatable)


@then(parsers.parse("the baselines as of {as_of:Date} are", extra_types=_DAY))
def baselines_are(story: Story, as_of: date, datatable: Table) -> None:
    _compare([story.log.baseline_coverage(as_of=as_of)], datatable)


@then(parsers.parse("to see {minutes:g} minutes, as of {as_of:Date} one needs", extra_types=_DAY))
def needed(story: Story, minutes: float, as_of: date, datatable: Table) -> None:
    _compare(story.log.pairs_needed(minutes, as_of=as_of), datatable)


@then(parsers.parse("the decisions as of {as_of:Date} are", extra_types=_DAY))
def decisions_are(story: Story, as_of: date, datatable: Table) -> None:
    """A heading such as `then usage_rate` or `now usage_rate` is a figure when it was taken, and on the day asked."""
    rows = []
    for decided in story.log.decisions(as_of=as_of):
        then_, now = (
            {f"{when} {name}": value for name, value in figures.items()}
            for when, figures in (("then", decided.evidence), ("now", decided.since))
        )
        rows.append({"program": decided.program, "on": decided.on, "outcome": decided.outcome, **then_, **now})
    _same([[_shown(row.get(name)) for name in datatable[0]] for row in rows], datatable)


def _compare(rows: list[Any], datatable: Table) -> None:
    """Rows against a table, to two decimals; a heading may lead into a figure: `recalled people`."""
    _same([[_shown(_inside(row, name)) for name in datatable[0]] for row in rows], datatable)


def _same(found: list[list[str]], datatable: Table) -> None:
    assert sorted(found) == sorted(datatable[1:])


def _inside(row: Any, heading: str) -> Any:
    name, _, rest = heading.partition(" ")
    inner = getattr(row, name)
    return _inside(inner, rest) if rest and inner is not None else inner


def _shown(said: Any) -> str:
    match said:
        case None:
            return ""
        case bool():
            return "yes" if said else "no"
        case float():
            return f"{round(said, 2):.10g}"
        case tuple():
            return "; ".join(map(str, said))
        case _:
            return str(said)
