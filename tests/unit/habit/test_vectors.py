"""The vectors: every row of every person, told by both versions."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import numpy as np
import pytest
from unit.habit.reading import HABIT, PEOPLE, daily, decode

from adoptlog.habit import (
    DayMatrix,
    FoldState,
    Habit,
    HabitPolicy,
    History,
    State,
    advance,
    days,
    fold,
    fold_days,
    habits_of,
    trace,
)
from adoptlog.habit.step import silence_limits

DAILY = daily()
POLICY = HabitPolicy()
EVERYONE = pytest.mark.parametrize("person", PEOPLE, ids=lambda p: p["id"])
Told = tuple[date, Habit]


def plainly(person: dict[str, Any]) -> Iterator[Told]:
    for day in trace(decode(person["start"], person["days"]), POLICY, person["cadence"]):
        yield day.on, day.habit


def vectorised(person: dict[str, Any]) -> Iterator[Told]:
    """Day by day, each from the state of the day before."""
    built = decode(person["start"], person["days"])
    state = FoldState.initial(1, built[0].on.toordinal() - 1, POLICY)
    for day in built:
        state = advance(state, DayMatrix.of([[day]]), POLICY, person["cadence"])
        yield day.on, habits_of(state, POLICY, person["cadence"]).row(0)


def number(text: Any, places: int = 6) -> Any:
    return None if text in ("", None) else pytest.approx(float(text), abs=0.51 * 10**-places)


def as_told(row: dict[str, str]) -> dict[str, Any]:
    return {
        "on": date.fromisoformat(row["date"]),
        "state": row["state"].lower(),
        "base": row["base"].lower(),
        "strength": number(row["strength"]),
        "pace": number(row["pace"]),
        "silence": number(row["silence"]),
        "silence_limit": number(row["silence_limit"]),
        "tenure": number(row["tenure"]),
        "confidence": row["confidence"],
        "core_share": number(row["depth"], 4),
    }


@EVERYONE
@pytest.mark.parametrize("version", [plainly, vectorised])
def test_every_day_of_every_person(person: dict[str, Any], version: Any) -> None:
    for (on, habit), row in zip(version(person), DAILY[person["id"]], strict=True):
        expected = as_told(row)
        told = {"on": on, **{name: getattr(habit, name) for name in expected if name != "on"}}
        assert told == expected


@EVERYONE
def test_the_trace_tells_overlay_and_usual_rate(person: dict[str, Any]) -> None:
    for day, row in zip(
        trace(decode(person["start"], person["days"]), POLICY, person["cadence"]), DAILY[person["id"]], strict=True
    ):
        assert day.usual_rate == number(row["usual_rate"])
        assert (day.overlay or "") == row["overlay"].lower()


@EVERYONE
@pytest.mark.parametrize("version", [plainly, vectorised])
def test_transitions(person: dict[str, Any], version: Any) -> None:
    shown, changes = None, []
    for on, habit in version(person):
        if habit.state is not shown:
            shown = habit.state
            assert habit.since == on
            changes.append((on.isoformat(), habit.state.upper(), habit.strength, habit.tenure, habit.silence))

    assert changes == [
        (t["date"], t["state"], number(t["strength"]), t["tenure"], t["silence"])
        for t in person["expected_transitions"]
    ]


@EVERYONE
def test_as_of_rows(person: dict[str, Any]) -> None:
    built = decode(person["start"], person["days"])
    for row in person["expected_asof"]:
        until = [day for day in built if day.on.isoformat() <= row["date"]]
        for habit in (
            fold(until, POLICY, person["cadence"]),
            fold_days(DayMatrix.of([until]), POLICY, person["cadence"]).row(0),
        ):
            assert habit.state.upper() == row["state"]
            assert habit.base.upper() == row["base"]
            assert habit.strength == number(row["strength"])
            assert habit.pace == number(row["pace"])
            assert (habit.silence, habit.silence_limit) == (row["silence"], row["silence_limit"])
            assert (habit.tenure, habit.confidence) == (row["tenure"], row["confidence"])
            assert habit.core_share == number(row["depth"], 4)


@EVERYONE
def test_numbers_of_the_sentence(person: dict[str, Any]) -> None:
    *_, (_, habit) = plainly(person)
    use, target = (f"{round(x, 2):g}" for x in (habit.window_use, habit.target))

    assert (
        f"{use} of the last {habit.window_days} counted working days (target {target}), strength {habit.strength:.2f}, "
        f"{habit.tenure} counted days since first use -> {habit.state.upper()} (confidence {habit.confidence})."
    ) in person["expected_sentence_en"]


def test_people_side_by_side_are_the_people_alone() -> None:
    until = {p["id"]: decode(p["start"], p["days"]) for p in PEOPLE if p["cadence"] == 3}
    last = min(built[-1].on for built in until.values())
    people = [[day for day in built if day.on <= last] for built in until.values()]

    habits = fold_days(DayMatrix.of(people))

    for i, built in enumerate(people):
        told, alone = habits.row(i), fold(built)
        assert (told.state, told.since, told.tenure) == (alone.state, alone.since, alone.tenure)
        assert told.strength == pytest.approx(alone.strength, abs=1e-9)


@pytest.mark.parametrize("late", HABIT["late_evidence"], ids=lambda late: late["knowledge"][:20])
def test_late_evidence(late: dict[str, Any]) -> None:
    built = decode(late["start"], late["days"])
    expected = late["expected"]

    for habit in (fold(built), fold_days(DayMatrix.of([built])).row(0)):
        assert built[-1].on.isoformat() == expected["date"]
        assert habit.state.upper() == expected["state"]
        assert habit.strength == number(expected["strength"])
        assert habit.pace == number(expected["pace"])
        assert (habit.silence, habit.confidence) == (expected["silence"], expected["confidence"])


@pytest.mark.parametrize("unit", HABIT["unit"]["silence_limit"], ids=lambda u: f"{u['x']} of {u['n']}")
def test_silence_limits(unit: dict[str, Any]) -> None:
    x, n, target = unit["x"], unit["n"], unit["cadence"]

    assert POLICY.usual_rate(x, n, target) == number(unit["q"])
    assert POLICY.silence_limit(x, n, target) == unit["limit"]
    assert silence_limits(POLICY, target)[n, x] == unit["limit"]


@pytest.mark.parametrize("target", [1, 2, 3, 4, 5])
def test_half_life(target: int) -> None:
    unit = HABIT["unit"]
    m = POLICY.momentum(target)

    assert np.log(0.5) / np.log(m) == number(unit["half_life_working_days"][str(target)])
    assert np.log(0.05) / np.log(m) == pytest.approx(unit["days_to_95pct"][str(target)], abs=5e-3)


def test_constant_full_pace() -> None:
    m = POLICY.momentum(HABIT["unit"]["constant_full_pace"]["cadence"])

    for n, expected in HABIT["unit"]["constant_full_pace"]["values"].items():
        assert 1 - m ** int(n) == number(expected)


def test_params_are_the_defaults() -> None:
    params = dict(HABIT["params"])

    assert HabitPolicy(**params) == POLICY
    assert set(params) == set(POLICY.__slots__) - {"__weakref__"}


def test_last_activity_only() -> None:
    adapter = HABIT["adapters"]["last_activity_only"]
    snapshots = tuple((date.fromisoformat(y), date.fromisoformat(x)) for y, x in adapter["snapshots"])

    built = days(History(snapshots=snapshots), date(2026, 1, 23))

    known = {day.on.isoformat(): day.use for day in built if day.use is not None}
    assert known == adapter["expected_known"]


def test_active_days_in_week() -> None:
    holiday, monday = date(2026, 1, 12), date(2026, 1, 12)
    week = (monday, monday + timedelta(days=6), 3.0)
    history = History(start=monday, is_off=lambda on: on == holiday or on.weekday() >= 5, aggregates=(week,))

    built = days(history, monday + timedelta(days=6))

    adapter = HABIT["adapters"]["active_days_in_week"]
    said = [(day.use, day.evidence.name.lower()) for day in built if day.evidence is not None]
    assert said == [(adapter["expected_use_per_working_day"], adapter["source"])] * 4


def test_states_have_the_names_of_the_vectors() -> None:
    assert {row["state"].lower() for rows in DAILY.values() for row in rows} == set(State)
