"""A real LRS: Ralph 5.1.0 with Basic auth and files as its store.

It pins other versions of what adoptlog needs (click, for one), so it lives in a virtual environment of its own, made
once and kept in pytest's cache: `pytest --cache-clear` makes it anew.
"""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx

USER, PASSWORD = "adoptlog", "s3cret-ralph-password"
_PACKAGES = ("ralph-malph[cli,lrs]==5.1.0", "requests")  # requests: Ralph needs it and does not say so
_SERVE = """
import sys
from ralph.backends.data.base import BaseOperationType
from ralph.backends.lrs.fs import FSLRSBackend
FSLRSBackend.default_operation_type = BaseOperationType.APPEND  # else only the first statements are taken
import uvicorn
uvicorn.run("ralph.api:app", host="127.0.0.1", port=int(sys.argv[1]), log_level="warning")
"""


def installed(folder: Path) -> Path:
    """The folder of Ralph's programs, which are installed there unless they are."""
    programs = folder / ("Scripts" if os.name == "nt" else "bin")
    if not (folder / "complete").exists():
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(folder)], check=True, timeout=300)
        install = [programs / "python", "-m", "pip", "install", "--quiet", *_PACKAGES]
        subprocess.run(install, check=True, timeout=600)
        (folder / "complete").touch()
    return programs


@contextmanager
def ralph(programs: Path, store: Path) -> Iterator[str]:
    """Ralph at work; gives its endpoint."""
    for folder in ("app", "statements"):
        (store / folder).mkdir()
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith(("RALPH_", "PYTHON"))},
        "RALPH_APP_DIR": str(store / "app"),
        "RALPH_AUTH_FILE": str(store / "app" / "auth.json"),
        "RALPH_RUNSERVER_BACKEND": "fs",
        "RALPH_BACKENDS__LRS__FS__DEFAULT_DIRECTORY_PATH": str(store / "statements"),
        "RALPH_BACKENDS__LRS__FS__DEFAULT_LRS_FILE": "lrs.jsonl",
    }
    who = ["-u", USER, "-p", PASSWORD, "-s", "all", "-N", USER, "-M", "mailto:adoptlog@example.com", "-w"]
    subprocess.run([programs / "ralph", "auth", *who], env=environment, check=True, capture_output=True, timeout=120)
    port = _free_port()
    server = subprocess.Popen([programs / "python", "-c", _SERVE, str(port)], env=environment, cwd=store)
    try:
        _wait_for(f"http://127.0.0.1:{port}/__heartbeat__", server)
        yield f"http://127.0.0.1:{port}/xAPI"
    finally:
        server.terminate()
        server.wait(timeout=30)


def post(endpoint: str, statements: list[dict[str, Any]]) -> None:
    """Statements arrive from somewhere else."""
    headers = {"X-Experience-API-Version": "1.0.3"}
    url = f"{endpoint}/statements"
    httpx.post(url, json=statements, auth=(USER, PASSWORD), headers=headers, timeout=60).raise_for_status()


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _wait_for(url: str, server: "subprocess.Popen[bytes]") -> None:
    for _ in range(300):
        assert server.poll() is None, "Ralph has stopped"
        try:
            urllib.request.urlopen(url, timeout=5).close()
            return
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    raise AssertionError("Ralph does not answer")
