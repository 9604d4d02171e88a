"""The one sentence that says what a status stands on, in English or Japanese, with the same numbers."""

from adoptlog.habit import Habit
from adoptlog.i18n import translate


def sentence(habit: Habit, lang: str) -> str:
    """Used on u of the last n counted days, strength, tenure, state, confidence."""
    t = translate(lang)
    state = t(f"state {habit.state.value}")
    if habit.since is None and habit.tenure is None:
        return t("{state}: no licence, joining date or use is known yet. Confidence {confidence}.").format(
            state=state, confidence=habit.confidence
        )
    return t(
        "{state}: used on {use} of the last {days} counted days (target {target}), strength {strength}, "
        "{tenure} counted days since first use. Confidence {confidence}."
    ).format(
        state=state,
        use=number(habit.window_use),
        days=habit.window_days,
        target=number(habit.target),
        strength=f"{habit.strength:.2f}",
        tenure=habit.tenure or 0,
        confidence=habit.confidence,
    )


def number(value: float) -> str:
    """At most two decimals, without trailing zeros.

    >>> number(6.0), number(2.50), number(4.8)
    ('6', '2.5', '4.8')
    """
    return f"{value:.2f}".rstrip("0").rstrip(".")
