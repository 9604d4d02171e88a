"""What the model says about one person: the state, and the numbers it stands on (HABIT_MODEL.md, "What is shown")."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

import attrs


class State(StrEnum):
    """The base states of the table, then what may stand over them; a member equals its name in lower case."""

    NOT_STARTED = "not_started"
    TRYING = "trying"
    FORMING = "forming"
    HABITUAL = "habitual"
    SLIPPING = "slipping"
    LAPSED = "lapsed"
    UNKNOWN = "unknown"
    ON_LEAVE = "on_leave"
    EXEMPT = "exempt"
    LEFT = "left"


class Cause(StrEnum):
    """Why the base state last changed."""

    NO_USE_YET = "no_use_yet"
    FIRST_USE = "first_use"
    CAME_BACK = "came_back"
    GAP = "gap"
    GREW = "grew"
    BECAME_HABIT = "became_habit"
    SILENT = "silent"
    LOW = "low"
    WEAK = "weak"
    FADED = "faded"
    RECOVERED = "recovered"
    SETTLED = "settled"


@attrs.frozen(kw_only=True)
class Habit:
    """One person's habit at the end of a day; strengths, paces and shares are 0..1, unrounded."""

    state: State
    """What is shown: the base state, or what stands over it."""
    base: State
    since: date | None
    """First day of the shown state's present run; None before the person's days begin."""
    base_since: date | None
    """First day of the base state's present run, whatever stood over it meanwhile."""
    strength: float
    pace: float | None
    """A of this very day; None when it is no counted day."""
    silence: int | None
    """Counted days since the last use; None before the person's days begin."""
    silence_limit: int | None
    """L of this very day; None when it is no counted day."""
    tenure: int | None
    """Counted days since first use (or since coming back); None before the person's days begin."""
    core_share: float | None
    depth: str
    """`core`, `peripheral` or `unknown`."""
    confidence: str
    """`A` to `D`."""
    window_use: float
    """u: summed use of the last counted days."""
    window_days: int
    """n: how many counted days that is, at most the window."""
    target: float
    """c·W/5: the use a full window is measured against."""
    active_days: int
    """Counted days with use so far, at most the depth window."""
    unknown_days: int
    """Work days in a row up to this day that nothing speaks about."""
    first_used_on: date | None = None
    last_used_on: date | None = None


@attrs.frozen(kw_only=True)
class HabitDay:
    """One day of a traced fold: the habit at its end, and what only that day can tell."""

    on: date
    habit: Habit
    overlay: State | None
    """What stands over the base state, if anything does."""
    usual_rate: float | None
    """q of this very day; None when it is no counted day."""
    cause: Cause
    """Why the base state last changed."""
