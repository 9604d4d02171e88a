"""What an answer means: a refusal, a right that is missing, or "try again later"."""

from __future__ import annotations

import time
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any

from adoptlog.errors import AdoptLogError, Unusable

if TYPE_CHECKING:
    import httpx


class Answered(Unusable):
    """The other side answered that it will not do what was asked; `status` is its HTTP status."""

    def __init__(self, message: str, status: int, /, **values: Any) -> None:
        super().__init__(message, **values)
        self.status = status


class NotAllowed(Answered):
    """The token is not accepted, or lacks a right."""


class Unreachable(Unusable):
    """No usable answer, again and again: the same request may succeed later."""


class Busy(AdoptLogError):
    """Try the same again, after `wait` seconds if that is known. An `understand` hook may raise it too."""

    def __init__(self, message: str, /, wait: float | None = None, **values: Any) -> None:
        super().__init__(message, **values)
        self.wait = wait


def means_busy(response: httpx.Response) -> bool:
    """Whether an answer means "too many requests": 429, and the 403s of those who mean 429."""
    if response.status_code != 403:
        return response.status_code == 429
    headers = response.headers
    spent = any(headers.get(name) == "0" for name in ("x-ratelimit-remaining", "ratelimit-remaining"))
    return spent or "retry-after" in headers or b"rate limit" in response.content[:2000].lower()


def asked_to_wait(response: httpx.Response) -> float | None:
    """The seconds that Retry-After asks for, as a number or a date."""
    asked = response.headers.get("retry-after", "").strip()
    if asked.isdigit():
        return float(asked)
    try:
        return max(0.0, parsedate_to_datetime(asked).timestamp() - time.time())
    except ValueError:
        return None
