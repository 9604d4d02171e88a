"""What the figures suggest, and what they do not."""

from adoptlog.effect.hours import NOTHING, HoursSaved
from adoptlog.effect.interval import Interval
from adoptlog.effect.task import TaskEffect
from adoptlog.effect.verdict import Verdict
from adoptlog.report.headline import headline
from adoptlog.report.suggestion import Goal, suggestion

HOURS = HoursSaved(value=50, low=20, high=80, people=12)


def task(verdict: Verdict) -> TaskEffect:
    return TaskEffect(program="p", task=verdict, metric="minutes", people=12, verdict=verdict)


def goal(before: float, after: float, target: float) -> Goal:
    return Goal(use_case="u", task="t", metric="minutes", target=target, by=None, before=before, after=after)


def test_the_headline_is_shown_when_half_of_the_tasks_are_and_none_is_worse() -> None:
    assert headline([task("SHOWN"), task("NOT_SHOWN")], HOURS, True) == "SHOWN"
    assert headline([task("SHOWN"), task("NOT_SHOWN"), task("NOT_SHOWN")], HOURS, True) == "LIKELY"
    assert headline([task("SHOWN"), task("WORSE")], HOURS, True) == "LIKELY"
    assert headline([task("SHOWN_BUT_SMALL")], HOURS, True) == "SHOWN_BUT_SMALL"


def test_hours_that_may_be_none_show_nothing() -> None:
    assert headline([task("SHOWN")], HoursSaved(value=5, low=-1, high=11, people=12), True) == "NOT_SHOWN"
    assert headline([task("WORSE")], HoursSaved(value=-5, low=-9, high=-1, people=12), True) == "WORSE"


def test_where_regression_explains_the_saving_of_every_task_nothing_is_shown() -> None:
    assert headline([task("NOT_SHOWN")], HOURS, True) == "NOT_SHOWN"


def test_too_little_is_never_a_headline() -> None:
    assert headline([task("SHOWN")], HOURS, False) == "INSUFFICIENT"
    assert headline([task("INSUFFICIENT")], HOURS, True) == "INSUFFICIENT"
    assert headline([task("SHOWN")], NOTHING, True) == "INSUFFICIENT"


def test_eighty_per_cent_of_the_way_is_enough() -> None:
    assert goal(60, 44, 40).reached == 0.8
    assert suggestion("SHOWN", [goal(60, 44, 40)], [], 0.9, True).outcome == "continue"
    assert suggestion("SHOWN", [goal(60, 45, 40)], [], 0.9, True).outcome == "adjust"


def test_a_target_that_was_met_before_is_met_while_nothing_gets_worse() -> None:
    assert goal(30, 30, 40).reached == 1
    assert goal(30, 41, 40).reached == 0


def test_worse_quality_or_a_tool_that_costs_more_is_to_be_adjusted() -> None:
    assert suggestion("SHOWN", [], ["mail"], 0.9, True).outcome == "adjust"
    assert suggestion("SHOWN", [], [], 0.9, True, Interval(-900, -100)).outcome == "adjust"
    assert suggestion("SHOWN", [], [], 0.9, True, Interval(100, 900)).outcome == "continue"


def test_little_use_is_to_be_adjusted() -> None:
    assert suggestion("SHOWN", [], [], 0.4, True).outcome == "adjust"
