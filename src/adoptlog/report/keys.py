"""The report for programs: one object with the keys of CONTRACT; what is suppressed or unknown is null."""

from typing import Any

from adoptlog.report.value import Decision, Report

_USAGE = ("active", "known", "eligible", "rate", "low", "high")
_EFFECT = ("task", "metric", "people", "before", "after", "saved", "low", "high", "verdict")
_HOURS = ("value", "low", "high")


def keys(report: Report) -> dict[str, Any]:
    """The object, with plain values only."""
    return {
        "as_of": report.as_of.isoformat(),
        "program": report.program,
        "usage_rate": {name: getattr(report.usage, name) for name in _USAGE},
        "effect": [{name: getattr(one, name) for name in _EFFECT} for one in report.effects],
        "hours_per_month": {name: getattr(report.hours, name) for name in _HOURS},
        "states": None if report.states is None else dict(report.states),
        "decision": _decision(report.decision),
        "people": report.people,
        "verdict": report.verdict,
        "suggestion": report.suggestion.outcome,
    }


def _decision(last: Decision | None) -> dict[str, Any] | None:
    if last is None:
        return None
    return {"decided_on": last.on.isoformat(), "outcome": last.outcome, "note": last.note}
