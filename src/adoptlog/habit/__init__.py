"""The habit model: who has formed the habit (HABIT_MODEL.md). Pure: dates and facts come in as arguments.

`habit` answers for one person, `fold_block` for everybody; the two are equal.
"""

from .block import NEVER, Aggregates, Block, SelfReports, Snapshots, Spans
from .columns import STATES, FoldState
from .days import beginning, dates_of_use, days
from .gather import block_of, first_needed, together
from .habits import Habits, habits_of
from .history import Day, DayKind, Evidence, History, Use
from .matrix import DayMatrix
from .plain import depth, fold, habit, trace
from .policy import TOLERANCE, HabitPolicy, OutOfBounds, Reliability
from .reaching import reaches_back
from .state import Cause, Habit, HabitDay, State
from .vectorised import advance, fold_at, fold_block, fold_days, fold_state, resume

__all__ = [
    "NEVER",
    "STATES",
    "TOLERANCE",
    "Aggregates",
    "Block",
    "Cause",
    "Day",
    "DayKind",
    "DayMatrix",
    "Evidence",
    "FoldState",
    "Habit",
    "HabitDay",
    "HabitPolicy",
    "Habits",
    "History",
    "OutOfBounds",
    "Reliability",
    "SelfReports",
    "Snapshots",
    "Spans",
    "State",
    "Use",
    "advance",
    "beginning",
    "block_of",
    "dates_of_use",
    "days",
    "depth",
    "first_needed",
    "fold",
    "fold_at",
    "fold_block",
    "fold_days",
    "fold_state",
    "habit",
    "habits_of",
    "reaches_back",
    "resume",
    "together",
    "trace",
]
