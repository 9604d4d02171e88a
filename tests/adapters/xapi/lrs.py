"""An LRS that keeps to the specification of xAPI 1.0.3, and refuses whatever is not in it.

It has what Ralph lacks: `since` means *stored* since, answers say up to when they are complete, voided statements are
not given, and the order is that of storing. With `consistent=False` it is one like Ralph: `since` means the timestamp.
"""

import base64
import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from http.server import BaseHTTPRequestHandler
from typing import Any
from urllib.parse import parse_qsl, urlsplit
from uuid import UUID

from kit.pulse import answer, serving

USER, PASSWORD = "adoptlog", "s3cret-password"
_AUTHORIZATION = "Basic " + base64.b64encode(f"{USER}:{PASSWORD}".encode()).decode()
_BEGAN = datetime.fromisoformat("2026-06-01T00:00:00+00:00")
_LISTED = {"agent", "verb", "activity", "registration", "since", "until", "limit", "ascending", "format"}
_STATEMENT = {"id", "actor", "verb", "object", "result", "context", "timestamp", "stored", "authority", "version"}
_VOIDED = "http://adlnet.gov/expapi/verbs/voided"


class Refused(Exception):
    def __init__(self, status: int, why: str) -> None:
        self.status = status
        super().__init__(why)


class StandIn:
    """The LRS's statements; `hold` keeps those stored from now on from being given until `settle`."""

    def __init__(self, page: int = 2, *, consistent: bool = True) -> None:
        self.page, self.consistent = page, consistent
        self.stored: list[dict[str, Any]] = []
        self.asked: list[dict[str, str]] = []
        self._under_way: list[str] = []
        self._holding = False
        self._pages: dict[str, list[dict[str, Any]]] = {}
        self.before_page: Any = lambda: None

    def store(self, *statements: dict[str, Any]) -> None:
        """Statements arrive; those that come together are stored at the same moment."""
        stored = (_BEGAN + timedelta(minutes=5 * len(self.stored))).isoformat().replace("+00:00", "Z")
        for one in statements:
            self.stored.append({"timestamp": stored, **one, "stored": stored})
            if self._holding:
                self._under_way.append(one["id"])

    def hold(self) -> None:
        self._holding = True

    def release(self) -> None:
        self._holding = False

    def settle(self) -> None:
        self._holding, self._under_way = False, []

    @property
    def voided(self) -> set[str]:
        return {one["object"]["id"] for one in self.stored if one["verb"]["id"] == _VOIDED}

    @property
    def through(self) -> str:
        times = [one["stored"] for one in self.stored if one["id"] in self._under_way]
        last = datetime.fromisoformat(min(times)) if times else _BEGAN + timedelta(minutes=5 * len(self.stored))
        return (last - timedelta(milliseconds=1)).isoformat()

    def handle(self, request: BaseHTTPRequestHandler) -> None:
        through = {"X-Experience-API-Consistent-Through": self.through} if self.consistent else {}
        try:
            status, body = self._answer(request)
        except Refused as problem:
            status, body = problem.status, {"detail": str(problem)}
        if status == 204:
            request.send_response(204)
            request.end_headers()
        else:
            answer(request, status, body, **through)

    def _answer(self, request: Any) -> tuple[int, Any]:
        address = urlsplit(request.path)
        asked = dict(parse_qsl(address.query, strict_parsing=True)) if address.query else {}
        if address.path != "/xAPI/statements":
            raise Refused(404, "no such resource")
        if request.headers["Authorization"] != _AUTHORIZATION:
            raise Refused(401, "invalid authentication credentials")
        if not (request.headers["X-Experience-API-Version"] or "").startswith("1.0"):
            raise Refused(400, "X-Experience-API-Version is missing")
        if request.command == "PUT":
            return self._put(asked, json.loads(request.body))
        if request.command != "GET":
            raise Refused(405, "not allowed")
        self.asked.append(asked)
        if "statementId" in asked:
            return self._one(asked)
        self.before_page()
        if "cursor" in asked:
            return 200, self._paged(self._pages[asked["cursor"]], asked["cursor"])
        return 200, self._listed(asked)

    def _one(self, asked: dict[str, str]) -> tuple[int, Any]:
        if set(asked) - {"statementId", "format", "attachments"}:
            raise Refused(400, "statementId stands alone")
        found = [one for one in self.stored if one["id"] == asked["statementId"] and one["id"] not in self.voided]
        if not found:
            raise Refused(404, "no such statement")
        return 200, found[0]

    def _listed(self, asked: dict[str, str]) -> dict[str, Any]:
        if unknown := set(asked) - _LISTED:
            raise Refused(400, f"unknown parameters {sorted(unknown)}")
        found = [one for one in self.stored if one["id"] not in self.voided and one["id"] not in self._under_way]
        if "since" in asked:
            since, key = _time(asked["since"]), "stored" if self.consistent else "timestamp"
            found = [one for one in found if _time(one[key]) > since]
        if "registration" in asked:
            wanted = str(UUID(asked["registration"]))
            found = [one for one in found if one.get("context", {}).get("registration") == wanted]
        if self.consistent and asked.get("ascending") != "true":
            found = found[::-1]
        return self._paged(found, str(len(self._pages)))

    def _paged(self, found: list[dict[str, Any]], cursor: str) -> dict[str, Any]:
        next_ = f"{cursor}+"
        self._pages[next_] = found[self.page :]
        more = f"/xAPI/statements?cursor={next_.replace('+', '%2B')}" if found[self.page :] else ""
        return {"statements": found[: self.page], "more": more}

    def _put(self, asked: dict[str, str], statement: dict[str, Any]) -> tuple[int, Any]:
        if set(asked) != {"statementId"} or asked["statementId"] != statement.get("id"):
            raise Refused(400, "statementId and id are not the same")
        _valid(statement)
        for one in self.stored:
            if one["id"] == statement["id"]:
                if {k: v for k, v in one.items() if k != "stored"} != statement:
                    raise Refused(409, "another statement has this id")
                return 204, None
        self.store(statement)
        return 204, None


def _valid(statement: dict[str, Any]) -> None:
    UUID(statement["id"])
    _time(statement["timestamp"])
    actor, about = statement["actor"], statement["object"]
    if set(statement) - _STATEMENT or not str(statement["verb"]["id"]).startswith(("http://", "https://")):
        raise Refused(400, "unknown property, or a verb without IRI")
    if len({"mbox", "account", "openid", "mbox_sha1sum"} & set(actor)) != 1 or set(actor) > {"objectType", "name"}:
        raise Refused(400, "an actor has exactly one identifier")
    if actor.get("account", {"homePage": "http://x"})["homePage"].partition("://")[0] not in ("http", "https"):
        raise Refused(400, "homePage is no IRL")
    if statement["verb"]["id"] == _VOIDED and about.get("objectType") != "StatementRef":
        raise Refused(400, "a voiding statement is about a StatementRef")
    if about.get("objectType") == "StatementRef" and "platform" in statement.get("context", {}):
        raise Refused(400, "platform stands only beside an activity")


def _time(text: str) -> datetime:
    at = datetime.fromisoformat(text)
    if at.tzinfo is None:
        raise Refused(400, "a time without its zone")
    return at


@contextmanager
def standing_in(lrs: StandIn) -> Iterator[str]:
    """The LRS at work; gives its endpoint's address without the path."""
    with serving(lrs.handle) as url:
        yield url
