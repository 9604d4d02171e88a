"""The one sentence that says what a status stands on, in English or Japanese, with the same numbers."""

from datetime import date
from functools import lru_cache

from adoptlog.i18n import translate


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
    unheard_of = since is None and tenure is None
    return _pattern(lang, state, confidence, unheard_of) % {
        "use": number(window_use),
        "days": window_days,
        "target": number(target),
        "strength": strength,
        "tenure": tenure or 0,
    }


@lru_cache(maxsize=256)
def _pattern(lang: str, state: str, confidence: str, unheard_of: bool) -> str:
    """The sentence with everything in it that few people differ in."""
    t = translate(lang)
    text = (
        t("{state}: no licence, joining date or use is known yet. Confidence {confidence}.")
        if unheard_of
        else t(
            "{state}: used on {use} of the last {days} counted days (target {target}), strength {strength}, "
            "{tenure} counted days since first use. Confidence {confidence}."
        )
    )
    return text.replace("%", "%%").format(
        state=t(f"state {state}"),
        confidence=confidence,
        use="%(use)s",
        days="%(days)d",
        target="%(target)s",
        strength="%(strength).2f",
        tenure="%(tenure)d",
    )


@lru_cache(maxsize=4096)
def number(value: float) -> str:
    """At most two decimals, without trailing zeros.

    >>> number(6.0), number(2.50), number(4.8)
    ('6', '2.5', '4.8')
    """
    return f"{value:.2f}".rstrip("0").rstrip(".")
