"""Values that can never be true, whatever arrives later."""

import math
import re
from datetime import date
from typing import Any, get_args

from adoptlog.domain import facts as f
from adoptlog.domain.facts.effect import MeasurementPhase, Metric
from adoptlog.domain.facts.learning import CheckInKind, ReviewOutcome, Topic
from adoptlog.domain.facts.people import Literacy
from adoptlog.domain.facts.programs import Decision
from adoptlog.errors import Refused
from adoptlog.messages import Message

MOST_USES = 2**32 - 2
_VERSION = re.compile(r"\d+(\.\d+)*")
_LONGEST_ID = 255


def check_values(fact: Any) -> None:
    """Raise `Refused` when the fact's own values contradict each other or their unit."""
    _check_names(fact)
    _check_period(fact)
    match fact:
        case f.ToolUsed():
            _number("count", fact.count, 0, MOST_USES)
            _one_of("evidence", fact.evidence, ("log", "observed"))
        case f.TrainingCompleted():
            _number("score", fact.score, 0, 1, "a share from 0 to 1, such as 0.85 or 85%")
            for topic in fact.topics:
                _one_of("topics", topic, get_args(Topic))
        case f.CheckInHeld():
            _one_of("kind", fact.kind, get_args(CheckInKind))
            _number("self_reported_days", fact.self_reported_days, 0, 7, "days of the last seven")
        case f.MeasurementTaken():
            _check_measurement(fact)
        case f.ActivityReported():
            _number("active_days", fact.active_days, 0, (fact.ends_on - fact.starts_on).days + 1, "days of the period")
        case f.LastActivityReported() if fact.last_active_on and fact.last_active_on > fact.on:
            raise Refused(
                "last activity on {last_active_on} is after the report of {on}: swap or correct them",
                last_active_on=fact.last_active_on,
                on=fact.on,
            )
        case f.LiteracyAssessed():
            _one_of("literacy", fact.level, get_args(Literacy))
        case f.ReviewHeld():
            _one_of("outcome", fact.outcome, get_args(ReviewOutcome))
        case f.DecisionTaken():
            _one_of("outcome", fact.outcome, get_args(Decision))
        case f.ProgramDefined():
            _number("target_days", fact.target_days, 0.1, 5, "days of use per five working days")
        case f.TaskInventoried():
            _number("minutes_per_run", fact.minutes_per_run, 1e-9, 1e6, "minutes, more than 0")
            _number("runs_per_month", fact.runs_per_month, 0, 1e9)
        case f.TargetSet():
            _one_of("metric", fact.metric, get_args(Metric))
        case f.WorkCalendarSet() if fact.workdays is not None:
            for day in fact.workdays:
                _number("workdays", day, 0, 6)
            if not fact.workdays:
                raise Refused("workdays names no day: give at least one, such as mon-fri")
        case f.GuidelinePublished() | f.GuidelineWithdrawn() | f.GuidelineAcknowledged():
            if not _VERSION.fullmatch(fact.version):
                raise Refused(
                    "version {version!r} is not numbers with dots between, such as 2 or 1.10", version=fact.version
                )


def _check_measurement(fact: f.MeasurementTaken) -> None:
    _one_of("metric", fact.metric, get_args(Metric))
    _one_of("phase", fact.phase, get_args(MeasurementPhase))
    match fact.metric:
        case "minutes":
            _number("value", fact.value, 1e-9, 1e6, "minutes per run, more than 0")
        case "rating":
            _number("value", fact.value, 1, 5, "a rating from 1 to 5")
        case "defect_rate":
            _number("value", fact.value, 0, 1, "a share from 0 to 1, such as 0.02 or 2%")
    _number("runs", fact.runs, 1, 1e9)
    if fact.recalled and fact.phase != "baseline":
        raise Refused("recalled is said of an `after` measurement: only a baseline can be estimated afterwards")


def _check_names(fact: Any) -> None:
    for name in ("course", "tool", "program", "guideline", "task", "use_case", "department", "course"):
        value = getattr(fact, name, None)
        if value is not None and name in ("course", "tool", "guideline", "task", "program") and not value.strip():
            raise Refused("{name} is empty: give it a name", name=name)
        if value is not None:
            check_id(name, value)


def check_id(name: str, value: str) -> None:
    """An id must be printable and short enough to be one."""
    if len(value) > _LONGEST_ID:
        raise Refused(
            "{name} has {count} characters; an id has at most {most}",
            name=name,
            count=len(value),
            most=_LONGEST_ID,
        )
    if not value.isprintable():
        raise Refused("{name} {value!r} has control characters: remove them", name=name, value=value)


def _check_period(fact: Any) -> None:
    start, end = getattr(fact, "starts_on", None), getattr(fact, "ends_on", None)
    if start is not None and end is not None and end < start:
        raise Refused(
            "the period ends on {end}, before it begins on {start}: swap or correct them", end=end, start=start
        )
    for day in (start, end, getattr(fact, "on", None)):
        if isinstance(day, date) and not 1900 <= day.year <= 2999:
            raise Refused("the date {day} is not of this age: correct the year", day=day)


def _number(name: str, value: float | None, low: float, high: float, unit: str = "") -> None:
    if value is None:
        return
    if not math.isfinite(value) or not low <= value <= high:
        expected = Message(unit) if unit else Message("a number from {low:g} to {high:g}", low=low, high=high)
        raise Refused("{name} {value:g} is not {expected}", name=name, value=value, expected=expected)


def _one_of(name: str, value: str, allowed: tuple[str, ...]) -> None:
    if value not in allowed:
        raise Refused("{name} {value!r} is none of {words}", name=name, value=value, words=allowed)
