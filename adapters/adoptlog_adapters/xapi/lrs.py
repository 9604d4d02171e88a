"""Reading an LRS: page by page, from where it was complete the last time.

An LRS that keeps to the specification says up to when it is complete (`X-Experience-API-Consistent-Through`) and gives
what was *stored* since. Others (Ralph) give what *happened* since, by its timestamp: what arrives late is found by
reading some days again, and what arrives later than that by reading everything now and then.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any

import attrs

from adoptlog.errors import Unusable
from adoptlog.kit import PageRead, Read
from adoptlog_adapters.xapi.reading import Record, Waiting, statement_record
from adoptlog_adapters.xapi.registrations import Registrations

if TYPE_CHECKING:
    import httpx

    from adoptlog.kit.web import Web

VERSION = {"X-Experience-API-Version": "1.0.3"}
_AT_ONCE = 500
_CERTAINLY = timedelta(minutes=1)
"""What is stored this shortly before the time of completeness is read again: many are stored at the same moment."""


@attrs.frozen(kw_only=True)
class Bookmark:
    """Up to when an LRS has been read; `stored`: it says itself up to when it is complete; `whole`: when it was last
    read from the beginning."""

    lrs: str
    through: datetime
    stored: bool
    whole: datetime

    @classmethod
    def read(cls, text: str) -> Bookmark:
        """A bookmark as it was kept. Raises `Unusable`."""
        try:
            kept = json.loads(text)
            through, whole = (datetime.fromisoformat(kept[name]) for name in ("through", "whole"))
            return cls(lrs=kept["lrs"], through=through, stored=kept["stored"], whole=whole)
        except (ValueError, LookupError, TypeError):
            raise Unusable("the bookmark {bookmark!r} is none of an LRS: import with --full", bookmark=text) from None

    def __str__(self) -> str:
        said = {"lrs": self.lrs, "through": self.through, "stored": self.stored, "whole": self.whole}
        return json.dumps({k: v.isoformat() if isinstance(v, datetime) else v for k, v in said.items()})


@attrs.frozen(kw_only=True)
class Lrs:
    """One LRS; `overlap` days are read again, and after `full_every` days everything, where it cannot say more."""

    web: Web
    overlap: int
    full_every: int
    today: date | None

    def read(self, kept: str | None) -> Iterator[Read]:
        """All statements since the bookmark; each page is recorded as it comes."""
        before = self._valid(kept)
        since = before and (before.through - (_CERTAINLY if before.stored else timedelta(days=self.overlap)))
        held = Registrations(self._registration if since else lambda registration: ())
        reached: Bookmark | None = None
        order = _Order()
        for statements, response in self._pages({"since": _written(since)} if since else {}):
            reached = reached or self._reached(response, before if since else None)
            for record in map(statement_record, statements):
                one = Waiting.of(record)
                if not held.hold(one):
                    yield one.fetched()
            order.see(statements)
            so_far = order.last if reached and reached.stored and not held else None
            yield PageRead(bookmark=_at_most(reached, so_far))
        yield from (one.fetched() for one in held.understood())
        yield PageRead(bookmark=str(reached) if reached else None, watermark=_last_day(reached))

    def _valid(self, kept: str | None) -> Bookmark | None:
        """The bookmark to go on from; None to read everything, because it is of another LRS or it is time to."""
        before = Bookmark.read(kept) if kept else None
        if before is None or before.lrs != self._name:
            return None
        if before.stored or self.today is None:
            return before
        return before if (self.today - before.whole.date()).days < self.full_every else None

    def _pages(self, params: Mapping[str, Any]) -> Iterator[tuple[list[Any], httpx.Response]]:
        path = "statements"
        asked: Mapping[str, Any] | None = {"limit": _AT_ONCE, "ascending": "true", **params}
        seen: set[str] = set()
        while True:
            body, response = self.web.get_json(path, asked)
            statements, more = (body.get("statements"), body.get("more")) if isinstance(body, dict) else (None, None)
            if not isinstance(statements, list):
                raise Unusable("{lrs} answers without statements: is it the endpoint of an LRS?", lrs=self._name)
            yield statements, response
            if not more:
                return
            path, asked = str(response.url.join(str(more))), None
            if path in seen:
                raise Unusable("{where} leads back to a page that was read before", where=self._name)
            seen.add(path)

    def _registration(self, registration: str) -> Iterator[Record]:
        for statements, _ in self._pages({"registration": registration}):
            yield from map(statement_record, statements)

    def _reached(self, response: httpx.Response, before: Bookmark | None) -> Bookmark | None:
        """Up to when everything is known once all pages have been read, as the LRS says at the first of them."""
        date_ = _date(response.headers.get("date"))
        complete = _time(response.headers.get("X-Experience-API-Consistent-Through"))
        times = [one for one in (date_, complete) if one is not None]
        if not times:
            return None
        whole = before.whole if before else min(times)
        return Bookmark(lrs=self._name, through=min(times), stored=complete is not None, whole=whole)

    @property
    def _name(self) -> str:
        from adoptlog.kit.addresses import shown

        return shown(self.web.url(""))


class _Order:
    """Whether statements come in the order in which they were stored, and the last of them."""

    def __init__(self) -> None:
        self._last = datetime.min.replace(tzinfo=UTC)
        self._kept = True

    def see(self, statements: list[Any]) -> None:
        for one in statements:
            stored = _time(one.get("stored") if isinstance(one, Mapping) else None)
            self._kept = self._kept and stored is not None and stored >= self._last
            self._last = stored or self._last

    @property
    def last(self) -> datetime | None:
        """When the last one was stored; None if that says nothing about those that are still to come."""
        return self._last if self._kept and self._last.year > 1 else None


def _at_most(reached: Bookmark | None, so_far: datetime | None) -> str | None:
    if reached is None or so_far is None:
        return None
    return str(attrs.evolve(reached, through=min(reached.through, so_far)))


def _last_day(reached: Bookmark | None) -> date | None:
    """The last day that an LRS has told everything about, if it says so."""
    return reached.through.date() - timedelta(days=1) if reached and reached.stored else None


def _written(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _time(text: object) -> datetime | None:
    try:
        at = datetime.fromisoformat(text) if isinstance(text, str) else None
    except ValueError:
        return None
    return at if at and at.tzinfo else None


def _date(text: str | None) -> datetime | None:
    try:
        return parsedate_to_datetime(text) if text else None
    except ValueError:
        return None
