"""A real SCIM server, scim2-server, in a process of its own; each test has a tenant of its own there."""

import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

import httpx
import pytest

TOKEN = "s3cret-scim-token"
CORE = "urn:ietf:params:scim:schemas:core:2.0:User"
ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"
_tenants = count()


@pytest.fixture(scope="session")
def scim_server() -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [str(Path(sys.executable).with_name("scim2-server")), "--port", str(port), "--bearer-token", TOKEN]
    server = subprocess.Popen([*command, "--dynamic-tenants"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    url = f"http://127.0.0.1:{port}"
    try:
        _wait_for(url)
        yield url
    finally:
        server.terminate()
        server.wait(10)


def _wait_for(url: str) -> None:
    for _ in range(300):
        try:
            httpx.get(url)
            return
        except httpx.TransportError:
            time.sleep(0.1)
    raise TimeoutError(f"{url} did not start")


class Directory:
    """A company's users on the server."""

    def __init__(self, url: str) -> None:
        self.url = url
        self._http = httpx.Client(headers={"Authorization": f"Bearer {TOKEN}"})

    def hire(self, number: str | None, name: str, *, login: str = "", manager: str = "", **more: Any) -> str:
        """Add a user, who gets everything a directory knows and we do not want besides; their id."""
        work = {
            "employeeNumber": number,
            "department": more.pop("department", None),
            "costCenter": "CC-17",
            "manager": {"value": manager} if manager else None,
        }
        login = login or f"{name.lower()}@example.com"
        user = {
            "schemas": [CORE, ENTERPRISE],
            "userName": login,
            "displayName": f"{name} Example",
            "emails": [
                {"value": f"{name.lower()}@home.example", "type": "home"},
                {"value": f"{name.lower()}@example.com", "type": "work", "primary": True},
            ],
            "phoneNumbers": [{"value": "+81-3-5550-1234"}],
            "addresses": [{"streetAddress": "1-1 Chiyoda"}],
            ENTERPRISE: {key: value for key, value in work.items() if value},
            **more,
        }
        answer = self._http.post(f"{self.url}/Users", json=user)
        assert answer.status_code == 201, answer.text
        return str(answer.json()["id"])

    def change(self, id_: str, path: str, value: Any) -> None:
        """Replace one attribute."""
        schema = "urn:ietf:params:scim:api:messages:2.0:PatchOp"
        change = {"schemas": [schema], "Operations": [{"op": "replace", "path": path, "value": value}]}
        answer = self._http.patch(f"{self.url}/Users/{id_}", json=change)
        assert answer.is_success, answer.text

    def delete(self, id_: str) -> None:
        """Remove a user."""
        assert self._http.delete(f"{self.url}/Users/{id_}").status_code == 204


@pytest.fixture
def new_directory(scim_server: str) -> Callable[[], Directory]:
    """Makes a company of its own on the server."""
    return lambda: Directory(f"{scim_server}/company{next(_tenants)}/v2")


@pytest.fixture
def directory(new_directory: Callable[[], Directory]) -> Directory:
    return new_directory()
