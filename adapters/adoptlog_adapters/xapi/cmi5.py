"""cmi5: whether what is said in a registration shows that a course was taken.

The LMS says in its launched statement by what a learner moves on (`moveOn`); what the content says later counts only as
far as that. So these statements are understood together with the others of their registration, which stand under `KEY`.
Source: cmi5 specification, 9.3 (verbs), 9.6 (context), 13.1.4 (moveOn).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, Literal, cast

import attrs

from adoptlog.intake.observation import Irrelevant, Observation, RecordVoided, Rejected, Translation
from adoptlog.messages import Message
from adoptlog_adapters.xapi.mapping import bare
from adoptlog_adapters.xapi.statements import (
    Malformed,
    Statement,
    Understanding,
    at_path,
    moment,
    statement_id,
    without_answers,
)

KEY = "(cmi5)"
"""Under this name a statement has the others of its registration."""

_EXTENSION = "https://w3id.org/xapi/cmi5/context/extensions/"
_CATEGORY = "w3id.org/xapi/cmi5/context/categories/cmi5"
_COURSE = "w3id.org/xapi/cmi5/activitytype/course"
_VERBS = {
    **{f"adlnet.gov/expapi/verbs/{word}": word for word in ("launched", "completed", "passed", "failed")},
    **{f"w3id.org/xapi/adl/verbs/{word}": word for word in ("waived", "satisfied")},
}
_COUNTS: Mapping[str, tuple[str, ...]] = {
    "Passed": ("passed",),
    "Completed": ("completed",),
    "CompletedOrPassed": ("completed", "passed"),
    "CompletedAndPassed": ("completed", "passed"),
}
"""Which results count under which moveOn; under NotApplicable, the default, none does: it proves no learning."""

_KEPT = ("id", "actor", "timestamp", "stored")


def registration_of(statement: Statement) -> str | None:
    """The registration of a statement that has to be understood together with others; None for any other."""
    registration = at_path(statement, "context", "registration")
    if not isinstance(registration, str) or _word(statement) is None:
        return None
    categories = at_path(statement, "context", "contextActivities", "category")
    some = categories if isinstance(categories, list) else [categories]
    defined = any(bare(str(at_path(one, "id"))) == _CATEGORY for one in some)
    return registration.strip().lower() if defined else None


def slim(statement: Statement) -> dict[str, Any]:
    """What is needed of a statement that waits for the others: many wait at once."""
    statement = without_answers(statement)
    context, result = at_path(statement, "context"), at_path(statement, "result")
    said = {name: statement[name] for name in _KEPT if name in statement}
    said["verb"] = {"id": at_path(statement, "verb", "id")}
    said["object"] = {
        "id": at_path(statement, "object", "id"),
        "definition": {"type": at_path(statement, "object", "definition", "type")},
    }
    extensions = at_path(context, "extensions")
    if isinstance(extensions, Mapping):
        ours = {name: value for name, value in extensions.items() if name.startswith(_EXTENSION)}
        said["context"] = {"extensions": ours}
    if isinstance(result, Mapping):
        said["result"] = {name: result[name] for name in ("score", "success") if name in result}
    return said


@attrs.frozen
class Registration:
    """A learner's way through one course: all that was said about it."""

    said: Sequence[Statement]

    def says(self, statement: Statement, understanding: Understanding) -> Translation:
        """What a statement of the registration means among the others."""
        match _word(statement):
            case "launched":
                return Irrelevant("a launch is no result")
            case "satisfied":
                return self._satisfied(statement, understanding)
            case "completed" | "passed" | "failed" if self._launch(statement) is None:
                return understanding.of(statement)
        why_not = self._why_not(statement)
        if why_not is None and self._course_satisfied():
            why_not = Message("the registration's course is satisfied, which says it")
        if why_not is not None:
            return Irrelevant(why_not)
        graded, means = self._graded(statement)
        return understanding.training(graded, means)

    def _satisfied(self, statement: Statement, understanding: Understanding) -> Translation:
        if not _of_course(statement):
            return Irrelevant("a block is no course")
        results = list(self._results())
        reached = [one for one in results if _word(one) != "failed"]
        if not reached:
            return Irrelevant("satisfied without a result that counts: it proves no learning")
        graded = [self._graded(one) for one in reached]
        grades = [result for one, _ in graded if (result := one.get("result"))]
        passed = any(means == "passed" for _, means in graded)
        of_course = {**statement, "result": grades[0] if len(grades) == 1 else None}
        said = understanding.training(of_course, "passed" if passed else "completed")
        if isinstance(said, Irrelevant | Rejected):
            return said
        ids = sorted(id_ for one in results if (id_ := statement_id(one)))
        return [*said, *(Observation(None, RecordVoided(id_)) for id_ in ids)]

    def _graded(self, statement: Statement) -> tuple[Statement, Literal["completed", "passed", "failed"]]:
        """A result that counts, with the grade it stands for, and what it means."""
        match _word(statement):
            case "waived":
                return {**statement, "result": None}, "passed"
            case "completed" if self._moves_on_by(statement) == "CompletedAndPassed":
                passed = self._first("passed", statement) or {}
                return {**statement, "result": passed.get("result")}, "passed"
            case word:
                return statement, cast(Literal["completed", "passed", "failed"], word)

    def _course_satisfied(self) -> bool:
        return any(_word(one) == "satisfied" and _of_course(one) for one in self.said)

    def _results(self) -> Iterator[Statement]:
        """What counts of what was reached or tried."""
        for one in self.said:
            if _word(one) not in ("launched", "satisfied", None) and self._why_not(one) is None:
                yield one

    def _why_not(self, statement: Statement) -> str | None:
        """Why a result does not count; None if it does."""
        word = _word(statement)
        if word == "waived":
            return None
        launch = self._launch(statement)
        if launch is None:
            return Message("nothing in the registration says by what the learner moves on")
        if _extension(launch, "launchmode") in ("Browse", "Review"):
            return Message("the content was only browsed or reviewed")
        move_on = self._moves_on_by(statement)
        counting = _COUNTS.get(move_on, ())
        if word == "failed":
            return None if "passed" in counting else Message("moveOn is {move_on}", move_on=move_on)
        if word not in counting:
            return Message("moveOn is {move_on}", move_on=move_on)
        if move_on == "CompletedAndPassed" and statement_id(statement) != self._both(statement):
            return Message("moveOn is CompletedAndPassed, which another statement meets, or none yet")
        return None

    def _moves_on_by(self, statement: Statement) -> str:
        launch = self._launch(statement)
        return str((_extension(launch, "moveon") if launch else None) or "NotApplicable")

    def _both(self, statement: Statement) -> str | None:
        """The id of the later of the first completed and the first passed of an activity, once there are both."""
        firsts = [self._first(word, statement) for word in ("completed", "passed")]
        some = [one for one in firsts if one is not None]
        return statement_id(max(some, key=_order)) if len(some) == 2 else None

    def _first(self, word: str, like: Statement) -> Statement | None:
        same = (one for one in self._about(like) if _word(one) == word and not self._only_looked(one))
        return min(same, key=_order, default=None)

    def _only_looked(self, statement: Statement) -> bool:
        launch = self._launch(statement)
        return launch is not None and _extension(launch, "launchmode") in ("Browse", "Review")

    def _launch(self, statement: Statement) -> Statement | None:
        """The launch of the statement's session; where it names none, the activity's last one before it."""
        launches = [one for one in self._about(statement) if _word(one) == "launched"]
        session = _extension(statement, "sessionid")
        of_session = [one for one in launches if session and _extension(one, "sessionid") == session]
        before = [one for one in launches if _order(one) <= _order(statement)]
        return max(of_session or before or launches, key=_order, default=None)

    def _about(self, statement: Statement) -> Iterable[Statement]:
        activity = at_path(statement, "object", "id")
        return (one for one in self.said if at_path(one, "object", "id") == activity)


def _word(statement: Statement) -> str | None:
    return _VERBS.get(bare(str(at_path(statement, "verb", "id"))))


def _of_course(statement: Statement) -> bool:
    return bare(str(at_path(statement, "object", "definition", "type"))) == _COURSE


def _extension(statement: Statement, name: str) -> Any:
    return at_path(statement, "context", "extensions", f"{_EXTENSION}{name}")


def _order(statement: Statement) -> tuple[float, str]:
    try:
        at: datetime | None = moment(statement)
    except Malformed:
        at = None
    return (at.timestamp() if at else 0.0, statement_id(statement) or "")
