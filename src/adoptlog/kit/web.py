"""HTTP as it is: slow, busy, cut off, and with errors that look like answers. Needs `adoptlog[http]`.

The libraries are imported when a `Web` is made, so that an adapter can be listed without them.
"""

from __future__ import annotations

import logging
import os
import ssl
import time
from collections.abc import Callable, Mapping
from functools import cache
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

import msgspec

from adoptlog.errors import AdoptLogError, Unusable
from adoptlog.kit.addresses import origin, safe_address, shown
from adoptlog.kit.answers import Answered, Busy, NotAllowed, Unreachable, asked_to_wait, means_busy
from adoptlog.kit.credentials import Anonymous, Credentials
from adoptlog.kit.secrets import scrubbed
from adoptlog.messages import Message

if TYPE_CHECKING:
    import httpx
    import tenacity

HTTP = {"httpx": "adoptlog[http]", "tenacity": "adoptlog[http]"}
"""What an adapter needs (`WayIn.needs`) that uses this."""

ATTEMPTS = 6
PATIENCE = 300.0
"""Seconds, in all, that are spent waiting for one answer to come at last."""
_LONGEST_PAUSE = 60.0
_REDIRECTS = 5
_AGAIN = frozenset({408, 425, 429, 500, 502, 503, 504, 520, 522, 524, 529})
_NOT_DONE = frozenset({425, 429, 503})

__all__ = ["HTTP", "Answered", "Busy", "NotAllowed", "Params", "Unreachable", "Web", "means_busy"]

Params = Mapping[str, Any]


def pause(seconds: float) -> None:
    """Wait before the next attempt."""
    time.sleep(seconds)


class Web:
    """One system reached over HTTP. Every request is tried again where that can help; a failure is one clear line.

    `base` is where paths begin; credentials never leave its scheme, host and port. `understand` looks at every JSON
    answer and says what is wrong with it, for systems that report errors with status 200; None means it is good.
    Certificates are always verified (a company's own: SSL_CERT_FILE); proxies come from the usual variables.
    """

    def __init__(
        self,
        base: str,
        credentials: Credentials | None = None,
        *,
        headers: Mapping[str, str] | None = None,
        understand: Callable[[Any], str | None] = lambda body: None,
        busy: Callable[[httpx.Response], bool] = means_busy,
    ) -> None:
        import httpx

        self._base = safe_address(base)
        self._credentials = credentials or Anonymous()
        self._understand = understand
        self._busy = busy
        seconds = float(os.environ.get("ADOPTLOG_HTTP_TIMEOUT", "60"))
        agent = {"user-agent": "adoptlog (+https://pypi.org/project/adoptlog)", "accept": "application/json, */*;q=0.5"}
        self._client = httpx.Client(
            headers={**agent, **(headers or {})},
            timeout=httpx.Timeout(seconds, connect=min(seconds, 10.0)),
            verify=_verification(os.environ.get("SSL_CERT_FILE"), os.environ.get("SSL_CERT_DIR")),
        )

    def json(self, path: str, params: Params | None = None) -> Any:
        """What a path answers, as Python values."""
        return self.get_json(path, params)[0]

    def get_json(self, path: str, params: Params | None = None) -> tuple[Any, httpx.Response]:
        """The same, and the response it came with."""
        return self._tried("GET", path, again=True, as_json=True, params=params)

    def get(self, path: str, params: Params | None = None, *, redirected: bool = False) -> httpx.Response:
        """What a path answers, whole. `redirected`: an answer that points to another host is what is wanted."""
        return self._tried("GET", path, again=True, redirected=redirected, params=params)[1]

    def post_json(
        self, path: str, *, json: Any = None, form: Params | None = None, params: Params | None = None, again: bool
    ) -> Any:
        """What a path answers to a body. `again`: it may be sent twice without harm, so that it is tried again."""
        return self._tried("POST", path, again=again, as_json=True, json=json, data=form, params=params)[0]

    def send(
        self, method: str, path: str, *, json: Any = None, params: Params | None = None, again: bool
    ) -> httpx.Response:
        """The same for any method, with whatever it answers."""
        return self._tried(method, path, again=again, json=json, params=params)[1]

    def signed(self, url: str) -> httpx.Response:
        """What is behind a link that carries its own permission: fetched without our credentials, anywhere."""
        address = safe_address(url)
        return self._attempts(lambda: self._checked("GET", address, again=True, credentials=Anonymous()))[1]

    def close(self) -> None:
        """Close the connections."""
        self._client.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def url(self, path: str) -> httpx.URL:
        """The address of a path below the base; an absolute address has to be on the same host. Raises `Unusable`."""
        import httpx

        if "://" not in path:
            return httpx.URL(f"{str(self._base).rstrip('/')}/{path.lstrip('/')}" if path else self._base)
        address = safe_address(path)
        if origin(address) != origin(self._base):
            raise Unusable(
                "{base} points to {host}, where its token must not go", base=self._base.host, host=address.host
            )
        return address

    def _tried(self, method: str, path: str, *, again: bool, **how: Any) -> tuple[Any, httpx.Response]:
        address = self.url(path)
        how = {name: value for name, value in how.items() if value is not None}
        return self._attempts(lambda: self._checked(method, address, again=again, credentials=self._credentials, **how))

    def _attempts(self, attempt: Callable[[], tuple[Any, httpx.Response]]) -> tuple[Any, httpx.Response]:
        import tenacity

        began = time.monotonic()
        tries = tenacity.Retrying(
            retry=tenacity.retry_if_exception_type(Busy),
            stop=tenacity.stop_after_attempt(ATTEMPTS) | tenacity.stop_before_delay(PATIENCE),
            wait=_pause_before_next,
            sleep=lambda seconds: pause(seconds),
            reraise=True,
        )
        try:
            return tries(attempt)
        except Busy as problem:
            raise Unreachable(scrubbed(_given_up(problem, time.monotonic() - began))) from None

    def _checked(
        self,
        method: str,
        address: httpx.URL,
        *,
        again: bool,
        credentials: Credentials,
        as_json: bool = False,
        redirected: bool = False,
        **how: Any,
    ) -> tuple[Any, httpx.Response]:
        """One attempt: the answer, or `Busy` if another may help, or what is wrong."""
        where = shown(address)
        response = self._authorised(method, address, again, credentials, how)
        if response.is_redirect and not redirected:
            response = self._followed(response, again, credentials)
        if response.is_redirect:
            return None, response
        if not response.is_success:
            raise self._refusal(response, where, again)
        if as_json:
            return self._decoded(response, where, again), response
        if response.headers.get("content-type", "").startswith("text/html"):
            raise _unclear(Message("{where} answered with a web page instead of data", where=where), again)
        return None, response

    def _authorised(
        self, method: str, address: httpx.URL, again: bool, credentials: Credentials, how: dict[str, Any]
    ) -> httpx.Response:
        response = self._sent(method, address, again, credentials, how)
        if response.status_code == 401 and credentials.renew():
            response = self._sent(method, address, again, credentials, how)
        return response

    def _sent(
        self, method: str, address: httpx.URL, again: bool, credentials: Credentials, how: dict[str, Any]
    ) -> httpx.Response:
        import httpx

        where, headers = shown(address), credentials.headers()
        try:
            return self._client.request(method, address, headers=headers, **how)
        except httpx.ConnectError as problem:
            if "CERTIFICATE_VERIFY_FAILED" in str(problem):
                raise Unusable(
                    "the certificate of {where} cannot be verified: name the company's own authority in SSL_CERT_FILE",
                    where=where,
                ) from None
            raise Busy("{where} cannot be reached ({problem})", where=where, problem=_first_line(problem)) from None
        except httpx.TimeoutException:
            raise _unclear(Message("{where} did not answer in time", where=where), again) from None
        except (httpx.TransportError, httpx.DecodingError) as problem:
            broken = Message("{where} broke off its answer ({kind})", where=where, kind=type(problem).__name__)
            raise _unclear(broken, again) from None

    def _followed(self, response: httpx.Response, again: bool, credentials: Credentials) -> httpx.Response:
        for _ in range(_REDIRECTS):
            target = response.next_request.url if response.next_request else response.url
            if origin(target) != origin(response.url):
                raise Answered(
                    "{where} is redirected to {target}: give that address if it is right",
                    response.status_code,
                    where=shown(response.url),
                    target=target.host,
                )
            response = self._authorised("GET", target, again, credentials, {})
            if not response.is_redirect:
                return response
        raise Answered("{where} is redirected again and again", response.status_code, where=shown(response.url))

    def _refusal(self, response: httpx.Response, where: str, again: bool) -> AdoptLogError:
        status, reason, said = response.status_code, response.reason_phrase, self._said(response)
        answered = Message("{where} answered {status} {reason}", where=where, status=status, reason=reason)
        text = scrubbed(Message("{answered}: {said}", answered=answered, said=said) if said else answered)
        if self._busy(response) or status in _AGAIN:
            wait = asked_to_wait(response)
            if wait is not None and wait > PATIENCE:
                return Unreachable(
                    "{text} and asks to wait {wait:.0f} seconds: try again after that", text=text, wait=wait
                )
            if not again and not (self._busy(response) or status in _NOT_DONE):
                return Answered(text, status)
            return Busy(text, wait)
        if status in (401, 403):
            return NotAllowed(text, status)
        return Answered(text, status)

    def _said(self, response: httpx.Response) -> str | None:
        """What the system itself says about its refusal, as far as the adapter understands it."""
        try:
            return self._understand(msgspec.json.decode(response.content))
        except Exception:
            return None

    def _decoded(self, response: httpx.Response, where: str, again: bool) -> Any:
        kind = response.headers.get("content-type", "nothing").partition(";")[0].strip()
        if "json" not in kind:
            other = Message("{where} answered with {kind} instead of JSON", where=where, kind=scrubbed(kind))
            raise _unclear(other, again)
        try:
            body = msgspec.json.decode(response.content)
        except (ValueError, RecursionError):
            raise _unclear(Message("{where} answered with broken JSON", where=where), again) from None
        if problem := self._understand(body):
            text = scrubbed(Message("{where} answered: {problem}", where=where, problem=problem))
            raise Answered(text, response.status_code)
        return body


@cache
def _verification(file: str | None, directory: str | None) -> ssl.SSLContext:
    """How certificates are verified; it takes a while to load those of all authorities, so it is done once."""
    import httpx

    return httpx.create_ssl_context()


def _pause_before_next(state: tenacity.RetryCallState) -> float:
    import tenacity

    problem = state.outcome.exception() if state.outcome else None
    if isinstance(problem, Busy) and problem.wait is not None:
        return problem.wait
    return tenacity.wait_exponential_jitter(multiplier=0.5, max=_LONGEST_PAUSE, jitter=1.0)(state)


def _given_up(problem: Busy, seconds: float) -> Message:
    if seconds < 1:
        return Message("{problem}: try again later", problem=problem)
    return Message("{problem}, tried for {seconds:.0f} seconds: try again later", problem=problem, seconds=seconds)


def _unclear(problem: str, again: bool) -> AdoptLogError:
    """A request of which nobody knows whether it was done is sent again only if that does no harm."""
    return Busy(problem) if again else Unreachable("{problem}; whether it was done is not known", problem=problem)


def _first_line(problem: Exception) -> str:
    return scrubbed(str(problem).partition("\n")[0]) or type(problem).__name__


class _Scrubbing(logging.Filter):
    """httpx writes whole addresses into its log: the secrets in them are taken out."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg, record.args = scrubbed(record.getMessage()), None
        return True


logging.getLogger("httpx").addFilter(_Scrubbing())
