"""The counts of a row: which of them say that somebody used Claude, and how much."""

from collections.abc import Iterator, Mapping
from typing import Any

_CODE = "claude_code_metrics"
_ELSEWHERE = (
    *("chat_metrics", "cowork_metrics", "chat_cowork_unified_metrics", "office_metrics", "design_metrics"),
    *("science_metrics", "claude_tag_metrics", "web_search_count"),
)
METRICS = (*_ELSEWHERE, _CODE)
_MESSAGES = ("message_count", "active_message_count")
_SESSIONS = ("distinct_session_count", "num_sessions")


def of_claude(row: Mapping[str, Any]) -> int:
    """Messages in chat, Cowork, both unified (where they move to once that is switched on), Office and the rest; 1 if
    there was something else, 0 if there was nothing."""
    return _amount({name: row.get(name) for name in _ELSEWHERE}, _MESSAGES)


def of_claude_code(row: Mapping[str, Any]) -> int:
    """Sessions of Claude Code; 1 if there was something else, 0 if there was nothing."""
    return _amount(row.get(_CODE), _SESSIONS)


def of_console(row: Mapping[str, Any]) -> int:
    """The same, in a row of the Console's report."""
    return _amount({name: row.get(name) for name in ("core_metrics", "tool_actions")}, _SESSIONS)


def _amount(metrics: Any, counted: tuple[str, ...]) -> int:
    counts = list(_counts(metrics))
    return sum(count for name, count in counts if name in counted) or int(any(count for _, count in counts))


def _counts(metrics: Any, name: str = "") -> Iterator[tuple[str, int]]:
    """Every number within; to look at what somebody else has shared is no use of one's own."""
    if isinstance(metrics, Mapping):
        for inner, value in metrics.items():
            yield from _counts(value, inner)
    elif metrics is not None and "viewed" not in name:
        yield name, int(metrics)
