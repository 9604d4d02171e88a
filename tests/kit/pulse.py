"""An adapter of an invented system, and the system itself: what the kit's own tests work with.

Pulse counts who used its assistant, day by day. Its pages are linked; it wants a token; its answers are complete a day
later; it reports errors with status 200.
"""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

import attrs

from adoptlog.domain.facts import ToolUsed, UsageCovered
from adoptlog.kit import (
    Checked,
    Fetched,
    Irrelevant,
    Lag,
    Observation,
    PageRead,
    Read,
    Secret,
    Translation,
    WayIn,
    furthest,
    may,
    option,
    secret,
)
from adoptlog.kit.credentials import Bearer
from adoptlog.kit.pages import by_link
from adoptlog.kit.web import HTTP, Web

TOKEN = "s3cret-pulse-token"
LAG = Lag(days=1, revised=2)
TOOL = "pulse"


@attrs.frozen(kw_only=True)
class PulseOptions:
    url: str = option("where Pulse is, e.g. https://pulse.example.com")
    token: Secret = secret("a token that may read usage")
    since: date = option("the first day to read", default=date(2026, 6, 1))
    today: date


class Pulse(WayIn[PulseOptions]):
    name = "pulse"
    title = "Pulse: use of its assistant"
    Options = PulseOptions
    needs = HTTP

    def fetch(self, bookmark: str | None = None) -> Iterator[Read]:
        o = self.options
        with self._web() as web:
            for day in LAG.to_read(bookmark, today=o.today, earliest=o.since):
                for page in by_link(web, "usage", {"day": day.isoformat()}):
                    for row in page["rows"]:
                        yield Fetched(row, f"{row['user']}/{row['day']}")
                bookmark = furthest(bookmark, day)
                yield PageRead(bookmark=bookmark, covered=[UsageCovered(tool=TOOL, starts_on=day, ends_on=day)])

    def translate(self, raw: Any) -> Translation:
        if raw["user"].startswith("robot"):
            return Irrelevant("a service account is no person")
        return [Observation(raw["user"], ToolUsed(tool=TOOL, on=date.fromisoformat(raw["day"]), count=raw["turns"]))]

    def check(self) -> Iterator[Checked]:
        with self._web() as web:
            yield may("reading usage", "the right 'usage:read' of the token", lambda: web.json("usage?day=2026-06-01"))

    def _web(self) -> Web:
        understand = lambda body: body.get("error") if isinstance(body, dict) else None  # noqa: E731
        return Web(self.options.url, Bearer(self.options.token), understand=understand)


ROWS = [
    {"user": f"user{number}@example.com", "day": f"2026-06-0{day}", "turns": number + day}
    for day in (1, 2)
    for number in range(3)
] + [{"user": "robot-1", "day": "2026-06-02", "turns": 99}]


@contextmanager
def pulse(rows: list[dict[str, Any]] = ROWS, page: int = 2) -> Iterator[str]:
    """Pulse itself; gives its address."""
    with serving(lambda request: _answer(request, rows, page)) as url:
        yield url


def _answer(request: BaseHTTPRequestHandler, rows: list[dict[str, Any]], page: int) -> None:
    asked = parse_qs(urlsplit(request.path).query)
    if request.headers["Authorization"] != f"Bearer {TOKEN}":
        answer(request, 403, {"error": "the token may not read usage"})
        return
    day, start = asked["day"][0], int(asked.get("from", ["0"])[0])
    of_day = [row for row in rows if row["day"] == day]
    link = f"<http://{request.headers['Host']}/usage?day={day}&from={start + page}>; rel=next"
    more = {"Link": link} if start + page < len(of_day) else {}
    answer(request, 200, {"rows": of_day[start : start + page]}, **more)


def answer(request: BaseHTTPRequestHandler, status: int, body: Any, **headers: str) -> None:
    """Answer a request with JSON."""
    content = json.dumps(body).encode()
    request.send_response(status)
    for name, value in {"Content-Type": "application/json", "Content-Length": str(len(content)), **headers}.items():
        request.send_header(name.replace("_", "-"), value)
    request.end_headers()
    request.wfile.write(content)


@contextmanager
def serving(answering: Any) -> Iterator[str]:
    """A real HTTP server on this machine, in a thread; gives its address."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def do_GET(self) -> None:
            self.body = self.rfile.read(int(self.headers.get("content-length") or 0))
            answering(self)

        do_POST = do_PUT = do_GET

        def log_message(self, format: str, *args: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
