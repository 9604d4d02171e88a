"""Tokens and passwords: from the environment or the keyring, and never to be seen anywhere else."""

import hashlib
import hmac
import json
import os
from collections.abc import Mapping
from importlib.util import find_spec
from typing import Any, NoReturn

from adoptlog.errors import Unusable
from adoptlog.messages import Message

SERVICE = "adoptlog"
_HIDDEN = "•••"
_SHORTEST = 5
_seen: set[str] = set()


class Secret:
    """A token, key or password. It shows itself to nobody who does not ask with `reveal`.

    >>> token = Secret("s3cret-token")
    >>> token, f"{token}", token.reveal()
    (Secret('•••'), '•••', 's3cret-token')
    """

    __slots__ = ("_value",)

    def __init__(self, value: str) -> None:
        self._value = value
        _watch(value)

    def reveal(self) -> str:
        """The secret itself, to be put into a request and nowhere else."""
        return self._value

    def __repr__(self) -> str:
        return f"{type(self).__name__}({_HIDDEN!r})"

    def __str__(self) -> str:
        return _HIDDEN

    def __format__(self, spec: str) -> str:
        return format(_HIDDEN, spec)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Secret) and hmac.compare_digest(self._value.encode(), other._value.encode())

    def __hash__(self) -> int:
        return hash(self._value)

    def __reduce__(self) -> NoReturn:
        raise TypeError("a secret is not written anywhere")


class KeptSecret(Secret):
    """A secret that the other side replaces while we work, such as a refresh token that can be used once.

    The new one is stored in the keyring before anybody uses it. It takes the place of the one in the environment as
    long as that has not been changed.
    """

    __slots__ = ("_entry", "_origin")

    def __init__(self, value: str, entry: str, origin: str) -> None:
        super().__init__(value)
        self._entry, self._origin = entry, origin

    def keep(self, new: str) -> None:
        """Store the new secret and go on with it. Raises `Unusable` if it cannot be stored."""
        _watch(new)
        _write(self._entry, json.dumps({"after": self._origin, "secret": new}))
        self._value = new

    def ensure_keepable(self) -> None:
        """Raises `Unusable` if a new secret could not be stored: find out before the old one is used up."""
        _keyring_or_refuse(self._entry)


def environment_name(adapter: str, option: str) -> str:
    """The environment variable of an option.

    >>> environment_name("github-copilot", "token")
    'ADOPTLOG_GITHUB_COPILOT_TOKEN'
    """
    return f"ADOPTLOG_{adapter}_{option}".upper().replace("-", "_").replace(".", "_")


def keyring_name(adapter: str, option: str) -> str:
    """The user name of an option in the keyring, under the service `adoptlog`."""
    return f"{adapter}.{option}"


def secret_for(adapter: str, option: str, environ: Mapping[str, str], *, kept: bool = False) -> Secret | None:
    """The secret of an option, None if neither the environment nor the keyring has one."""
    given, entry = environ.get(environment_name(adapter, option)), keyring_name(adapter, option)
    if kept:
        return _kept(given, entry)
    value = given or _read(entry)
    return Secret(value) if value else None


def scrubbed(text: str) -> str:
    """A text without any secret this process has seen; a message that can still be told in another language stays one.

    >>> _ = Secret("0123456789abcdef")
    >>> scrubbed("wstoken=0123456789abcdef is not valid")
    'wstoken=••• is not valid'
    """
    clean = _without_secrets(text)
    if clean == text:
        return text
    if not isinstance(text, Message):
        return clean
    again = Message(text.template, **{name: _scrubbed_value(value) for name, value in text.values.items()})
    return again if again == clean else clean


def _scrubbed_value(value: Any) -> Any:
    return (
        value if isinstance(value, int | float | tuple) else scrubbed(value if isinstance(value, str) else str(value))
    )


def _without_secrets(text: str) -> str:
    for value in sorted(_seen, key=len, reverse=True):  # one may begin like another
        text = text.replace(value, _HIDDEN)
    return text


def _watch(value: str) -> None:
    if len(value) >= _SHORTEST:
        _seen.add(value)


def _kept(given: str | None, entry: str) -> KeptSecret | None:
    origin = hashlib.sha256((given or "").encode()).hexdigest()[:16]
    stored = _read(entry)
    try:
        renewed = json.loads(stored or "{}")
        value = renewed.get("secret") if not given or renewed.get("after") == origin else None
        origin = renewed.get("after", origin) if value else origin
    except (ValueError, AttributeError):
        value = stored  # put there by hand
    value = value or given
    return KeptSecret(value, entry, origin) if value else None


def _keyring() -> Any:
    """The keyring, None if there is none to be had."""
    if find_spec("keyring") is None:
        return None
    import keyring
    from keyring.backends import fail

    return None if isinstance(keyring.get_keyring(), fail.Keyring) else keyring


def _keyring_or_refuse(entry: str) -> Any:
    if find_spec("keyring") is None:
        raise Unusable(
            '{entry} is renewed while it is used and has to be stored: pip install "adoptlog[http]"', entry=entry
        )
    keyring = _keyring()
    if keyring is None:
        raise Unusable(
            "{entry} is renewed while it is used and has to be stored, but this machine has no keyring: set "
            "PYTHON_KEYRING_BACKEND to one it can use (https://keyring.readthedocs.io)",
            entry=entry,
        )
    return keyring


def _read(entry: str) -> str | None:
    keyring = _keyring()
    if keyring is None:
        return None
    try:
        value: str | None = keyring.get_password(SERVICE, entry)
    except keyring.errors.KeyringError:
        return None
    return value


def _write(entry: str, value: str) -> None:
    keyring = _keyring_or_refuse(entry)
    try:
        keyring.set_password(SERVICE, entry, value)
    except keyring.errors.KeyringError as problem:
        raise Unusable(
            "{entry} could not be stored in the keyring: {kind}", entry=entry, kind=type(problem).__name__
        ) from None


def environment() -> Mapping[str, str]:
    """The environment of this process."""
    return os.environ
