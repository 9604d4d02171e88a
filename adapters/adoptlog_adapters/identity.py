"""How an external id is written: the same person or course spelled two ways is one id."""

import re
import unicodedata

from adoptlog.messages import Explained

LONGEST = 255
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


class BadId(Explained, ValueError):
    """A text that cannot be an id; the message completes the sentence "this id …"."""


def normal_id(text: str) -> str:
    """An id as adoptlog keeps it: trimmed, full-width as ASCII, case kept, e-mail addresses in lower case."""
    identifier = plain_id(text)
    return identifier.lower() if "@" in identifier and ":" not in identifier else identifier


def plain_id(text: str) -> str:
    """The same for what is no person: a tool, a course, a program."""
    identifier = text.strip() if text.isascii() else unicodedata.normalize("NFKC", text).strip()
    if len(identifier) > LONGEST:
        raise BadId("is longer than {longest} characters", longest=LONGEST)
    if _UNPRINTABLE.search(identifier):
        raise BadId("has control characters")
    return identifier
