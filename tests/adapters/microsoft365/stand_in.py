"""Microsoft Entra and Graph, as far as the Copilot report goes, in the shape of Microsoft's published samples."""

import csv
import io
import json
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from kit.pulse import serving

TENANT, CLIENT, SECRET, TOKEN = "acme.example", "app-id", "s3cret-client~value", "s3cret-access-token"
PATH = "/beta/copilot/reports/getMicrosoft365CopilotUsageUserDetail(period='{period}')"
APPS = ("microsoftTeams", "word", "excel", "powerPoint", "outlook", "oneNote", "loop")
_HEADED = ("Microsoft Teams Copilot", "Word Copilot", "Excel Copilot", "PowerPoint Copilot", "Outlook Copilot")
_HEADED = (*_HEADED, "OneNote Copilot", "Loop Copilot", "Copilot Chat")
COLUMNS = ["Report Refresh Date", "Report Period", "User Principal Name", "Display Name", "Last Activity Date"]
COLUMNS += [f"{app} Last Activity Date" for app in _HEADED]


def row(person: str, refreshed: str = "2026-06-08", **days: str) -> dict[str, Any]:
    """A row of the report: the last day per app, `chat` for Copilot Chat; "" is never."""
    return {
        "reportRefreshDate": refreshed,
        "userPrincipalName": person,
        "displayName": person.partition("@")[0].title(),
        "lastActivityDate": max(days.values(), default=""),
        "copilotChatLastActivityDate": days.get("chat", ""),
        **{f"{app}CopilotLastActivityDate": days.get(app, "") for app in APPS},
        "copilotActivityUserDetailsByPeriod": [{"reportPeriod": 180}],
    }


def as_csv(rows: list[dict[str, Any]], period: str = "180") -> bytes:
    """The rows as Graph's CSV, which begins with a byte order mark."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    for one in rows:
        names = ("reportRefreshDate", "", "userPrincipalName", "displayName", "lastActivityDate")
        days = [one[f"{app}CopilotLastActivityDate"] for app in APPS]
        writer.writerow([period if not n else one[n] for n in names] + days + [one["copilotChatLastActivityDate"]])
    return text.getvalue().encode("utf-8-sig")


@contextmanager
def graph(rows: list[dict[str, Any]], page: int = 2) -> Iterator[str]:
    """Both of them at one address, which it gives."""
    with serving(lambda request: _answer(request, rows, page)) as url:
        yield url


def _answer(request: Any, rows: list[dict[str, Any]], page: int) -> None:
    url = urlsplit(request.path)
    path, params = unquote(url.path), dict(parse_qsl(url.query))
    host = f"http://{request.headers['Host']}"
    if path == f"/{TENANT}/oauth2/v2.0/token":
        _token(request)
    elif path == "/data/download/JDFKdf2":
        bad = "Authorization" in request.headers
        _send(request, 400 if bad else 200, b"" if bad else as_csv(rows), "application/octet-stream")
    elif request.headers["Authorization"] != f"Bearer {TOKEN}":
        _json(request, 401, {"error": {"code": "InvalidAuthenticationToken", "message": "Access token is empty."}})
    elif path != PATH.format(period="D180"):
        _json(request, 404, {"error": {"code": "ResourceNotFound", "message": "Resource could not be discovered."}})
    elif params == {"$format": "text/csv"}:
        _send(request, 302, b"", "text/plain", Location=f"{host}/data/download/JDFKdf2")
    elif params.pop("$format", None) == "application/json" and set(params) <= {"$skiptoken"}:
        start = int(params.get("$skiptoken", 0))
        body: dict[str, Any] = {"@odata.context": "…", "value": rows[start : start + page]}
        if start + page < len(rows):
            body["@odata.nextLink"] = f"{host}{url.path}?$format=application/json&$skiptoken={start + page}"
        _json(request, 200, body)
    else:
        _json(request, 400, {"error": {"code": "BadRequest", "message": "Invalid query"}})


def _token(request: Any) -> None:
    asked = dict(parse_qsl(request.body.decode()))
    right = {
        "grant_type": "client_credentials",
        "client_id": CLIENT,
        "client_secret": SECRET,
        "scope": "https://graph.microsoft.com/.default",
    }
    if asked != right:
        _json(request, 401, {"error": "invalid_client"})
        return
    _json(request, 200, {"token_type": "Bearer", "expires_in": 3599, "access_token": TOKEN})


def _json(request: BaseHTTPRequestHandler, status: int, body: Any) -> None:
    _send(request, status, json.dumps(body).encode(), "application/json")


def _send(request: BaseHTTPRequestHandler, status: int, content: bytes, kind: str, **headers: str) -> None:
    request.send_response(status)
    for name, value in {"Content-Type": kind, "Content-Length": str(len(content)), **headers}.items():
        request.send_header(name, value)
    request.end_headers()
    request.wfile.write(content)
