"""Texts in English and Japanese, by gettext: the English text is the key, the compiled catalogues are shipped."""

import gettext
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from adoptlog.messages import Message

LANGUAGES = ("en", "ja")
LOCALES = Path(__file__).parent / "locale"


@lru_cache(maxsize=len(LANGUAGES))
def translate(lang: str) -> Callable[[str], str]:
    """The function that translates into a language; what has no translation stays English.

    >>> translate("ja")("state habitual")
    '定着'
    """
    return gettext.translation("adoptlog", LOCALES, [lang], fallback=True).gettext


def told(text: str, lang: str) -> str:
    """What a refusal, a dead letter or a finding says, in a language.

    >>> from adoptlog.errors import Refused
    >>> told(Refused("{name} is empty: give it a name", name="tool").message, "ja")
    'toolが空です。名前を入力してください。'
    """
    if isinstance(text, Message):
        return text.filled(translate(lang))
    return translate(lang)(text) if text else text
