"""Addresses that may be asked, and how they may be told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from adoptlog.errors import Unusable

if TYPE_CHECKING:
    import httpx

_HERE = frozenset({"127.0.0.1", "::1", "localhost"})


def shown(address: httpx.URL) -> str:
    """An address as it may be told: host and path; a query can hold secrets."""
    port = f":{address.port}" if address.port else ""
    return f"{address.host}{port}{address.path}"


def safe_address(text: str) -> httpx.URL:
    """An address that protects what is sent to it. Raises `Unusable`."""
    import httpx

    try:
        address = httpx.URL(text.strip())
    except httpx.InvalidURL:
        raise Unusable(
            "{address!r} is not an address such as https://lms.example.com", address=text.partition("?")[0]
        ) from None
    if address.userinfo:
        raise Unusable("the address of {host} holds a password: give it as a secret instead", host=address.host)
    if address.scheme == "https" or (address.scheme == "http" and address.host in _HERE):
        return address
    raise Unusable(
        "{address!r} does not begin with https://, which protects what is sent", address=text.partition("?")[0]
    )


def origin(address: httpx.URL) -> tuple[str, str, int | None]:
    """Where credentials may go: scheme, host and port."""
    return address.scheme, address.host, address.port
