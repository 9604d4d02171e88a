"""Lists that come page by page: by link, by cursor, by offset or by number. Needs `adoptlog[http]`.

Each yields the answers one after the other, as Python values. A source that sends us round in circles is an error, not
an endless import.
"""

from collections.abc import Callable, Iterator
from typing import Any

from adoptlog.errors import Unusable
from adoptlog.kit.addresses import shown
from adoptlog.kit.web import Params, Web


def by_link(web: Web, path: str, params: Params | None = None) -> Iterator[Any]:
    """Pages whose `Link` header names the next one (RFC 8288)."""
    seen: set[str] = set()
    while True:
        body, response = web.get_json(path, params)
        yield body
        link = response.links.get("next", {}).get("url")
        if not link:
            return
        path, params = _once(str(response.url.join(link)), seen, shown(response.url)), None


def by_next(web: Web, path: str, params: Params | None = None, *, key: str) -> Iterator[Any]:
    """Pages whose body holds the address of the next one under `key`; a relative one is resolved."""
    seen: set[str] = set()
    while True:
        body, response = web.get_json(path, params)
        yield body
        link = body.get(key) if isinstance(body, dict) else None
        if not link:
            return
        path, params = _once(str(response.url.join(link)), seen, shown(response.url)), None


def by_cursor(web: Web, path: str, params: Params | None = None, *, send: str, key: str) -> Iterator[Any]:
    """Pages whose body holds under `key` what is sent as `send` to get the next one."""
    seen: set[str] = set()
    asked = dict(params or {})
    while True:
        body, response = web.get_json(path, asked)
        yield body
        cursor = body.get(key) if isinstance(body, dict) else None
        if cursor in (None, ""):
            return
        asked[send] = _once(str(cursor), seen, shown(response.url))


def by_offset(
    web: Web, path: str, params: Params | None = None, *, items: str | None = None, send: str = "offset", first: int = 0
) -> Iterator[Any]:
    """Pages asked for by how many items came before, until one is empty. `items`: the key of the list in the body.

    What is inserted or deleted meanwhile shifts the pages: read such a list again now and then.
    """
    return _counting(web, path, {**(params or {}), send: first}, items, send, len)


def by_number(
    web: Web, path: str, params: Params | None = None, *, items: str | None = None, send: str = "page", first: int = 1
) -> Iterator[Any]:
    """Pages asked for by their number, until one is empty."""
    return _counting(web, path, {**(params or {}), send: first}, items, send, lambda _: 1)


def _counting(
    web: Web, path: str, asked: dict[str, Any], items: str | None, send: str, step: Callable[[list[Any]], int]
) -> Iterator[Any]:
    before = None
    while (found := _items(body := web.json(path, asked), items)) or before is None:
        if found and found == before:
            where = shown(web.url(path))
            raise Unusable("{where} answers the same page again: it does not understand {send}", where=where, send=send)
        yield body
        if not found:
            return
        before = found
        asked[send] += step(found)


def _items(body: Any, key: str | None) -> list[Any]:
    found = body if key is None else body.get(key) if isinstance(body, dict) else None
    if not isinstance(found, list):
        if key is None:
            raise Unusable("the answer is not a list")
        raise Unusable("the answer is not a list under {key!r}", key=key)
    return found


def _once(next_: str, seen: set[str], where: str) -> str:
    if next_ in seen:
        raise Unusable("{where} leads back to a page that was read before", where=where)
    seen.add(next_)
    return next_
