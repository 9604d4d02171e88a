"""The kinds of CSV file: which columns each has, which of them it needs, and what its rows become."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from difflib import get_close_matches
from typing import Any

import attrs

from adoptlog.errors import Unusable
from adoptlog.intake.observation import Observation
from adoptlog.messages import Message
from adoptlog_adapters.sheets import facts
from adoptlog_adapters.sheets import values as read_as
from adoptlog_adapters.sheets.columns import CHECK_INS, COLUMNS, DECISIONS, Column

Build = Callable[[Mapping[str, Any], date], Sequence[Observation]]


@attrs.frozen
class Kind:
    """A kind of file; `build` makes observations from the values of a row and the day of import."""

    name: str
    columns: tuple[Column, ...]
    build: Build


def _kind(name: str, build: Build, required: str, optional: str = "", /, **other: dict[str, Any]) -> Kind:
    """A kind made of known columns; `other` says in what they differ here."""
    columns = [attrs.evolve(COLUMNS[column], required=True) for column in required.split()]
    columns += [COLUMNS[column] for column in optional.split()]
    return Kind(name, tuple(attrs.evolve(column, **other.get(column.name, {})) for column in columns), build)


_ALL = (
    _kind(
        "people",
        facts.people,
        "person",
        "name email department manager valid_from joined_on left_on literacy country timezone workdays licensed_on",
    ),
    _kind("leave", facts.leave, "person from to", "kind"),
    _kind("exemptions", facts.exemptions, "person from", "to program"),
    _kind(
        "closures",
        facts.closures,
        "date",
        "department country name",
        name={"ja": "名称", "example": "Founding day", "example_ja": "創立記念日"},
    ),
    _kind("usage", facts.usage, "person date tool", "count use_case", use_case={"read": read_as.ids}),
    _kind("activity", facts.activity, "person tool from to active_days"),
    _kind("assignments", facts.assignments, "person course assigned_on", "program due_on"),
    _kind("trainings", facts.trainings, "person course completed_on", "score passed topics"),
    _kind(
        "check-ins",
        facts.check_ins,
        "person kind held_on",
        "self_reported_days use_case note by",
        kind={"read": CHECK_INS, "example": "meeting", "example_ja": "定例MTG"},
    ),
    _kind("questions", facts.questions, "person question asked_on", "answered_on by"),
    _kind("guidelines", facts.guidelines, "guideline version published_on", "withdrawn_on title program"),
    _kind("acknowledgements", facts.acknowledgements, "person guideline version acknowledged_on"),
    _kind(
        "measurements",
        facts.measurements,
        "person task metric value measured_on phase",
        "use_case recalled runs",
    ),
    _kind(
        "programs",
        facts.programs,
        "program",
        "title tools target_days core_use_cases owner starts_on monthly_cost hourly_cost chosen_below",
    ),
    _kind("enrolments", facts.enrolments, "person program from", "to"),
    _kind("tasks", facts.tasks, "program task inventoried_on minutes_per_run runs_per_month", "department person"),
    _kind("use-cases", facts.use_cases, "program use_case", "task priority metric target target_on core"),
    _kind("roles", facts.roles, "person role from", "to department program"),
    _kind("shared-use-cases", facts.shared_use_cases, "person use_case shared_on", "task title"),
    _kind("tool-news", facts.tool_news, "tool released_on", "title"),
    _kind("reviews", facts.reviews, "person program held_on outcome", "note"),
    _kind(
        "decisions",
        facts.decisions,
        "program decided_on outcome",
        "note",
        outcome={"read": DECISIONS, "example": "continue", "example_ja": "継続"},
    ),
)

KINDS: Mapping[str, Kind] = {kind.name: kind for kind in _ALL}


def kind_named(name: str) -> Kind:
    """The kind of a name. Raises `Unusable`, with a suggestion."""
    if name in KINDS:
        return KINDS[name]
    near = get_close_matches(name, KINDS, n=1)
    hint = (
        Message("did you mean {near!r}?", near=near[0]) if near else Message("there are: {names}", names=tuple(KINDS))
    )
    raise Unusable("no kind of CSV file is named {name!r}; {hint}", name=name, hint=hint)
