"""Texts in English and Japanese, by gettext: the English text is the key, the compiled catalogues are shipped."""

import gettext
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

LANGUAGES = ("en", "ja")
_LOCALES = Path(__file__).parent / "locale"


@lru_cache(maxsize=len(LANGUAGES))
def translate(lang: str) -> Callable[[str], str]:
    """The function that translates into a language; what has no translation stays English.

    >>> translate("ja")("state habitual")
    '定着'
    """
    return gettext.translation("adoptlog", _LOCALES, [lang], fallback=True).gettext
