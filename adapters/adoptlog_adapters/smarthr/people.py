"""What SmartHR says about a crew member: one record for who they are, one for each thing that is so today."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from adoptlog.domain.facts import Joined, LeaveTaken, Left, Moved
from adoptlog.kit import Fetched, Observation, PersonDescribed, Rejected, Translation
from adoptlog.messages import Message
from adoptlog_adapters.identity import normal_id, plain_id

FIELDS = (
    *("id", "emp_code", "emp_status", "entered_at", "resigned_at", "email", "departments"),
    *("last_name", "first_name", "business_last_name", "business_first_name"),
)
"""What is asked for: a crew holds bank accounts, disability and insurance, too."""

_WHO = ("id", "emp_code", "email", *FIELDS[-4:])


def smarthr_id(id_: str) -> str:
    """A crew member's id as adoptlog keeps it; the form is part of the stored history."""
    return plain_id(f"smarthr:{id_}")


def records_of(crew: Mapping[str, Any], today: date) -> Iterator[Fetched]:
    """What is so today. A day of joining or leaving that is to come is said when it has come."""
    who, id_ = {name: crew.get(name) for name in _WHO}, crew["id"]
    entered = crew.get("entered_at")
    yield Fetched({**who, **({"joined_on": entered} if entered and not _lies_ahead(entered, today) else {})}, id_)
    if department := _department(crew):
        yield Fetched({**who, "department": department}, f"{id_}/department")
    if crew.get("emp_status") == "absent":
        yield Fetched({**who, "away_on": today.isoformat()}, f"{id_}/absent/{today}")
    if has_left(crew, today):
        yield Fetched({**who, "left_on": crew.get("resigned_at")}, f"{id_}/left")


def has_left(crew: Mapping[str, Any], today: date) -> bool:
    """Whether the last day is over."""
    last = crew.get("resigned_at")
    return not _lies_ahead(last, today) if last else crew.get("emp_status") == "retired"


def said_by(raw: Mapping[str, Any], today: date) -> Translation:
    """What a record says."""
    if not isinstance(raw.get("id"), str):
        return Rejected(Message("an employee without an id"))
    account = smarthr_id(raw["id"])
    who = normal_id(raw["emp_code"]) if (raw.get("emp_code") or "").strip() else account
    email = normal_id(raw["email"]) if raw.get("email") else None
    described = PersonDescribed(name=_name(raw), email=email, also_known_as=(account,))
    return [Observation(who, described), *_facts(who, raw, today)]


def _facts(who: str, raw: Mapping[str, Any], today: date) -> Iterator[Observation]:
    if "joined_on" in raw:
        yield Observation(who, Joined(on=date.fromisoformat(raw["joined_on"])))
    if "department" in raw:
        yield Observation(who, Moved(on=today, department=raw["department"]), if_changed=True)
    if "away_on" in raw:
        day = date.fromisoformat(raw["away_on"])
        yield Observation(who, LeaveTaken(starts_on=day, ends_on=day))
    if "left_on" in raw:
        dated = raw["left_on"] is not None
        yield Observation(who, Left(on=date.fromisoformat(raw["left_on"]) if dated else today), if_changed=not dated)


def _department(crew: Mapping[str, Any]) -> str | None:
    """The first of the departments; they stand in order."""
    names = [one.get("name") for one in crew.get("departments") or () if isinstance(one, Mapping)]
    return names[0] if names and names[0] else None


def _name(raw: Mapping[str, Any]) -> str | None:
    """The name at work, else the one in the register."""
    at_work, registered = (
        " ".join(raw[f"{kind}{part}"] for part in ("last_name", "first_name") if raw.get(f"{kind}{part}"))
        for kind in ("business_", "")
    )
    return at_work or registered or None


def _lies_ahead(day: Any, today: date) -> bool:
    """Whether a day is not over; what is no day does not lie ahead, and is refused when it is translated."""
    try:
        return date.fromisoformat(day) >= today
    except (TypeError, ValueError):
        return False
