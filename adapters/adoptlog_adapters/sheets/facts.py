"""What a row of each kind becomes: from its values to observations."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from adoptlog.domain.facts import (
    ActivityReported,
    AdviserAppointed,
    ChampionAppointed,
    CheckInHeld,
    ClosureDeclared,
    DecisionTaken,
    Enrolled,
    Exempted,
    GuidelineAcknowledged,
    GuidelinePublished,
    GuidelineWithdrawn,
    Joined,
    LeaveTaken,
    Left,
    LicenceGranted,
    LiteracyAssessed,
    MeasurementTaken,
    Moved,
    OwnerAppointed,
    ProgramDefined,
    QuestionAnswered,
    QuestionAsked,
    ReviewHeld,
    RoleEnded,
    TargetSet,
    TaskInventoried,
    ToolNewsReleased,
    ToolUsed,
    TrainingAssigned,
    TrainingCompleted,
    UseCasePrioritised,
    UseCaseShared,
    WorkCalendarSet,
)
from adoptlog.intake.observation import Observation, PersonDescribed
from adoptlog_adapters.sheets.cells import NotUnderstood

Values = Mapping[str, Any]
"""The values of a row by column; an empty cell is not among them."""

Observations = list[Observation]


def _only(values: Values, *columns: str) -> dict[str, Any]:
    return {column: values[column] for column in columns if column in values}


def people(row: Values, today: date) -> Observations:
    """A person as the directory knows them; what has no date of its own holds from the day of import if it changed.

    `valid_from` dates department, manager and work calendar, which change by an order of that day; literacy is what is
    known on the day of import, whenever the person moved last.
    """
    who = row["person"]
    return [Observation(who, PersonDescribed(**_only(row, "name", "email"))), *_career(row, who, today)]


def _career(row: Values, who: str, today: date) -> Iterator[Observation]:
    on, undated = row.get("valid_from", today), "valid_from" not in row
    if "joined_on" in row:
        yield Observation(who, Joined(on=row["joined_on"]))
    if moved := _only(row, "department", "manager"):
        yield Observation(who, Moved(on=on, **moved), if_changed=undated)
    if "literacy" in row:
        yield Observation(who, LiteracyAssessed(on=today, level=row["literacy"]), if_changed=True)
    if calendar := _only(row, "country", "timezone", "workdays"):
        yield Observation(who, WorkCalendarSet(on=on, **calendar), if_changed=undated)
    if "licensed_on" in row:
        yield Observation(who, LicenceGranted(on=row["licensed_on"]))
    if "left_on" in row:
        yield Observation(who, Left(on=row["left_on"]))


def leave(row: Values, today: date) -> Observations:
    """Away, both days included."""
    return [Observation(row["person"], LeaveTaken(starts_on=row["from"], ends_on=row["to"], kind=row.get("kind")))]


def exemptions(row: Values, today: date) -> Observations:
    """Not expected to use the tools."""
    return [
        Observation(row["person"], Exempted(starts_on=row["from"], ends_on=row.get("to"), program=row.get("program")))
    ]


def closures(row: Values, today: date) -> Observations:
    """A day on which nobody is expected to work."""
    return [Observation(None, ClosureDeclared(on=row["date"], **_only(row, "department", "country", "name")))]


def usage(row: Values, today: date) -> Observations:
    """A day's use of a tool."""
    return [Observation(row["person"], tool_used(row))]


def tool_used(row: Values) -> ToolUsed:
    """The fact in a row of usage, which says nothing about who."""
    return ToolUsed(tool=row["tool"], on=row["date"], count=row.get("count", 1), use_cases=row.get("use_case", ()))


def activity(row: Values, today: date) -> Observations:
    """So many days of use in a period."""
    fact = ActivityReported(tool=row["tool"], starts_on=row["from"], ends_on=row["to"], active_days=row["active_days"])
    return [Observation(row["person"], fact)]


def assignments(row: Values, today: date) -> Observations:
    """A course somebody was told to take."""
    fact = TrainingAssigned(course=row["course"], on=row["assigned_on"], **_only(row, "program", "due_on"))
    return [Observation(row["person"], fact)]


def trainings(row: Values, today: date) -> Observations:
    """A course somebody finished."""
    fact = TrainingCompleted(course=row["course"], on=row["completed_on"], **_only(row, "score", "passed", "topics"))
    return [Observation(row["person"], fact)]


def check_ins(row: Values, today: date) -> Observations:
    """A talk about somebody's use."""
    details = _only(row, "self_reported_days", "use_case", "note", "by")
    return [Observation(row["person"], CheckInHeld(kind=row["kind"], on=row["held_on"], **details))]


def questions(row: Values, today: date) -> Observations:
    """A question, and its answer once there is one."""
    who, question = row["person"], row["question"]
    asked = Observation(who, QuestionAsked(question=question, on=row["asked_on"]))
    if "answered_on" not in row:
        return [asked]
    answered = QuestionAnswered(question=question, on=row["answered_on"], by=row.get("by"))
    return [asked, Observation(who, answered)]


def guidelines(row: Values, today: date) -> Observations:
    """A version of a guideline, and its end once it has one."""
    which = _only(row, "guideline", "version")
    published = GuidelinePublished(on=row["published_on"], **which, **_only(row, "title", "program"))
    if "withdrawn_on" not in row:
        return [Observation(None, published)]
    return [Observation(None, published), Observation(None, GuidelineWithdrawn(on=row["withdrawn_on"], **which))]


def acknowledgements(row: Values, today: date) -> Observations:
    """Somebody agreed to a version of a guideline."""
    fact = GuidelineAcknowledged(on=row["acknowledged_on"], **_only(row, "guideline", "version"))
    return [Observation(row["person"], fact)]


def measurements(row: Values, today: date) -> Observations:
    """One figure about one task of one person."""
    figure = _only(row, "task", "metric", "value", "phase", "use_case", "recalled", "runs")
    return [Observation(row["person"], MeasurementTaken(on=row["measured_on"], **figure))]


def programs(row: Values, today: date) -> Observations:
    """A program, and who answers for it."""
    owner = row.get("owner")
    defined = ProgramDefined(**{column: value for column, value in row.items() if column != "owner"})
    if owner is None:
        return [Observation(None, defined)]
    appointed = OwnerAppointed(person=owner, starts_on=row.get("starts_on"), program=row["program"])
    return [Observation(None, defined), Observation(None, appointed)]


def enrolments(row: Values, today: date) -> Observations:
    """Somebody takes part in a program."""
    fact = Enrolled(program=row["program"], starts_on=row["from"], ends_on=row.get("to"))
    return [Observation(row["person"], fact)]


def tasks(row: Values, today: date) -> Observations:
    """A line of the work inventory."""
    details = _only(row, "program", "task", "minutes_per_run", "runs_per_month", "department", "person")
    return [Observation(None, TaskInventoried(on=row["inventoried_on"], **details))]


def use_cases(row: Values, today: date) -> Observations:
    """A use case a program aims at, and what it is to reach."""
    which = _only(row, "program", "use_case")
    aimed_at = Observation(None, UseCasePrioritised(**which, **_only(row, "task", "priority", "core")))
    aim = _only(row, "metric", "target")
    if not aim and "target_on" not in row:
        return [aimed_at]
    if len(aim) < 2:
        missing = tuple(column for column in ("metric", "target") if column not in row)
        raise NotUnderstood("a target needs metric and target; {missing} is empty", missing=missing)
    return [aimed_at, Observation(None, TargetSet(on=row.get("target_on"), **which, **aim))]


def roles(row: Values, today: date) -> Observations:
    """Somebody takes a role, perhaps until a day; an owner has a program, not a department."""
    where = _only(row, "program") if row["role"] == "owner" else _only(row, "program", "department")
    appoint = {"owner": OwnerAppointed, "champion": ChampionAppointed, "adviser": AdviserAppointed}[row["role"]]
    appointed = Observation(None, appoint(person=row["person"], starts_on=row["from"], **where))
    if "to" not in row:
        return [appointed]
    return [
        appointed,
        Observation(None, RoleEnded(person=row["person"], role=row["role"], on=row["to"], **where)),
    ]


def shared_use_cases(row: Values, today: date) -> Observations:
    """Somebody showed the others a use that works."""
    fact = UseCaseShared(use_case=row["use_case"], on=row["shared_on"], **_only(row, "task", "title"))
    return [Observation(row["person"], fact)]


def tool_news(row: Values, today: date) -> Observations:
    """A tool changed."""
    return [Observation(None, ToolNewsReleased(tool=row["tool"], on=row["released_on"], title=row.get("title")))]


def reviews(row: Values, today: date) -> Observations:
    """The three-month review of somebody."""
    fact = ReviewHeld(on=row["held_on"], **_only(row, "program", "outcome", "note"))
    return [Observation(row["person"], fact)]


def decisions(row: Values, today: date) -> Observations:
    """What the company decided about a program."""
    return [Observation(None, DecisionTaken(on=row["decided_on"], **_only(row, "program", "outcome", "note")))]
