"""A policy: every number of the habit model, the follow-ups and the effect, read from TOML (CONTRACT, "Policy")."""

import hashlib
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path
from typing import Any

import attrs
import cattrs

from adoptlog.domain.facts import PolicyAdopted
from adoptlog.domain.summary import Summary
from adoptlog.effect.policy import EffectPolicy
from adoptlog.errors import AdoptLogError
from adoptlog.follow_up.policy import FollowUpPolicy
from adoptlog.follow_up.rule import Limits
from adoptlog.habit import HabitPolicy, OutOfBounds, Reliability
from adoptlog.messages import Message, together
from adoptlog.rule_book import rules

_Path = tuple[str, ...]


class PolicyError(AdoptLogError):
    """A policy file that cannot be followed; each problem names line, value and what is allowed."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__(together(problems))
        self.problems = problems


@attrs.frozen(kw_only=True)
class CalendarPolicy:
    """What is assumed about days off."""

    country: str | None = None
    """The country (ISO 3166) of people who have none; without one they have no public holidays."""


@attrs.frozen(kw_only=True)
class RetentionPolicy:
    """How long people are remembered, and how long copies that are not ours to clean are kept. None: not said."""

    months_without_facts: int | None = None
    """After so many months without a fact a person is forgotten."""
    months_after_leaving: int | None = None
    """So many months after their last day a person is forgotten."""
    backups_days: int | None = None
    archive_days: int | None = None
    """The archive of write-ahead logs."""
    replicas_days: int | None = None
    exports_days: int | None = None
    """Files that were exported: reports, listings, calendar files, letters."""
    sources_days: int | None = None
    """The systems the facts came from, and the files they were imported from."""
    server_logs_days: int | None = None


@attrs.frozen(kw_only=True)
class Policy:
    """All numbers together. The default is what the documentation says."""

    habit: HabitPolicy = attrs.field(factory=HabitPolicy)
    effect: EffectPolicy = attrs.field(factory=EffectPolicy)
    calendar: CalendarPolicy = attrs.field(factory=CalendarPolicy)
    follow_ups: FollowUpPolicy = attrs.field(factory=FollowUpPolicy)
    retention: RetentionPolicy = attrs.field(factory=RetentionPolicy)


def read_policy(text: str) -> Policy:
    """The policy of a TOML text; what it does not name keeps its default. Raises `PolicyError`.

    >>> read_policy("[rules.never-started]\\nworking_days = 5").follow_ups.rules["never-started"]
    Limits(enabled=True, working_days=5)
    >>> read_policy("[habit]\\nwindwo = 5")
    Traceback (most recent call last):
    ...
    adoptlog.policy.PolicyError: line 2: [habit] has no windwo; did you mean window?
    """
    try:
        said = tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        raise PolicyError([Message("this is not TOML: {problem}", problem=problem)]) from None
    reading = _Reading(text)
    tables = reading.tables(said, ("habit", "effect", "calendar", "retention", "follow_ups", "rules"))
    follow_ups = reading.values(FollowUpPolicy, tables["follow_ups"], ("follow_ups",), without=("rules", "version"))
    policy = {
        "habit": reading.habit(tables["habit"]),
        "effect": reading.structured(EffectPolicy, tables["effect"], ("effect",)),
        "calendar": reading.structured(CalendarPolicy, tables["calendar"], ("calendar",)),
        "retention": reading.structured(RetentionPolicy, tables["retention"], ("retention",)),
        "follow_ups": FollowUpPolicy(**follow_ups, rules=reading.rules(tables["rules"]), version=version(text)),
    }
    if reading.problems:
        raise PolicyError(reading.in_order())
    return Policy(**policy)


def in_force(shared: Iterable[Summary], on: date) -> Policy:
    """The policy adopted last by a day, the default before the first; `shared` is what concerns everybody."""
    adopted = [fact for summary in shared for fact in summary.of(PolicyAdopted) if fact.on <= on]
    return _parsed(max(adopted, key=lambda fact: fact.on).policy) if adopted else Policy()


@lru_cache(maxsize=16)
def _parsed(text: str) -> Policy:
    return read_policy(text)


def version(text: str) -> str:
    """What a follow-up remembers of the policy that raised it."""
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def default_policy(lang: str = "en") -> str:
    """The defaults as commented TOML, the rules of others included."""
    text = (Path(__file__).parent / f"policy.{lang}.toml").read_text("utf-8")
    for rule in rules():
        if f"[rules.{rule.name}]" not in text:
            text += f"\n[rules.{rule.name}]\n" + "".join(_written(rule.limits()))
    return text


def _written(limits: Limits) -> Iterator[str]:
    for name, value in attrs.asdict(limits).items():
        yield f"{name} = {str(value).lower() if isinstance(value, bool) else value!r}\n"


def _strict() -> cattrs.Converter:
    """A converter that takes a number for a number and nothing else."""
    converter = cattrs.Converter()

    def only(kind: type, *others: type) -> Any:
        def take(value: Any, _: Any) -> Any:
            if isinstance(value, bool) is not (kind is bool) or not isinstance(value, (kind, *others)):
                raise ValueError(Message("it must be {kind}", kind=Message(_KINDS[kind])))
            if isinstance(value, int | float) and value < 0:
                raise ValueError("it must not be negative")
            return kind(value)

        return take

    for kind, others in {int: (), float: (int,), bool: (), str: ()}.items():
        converter.register_structure_hook(kind, only(kind, *others))
    return converter


_FEW = 8
_KINDS = {int: "a whole number", float: "a number", bool: "true or false", str: "a text in quotes"}
_CONVERTER = _strict()


class _Reading:
    """Reads one text, and gathers what is wrong with it."""

    def __init__(self, text: str) -> None:
        self.problems: list[tuple[int, str]] = []
        self._lines = dict(_lines(text))

    def in_order(self) -> list[str]:
        """The problems from the first line to the last."""
        return [
            Message("line {line}: {problem}", line=line, problem=text) if line else text
            for line, text in sorted(self.problems)
        ]

    def tables(self, said: Mapping[str, Any], known: tuple[str, ...]) -> dict[str, Mapping[str, Any]]:
        """The tables of the top; anything else there is a problem."""
        found: dict[str, Mapping[str, Any]] = {name: {} for name in known}
        for name, table in said.items():
            if name not in known:
                self._problem((name,), Message("there is no [{name}]; {hint}", name=name, hint=_hint(name, known)))
            elif not isinstance(table, Mapping):
                self._problem((name,), Message("{name} must be a table: [{name}]", name=name))
            else:
                found[name] = table
        return found

    def values(
        self, kind: type, table: Mapping[str, Any], path: _Path, without: tuple[str, ...] = ()
    ) -> dict[str, Any]:
        """The values of a table, each as its field wants it; what cannot be read is a problem and left out."""
        fields = {f.name: f for f in attrs.fields(attrs.resolve_types(kind)) if f.name not in without}
        read: dict[str, Any] = {}
        for name, value in table.items():
            if name not in fields:
                where, hint = ".".join(path), _hint(name, fields)
                self._problem(
                    (*path, name), Message("[{table}] has no {name}; {hint}", table=where, name=name, hint=hint)
                )
                continue
            try:
                read[name] = _CONVERTER.structure(value, fields[name].type)
            except Exception as problem:
                expected = _innermost(problem)
                said = Message("{name} is {value!r}; {expected}", name=name, value=value, expected=expected)
                self._problem((*path, name), said)
        return read

    def structured(self, kind: type, table: Mapping[str, Any], path: _Path) -> Any:
        """A table as the value it describes."""
        return kind(**self.values(kind, table, path))

    def habit(self, table: Mapping[str, Any]) -> HabitPolicy:
        """The habit model's numbers, which know their own bounds."""
        table = dict(table)
        trusted = table.pop("reliability", {})
        given = self.values(HabitPolicy, table, ("habit",), without=("reliability",))
        try:
            reliability = self.structured(Reliability, trusted, ("habit", "reliability"))
            return HabitPolicy(**given, reliability=reliability)
        except OutOfBounds as problem:
            text = problem.message
            self._problem(("habit", *text.split()[0].split(".")), text)
            return HabitPolicy()

    def rules(self, said: Mapping[str, Any]) -> dict[str, Limits]:
        """The limits of the rules that are named."""
        by_name = {rule.name: rule for rule in rules()}
        read: dict[str, Limits] = {}
        for name, table in said.items():
            if name not in by_name:
                self._problem(
                    ("rules", name), Message("there is no rule {name}; {hint}", name=name, hint=_hint(name, by_name))
                )
            else:
                read[name] = self.structured(by_name[name].limits, table, ("rules", name))
        return read

    def _problem(self, path: _Path, text: str) -> None:
        self.problems.append((self._lines.get(path) or self._lines.get(path[:-1]) or 0, text))


def _lines(text: str) -> Iterator[tuple[_Path, int]]:
    """On which line each table and each key stands; the TOML library does not say."""
    table: _Path = ()
    for number, line in enumerate(text.splitlines(), 1):
        if heading := re.match(r"\s*\[([^\[\]]+)\]", line):
            table = tuple(part.strip().strip("\"'") for part in heading[1].split("."))
            yield table, number
        elif key := re.match(r"\s*[\"']?([\w-]+)[\"']?\s*[.=]", line):
            yield (*table, key[1]), number


def _hint(name: str, known: Any) -> Message:
    near = get_close_matches(name, list(known), n=1, cutoff=0.6)
    if near:
        return Message("did you mean {near}?", near=near[0])
    if len(known) <= _FEW:
        return Message("there is {names}", names=tuple(known))
    return Message("`rules policy` shows what there is")


def _innermost(problem: BaseException) -> str:
    while isinstance(problem, BaseExceptionGroup):
        problem = problem.exceptions[0]
    said = problem.args[0] if problem.args else ""
    return Message(said) if isinstance(said, str) and not isinstance(said, Message) else said
