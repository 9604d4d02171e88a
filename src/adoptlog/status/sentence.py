"""The one sentence that says what a status stands on, in English or Japanese, with the same numbers."""

from collections.abc import Callable
from datetime import date
from functools import lru_cache
from operator import itemgetter
from string import Formatter
from typing import Any

from adoptlog.i18n import translate

FIELDS = ("state", "since", "tenure", "strength", "confidence", "window_use", "window_days", "target")
"""What `sentence` asks for besides the language."""

_MARKS = {"use": "%s", "days": "%d", "target": "%s", "strength": "%.2f", "tenure": "%d"}


def sentence(
    lang: str,
    state: str,
    since: date | None,
    tenure: int | None,
    strength: float,
    confidence: str,
    window_use: float,
    window_days: int,
    target: float,
) -> str:
    """Used on u of the last n counted days, strength, tenure, state, confidence: the fields of a `Habit`."""
    pattern, in_its_order = _pattern(lang, state, confidence, since is None and tenure is None)
    told: str = pattern % in_its_order((number(window_use), window_days, number(target), strength, tenure or 0))
    return told


@lru_cache(maxsize=256)
def _pattern(lang: str, state: str, confidence: str, unheard_of: bool) -> tuple[str, Callable[[Any], Any]]:
    """The sentence with everything in it that few people differ in, and how the rest stands in its order."""
    t = translate(lang)
    text = (
        t("{state}: no licence, joining date or use is known yet. Confidence {confidence}.")
        if unheard_of
        else t(
            "{state}: used on {use} of the last {days} counted days (target {target}), strength {strength}, "
            "{tenure} counted days since first use. Confidence {confidence}."
        )
    )
    places = [list(_MARKS).index(name) for _, name, _, _ in Formatter().parse(text) if name in _MARKS]
    pattern = text.replace("%", "%%").format(state=t(f"state {state}"), confidence=confidence, **_MARKS)
    return pattern, itemgetter(*places) if places else lambda _: ()


@lru_cache(maxsize=4096)
def number(value: float) -> str:
    """At most two decimals, without trailing zeros.

    >>> number(6.0), number(2.50), number(4.8)
    ('6', '2.5', '4.8')
    """
    return f"{value:.2f}".rstrip("0").rstrip(".")
