"""The daily reports: links to files of rows, one row per person who used Copilot on that day (UTC)."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import msgspec

from adoptlog.domain.facts import ToolUsed
from adoptlog.errors import Unusable
from adoptlog.kit import Irrelevant, Observation, Translation
from adoptlog.kit.web import Web
from adoptlog_adapters.github_copilot.people import described, person

_COUNTS = ("user_initiated_interaction_count", "code_generation_activity_count", "code_acceptance_activity_count")
_USED = "used_"
_UNASKED = "used_copilot_code_review_passive"
"""Copilot was sent to review by a rule of the repository; the person did nothing."""


def rows(web: Web, scope: str, day: date) -> Iterator[Mapping[str, Any]] | None:
    """The rows of a day, None if there is no report of it. Raises `Unusable`."""
    report = _report(web, scope, day)
    return None if report is None else _rows(web, report)


def _report(web: Web, scope: str, day: date) -> Mapping[str, Any] | None:
    answer = web.get(f"{scope}/copilot/metrics/reports/users-1-day", {"day": day.isoformat()})
    if answer.status_code == 204:
        return None
    report = _decoded(answer.content)
    if not isinstance(report, dict) or report.get("report_day") != day.isoformat():
        raise Unusable("GitHub was asked for the report of {day} and answered with another one", day=day)
    return report


def _rows(web: Web, report: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    for link in report["download_links"]:
        for line in web.signed(link).content.splitlines():
            if line.strip():
                yield {name: value for name, value in _decoded(line).items() if _needed(name)}


def _needed(name: str) -> bool:
    return name in ("user_id", "user_login", "day", *_COUNTS) or name.startswith(_USED)


def _decoded(text: bytes) -> Any:
    try:
        return msgspec.json.decode(text)
    except ValueError:
        raise Unusable("a report of GitHub is broken: try again later") from None


def use(row: Mapping[str, Any], tool: str, *, only_asked: bool) -> Translation:
    """What a row says. That it is there says that Copilot was used: completions and what only GitHub's own servers
    know of leave every count at 0."""
    asked = row.get(_COUNTS[0]) or 0
    if only_asked and not asked:
        return Irrelevant("nothing was asked of Copilot on that day")
    active = any(row.get(name) for name in _COUNTS) or any(
        value for name, value in row.items() if name.startswith(_USED) and name != _UNASKED
    )
    if row.get(_UNASKED) and not active:
        return Irrelevant("Copilot reviewed by a rule, without being asked")
    day = date.fromisoformat(row["day"])
    return [
        described(row["user_id"], row["user_login"]),
        Observation(person(row["user_id"]), ToolUsed(tool=tool, on=day, count=max(1, asked))),
    ]
