"""A proxy that breaks what passes through it, and the contract of every adapter that speaks HTTP.

It needs `adoptlog[http]`. It stands before any server, so that the network is what is faulty, not a mock of it.
"""

import socket
import struct
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from enum import StrEnum
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import urlsplit

import pytest

from adoptlog.errors import Unusable
from adoptlog.kit import web
from adoptlog.log import AdoptLog
from adoptlog.testing.contract import said_plainly, secrets_of
from adoptlog.testing.store import contents, everything_written

_TIMEOUT = 0.25
_HOP_BY_HOP = ("connection", "keep-alive", "transfer-encoding", "content-length", "date", "server")


class Fault(StrEnum):
    """What goes wrong with one answer."""

    RESET = "the connection is reset"
    BUSY = "429"
    BROKEN = "500"
    TIMEOUT = "no answer in time"
    HALF = "half a body"
    OTHER_TYPE = "a page instead of data"
    EXPIRED = "401: the token has expired"


class Faulty:
    """A proxy before a server; `inject` says what goes wrong from now on, `requests` counts what came through."""

    def __init__(self, server: ThreadingHTTPServer) -> None:
        self._server = server
        self.requests = 0
        self._fault: Fault | None = None
        self._faulty: range = range(0)

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def inject(self, fault: Fault | None, *, first: int = 0, number: int = 1) -> None:
        """Break so many answers from the first on, counted from now; None: nothing is wrong any more."""
        self.requests, self._fault, self._faulty = 0, fault, range(first, first + number)

    def next_fault(self) -> Fault | None:
        """What goes wrong with the request that has just come in."""
        self.requests += 1
        return self._fault if self.requests - 1 in self._faulty else None


@contextmanager
def faulty(upstream: str) -> Iterator[Faulty]:
    """A proxy before the server at `upstream`. The server sees the proxy's address as its own Host."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Proxy)
    server.daemon_threads = True
    proxy = Faulty(server)
    server.proxy, server.upstream = proxy, urlsplit(upstream)  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield proxy
    finally:
        server.shutdown()
        server.server_close()


class _Proxy(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def __getattr__(self, name: str) -> Any:
        if name.startswith("do_"):
            return self._pass_on
        raise AttributeError(name)

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing: tests are quiet."""

    def _pass_on(self) -> None:
        body = self.rfile.read(int(self.headers.get("content-length") or 0))
        server: Any = self.server
        match server.proxy.next_fault():
            case Fault.RESET:
                self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                self.close_connection = True
                self.connection.close()
            case Fault.BUSY:
                self._answer(429, [("Retry-After", "0")], b"slow down")
            case Fault.BROKEN:
                self._answer(500, [], b"Internal Server Error")
            case Fault.TIMEOUT:
                time.sleep(2 * _TIMEOUT)
                self.close_connection = True
            case Fault.OTHER_TYPE:
                self._answer(200, [("Content-Type", "text/html")], b"<html>Please sign in</html>")
            case Fault.EXPIRED:
                self._answer(401, [("Content-Type", "application/json")], b'{"error": "expired"}')
            case fault:
                status, headers, answer = self._upstream(server.upstream, body)
                self._answer(status, headers, answer, half=fault is Fault.HALF)

    def _upstream(self, upstream: Any, body: bytes) -> tuple[int, list[tuple[str, str]], bytes]:
        connection = HTTPConnection(upstream.hostname, upstream.port, timeout=10)
        try:
            path = upstream.path.rstrip("/") + self.path
            headers = {name: value for name, value in self.headers.items() if name.lower() not in _HOP_BY_HOP}
            connection.request(self.command, path, body or None, headers)
            answer = connection.getresponse()
            kept = [(name, value) for name, value in answer.getheaders() if name.lower() not in _HOP_BY_HOP]
            return answer.status, kept, answer.read()
        finally:
            connection.close()

    def _answer(self, status: int, headers: list[tuple[str, str]], body: bytes, *, half: bool = False) -> None:
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body[: len(body) // 2] if half else body)
        if half:
            self.wfile.flush()
            self.close_connection = True


@contextmanager
def impatient() -> Iterator[None]:
    """Adapters do not wait between attempts, and not long for an answer: for tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(web, "pause", lambda seconds: None)
        patch.setattr(web, "ATTEMPTS", 2)
        patch.setenv("ADOPTLOG_HTTP_TIMEOUT", str(_TIMEOUT))
        yield


class FaultContract:
    """A test suite to inherit: whatever goes wrong at any request of a run, after the retry all is as without it.

    class TestFaults(FaultContract):
        def server(self):
            return our_stand_in()          # a context manager; gives the address of a real local server

        def make(self, url):
            return Ours(OursOptions(url=url, token=Secret("s3cret-token")))

    The server builds the links in its answers from the Host of the request.
    """

    def server(self) -> AbstractContextManager[str]:
        """A server that answers as the system does; gives its address."""
        raise NotImplementedError

    def make(self, url: str) -> Any:
        """A new adapter of the system at an address."""
        raise NotImplementedError

    @pytest.mark.parametrize("fault", list(Fault), ids=lambda fault: fault.name)
    def test_whatever_goes_wrong_the_store_is_the_same(self, fault: Fault, caplog: pytest.LogCaptureFixture) -> None:
        with impatient(), self.server() as upstream, faulty(upstream) as proxy:
            proxy.inject(None)
            with AdoptLog("sqlite://") as log:
                log.import_from(self.make(proxy.url))
                sound, requests = contents(log), proxy.requests
            assert requests, "the adapter did not ask the server for anything"
            for first in range(requests):
                for number in (1, 1_000):
                    self._broken(proxy, fault, first, number, sound, caplog)

    def _broken(self, proxy: Faulty, fault: Fault, first: int, number: int, sound: Any, caplog: Any) -> None:
        adapter = self.make(proxy.url)
        with AdoptLog("sqlite://") as log:
            proxy.inject(fault, first=first, number=number)
            problem = _run(lambda: log.import_from(adapter))
            proxy.inject(None)
            log.import_from(self.make(proxy.url))

            assert contents(log) == sound, f"{fault} at request {first}, {number} times: {problem}"
            if number > 1:
                assert problem is not None, f"{fault} at request {first} for good went unnoticed"
            seen = [*everything_written(log), caplog.text]
        secrets = secrets_of(adapter)
        assert problem is None or said_plainly(problem, secrets), f"not one clear line: {problem}"
        assert not any(secret in text for secret in secrets for text in seen)


class PushFaultContract:
    """The same for an adapter that sends: whatever goes wrong, after the retry the other side has all of it once.

    `server` gives an address and a function that tells, comparably, what the other side has; `fill` records what there
    is to send.
    """

    def server(self) -> AbstractContextManager[tuple[str, Callable[[], Any]]]:
        """A server that takes what is sent, and what it has."""
        raise NotImplementedError

    def make(self, url: str) -> Any:
        """A new adapter of the system at an address."""
        raise NotImplementedError

    def fill(self, log: AdoptLog) -> None:
        """Record what there is to send."""
        raise NotImplementedError

    @pytest.mark.parametrize("fault", list(Fault), ids=lambda fault: fault.name)
    def test_whatever_goes_wrong_the_other_side_has_it_once(
        self, fault: Fault, caplog: pytest.LogCaptureFixture
    ) -> None:
        with impatient(), self.server() as (upstream, received), faulty(upstream) as proxy:
            proxy.inject(None)
            self._push(proxy)
            sound, requests = received(), proxy.requests
        assert requests, "the adapter did not send anything"
        for first in range(requests):
            for number in (1, 1_000):
                self._broken(fault, first, number, sound, caplog)

    def _broken(self, fault: Fault, first: int, number: int, sound: Any, caplog: Any) -> None:
        with (
            impatient(),
            self.server() as (upstream, received),
            faulty(upstream) as proxy,
            AdoptLog("sqlite://") as log,
        ):
            self.fill(log)
            adapter = self.make(proxy.url)
            proxy.inject(fault, first=first, number=number)
            problem = _run(lambda: log.push(adapter))
            proxy.inject(None)
            log.push(self.make(proxy.url))

            assert received() == sound, f"{fault} at request {first}, {number} times: {problem}"
            secrets = secrets_of(adapter)
            assert problem is None or said_plainly(problem, secrets), f"not one clear line: {problem}"
            assert not any(secret in text for secret in secrets for text in (*everything_written(log), caplog.text))

    def _push(self, proxy: Faulty) -> None:
        with AdoptLog("sqlite://") as log:
            self.fill(log)
            log.push(self.make(proxy.url))


def _run(work: Callable[[], Any]) -> Unusable | None:
    try:
        work()
    except Unusable as problem:
        return problem
    return None
