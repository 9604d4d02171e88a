"""Anthropic's API, as far as its two reports of use go; what it does not know it refuses."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import attrs
from kit.pulse import serving

ANALYTICS, ADMIN = "sk-ant-api01-s3cret-analytics", "sk-ant-admin01-s3cret"


@attrs.define(kw_only=True)
class Anthropic:
    """Rows of each day of both reports; `latest` is the last day there is, `names_it` whether refusals say so."""

    users: dict[str, list[dict[str, Any]]] = attrs.field(factory=dict)
    code: dict[str, list[dict[str, Any]]] = attrs.field(factory=dict)
    latest: str = "2026-06-07"
    names_it: bool = True
    page: int = 2
    bearer: bool = False
    asked: list[str] = attrs.field(factory=list)

    def answer(self, request: BaseHTTPRequestHandler) -> None:
        """Answer a request."""
        url = urlsplit(request.path)
        params = dict(parse_qsl(url.query))
        self.asked.append(request.path)
        bearer = request.headers.get("Authorization", "").removeprefix("Bearer ") if self.bearer else None
        key = request.headers.get("x-api-key") or bearer
        if not self.bearer and request.headers.get("anthropic-version") != "2023-06-01":
            _refuse(request, 400, "anthropic-version: header is required")
        elif url.path == "/v1/organizations/analytics/users" and key == ANALYTICS:
            self._listed(request, self.users, params, "date")
        elif url.path == "/v1/organizations/usage_report/claude_code" and key == ADMIN:
            self._listed(request, self.code, params, "starting_at")
        else:
            _refuse(request, 404, "Not found")

    def _listed(self, request: Any, days: dict[str, list[Any]], params: dict[str, str], name: str) -> None:
        day, limit = params.get(name, ""), int(params.get("limit", 20))
        if not set(params) <= {name, "limit", "page"} or not 1 <= limit <= 1000 or day < "2026-01-01":
            _refuse(request, 400, "invalid query parameters")
        elif name == "date" and day > self.latest:
            named = f"; the latest available day is {self.latest}" if self.names_it else ""
            _refuse(request, 400, f"data is not available for this date{named}")
        else:
            rows, start = days.get(day, []), int(params.get("page", "page_0").removeprefix("page_"))
            more = start + self.page < len(rows)
            page = {"data": rows[start : start + self.page], "next_page": f"page_{start + self.page}" if more else None}
            _send(request, 200, page if name == "date" else {**page, "has_more": more})


def _refuse(request: Any, status: int, message: str) -> None:
    _send(request, status, {"type": "error", "error": {"type": "invalid_request_error", "message": message}})


def _send(request: Any, status: int, body: Any) -> None:
    content = json.dumps(body).encode()
    request.send_response(status)
    request.send_header("Content-Type", "application/json")
    request.send_header("Content-Length", str(len(content)))
    request.end_headers()
    request.wfile.write(content)


@contextmanager
def anthropic(state: Anthropic) -> Iterator[str]:
    """Anthropic in a state; gives its address."""
    with serving(state.answer) as url:
        yield url


def user(name: str, **said: Any) -> dict[str, Any]:
    """A row of Claude Enterprise; `chat`, `cowork`, `unified`, `excel` messages, `sessions` of Claude Code."""
    chat = {
        "message_count": said.get("chat", 0),
        "thinking_message_count": 0,
        "connectors_used_count": 0,
        "distinct_artifacts_created_count": 0,
        "distinct_projects_created_count": 0,
        "shared_conversations_viewed_count": said.get("viewed", 0),
    }
    cowork = dict.fromkeys(
        (
            "action_count",
            "artifacts_created_count",
            "connectors_used_count",
            "dispatch_turn_count",
            "skills_used_count",
        ),
        0,
    )
    tools = {name: {"accepted_count": 0, "rejected_count": 0} for name in _TOOLS}
    core = {"artifacts_created_count": 0, "commit_count": 0, "pull_request_count": 0}
    core |= {"distinct_session_count": said.get("sessions", 0), "lines_of_code": {"added_count": 0, "removed_count": 0}}
    row = {
        "user": {"id": f"user_{name}", "email_address": f"{name.title()}@example.com", "type": "user"},
        "chat_metrics": chat,
        "cowork_metrics": {**cowork, "message_count": said.get("cowork", 0)},
        "claude_code_metrics": {"core_metrics": core, "tool_actions": tools},
        "office_metrics": {app: _office(said.get(app, 0)) for app in ("excel", "outlook", "powerpoint", "word")},
        "design_metrics": {"distinct_projects_created_count": 0, "message_count": 0},
        "science_metrics": dict.fromkeys(_SCIENCE, 0),
        "web_search_count": said.get("searches", 0),
    }
    if "unified" in said:
        sessions = {**cowork, "message_count": 0}
        unified = {**chat, "message_count": said["unified"], "shared_conversations_viewed_count": 0}
        row["chat_cowork_unified_metrics"] = {"chat": unified, "sessions": sessions}
    return row


def code(email: str, terminal: str, sessions: int, **actor: str) -> dict[str, Any]:
    """A row of Claude Code of the Console."""
    return {
        "date": "2026-06-05T00:00:00Z",
        "actor": actor or {"type": "user_actor", "email_address": email},
        "organization_id": "org-1",
        "customer_type": "api",
        "terminal_type": terminal,
        "core_metrics": {"num_sessions": sessions, "lines_of_code": {"added": 10, "removed": 2}},
        "tool_actions": {name: {"accepted": 1, "rejected": 0} for name in _TOOLS},
        "model_breakdown": [],
    }


_TOOLS = ("edit_tool", "multi_edit_tool", "notebook_edit_tool", "write_tool")
_SCIENCE = ("delegation_count", "message_count", "remote_compute_job_count", "skills_used_count")


def _office(messages: int) -> dict[str, int]:
    return {"message_count": messages, "connectors_used_count": 0, "skills_used_count": 0}
