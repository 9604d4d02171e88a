"""A whole scheduled run: every configured adapter in order; one that fails does not keep the others from their work."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import attrs

from adoptlog.errors import AdoptLogError, Unusable
from adoptlog.intake import plugged_in
from adoptlog.kit.options import FILES, settings_of
from adoptlog.kit.secrets import scrubbed
from adoptlog.kit.setting_up import set_up, to_be_kept
from adoptlog.log import AdoptLog
from adoptlog.messages import Message

_WAYS = ("import", "push")
_OURS = ("adapter", "unknown", "enabled")


@attrs.frozen(kw_only=True)
class Task:
    """One adapter to run: which way, and with which options."""

    way: str
    adapter: str
    options: Mapping[str, Any]
    create_people: bool = True


@attrs.frozen(kw_only=True)
class Synced:
    """What became of one task; `problem` is None if all went well."""

    way: str
    adapter: str
    read: int = 0
    recorded: int = 0
    duplicates: int = 0
    irrelevant: int = 0
    rejected: int = 0
    left: int = 0
    sent: int = 0
    problem: str | None = None
    notes: tuple[str, ...] = ()


def tasks_of(path: Path) -> list[Task]:
    """The tasks of a configuration file: all imports, then all pushes, each in the order of the file.

    Raises `Unusable` if it cannot be followed.
    """
    try:
        said = tomllib.loads(path.read_text("utf-8"))
    except OSError as problem:
        raise Unusable("{path} cannot be read: {reason}", path=path, reason=Message(problem.strerror or "")) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        raise Unusable("{path} is not TOML: {problem}", path=path, problem=problem) from None
    if unknown := [name for name in said if name not in _WAYS]:
        raise Unusable("{path} has {name!r}; there are: [[import]] and [[push]]", path=path, name=unknown[0])
    tasks = [_task(path, way, one) for way in _WAYS for one in said.get(way, []) if one.get("enabled", True)]
    if not tasks:
        raise Unusable('{path} names no adapter to run: [[import]] with adapter = "csv"', path=path)
    return tasks


def sync(log: AdoptLog, tasks: Sequence[Task]) -> Iterator[Synced]:
    """Run tasks one after the other; what became of each."""
    for task in tasks:
        try:
            yield _ran(log, task)
        except AdoptLogError as problem:
            yield Synced(way=task.way, adapter=task.adapter, problem=problem.message)
        except Exception as problem:  # an adapter's bug is that adapter's problem
            text = scrubbed(f"{type(problem).__name__}: {problem}")
            yield Synced(way=task.way, adapter=task.adapter, problem=text)


def _ran(log: AdoptLog, task: Task) -> Synced:
    adapter = set_up(task.adapter, task.options, today=log.today, zone=log.zone)
    if task.way == "push":
        sent = log.push(adapter).sent
        return Synced(way=task.way, adapter=task.adapter, sent=sent, notes=tuple(adapter.notes))
    if FILES in task.options and not task.options[FILES]:
        return Synced(way=task.way, adapter=task.adapter, notes=(Message("there are no such files now"),))
    settings = to_be_kept(task.options)
    result = log.import_from(adapter, create_people=task.create_people, settings=settings)
    notes = tuple(getattr(adapter, "notes", ()))
    return Synced(
        way=task.way,
        adapter=task.adapter,
        read=result.read,
        recorded=result.recorded,
        duplicates=result.duplicates,
        irrelevant=result.irrelevant,
        rejected=result.rejected,
        left=result.left,
        notes=notes,
    )


def _task(path: Path, way: str, said: Mapping[str, Any]) -> Task:
    name = said.get("adapter")
    if not isinstance(name, str):
        raise Unusable('{path}: each [[{way}]] needs an adapter, e.g. adapter = "csv"', path=path, way=way)
    options = {key.replace("-", "_"): value for key, value in said.items() if key not in _OURS}
    known = _known_options(name)
    if known is not None:
        for key in options:
            if key not in known:
                near = get_close_matches(key, known, n=1)
                has = Message("it has: {options}", options=tuple(known))
                hint = Message("did you mean {near!r}?", near=near[0]) if near else has
                raise Unusable(
                    "{path}: adapter {name} has no option {key!r}; {hint}", path=path, name=name, key=key, hint=hint
                )
    return Task(
        way=way,
        adapter=name,
        options={key: _beside(path, key, value, known or {}) for key, value in options.items()},
        create_people=said.get("unknown", "create") != "reject",
    )


def _known_options(name: str) -> dict[str, Any] | None:
    """The options of an adapter with their types; None if it cannot be used, which its run will say."""
    try:
        return {one.name: one.type for one in settings_of(name, plugged_in.described(name).Options)}
    except AdoptLogError:
        return None


def _beside(path: Path, key: str, value: Any, known: Mapping[str, Any]) -> Any:
    """Paths are meant from where the configuration stands; files may be patterns such as `inbox/*.csv`."""
    folder = path.parent
    if key == FILES:
        return tuple(file for one in ([value] if isinstance(value, str) else value) for file in _files(folder, one))
    return folder / value if known.get(key) is Path and isinstance(value, str) else value


def _files(folder: Path, pattern: str) -> list[Path]:
    if not any(sign in pattern for sign in "*?["):
        return [folder / pattern]
    base = Path(pattern).anchor
    return sorted(Path(base or folder).glob(pattern.removeprefix(base)))
