"""What one statement says."""

import math
from collections.abc import Callable, Collection, Mapping
from datetime import UTC, datetime
from typing import Any, Literal

import attrs

from adoptlog.domain.facts import GuidelineAcknowledged, ToolUsed, TrainingAssigned, TrainingCompleted
from adoptlog.intake.observation import Irrelevant, Observation, RecordVoided, Rejected, Translation
from adoptlog.messages import Explained, Message
from adoptlog_adapters.identity import BadId, plain_id
from adoptlog_adapters.xapi.actors import Nobody, external_id
from adoptlog_adapters.xapi.mapping import Verb, Vocabulary

Statement = Mapping[str, Any]

OURS = "adoptlog"
"""The platform of the statements that adoptlog sends: it does not learn from itself."""


class Malformed(Explained, ValueError):
    """A statement that speaks of something relevant, but not as xAPI has it."""


def statement_id(statement: Statement) -> str | None:
    """The id of a statement as its source gives it; ids are compared without regard to case."""
    given = statement.get("id")
    return given.strip().lower() or None if isinstance(given, str) else None


def without_answers(statement: Statement) -> Statement:
    """A statement without what nobody has to keep: the actor's name, and what was answered."""
    kept = dict(statement)
    for part, names in (("actor", {"name"}), ("result", {"response", "extensions"})):
        if isinstance(inner := kept.get(part), Mapping) and names & inner.keys():
            kept[part] = {name: value for name, value in inner.items() if name not in names}
    return kept


@attrs.frozen
class Understanding:
    """How statements are understood: the vocabulary, and whose account names are employee numbers."""

    vocabulary: Vocabulary
    employee_numbers_at: Collection[str] = ()

    def of(self, statement: Statement) -> Translation:
        """The observations of a statement; what is not asked for is irrelevant, however odd it is otherwise."""
        if at_path(statement, "context", "platform") == OURS:
            return Irrelevant("adoptlog said this itself")
        iri = at_path(statement, "verb", "id")
        if not isinstance(iri, str):
            return Rejected("the statement has no verb")
        verb = self.vocabulary.verb(iri)
        if verb is None or verb.means == "ignored":
            return Irrelevant(Message("verb {iri}", iri=iri))
        return _explained(lambda: self._voiding(statement) if verb.means == "voided" else self._said(statement, verb))

    def training(self, statement: Statement, means: Literal["completed", "passed", "failed"]) -> Translation:
        """What a statement says of which it is known that it is about a training, and what it means."""
        return _explained(lambda: self._observed(statement, Verb(means)))

    def _voiding(self, statement: Statement) -> Translation:
        target = at_path(statement, "object", "id")
        if at_path(statement, "object", "objectType") != "StatementRef" or not isinstance(target, str):
            raise Malformed("a voiding statement whose object is no StatementRef")
        return [Observation(None, RecordVoided(target.strip().lower()))]

    def _said(self, statement: Statement, verb: Verb) -> Translation:
        activity = at_path(statement, "object", "id")
        if at_path(statement, "object", "objectType") not in (None, "Activity"):
            return Irrelevant("the object is no activity")
        kind = at_path(statement, "object", "definition", "type")
        if verb.means not in ("used", "acknowledged") and not self.vocabulary.is_course(activity, kind):
            return Irrelevant("the activity is no course")
        return self._observed(statement, verb)

    def _observed(self, statement: Statement, verb: Verb) -> Translation:
        activity = at_path(statement, "object", "id")
        if not isinstance(activity, str) or not activity.strip():
            raise Malformed("the object has no id")
        person = external_id(statement.get("actor"), self.employee_numbers_at)
        at = moment(statement)
        return [Observation(person, self._fact(statement, verb, activity, at), at=at)]

    def _fact(self, statement: Statement, verb: Verb, activity: str, at: datetime) -> Any:
        on = at.date()
        match verb.means:
            case "used":
                use_cases = (verb.use_case,) if verb.use_case else ()
                return ToolUsed(tool=verb.tool, on=on, use_cases=use_cases, evidence="observed")
            case "acknowledged":
                return GuidelineAcknowledged(guideline=self._course(activity), version=verb.version, on=on)
            case "assigned":
                return TrainingAssigned(course=self._course(activity), on=on)
        return TrainingCompleted(
            course=self._course(activity), on=on, score=_score(statement), passed=_passed(statement, verb)
        )

    def _course(self, activity: str) -> str:
        try:
            return plain_id(self.vocabulary.course(activity))
        except BadId as problem:
            raise Malformed(
                "object.id {activity!r} {problem}", activity=activity[:60], problem=problem.message
            ) from None


def _explained(understand: Callable[[], Translation]) -> Translation:
    """What is understood, or why it is not."""
    try:
        return understand()
    except Nobody as nobody:
        return Irrelevant(nobody.message)
    except BadId as problem:
        return Rejected(Message("actor {problem}", problem=problem.message))
    except Malformed as problem:
        return Rejected(problem.message)


def _passed(statement: Statement, verb: Verb) -> bool | None:
    if verb.means != "completed":
        return verb.means == "passed"
    success = at_path(statement, "result", "success")
    return success if isinstance(success, bool) else None


def _score(statement: Statement) -> float | None:
    """A share from 0 to 1; a score below nothing, or of an unknown whole, says nothing."""
    scaled = _number(statement, "scaled")
    if scaled is not None and not -1 <= scaled <= 1:
        raise Malformed("result.score.scaled {scaled:g} is not between -1 and 1", scaled=scaled)
    if scaled is not None and scaled >= 0:
        return scaled
    raw, most = _number(statement, "raw"), _number(statement, "max")
    if raw is None or most is None or raw < 0 or most <= 0:
        return None
    return min(raw / most, 1.0)


def _number(statement: Statement, name: str) -> float | None:
    value = at_path(statement, "result", "score", name)
    if value is None:
        return None
    try:
        if isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value):
            return float(value)
    except OverflowError:
        pass
    raise Malformed("result.score.{name} is not a number", name=name)


def moment(statement: Statement) -> datetime:
    """When it happened; else when it was stored. Raises `Malformed`."""
    name = "stored" if statement.get("timestamp") is None else "timestamp"
    text = statement.get(name)
    if text is None:
        raise Malformed("the statement has neither timestamp nor stored")
    try:
        moment = datetime.fromisoformat(text) if isinstance(text, str) and "T" in text.upper() else None
        if moment is not None and moment.tzinfo is not None:
            moment.astimezone(UTC)
            return moment
    except (ValueError, OverflowError):
        pass
    raise Malformed(
        "{name} {value!r} is not a time with its zone (expected e.g. 2026-04-01T09:00:00+09:00)",
        name=name,
        value=str(text)[:40],
    )


def at_path(statement: Any, *path: str) -> Any:
    """What stands at a path in a statement; None where the path ends."""
    for name in path:
        if not isinstance(statement, Mapping):
            return None
        statement = statement.get(name)
    return statement
