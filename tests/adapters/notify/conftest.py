"""Servers that every test of a channel may use, and an environment that knows no proxy and no channel."""

from collections.abc import Iterator

import pytest
from adapters.notify.servers import Postbox, Room, mail_server, webhook_server

_VARIABLES = ("ADOPTLOG_SMTP", "ADOPTLOG_MAIL_FROM", "ADOPTLOG_SLACK_WEBHOOK", "ADOPTLOG_TEAMS_WEBHOOK")
_PROXIES = ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY")


@pytest.fixture(autouse=True)
def nothing_configured(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (*_VARIABLES, *_PROXIES):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def postbox() -> Iterator[Postbox]:
    with mail_server(Postbox()) as postbox:
        yield postbox


@pytest.fixture
def room() -> Iterator[Room]:
    with webhook_server(Room()) as room:
        yield room
