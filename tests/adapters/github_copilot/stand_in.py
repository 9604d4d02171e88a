"""GitHub, as far as Copilot's seats and reports go: it knows the documented paths and parameters and refuses the rest.

The files behind a report's links lie on storage that refuses whoever sends a token along.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import attrs
from kit.pulse import serving

TOKEN = "ghp_s3cret0123456789"
ORG = "acme"

Exchange = Callable[[str, Mapping[str, str], int, Any], None]
"""Told of each request and answer: path, parameters, status, body."""


@attrs.define(kw_only=True)
class GitHub:
    """Its state: seats, and the rows of each day's report, file by file."""

    seats: list[dict[str, Any]] = attrs.field(factory=list)
    reports: dict[str, list[list[dict[str, Any]]]] = attrs.field(factory=dict)
    asked: list[str] = attrs.field(factory=list)
    told: Exchange = lambda *exchange: None

    def answer(self, request: BaseHTTPRequestHandler) -> None:
        """Answer a request."""
        url = urlsplit(request.path)
        params = dict(parse_qsl(url.query))
        if url.path.startswith("/storage/"):
            self._file(request, url.path, params)
            return
        self.asked.append(request.path)
        status, body, headers = self._api(request, url.path, params)
        self.told(url.path, params, status, body)
        content = b"" if body is None else json.dumps(body).encode()
        _send(request, status, content, "application/json", headers)

    def _api(
        self, request: BaseHTTPRequestHandler, path: str, params: dict[str, str]
    ) -> tuple[int, Any, dict[str, str]]:
        if request.headers["Authorization"] != f"Bearer {TOKEN}":
            return 401, {"message": "Bad credentials"}, {}
        match path.split("/")[1:], sorted(params):
            case ["orgs" | "enterprises", "acme", "copilot", "billing", "seats"], names if set(names) <= {
                "page",
                "per_page",
            }:
                return self._seats(request, path, int(params.get("page", 1)), int(params.get("per_page", 50)))
            case ["orgs" | "enterprises", "acme", "copilot", "metrics", "reports", "users-1-day"], ["day"]:
                return self._report(request, params["day"])
        return 404, {"message": "Not Found"}, {}

    def _seats(self, request: Any, path: str, page: int, size: int) -> tuple[int, Any, dict[str, str]]:
        size = min(size, 100)
        body = {"total_seats": len(self.seats), "seats": self.seats[(page - 1) * size : page * size]}
        more = page * size < len(self.seats)
        next_ = f'<http://{request.headers["Host"]}{path}?per_page={size}&page={page + 1}>; rel="next"'
        return 200, body, {"Link": next_} if more else {}

    def _report(self, request: Any, day: str) -> tuple[int, Any, dict[str, str]]:
        if day not in self.reports:
            return 204, None, {}
        base = f"http://{request.headers['Host']}/storage"
        links = [f"{base}/{day}-{number}.json?sig=s1gned" for number in range(len(self.reports[day]))]
        return 200, {"download_links": links, "report_day": day}, {}

    def _file(self, request: BaseHTTPRequestHandler, path: str, params: dict[str, str]) -> None:
        if "Authorization" in request.headers or params != {"sig": "s1gned"}:
            _send(request, 400, b"<Error>InvalidAuthenticationInfo</Error>", "application/xml", {})
            return
        day, _, number = path.removeprefix("/storage/").removesuffix(".json").rpartition("-")
        lines = [json.dumps(row) for row in self.reports[day][int(number)]]
        _send(request, 200, "\n".join(lines).encode(), "application/octet-stream", {})


def _send(request: BaseHTTPRequestHandler, status: int, content: bytes, kind: str, headers: dict[str, str]) -> None:
    request.send_response(status)
    if status != 204:
        headers = {"Content-Type": kind, "Content-Length": str(len(content)), **headers}
    for name, value in headers.items():
        request.send_header(name, value)
    request.end_headers()
    request.wfile.write(content)


@contextmanager
def github(state: GitHub) -> Iterator[str]:
    """GitHub in a state; gives its address."""
    with serving(state.answer) as url:
        yield url


def seat(number: int, login: str, **said: Any) -> dict[str, Any]:
    """A seat with all that GitHub says about one."""
    return {
        "created_at": "2026-04-01T09:00:00+09:00",
        "pending_cancellation_date": None,
        "last_activity_at": None,
        "last_activity_editor": None,
        "last_authenticated_at": None,
        "plan_type": "business",
        "assignee": _account(number, login),
        **said,
    }


def row(number: int, login: str, day: str, **said: Any) -> dict[str, Any]:
    """A row of a report."""
    return {
        "user_id": number,
        "user_login": login,
        "day": day,
        "enterprise_id": "1",
        "organization_id": "2",
        "user_initiated_interaction_count": 0,
        "code_generation_activity_count": 0,
        "code_acceptance_activity_count": 0,
        "loc_added_sum": 0,
        "totals_by_ide": [],
        "totals_by_feature": [],
        "used_chat": False,
        "used_agent": False,
        "used_cli": False,
        **said,
    }


def _account(number: int, login: str) -> dict[str, Any]:
    links = ("avatar", "html", "followers", "subscriptions", "organizations", "repos", "received_events")
    templates = ("following", "gists", "starred", "events")
    return {
        "login": login,
        "id": number,
        "node_id": f"U_{number}",
        "gravatar_id": "",
        "type": "User",
        "site_admin": False,
        "url": f"https://api.github.com/users/{login}",
        **{f"{name}_url": f"https://api.github.com/users/{login}/{name}" for name in (*links, *templates)},
    }
