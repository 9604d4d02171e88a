"""HTTP as it is: what is tried again, what is said when nothing helps, and where credentials never go."""

import logging
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import trustme
from kit.pulse import answer, serving

from adoptlog.errors import Unusable
from adoptlog.kit import Secret, web
from adoptlog.kit.credentials import ApiKey, Basic, Bearer, ClientCredentials
from adoptlog.kit.pages import by_cursor, by_link, by_next, by_number, by_offset
from adoptlog.kit.web import Answered, NotAllowed, Unreachable, Web
from adoptlog.testing.faults import impatient

TOKEN = Secret("s3cret-token-of-ours")


@pytest.fixture(autouse=True)
def waits(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[float]]:
    """Nobody waits; how long they would have."""
    seconds: list[float] = []
    with impatient():
        monkeypatch.setattr(web, "pause", seconds.append)
        monkeypatch.setattr(web, "ATTEMPTS", 4)
        yield seconds


@contextmanager
def scripted(*answers: tuple[int, Any, dict[str, str]] | Callable[[BaseHTTPRequestHandler], None]) -> Iterator[Any]:
    """A server that gives these answers one after the other, the last one for ever; `seen` are the requests."""
    seen: list[tuple[str, dict[str, str]]] = []

    def next_answer(request: BaseHTTPRequestHandler) -> None:
        said = answers[min(len(seen), len(answers) - 1)]
        seen.append((request.path, dict(request.headers)))
        if callable(said):
            said(request)
        else:
            answer(request, said[0], said[1], **said[2])

    with serving(next_answer) as url:
        yield url, seen


OK = (200, {"fine": True}, {})


def test_what_may_pass_is_tried_again() -> None:
    with scripted((503, {}, {}), (500, {}, {}), OK) as (url, seen), Web(url) as system:
        assert system.json("status") == {"fine": True}

    assert len(seen) == 3


def test_retry_after_is_heeded_as_a_number_and_as_a_date(waits: list[float]) -> None:
    long_ago = {"Retry-After": "Wed, 21 Oct 2015 07:28:00 GMT"}
    with scripted((429, {}, {"Retry-After": "7"}), (503, {}, long_ago), OK) as (url, _), Web(url) as system:
        system.json("status")

    assert waits == [7.0, 0.0]


def test_without_retry_after_the_pauses_grow_and_are_not_all_the_same(waits: list[float]) -> None:
    with scripted((503, {}, {}), (503, {}, {}), (503, {}, {}), OK) as (url, _), Web(url) as system:
        system.json("status")

    assert 0.5 <= waits[0] < waits[2] <= 60
    assert len(set(waits)) == 3


def test_who_asks_to_wait_for_hours_is_not_waited_for(waits: list[float]) -> None:
    with scripted((429, {}, {"Retry-After": "3600"})) as (url, seen), Web(url) as system:
        with pytest.raises(Unreachable, match="asks to wait 3600 seconds: try again after that"):
            system.json("status")

    assert (len(seen), waits) == (1, [])


def test_it_gives_up_with_one_line_that_says_where(waits: list[float]) -> None:
    with scripted((503, {}, {})) as (url, seen), Web(url, Bearer(TOKEN)) as system:
        with pytest.raises(Unreachable) as told:
            system.json("api/users", {"wstoken": TOKEN.reveal()})

    host = url.removeprefix("http://")
    assert str(told.value) == f"{host}/api/users answered 503 Service Unavailable: try again later"
    assert len(seen) == 4


@pytest.mark.parametrize(
    ("body", "headers"),
    [("403 Forbidden (Rate Limit Exceeded)", {}), ({}, {"X-RateLimit-Remaining": "0"}), ({}, {"Retry-After": "0"})],
)
def test_the_403s_that_mean_429_are_tried_again(body: Any, headers: dict[str, str]) -> None:
    with scripted((403, body, headers), OK) as (url, seen), Web(url) as system:
        system.json("status")

    assert len(seen) == 2


def test_a_right_that_is_missing_is_said_at_once() -> None:
    with scripted((403, {}, {})) as (url, seen), Web(url, Bearer(TOKEN)) as system:
        with pytest.raises(NotAllowed, match="answered 403 Forbidden"):
            system.json("users")

    assert len(seen) == 1


def test_a_200_that_carries_an_error_is_an_error() -> None:
    def understand(body: Any) -> str | None:
        return f"{body['errorcode']}: {body['message']}" if isinstance(body, dict) and "exception" in body else None

    wrong = {"exception": "x", "errorcode": "invalidtoken", "message": f"no such token {TOKEN.reveal()}"}
    with scripted((200, wrong, {})) as (url, _), Web(url, understand=understand) as system:
        with pytest.raises(Answered, match=r"/webservice answered: invalidtoken: no such token •••$"):
            system.json("webservice")


def _half(request: BaseHTTPRequestHandler) -> None:
    request.send_response(200)
    request.send_header("Content-Type", "application/json")
    request.send_header("Content-Length", "100")
    request.end_headers()
    request.wfile.write(b'{"fine": ')
    request.close_connection = True


def _half_without_length(request: BaseHTTPRequestHandler) -> None:
    request.send_response(200)
    request.send_header("Content-Type", "application/json")
    request.send_header("Connection", "close")
    request.end_headers()
    request.wfile.write(b'{"fine": ')
    request.close_connection = True


def _page(request: BaseHTTPRequestHandler) -> None:
    request.send_response(200)
    request.send_header("Content-Type", "text/html; charset=utf-8")
    request.send_header("Content-Length", "5")
    request.end_headers()
    request.wfile.write(b"<htm>")


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        (_half, "broke off its answer"),
        (_half_without_length, "answered with broken JSON"),
        (_page, "answered with text/html instead of JSON"),
        (lambda request: request.connection.shutdown(2), "broke off its answer"),
    ],
)
def test_a_body_that_is_no_answer_is_asked_for_again(broken: Any, said: str) -> None:
    with scripted(broken, OK) as (url, seen), Web(url) as system:
        assert system.json("status") == {"fine": True}
        assert len(seen) == 2
    with scripted(broken) as (url, _), Web(url) as system, pytest.raises(Unreachable, match=said):
        system.json("status")


@pytest.mark.parametrize("broken", [_half, _half_without_length, _page, (500, {}, {})])
def test_what_must_not_be_sent_twice_is_sent_once(broken: Any) -> None:
    with scripted(broken, OK) as (url, seen), Web(url) as system:
        with pytest.raises(Unusable, match=r"whether it was done is not known|answered 500"):
            system.post_json("messages", json={"text": "hello"}, again=False)

    assert len(seen) == 1


def test_what_was_surely_not_done_is_sent_again() -> None:
    with scripted((429, {}, {}), OK) as (url, seen), Web(url) as system:
        system.post_json("messages", json={"text": "hello"}, again=False)

    assert len(seen) == 2


def test_a_token_that_runs_out_during_a_run_is_fetched_anew() -> None:
    tokens = iter(["first-token", "second-token"])

    def system_(request: BaseHTTPRequestHandler) -> None:
        if request.path == "/token":
            answer(request, 200, {"access_token": next(tokens)})
        elif request.headers["Authorization"] == "Bearer second-token":
            answer(request, 200, {"fine": True})
        else:
            answer(request, 401, {})

    with serving(system_) as url, Web(url, ClientCredentials(f"{url}/token", "adoptlog", TOKEN)) as system:
        assert system.json("users") == {"fine": True}
        assert system.json("users") == {"fine": True}


def test_credentials_do_not_follow_a_redirect_to_another_host() -> None:
    with scripted(OK) as (elsewhere, seen):
        moved = (302, {}, {"Location": f"{elsewhere}/users"})
        with scripted(moved) as (url, _), Web(url, ApiKey("X-Api-Key", TOKEN)) as system:
            with pytest.raises(Answered, match="is redirected to 127"):
                system.json("users")

    assert seen == []


def test_a_redirect_on_the_same_host_is_followed() -> None:
    with scripted((302, {}, {"Location": "/v2/users"}), OK) as (url, seen), Web(url, Bearer(TOKEN)) as system:
        assert system.json("users") == {"fine": True}

    assert seen[1][0] == "/v2/users"


def test_a_signed_link_is_fetched_without_our_credentials_and_is_not_told() -> None:
    with scripted(OK, (403, {}, {})) as (storage, seen), scripted(OK) as (url, _), Web(url, Bearer(TOKEN)) as system:
        assert system.signed(f"{storage}/report?sig=s3cret-signature").content == b'{"fine": true}'
        with pytest.raises(NotAllowed) as told:
            system.signed(f"{storage}/report?sig=s3cret-signature")

    assert "Authorization" not in seen[0][1]
    assert "sig=" not in str(told.value)


def test_a_link_to_another_host_is_not_followed() -> None:
    with scripted((200, [], {"Link": '<https://api.github.com/resource?page=2>; rel="next"'})) as (url, _):
        with Web(url) as system, pytest.raises(Unusable, match=r"points to api\.github\.com, where its token must not"):
            list(by_link(system, "seats"))


@pytest.mark.parametrize(
    "address", ["http://lms.example.com", "ftp://127.0.0.1", "lms.example.com", "https://u:p@x.org"]
)
def test_an_address_that_protects_nothing_is_refused(address: str) -> None:
    with pytest.raises(Unusable, match=r"https|holds a password"):
        Web(address)


def test_secrets_stay_out_of_the_log_of_httpx(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG), scripted(OK) as (url, _), Web(url, Basic("adoptlog", TOKEN)) as system:
        system.json("users", {"wstoken": TOKEN.reveal()})

    assert "GET" in caplog.text
    assert TOKEN.reveal() not in caplog.text


def test_certificates_are_verified_and_a_company_can_have_its_own(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Any
) -> None:
    authority = trustme.CA()
    server_side = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("localhost").configure_cert(server_side)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            answer(self, 200, {"fine": True})

        def log_message(self, format: str, *args: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.socket = server_side.wrap_socket(server.socket, server_side=True)
    server.handle_error = lambda request, client_address: None  # type: ignore[method-assign]
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    url = f"https://localhost:{server.server_address[1]}"
    try:
        with Web(url) as system, pytest.raises(Unusable, match="cannot be verified: name the company's own"):
            system.json("status")
        authority.cert_pem.write_to_path(str(tmp_path / "company.pem"))
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "company.pem"))
        with Web(url) as system:
            assert system.json("status") == {"fine": True}
    finally:
        server.shutdown()
        server.server_close()


def test_pages_by_link_by_next_by_cursor_by_offset_and_by_number() -> None:
    numbers = list(range(5))

    def system_(request: BaseHTTPRequestHandler) -> None:
        parts = urlsplit(request.path)
        asked = {name: int(values[0]) for name, values in parse_qs(parts.query).items()}
        start = asked.get("offset", asked.get("cursor", asked.get("from", 2 * (asked.get("page", 1) - 1))))
        some, last = numbers[start : start + 2], start + 2 >= len(numbers)
        body = {
            "items": some,
            "cursor": None if last else start + 2,
            "more": "" if last else f"/x/list?from={start + 2}",
        }
        link = {} if last else {"Link": f"</x/list?from={start + 2}>; rel=next"}
        answer(request, 200, body, **link)

    with serving(system_) as url, Web(f"{url}/x/") as system:
        ways = [
            by_link(system, "list"),
            by_next(system, "list", key="more"),
            by_cursor(system, "list", send="cursor", key="cursor"),
            by_offset(system, "list", items="items"),
            by_number(system, "list", items="items"),
        ]
        for pages in ways:
            assert [number for page in pages for number in page["items"]] == numbers


@pytest.mark.parametrize(
    "pages",
    [
        lambda system: by_link(system, "list"),
        lambda system: by_next(system, "list", key="more"),
        lambda system: by_cursor(system, "list", send="cursor", key="cursor"),
        lambda system: by_offset(system, "list", items="items"),
        lambda system: by_number(system, "list", items="items"),
    ],
)
def test_a_list_that_goes_round_in_circles_is_an_error(pages: Any) -> None:
    body = {"items": [1, 2], "cursor": "x", "more": "/list?from=2"}
    with scripted((200, body, {"Link": "</list?from=2>; rel=next"})) as (url, seen), Web(url) as system:
        with pytest.raises(Unusable, match=r"leads back to a page|answers the same page again"):
            list(pages(system))

    assert len(seen) <= 3
