"""The verdict on a program: what may be said of all its tasks together."""

from collections.abc import Sequence

from adoptlog.effect.hours import HoursSaved
from adoptlog.effect.task import TaskEffect
from adoptlog.effect.verdict import Verdict


def headline(effects: Sequence[TaskEffect], hours: HoursSaved, enough: bool) -> Verdict:
    """From the verdicts on the minutes of its tasks and the interval of all hours; `enough` is whether enough was
    measured for anything to stand at the top.

    The hours tell whether time is saved at all, the tasks whether it matters: shown if half of them are, and none of
    them is worse. Where a task's verdict leaves regression to the mean out, so does this one.
    """
    verdicts = [one.verdict for one in effects if one.metric == "minutes" and one.verdict not in (None, "INSUFFICIENT")]
    if not enough or not verdicts or hours.low is None or hours.high is None:
        return "INSUFFICIENT"
    if hours.high < 0:
        return "WORSE"
    shown = [verdict for verdict in verdicts if verdict in ("SHOWN", "LIKELY", "SHOWN_BUT_SMALL")]
    if hours.low <= 0 or not shown:
        return "NOT_SHOWN"
    if 2 * shown.count("SHOWN") >= len(verdicts) and "WORSE" not in verdicts:
        return "SHOWN"
    return "LIKELY" if set(shown) != {"SHOWN_BUT_SMALL"} else "SHOWN_BUT_SMALL"
