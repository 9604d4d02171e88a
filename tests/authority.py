"""A time stamping authority for tests: `openssl ts` behind an HTTP server."""

import shutil
import subprocess
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Self

import pytest

_CONFIG = """
[tsa]
serial = {folder}/serial
crypto_device = builtin
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
ess_cert_id_chain = no
ess_cert_id_alg = sha256
[req]
distinguished_name = name
[name]
[ca]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign
subjectKeyIdentifier = hash
[leaf]
basicConstraints = critical,CA:FALSE
keyUsage = critical,digitalSignature
extendedKeyUsage = critical,timeStamping
authorityKeyIdentifier = keyid
"""


class TimeStampingAuthority:
    """Answers RFC 3161 queries at `url`; `root` is the certificate (PEM) that vouches for it."""

    def __init__(self, folder: Path) -> None:
        if shutil.which("openssl") is None:
            pytest.skip("no openssl on this machine")
        self._folder = folder / "tsa"
        self._folder.mkdir()
        (self._folder / "config").write_text(_CONFIG.format(folder=self._folder))
        (self._folder / "serial").write_text("01\n")
        self._openssl("req -x509 -newkey rsa:2048 -nodes -keyout ca.key -out ca.pem -subj /CN=root -extensions ca")
        self._openssl("req -newkey rsa:2048 -nodes -keyout tsa.key -out tsa.csr -subj /CN=tsa")
        sign = "x509 -req -in tsa.csr -CA ca.pem -CAkey ca.key -CAcreateserial -out tsa.pem -extfile config"
        self._openssl(f"{sign} -extensions leaf", config=False)
        self.root = (self._folder / "ca.pem").read_bytes()
        self._server = HTTPServer(("127.0.0.1", 0), self._handler())
        self.url = f"http://127.0.0.1:{self._server.server_port}/"

    def reply(self, query: bytes) -> bytes:
        (self._folder / "query").write_bytes(query)
        self._openssl("ts -reply -section tsa -queryfile query -signer tsa.pem -inkey tsa.key -out reply")
        return (self._folder / "reply").read_bytes()

    def _openssl(self, command: str, config: bool = True) -> None:
        with_config = ["-config", "config"] if config else []
        subprocess.run(["openssl", *command.split(), *with_config], cwd=self._folder, check=True, capture_output=True)

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        authority = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                answer = authority.reply(self.rfile.read(int(self.headers["Content-Length"])))
                self.send_response(200)
                self.send_header("Content-Type", "application/timestamp-reply")
                self.end_headers()
                self.wfile.write(answer)

            def log_message(self, *_: object) -> None:
                """Quiet."""

        return Handler

    def __enter__(self) -> Self:
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
