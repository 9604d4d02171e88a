"""The seats: who has a licence, until when, and when they were last active.

A seat is a snapshot: what happened before its last activity has been overwritten.
"""

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from typing import Any

from adoptlog.domain.facts import LastActivityReported, LicenceGranted, LicenceRevoked
from adoptlog.errors import Unusable
from adoptlog.kit import Fetched, Observation, Translation
from adoptlog.kit.pages import by_link
from adoptlog.kit.web import Web
from adoptlog_adapters.github_copilot.people import described, person

_PAGE = 100


def seats(web: Web, scope: str, complete: date) -> Iterator[Fetched]:
    """What all seats say. `complete` is the last day whose activity GitHub has in full.

    Somebody with seats from two teams or organisations stands in the list twice: they lose their licence when the last
    of them ends, and were active when the latest of them says so.
    """
    held: dict[int, list[Mapping[str, Any]]] = {}
    for page in by_link(web, f"{scope}/copilot/billing/seats", {"per_page": _PAGE}):
        if not isinstance(page, dict) or not isinstance(page.get("seats"), list):
            raise Unusable("GitHub answered without a list of seats")
        for seat in page["seats"]:
            if assignee := seat.get("assignee"):
                held.setdefault(assignee["id"], []).append(seat)
    for number, all_ in held.items():
        yield from _of_one(number, all_, complete)


def _of_one(number: int, all_: list[Mapping[str, Any]], complete: date) -> Iterator[Fetched]:
    who = {"user_id": number, "user_login": all_[0]["assignee"]["login"]}
    granted = min(_day(seat["created_at"]) for seat in all_)
    yield Fetched({**who, "granted": granted.isoformat()}, f"granted/{number}/{granted}")
    ends = [seat.get("pending_cancellation_date") for seat in all_]
    if all(ends):
        ends_on = max(str(day) for day in ends)
        yield Fetched({**who, "revoked": ends_on}, f"revoked/{number}/{ends_on}")
    active = [_day(seat["last_activity_at"]) for seat in all_ if seat.get("last_activity_at")]
    if active:  # empty after ninety days without activity: that is not "never"
        last = max(active)
        on = max(last, complete)
        yield Fetched({**who, "last_active": last.isoformat(), "on": on.isoformat()}, f"active/{number}/{on}")


def said(raw: Mapping[str, Any], tool: str) -> Translation:
    """What one of these records says."""
    number = raw["user_id"]
    fact: LicenceGranted | LicenceRevoked | LastActivityReported
    if "granted" in raw:
        fact = LicenceGranted(tool=tool, on=date.fromisoformat(raw["granted"]))
    elif "revoked" in raw:
        fact = LicenceRevoked(tool=tool, on=date.fromisoformat(raw["revoked"]))
    else:
        on, last = date.fromisoformat(raw["on"]), date.fromisoformat(raw["last_active"])
        fact = LastActivityReported(tool=tool, on=on, last_active_on=last)
    return [described(number, raw["user_login"]), Observation(person(number), fact)]


def _day(time: str) -> date:
    """GitHub's day of a time: that of UTC, like the days of its reports."""
    return datetime.fromisoformat(time).astimezone(UTC).date()
