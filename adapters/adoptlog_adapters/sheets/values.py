"""Reading a cell as a number, an answer, a choice, a list or a text."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from functools import lru_cache

import attrs

from adoptlog_adapters.identity import BadId, normal_id, plain_id
from adoptlog_adapters.sheets.cells import NotUnderstood

_NUMBER = re.compile(r"[+-]?(?:\d{1,15}|\d{1,3}(?:,\d{3}){1,4})(?:\.\d{0,30})?(?:[eE][+-]?\d{1,2})?$", re.ASCII)
_NORMAL_ID = re.compile(r"[A-Za-z0-9._-]{1,255}")  # nearly all of millions: nothing to trim, fold or complain about
_LARGEST = 2**32 - 1
_YES = frozenset({"true", "yes", "y", "1", "1.0", "合格", "はい", "○", "〇", "済"})
_NO = frozenset({"false", "no", "n", "0", "0.0", "不合格", "いいえ", "×", "未"})


def plain(text: str) -> str:
    """A cell without the differences that mean nothing in numbers and words of a fixed set."""
    return unicodedata.normalize("NFKC", text).strip()


def person_id(text: str) -> str:
    """Who: an employee number, an e-mail address or another system's account."""
    return text if _NORMAL_ID.fullmatch(text) else _id(normal_id, text)


@lru_cache(maxsize=8192)
def name_id(text: str) -> str:
    """Which tool, course, program, department, task or use case."""
    return _id(plain_id, text)


def email(text: str) -> str:
    """An e-mail address, in lower case."""
    address = person_id(text).lower()
    if not re.fullmatch(r"[^@\s]+@[^@\s]+", address):
        raise NotUnderstood("is not an e-mail address (expected e.g. sato@example.co.jp)")
    return address


def free_text(text: str) -> str:
    """Words as they were written."""
    if "\x00" in text:
        raise NotUnderstood("has a NUL character")
    return text.strip()


def number(text: str) -> float:
    """A number; thousands may be set off by commas."""
    written = plain(text)
    if not _NUMBER.match(written):
        raise NotUnderstood("is not a number (expected e.g. 12.5)")
    return float(written.replace(",", ""))


def number_or_share(text: str) -> float:
    """A number, or per cent as a share."""
    written = plain(text)
    if written.endswith("%"):
        return number(written[:-1]) / 100
    return number(written)


def whole(text: str) -> int:
    """A whole number, also written 3.0."""
    try:
        value = number(text)
    except NotUnderstood:
        value = 0.5
    if value != int(value) or abs(value) > _LARGEST:
        raise NotUnderstood("is not a whole number (expected e.g. 3)")
    return int(value)


@lru_cache(maxsize=4096)
def count(text: str) -> int:
    """How often: a whole number from 0."""
    value = whole(text)
    if value < 0:
        raise NotUnderstood("is not a count (expected a whole number from 0)")
    return value


def score(text: str) -> float:
    """A share from 0 to 1, written as one, as per cent, or as points out of 100."""
    points = number_or_share(text)
    if points > 1 and "%" not in plain(text):
        points /= 100
    if not 0 <= points <= 1:
        raise NotUnderstood("is not a score (expected 0 to 1, points up to 100, or 85%)")
    return points


def yes_no(text: str) -> bool:
    """True or false."""
    word = plain(text).lower()
    if word in _YES:
        return True
    if word in _NO:
        return False
    raise NotUnderstood("is neither yes nor no (expected e.g. true, no, 1, 合格)")


@lru_cache(maxsize=4096)
def ids(text: str) -> tuple[str, ...]:
    """A list separated by `;`, each member once, in the order given."""
    members = (name_id(part) for part in unicodedata.normalize("NFKC", text).split(";"))
    return tuple(dict.fromkeys(member for member in members if member))


@attrs.frozen(eq=False)
class OneOf:
    """A reader of a fixed set of words: each is its own name, a Japanese word stands for the English one."""

    words: Mapping[str, str]
    """Japanese to English."""
    _known: Mapping[str, str]

    def __call__(self, text: str) -> str:
        word = plain(text).lower()
        meaning = self._known.get(word) or self._known.get(re.sub(r"[\s-]+", "_", word))
        if meaning is None:
            raise NotUnderstood("is none of {words}", words=tuple(dict.fromkeys(self.words.values())))
        return meaning

    def words_in(self, lang: str) -> list[str]:
        """The words to choose from in a language."""
        return list(self.words if lang == "ja" else dict.fromkeys(self.words.values()))


def one_of(words: Mapping[str, str]) -> OneOf:
    """A reader of these words."""
    known = {word: word for word in words.values()} | {plain(ja).lower(): word for ja, word in words.items()}
    return OneOf(words, known)


def some_of(words: Mapping[str, str]) -> Callable[[str], tuple[str, ...]]:
    """A reader of a list of words of a fixed set."""
    one = one_of(words)

    def read(text: str) -> tuple[str, ...]:
        return tuple(
            dict.fromkeys(one(part) for part in unicodedata.normalize("NFKC", text).split(";") if part.strip())
        )

    return read


def _id(normal: Callable[[str], str], text: str) -> str:
    try:
        return normal(text)
    except BadId as problem:
        raise NotUnderstood(problem.message) from None
