"""What verbs and activities mean: the ones everybody uses, and those of a mapping file.

A mapping file is TOML or JSON. It gives verbs (by their IRI) a meaning, in one word

    "https://lms.example/verbs/finished" = "completed"           # completed, passed, failed, irrelevant

or with what else is known:

    course_types = ["https://lms.example/types/workshop"]        # further activity types that are courses

    [verbs."https://lms.example/verbs/finished"]
    means = "completed"          # completed, passed, failed, assigned, acknowledged, used, irrelevant

    [verbs."https://lms.example/verbs/agreed"]
    means = "acknowledged"       # the activity is the guideline
    version = "1.0"

    [verbs."https://chat.example/verbs/prompted"]
    means = "used"               # of any activity; `use_case` may be left out
    tool = "chatgpt"
    use_case = "drafting"

    [courses]                    # an activity under the name the course has elsewhere
    "https://lms.example/course/7" = "genai-basics"
"""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

import attrs
import msgspec

from adoptlog.errors import Unusable
from adoptlog.messages import Message

Meaning = Literal["completed", "passed", "failed", "assigned", "acknowledged", "used", "ignored", "voided"]
MeaningOfFile = Literal["completed", "passed", "failed", "assigned", "acknowledged", "used", "ignored", "irrelevant"]


@attrs.frozen
class Verb:
    """What a verb means, and what it needs to mean it."""

    means: Meaning
    tool: str = ""
    use_case: str = ""
    version: str = ""


_VERBS: dict[str, Verb] = {
    "adlnet.gov/expapi/verbs/completed": Verb("completed"),
    "activitystrea.ms/schema/1.0/complete": Verb("completed"),
    "adlnet.gov/expapi/verbs/attended": Verb("completed"),
    "activitystrea.ms/schema/1.0/attend": Verb("completed"),
    "activitystrea.ms/attend": Verb("completed"),
    "id.tincanapi.com/verb/attended": Verb("completed"),
    "adlnet.gov/expapi/verbs/passed": Verb("passed"),
    "adlnet.gov/expapi/verbs/mastered": Verb("passed"),
    "adlnet.gov/expapi/verbs/failed": Verb("failed"),
    "adlnet.gov/expapi/verbs/voided": Verb("voided"),
}
_COURSES = frozenset(
    {
        "adlnet.gov/expapi/activities/course",
        "w3id.org/xapi/cmi5/activitytype/course",
        "id.tincanapi.com/activitytype/lms/course",
        "lrs.learninglocker.net/define/type/moodle/course",
    }
)


class _VerbInFile(msgspec.Struct, forbid_unknown_fields=True):
    means: MeaningOfFile
    tool: str = ""
    use_case: str = ""
    version: str = ""


class _File(msgspec.Struct, forbid_unknown_fields=True):
    verbs: dict[str, _VerbInFile | MeaningOfFile] = {}
    courses: dict[str, str] = {}
    course_types: list[str] = []


@attrs.frozen
class Vocabulary:
    """The verbs and course types that are understood, and the names of courses."""

    verbs: Mapping[str, Verb] = _VERBS
    course_types: frozenset[str] = _COURSES
    courses: Mapping[str, str] = attrs.field(factory=dict)

    def verb(self, iri: str) -> Verb | None:
        """What a verb means; None if it says nothing here."""
        return self.verbs.get(bare(iri))

    def is_course(self, activity: object, kind: object) -> bool:
        """Whether an activity is a course: by its type, or because the mapping file names it."""
        named = isinstance(activity, str) and activity in self.courses
        return named or (isinstance(kind, str) and bare(kind) in self.course_types)

    def course(self, activity: str) -> str:
        """The id of the course that an activity is."""
        return self.courses.get(activity, activity)


def vocabulary(path: Path | None) -> Vocabulary:
    """The usual vocabulary, and what a mapping file adds to it. Raises `Unusable`."""
    if path is None:
        return Vocabulary()
    try:
        data = path.read_bytes()
        content = tomllib.loads(data.decode()) if path.suffix.lower() == ".toml" else msgspec.json.decode(data)
        file = msgspec.convert(_gathered(content), _File)
    except OSError as problem:
        raise Unusable(
            "{path}: cannot be read: {reason}", path=path, reason=Message(problem.strerror or "")
        ) from problem
    except (ValueError, RecursionError, msgspec.MsgspecError) as problem:
        raise Unusable("{path}: is no mapping file: {problem}", path=path, problem=problem) from problem
    added = {bare(iri): _verb(path, iri, said) for iri, said in file.verbs.items()}
    return Vocabulary(_VERBS | added, _COURSES | {bare(kind) for kind in file.course_types}, file.courses)


def _gathered(content: Any) -> Any:
    """The file with the verbs that stand at its top among its `verbs`."""
    if not isinstance(content, dict) or not isinstance(content.get("verbs", {}), dict):
        return content
    top = {name: said for name, said in content.items() if ":" in name}
    rest = {name: said for name, said in content.items() if name not in top}
    return rest | {"verbs": top | rest.get("verbs", {})}


def _verb(path: Path, iri: str, given: _VerbInFile | MeaningOfFile) -> Verb:
    said = _VerbInFile(given) if isinstance(given, str) else given
    for meaning, needed in (("used", said.tool), ("acknowledged", said.version)):
        if said.means == meaning and not needed:
            raise Unusable(
                "{path}: verb {iri!r} means {meaning!r}, which needs {needed}",
                path=path,
                iri=iri,
                meaning=meaning,
                needed="tool" if meaning == "used" else "version",
            )
    means: Meaning = "ignored" if said.means == "irrelevant" else said.means
    return Verb(means, said.tool, said.use_case, said.version)


def bare(iri: str) -> str:
    """An IRI without what differs from system to system: scheme, `www.`, the slash at its end."""
    return iri.strip().partition("://")[2].removeprefix("www.").rstrip("/") or iri
