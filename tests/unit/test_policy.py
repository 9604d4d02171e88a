"""A policy is TOML: what it names is changed, what it gets wrong is named with its line."""

from datetime import date

import attrs
import pytest
from unit.test_store import opened

from adoptlog import HabitPolicy, Joined, Policy, PolicyError, read_policy
from adoptlog.follow_up.policy import FollowUpPolicy
from adoptlog.policy import CalendarPolicy, EffectPolicy, default_policy
from adoptlog.rule_book import rules


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_the_defaults_that_are_shown_are_the_defaults(lang: str) -> None:
    read = read_policy(default_policy(lang))

    assert (read.habit, read.effect, read.calendar) == (HabitPolicy(), EffectPolicy(), CalendarPolicy())
    assert attrs.evolve(read.follow_ups, rules={}, version="default") == FollowUpPolicy()
    assert read.follow_ups.rules == {rule.name: rule.limits() for rule in rules()}


def test_what_is_not_named_keeps_its_default() -> None:
    read = read_policy(
        '[rules.lapsed]\nenabled = false\n[calendar]\ncountry = "JP"\n[habit.reliability]\ncheckin = 0.7'
    )

    assert read.calendar.country == "JP"
    assert read.habit == HabitPolicy(reliability={"checkin": 0.7})  # type: ignore[arg-type]
    assert [name for name, limits in read.follow_ups.rules.items() if not limits.enabled] == ["lapsed"]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("[habit]\nwindow = 0", "line 2: window is 0; it must be between 1 and 63"),
        ("\n[habit]\n\nwindwo = 5", "line 4: [habit] has no windwo; did you mean window?"),
        ("[rules.slippin]\n", "line 1: there is no rule slippin; did you mean slipping?"),
        ("[rules.lapsed]\ndays = 3", "line 2: [rules.lapsed] has no days; there is enabled"),
        ("[rules.meeting-overdue]\ndays = 'x'", "line 2: days is 'x'; it must be a whole number"),
        ("[rules.meeting-overdue]\ndays = 1.5", "line 2: days is 1.5; it must be a whole number"),
        ("[rules.meeting-overdue]\ndays = true", "line 2: days is True; it must be a whole number"),
        ("[rules.meeting-overdue]\nenabled = 1", "line 2: enabled is 1; it must be true or false"),
        ("[follow_ups]\ncool_down_days = -1", "line 2: cool_down_days is -1; it must not be negative"),
        ("[effect]\nminimum_saving = '10%'", "line 2: minimum_saving is '10%'; it must be a number"),
        ("[habit.reliability]\nlog = 1.5", "line 2: reliability.log is 1.5; it must be above 0 and at most 1"),
        ("habits = 3", "line 1: there is no [habits]; did you mean habit?"),
        ("habit = 3", "line 1: habit must be a table: [habit]"),
        ("[habit", "this is not TOML"),
    ],
)
def test_a_problem_names_line_and_value(text: str, problem: str) -> None:
    with pytest.raises(PolicyError) as raised:
        read_policy(text)

    assert str(raised.value).startswith(problem)


def test_all_problems_are_named_at_once_from_top_to_bottom() -> None:
    with pytest.raises(PolicyError) as raised:
        read_policy("[rules.lapsed]\ndays = 3\n[habit]\nwindow = 0\n")

    assert [problem.split(":")[0] for problem in raised.value.problems] == ["line 2", "line 4"]


def test_a_policy_is_in_force_from_its_day_and_replays_know(url: str) -> None:
    with opened(url) as log:
        log.record("e-1", Joined(on=date(2026, 4, 1)), source=("hr", "1"))
        log.adopt_policy("[rules.training-gap]\nenabled = false", on=date(2026, 5, 1))
        log.adopt_policy("[rules.training-gap]\ndays = 3", on=date(2026, 6, 1))

        in_force = {
            month: {row["rule"]: row["enabled"] for row in log.rules(as_of=date(2026, month, 1))}["training-gap"]
            for month in (4, 5, 6)
        }

        assert in_force == {4: True, 5: False, 6: True}
        assert log.replay(as_of=date(2026, 6, 2)) == log.status(as_of=date(2026, 6, 2))


def test_a_policy_that_cannot_be_followed_is_not_adopted(url: str) -> None:
    with opened(url) as log:
        with pytest.raises(PolicyError):
            log.adopt_policy("[habit]\nwindow = 0")

        assert log.imports() == []


def test_a_policy_given_to_the_log_holds_whatever_was_adopted(url: str) -> None:
    with opened(url) as log:
        log.adopt_policy("[rules.lapsed]\nenabled = false", on=date(2026, 1, 1))
        log.policy = Policy()

        assert all(row["enabled"] for row in log.rules(as_of=date(2026, 6, 1)))
