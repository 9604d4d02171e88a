"""Real servers for the tests: one that takes mail, and one that takes webhook posts."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import attrs
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult


@attrs.define
class Postbox:
    """A mail server's handler: keeps what arrives, in order, and refuses the recipients it is told to."""

    refuses: set[str] = attrs.field(factory=set)
    mails: list[EmailMessage] = attrs.field(factory=list)
    logins: list[tuple[str, str, bool]] = attrs.field(factory=list)
    port: int = 0

    @property
    def recipients(self) -> list[str]:
        return [str(mail["To"].addresses[0].addr_spec) for mail in self.mails]

    def text_to(self, address: str) -> str:
        (mail,) = (mail for mail in self.mails if address in str(mail["To"]))
        return str(mail.get_content())

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: Any) -> str:
        if address in self.refuses:
            return "550 no such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        mail = message_from_bytes(envelope.content, policy=default)
        assert isinstance(mail, EmailMessage)
        self.mails.append(mail)
        return "250 OK"

    def authenticate(self, server: SMTP, session: Any, envelope: Any, mechanism: str, data: Any) -> AuthResult:
        login, password = data.login.decode(), data.password.decode()
        self.logins.append((login, password, session.ssl is not None))
        return AuthResult(success=password == "right/one", handled=False)


class _OnAFreePort(Controller):
    """A controller that may be asked for port 0: it looks up which one it got before it knocks at it."""

    def _trigger_server(self) -> None:
        assert self.server is not None
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()


@contextmanager
def mail_server(postbox: Postbox, **options: Any) -> Iterator[Postbox]:
    """A mail server on a free port."""
    controller = _OnAFreePort(postbox, hostname="127.0.0.1", port=0, **options)
    controller.start()
    try:
        postbox.port = controller.port
        yield postbox
    finally:
        controller.stop()


@attrs.define
class Room:
    """A webhook's receiver: keeps what is posted, and answers as it is told to."""

    url: str = ""
    status: int = 200
    answer: str = "ok"
    posts: list[Any] = attrs.field(factory=list)
    types: list[str] = attrs.field(factory=list)
    paths: list[str] = attrs.field(factory=list)


@contextmanager
def webhook_server(room: Room) -> Iterator[Room]:
    """A webhook receiver on a free port."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            room.posts.append(json.loads(body))
            room.types.append(self.headers["Content-Type"])
            room.paths.append(self.path)
            self.send_response(room.status)
            if room.status in (302, 307):
                self.send_header("Location", room.url + "/elsewhere")
            self.end_headers()
            self.wfile.write(room.answer.encode())

        def do_GET(self) -> None:
            room.paths.append(self.path)
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"ok")

        def log_message(self, format: str, *args: Any) -> None:
            """Quietly."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    room.url = f"http://127.0.0.1:{server.server_port}/services/T0/B0/secret"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield room
    finally:
        server.shutdown()
        server.server_close()
