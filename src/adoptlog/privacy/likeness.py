"""Whether a text names a person: by an id, or by their full name, however it is spelled. Pure.

A program finds what is written like the person's ids and name, and nothing else: a nickname, a surname alone or a
misspelling it does not see.
"""

import hashlib
import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any

GONE = "▮"
"""What stands in other people's words where a person was named."""

_SHORTEST = 2
_LETTER = r"[0-9A-Za-z\u00C0-\u052F]"
"""Digits and the letters of scripts that put spaces between words; Japanese and others do not."""


class Likeness:
    """Everything that is written like one person."""

    def __init__(self, ids: Iterable[str], names: Iterable[str | None]) -> None:
        self.ids = tuple(dict.fromkeys(ids))
        given = tuple(dict.fromkeys(name.strip() for name in names if name and name.strip()))
        self.names = tuple(name for name in given if len(name) >= _SHORTEST)
        self.too_short = tuple(name for name in given if len(name) < _SHORTEST)
        """Names that cannot be told from other words; they are not looked for."""
        self._accounts = {_plain(id_.rpartition(":")[2]) for id_ in self.ids if ":" in id_}
        digests = [hashlib.sha1(f"mailto:{id_}".encode()).hexdigest() for id_ in self.ids if _is_address(id_)]
        self.strings = (*self.ids, *digests, *self.names)
        """What is looked for, as it is written."""
        patterns = [*map(_of_id, (*self.ids, *digests)), *(p for name in self.names for p in _of_name(name))]
        self._pattern = re.compile("|".join(patterns) or r"(?!)", re.IGNORECASE)

    def is_in(self, text: str | None) -> bool:
        """Whether a text names the person.

        >>> Likeness(["e-1001", "1001"], ["Hanako Sato"]).is_in("since 2026-04-01: sato hanako, e-10012, １００１")
        True
        >>> Likeness(["e-1001"], []).is_in("e-10012 and pre-1001")
        False
        """
        return bool(text) and self._pattern.search(_plain(text or "")) is not None

    def is_in_record(self, text: str) -> bool:
        """Whether a source's record (JSON) names the person; there an account's name alone is a name too."""
        return any(self.is_in(leaf) or _plain(leaf).strip() in self._accounts for leaf in leaves(text))

    def without(self, text: str) -> str:
        """The text with the person taken out.

            >>> Likeness(["e-1001"], ["佐藤 花子"]).without("佐藤花子さん（e-1001）と面談")
            '▮さん（▮）と面談'
        >>> Likeness(["e-1001"], ["Zoé Müller"]).without("e-1001さん、Müller, Zoé")
        '▮さん、▮'
        """
        left = self._pattern.sub(GONE, text)
        return GONE if self.is_in(left) else left


def leaves(text: str) -> Iterator[str]:
    """The texts in a JSON text, keys included; what is no JSON is one text."""
    try:
        yield from _leaves(json.loads(text))
    except (ValueError, RecursionError):
        yield text


def _leaves(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, one in value.items():
            yield key
            yield from _leaves(one)
    elif isinstance(value, list):
        for one in value:
            yield from _leaves(one)
    elif value is not None and not isinstance(value, bool):
        yield str(value)


def _plain(text: str) -> str:
    return text if text.isascii() else unicodedata.normalize("NFKC", text)


def _is_address(id_: str) -> bool:
    return "@" in id_ and ":" not in id_


def _of_id(id_: str) -> str:
    """An id standing alone: not part of a longer one; a number is no part of a date, an amount or a version."""
    before, after = rf"(?<!{_LETTER})", rf"(?!{_LETTER})(?!-\d)"
    if id_.isdecimal():
        before, after = before + r"(?<!\d[./:,-])", after + r"(?![./:,]\d)"
    if _is_address(id_):
        before, after = before + r"(?<![.+])", after + r"(?!\.\w)"
    return before + re.escape(_plain(id_)) + after


def _of_name(name: str) -> Iterator[str]:
    """A full name, in both orders if it has two parts, however its parts are spaced."""
    parts = _plain(name).split()
    spaced = all(re.fullmatch(rf"(?:{_LETTER}|[^\w])+", part) for part in parts)
    orders = [parts, parts[::-1]] if len(parts) == _SHORTEST else [parts]
    for order in orders:
        written = (r"[\s,.·・_-]+" if spaced else r"[\s・]*").join(map(re.escape, order))
        yield rf"(?<!{_LETTER}){written}(?!{_LETTER})" if spaced else written
