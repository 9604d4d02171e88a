"""What freee says about an employee: one record for who they are, one for each place of work, one for leaving."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from adoptlog.domain.facts import Joined, Left, Moved
from adoptlog.kit import Fetched, Observation, PersonDescribed, Rejected, Translation
from adoptlog.messages import Message
from adoptlog_adapters.identity import normal_id

_NEEDED = ("id", "num", "display_name", "email")
_DUTIES = ("main_duty", "unspecified", "sub_duty")


def freee_id(id_: int) -> str:
    """An employee's id as adoptlog keeps it; the form is part of the stored history."""
    return f"freee:{id_}"


def records_of(employee: Mapping[str, Any], today: date) -> Iterator[Fetched]:
    """Who an employee is and since when they are here; and that they have left, once their last day is over.

    A day to come is said when it has come: it can still be put off.
    """
    who = {name: employee.get(name) for name in _NEEDED}
    entry, last = employee.get("entry_date"), employee.get("retire_date")
    yield Fetched({**who, **({} if _lies_ahead(entry, today) else {"joined_on": entry})}, str(employee["id"]))
    if last and not _lies_ahead(last, today):
        yield Fetched({**who, "left_on": last}, f"{employee['id']}/left")


def has_left(employee: Mapping[str, Any], today: date) -> bool:
    """Whether the last day is over."""
    last = employee.get("retire_date")
    return bool(last) and not _lies_ahead(last, today)


def _lies_ahead(day: Any, today: date) -> bool:
    """Whether a day is not over; what is no day does not lie ahead, and is refused when it is translated."""
    try:
        return date.fromisoformat(day) >= today
    except (TypeError, ValueError):
        return False


def place_of(member: Mapping[str, Any], here: set[int]) -> Iterator[Fetched]:
    """Where an employee works: of several departments the main one. A boss who is not an employee is left out."""
    places = [
        place for place in member.get("group_memberships") or () if place.get("group_name") and place.get("start_date")
    ]
    if not places:
        return
    place = min(
        places, key=lambda one: (_DUTIES.index(one.get("main_duty") or "unspecified"), str(one.get("group_id")))
    )
    who = {"id": member["id"], "num": member.get("num"), "email": member.get("login_email")}
    boss = place.get("boss_id")
    moved = {
        "since": place["start_date"],
        "department": place["group_name"],
        "boss_id": boss if boss in here and boss != member["id"] else None,
    }
    yield Fetched({**who, **moved}, f"{member['id']}/{place['start_date']}")


def said_by(raw: Mapping[str, Any]) -> Translation:
    """What a record says."""
    if not isinstance(raw.get("id"), int):
        return Rejected(Message("an employee without an id"))
    account = freee_id(raw["id"])
    who = normal_id(raw["num"]) if (raw.get("num") or "").strip() else account
    email = normal_id(raw["email"]) if raw.get("email") else None
    described = PersonDescribed(name=raw.get("display_name") or None, email=email, also_known_as=(account,))
    return [Observation(who, described), *(Observation(who, fact) for fact in _facts(raw))]


def _facts(raw: Mapping[str, Any]) -> Iterator[Any]:
    if "joined_on" in raw:
        yield Joined(on=date.fromisoformat(raw["joined_on"]))
    if "left_on" in raw:
        yield Left(on=date.fromisoformat(raw["left_on"]))
    if "since" in raw:
        manager = freee_id(raw["boss_id"]) if raw["boss_id"] else None
        yield Moved(on=date.fromisoformat(raw["since"]), department=raw["department"], manager=manager)
