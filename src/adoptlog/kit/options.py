"""The options of an adapter: a typed attrs class, which says all there is to say about them once."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import attrs

from adoptlog.errors import Unusable
from adoptlog.kit.secrets import environment_name, secret_for
from adoptlog.messages import Message


class NotGiven(Unusable):
    """An option that an adapter cannot do without."""


FROM_THE_RUN = ("today", "zone")
"""Options of these names are not asked for: the run gives today's date and the company's time zone."""

FILES = "files"
"""An option of this name takes the files named on the command line."""

_READ: Mapping[type, Callable[[str], Any]] = {int: int, float: float, date: date.fromisoformat, Path: Path}
_EXPECTED = {
    int: Message("a whole number"),
    float: Message("a number"),
    date: Message("a date such as 2026-04-01"),
    Path: Message("a path"),
}
_YES, _NO = ("1", "true", "yes", "on"), ("0", "false", "no", "off", "")


def option(
    help: str, *, default: Any = attrs.NOTHING, converter: Callable[[Any], Any] | None = None, many: bool = False
) -> Any:
    """A setting. Without a default it has to be given. `many`: it may be given several times.

    Its type says how it is read: `bool` is a flag, a tuple takes several, a `Literal` one of its words.
    """
    return attrs.field(default=default, converter=converter, metadata={"help": help, "many": many})


def secret(help: str, *, required: bool = True, kept: bool = False) -> Any:
    """A token, key or password (a `Secret`): from the environment or the keyring, never from the command line.

    `kept`: the other side replaces it while we work, so that the new one is stored (a `KeptSecret`).
    """
    return attrs.field(default=None, metadata={"help": help, "secret": True, "required": required, "kept": kept})


@attrs.frozen(kw_only=True)
class Setting:
    """One option of an adapter, as the command line, a configuration file and `adapters show` need it."""

    adapter: str
    name: str
    help: str
    type: Any
    default: Any
    required: bool
    many: bool = False
    secret: bool = False
    kept: bool = False

    @property
    def flag(self) -> bool:
        """Whether it is switched on rather than given a value."""
        return self.type is bool

    @property
    def words(self) -> tuple[str, ...]:
        """The words it may be, if they are given."""
        return get_args(self.type) if get_origin(self.type) is Literal else ()

    @property
    def flag_name(self) -> str:
        """Its name on the command line."""
        return f"--{self.name.replace('_', '-')}"

    @property
    def variable(self) -> str:
        """Its name in the environment."""
        return environment_name(self.adapter, self.name)

    def read(self, value: Any) -> Any:
        """A value as somebody wrote it, in its type. Raises `Unusable`."""
        if self.many and not isinstance(value, Mapping):
            return tuple(self._one(v) for v in ([value] if isinstance(value, str) else value))
        return self._one(value)

    def _one(self, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        if self.flag and value.lower() in (*_YES, *_NO):
            return value.lower() in _YES
        if self.flag or (self.words and value not in self.words):
            raise self._unlike(value, self.words or Message("yes or no"))
        try:
            return _READ.get(self.type, str)(value)
        except ValueError:
            raise self._unlike(value, _EXPECTED[self.type]) from None

    def _unlike(self, value: str, expected: str | tuple[str, ...]) -> Unusable:
        return Unusable(
            "{option} of {adapter} is {value!r}; expected {expected}",
            option=self.flag_name,
            adapter=self.adapter,
            value=value,
            expected=expected,
        )


def settings_of(adapter: str, options: type) -> tuple[Setting, ...]:
    """The options that an adapter asks for."""
    hints = get_type_hints(options)
    return tuple(
        _setting(adapter, field, hints.get(field.name, str))
        for field in attrs.fields(options)
        if field.init and field.name not in FROM_THE_RUN
    )


def _setting(adapter: str, field: Any, hint: Any) -> Setting:
    hint, said = _without_none(hint), field.metadata
    several = get_origin(hint) in (tuple, list, frozenset)
    return Setting(
        adapter=adapter,
        name=field.name,
        help=said.get("help", ""),
        type=(get_args(hint) or (str,))[0] if several else hint,
        default=None if field.default is attrs.NOTHING else field.default,
        required=said.get("required", field.default is attrs.NOTHING),
        many=several or said.get("many", False),
        secret=said.get("secret", False),
        kept=said.get("kept", False),
    )


def _without_none(hint: Any) -> Any:
    if get_origin(hint) not in (Union, UnionType):
        return hint
    some = [one for one in get_args(hint) if one is not type(None)]
    return some[0] if len(some) == 1 else str


def options_from(
    adapter: str, options: type, given: Mapping[str, Any], environ: Mapping[str, str], *, secrets_needed: bool = True
) -> Any:
    """The options of an adapter: as given, else from the environment. Raises `Unusable` for what is missing or wrong.

    Secrets are only ever looked for in the environment and the keyring.
    """
    settings = {setting.name: setting for setting in settings_of(adapter, options)}
    values: dict[str, Any] = {}
    for name, setting in settings.items():
        if setting.secret:
            if name in given:
                raise Unusable(
                    "{name} of {adapter} is a secret: put it into {variable}, or the keyring",
                    name=name,
                    adapter=adapter,
                    variable=setting.variable,
                )
            values[name] = secret_for(adapter, name, environ, kept=setting.kept)
            if values[name] is None and setting.required and secrets_needed:
                raise NotGiven(
                    "adapter {adapter} needs a secret, its {name} ({help}): set {variable}, or store it with `keyring "
                    "set adoptlog {adapter}.{name}`",
                    adapter=adapter,
                    name=name,
                    help=Message(setting.help),
                    variable=setting.variable,
                )
        elif given.get(name) is not None:
            values[name] = setting.read(given[name])
        elif name != FILES and setting.variable in environ:
            values[name] = setting.read(environ[setting.variable])
        elif setting.required:
            where = Message("{option} ({help})", option=setting.flag_name, help=Message(setting.help))
            raise NotGiven(
                "adapter {adapter} needs {where}", adapter=adapter, where=where if setting.help else setting.flag_name
            )
    fields = {field.name for field in attrs.fields(options)}
    run = {name: given[name] for name in FROM_THE_RUN if name in fields and name in given}
    return options(**values, **run)
