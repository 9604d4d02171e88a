"""Why: a person's story, every fact about them and every change of status with its cause."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

import attrs

from adoptlog.domain.dates import dated
from adoptlog.domain.summary import Summary
from adoptlog.habit import Habit, HabitDay, HabitPolicy, History, days, trace
from adoptlog.i18n import translate
from adoptlog.status.sentence import sentence


@attrs.frozen(kw_only=True)
class Told:
    """One line of a person's story: an event, or a change of status (`event` is then "status")."""

    on: date | None
    event: str
    text: str


def story(
    summary: Summary,
    history: History,
    as_of: date,
    policy: HabitPolicy,
    target_days: float,
    lang: str,
    words: dict[str, str],
) -> list[Told]:
    """The timeline up to a day, in order; on one day facts come before the status they led to."""
    t = translate(lang)
    told = [
        Told(on=dated(fact), event=t(f"fact {type(fact).__name__}"), text=_described(fact, words, lang))
        for _, _, fact in summary
        if (dated(fact) or date.min) <= as_of
    ]
    if history.used:
        uses = sorted(on for on in history.used if on <= as_of)
        if uses:
            told.append(Told(on=uses[0], event=t("fact ToolUsed"), text=t("first use")))
            last = t("last use; {count} days of use in all").format(count=len(uses))
            told.append(Told(on=uses[-1], event=t("fact ToolUsed"), text=last))
    changes = _changes(trace(days(history, as_of), policy, target_days), lang)
    return in_order([*in_order(told), *changes])


def in_order(told: Iterable[Told]) -> list[Told]:
    """Lines by their day; those of one day stay as they are given."""
    return sorted(told, key=lambda line: line.on or date.min)


def _changes(told: Iterable[HabitDay], lang: str) -> list[Told]:
    t = translate(lang)
    before: HabitDay | None = None
    lines = []
    for day in told:
        if before is None or day.habit.state != before.habit.state:
            text = f"{_sentence(day.habit, lang)} {t('Why')}: {t(f'cause {_cause(day, before)}')}"
            lines.append(Told(on=day.on, event="status", text=text))
        before = day
    return lines


def _cause(day: HabitDay, before: HabitDay | None) -> str:
    """Why another state is shown: what stands over the base state now, or no longer does, or what changed that."""
    if day.overlay is not None:
        return day.overlay.value
    uncovered = before is not None and before.overlay is not None and day.habit.base is before.habit.base
    return f"after_{before.overlay.value}" if uncovered and before and before.overlay else day.cause.value


def _sentence(habit: Habit, lang: str) -> str:
    stands_on = (habit.state, habit.since, habit.tenure, habit.strength, habit.confidence)
    return sentence(lang, *stands_on, habit.window_use, habit.window_days, habit.target)


def _described(fact: Any, words: dict[str, str], lang: str) -> str:
    t, values = translate(lang), []
    for field in attrs.fields(type(fact)):
        value = getattr(fact, field.name)
        if field.name == "on" or value is None or value == ():
            continue
        if isinstance(value, tuple):
            value = "; ".join(words.get(str(v)) or _word(field.name.removesuffix("s"), v, t) for v in value)
        values.append(f"{t(field.name)} {words.get(str(value)) or _word(field.name, value, t)}")
    return t("list comma").join(values)


def _word(field: str, value: Any, t: Callable[[str], str]) -> str:
    """A value as people read it: the catalogues have those that are words of ours."""
    key = str(value) if isinstance(value, bool) else f"{field} {value}"
    return str(value) if t(key) == key else t(key)


def references(summary: Summary) -> list[str]:
    """What stands in a person's facts for words and other people."""
    found = []
    for _, _, fact in summary:
        for field in attrs.fields(type(fact)):
            value = getattr(fact, field.name)
            if field.metadata and isinstance(value, str):
                found.append(value)
    return found
