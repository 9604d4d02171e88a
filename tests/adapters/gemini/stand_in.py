"""Google's reports and its tokens; what may be asked is what Google's own discovery document says."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import cache
from importlib.resources import files
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import attrs
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from google.auth import jwt
from kit.pulse import serving

from adoptlog.kit import Secret

ADMIN, TOKEN = "admin@example.com", "ya29.s3cret-token"
_SCOPE = "https://www.googleapis.com/auth/admin.reports.audit.readonly"


@cache
def _keys() -> tuple[str, bytes]:
    private = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    text = private.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    public = private.public_key().public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    return text.decode(), public


def key(url: str) -> Secret:
    """The key of a service account of a Google at an address."""
    account = {"type": "service_account", "client_email": "adoptlog@project.iam.gserviceaccount.com"}
    return Secret(
        json.dumps({**account, "private_key": _keys()[0], "private_key_id": "1", "token_uri": f"{url}/token"})
    )


@cache
def discovery() -> Any:
    """Google's description of its method."""
    document = files("googleapiclient") / "discovery_cache" / "documents" / "admin.reports_v1.json"
    return json.loads(document.read_text("utf-8"))


def activity(at: str, email: str | None, action: str = "summarize", number: int = 1, **actor: str) -> dict[str, Any]:
    """An entry of the log."""
    who = {"profileId": f"1{len(email or '')}", **actor} | ({"email": email} if email else {})
    parameters = [{"name": "app_name", "value": "docs"}, {"name": "action", "value": action}]
    return {
        "kind": "admin#reports#activity",
        "id": {
            "time": at,
            "uniqueQualifier": str(number),
            "applicationName": "gemini_in_workspace_apps",
            "customerId": "C01",
        },
        "actor": who,
        "ipAddress": "192.0.2.1",
        "events": [{"type": "ai_usage_event", "name": "feature_utilization", "parameters": parameters}],
    }


@attrs.define(kw_only=True)
class Google:
    """The log, newest first as Google gives it."""

    log: list[dict[str, Any]] = attrs.field(factory=list)
    page: int = 2
    asked: list[dict[str, str]] = attrs.field(factory=list)

    def answer(self, request: Any) -> None:
        """Answer a request."""
        url = urlsplit(request.path)
        params = dict(parse_qsl(url.query))
        if url.path == "/token":
            self._token(request)
        elif request.headers.get("Authorization") != f"Bearer {TOKEN}":
            _send(request, 401, {"error": {"code": 401, "message": "Request had invalid authentication credentials."}})
        elif url.path != "/admin/reports/v1/activity/users/all/applications/gemini_in_workspace_apps":
            _send(request, 404, {"error": {"code": 404, "message": "Not Found"}})
        elif problem := _refused(params):
            _send(request, 400, {"error": {"code": 400, "message": problem}})
        else:
            self.asked.append(params)
            _send(request, 200, self._listed(params))

    def _listed(self, params: dict[str, str]) -> dict[str, Any]:
        start, end = (datetime.fromisoformat(params[name]) for name in ("startTime", "endTime"))
        within = [one for one in self.log if start <= _time(one) <= end]
        found = sorted(within, key=_time, reverse=True)
        first = int(params.get("pageToken", "A0")[1:])
        body: dict[str, Any] = {"kind": "admin#reports#activities"}
        if items := found[first : first + self.page]:
            body["items"] = items
        return body | ({"nextPageToken": f"A{first + self.page}"} if first + self.page < len(found) else {})

    def _token(self, request: Any) -> None:
        asked = dict(parse_qsl(request.body.decode()))
        try:
            said = jwt.decode(asked["assertion"], _keys()[1])
        except ValueError:
            said = {}
        right = said.get("scope") == _SCOPE and said.get("sub") == ADMIN and said["exp"] - said["iat"] <= 3600
        if not right or asked["grant_type"] != "urn:ietf:params:oauth:grant-type:jwt-bearer":
            _send(request, 401, {"error": "unauthorized_client"})
            return
        _send(request, 200, {"access_token": TOKEN, "expires_in": 3599, "token_type": "Bearer"})


def _time(one: dict[str, Any]) -> datetime:
    return datetime.fromisoformat(one["id"]["time"])


def _refused(params: dict[str, str]) -> str | None:
    """What is wrong with a request, by Google's description."""
    known = discovery()["resources"]["activities"]["methods"]["list"]["parameters"]
    for name, value in params.items():
        if known.get(name, {}).get("location") != "query":
            return f"unknown parameter {name}"
        if "pattern" in known[name] and not re.fullmatch(known[name]["pattern"], value):
            return f"bad {name}"
        if "maximum" in known[name] and int(value) > int(known[name]["maximum"]):
            return f"{name} is too large"
    return None


def _send(request: Any, status: int, body: Any) -> None:
    content = json.dumps(body).encode()
    request.send_response(status)
    request.send_header("Content-Type", "application/json; charset=UTF-8")
    request.send_header("Content-Length", str(len(content)))
    request.end_headers()
    request.wfile.write(content)


@contextmanager
def google(state: Google) -> Iterator[str]:
    """Google in a state; gives its address."""
    with serving(state.answer) as url:
        yield url
