"""What every adapter has to keep, for ours."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from adoptlog_workshop import WorkshopAdapter, WorkshopOptions

from adoptlog.kit import Secret
from adoptlog.testing import AdapterContract
from adoptlog.testing.faults import FaultContract

BOOKINGS = [
    {
        "id": number,
        "employee_number": f"e-100{number}",
        "course": "genai-basics",
        "held_on": "2026-04-10",
        "status": "attended" if number else "cancelled",
        "changed_at": f"2026-04-1{number}T09:00:00Z",
    }
    for number in range(3)
]


class Workshop(BaseHTTPRequestHandler):
    protocol_version, disable_nagle_algorithm = "HTTP/1.1", True

    def do_GET(self) -> None:
        asked = parse_qs(urlsplit(self.path).query)
        since, page = asked.get("changed_since", [""])[0], int(asked.get("page", ["1"])[0])
        known = self.headers["Authorization"] == "Bearer s3cret-token"
        found = [one for one in BOOKINGS if str(one["changed_at"]) >= since][2 * page - 2 : 2 * page]
        body = json.dumps(found if known else {"error": "who are you?"}).encode()
        self.send_response(200 if known else 401)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        pass


@contextmanager
def workshop() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Workshop)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


def adapter(url: str) -> WorkshopAdapter:
    return WorkshopAdapter(WorkshopOptions(url=url, token=Secret("s3cret-token")))


class TestContract(AdapterContract):
    @pytest.fixture(autouse=True)
    def _server(self) -> Iterator[None]:
        with workshop() as self.url:
            yield

    def make(self) -> WorkshopAdapter:
        return adapter(self.url)


class TestFaults(FaultContract):
    server = staticmethod(workshop)
    make = staticmethod(adapter)
