"""A row of the export: one person in one week or month, of which the first and the last day of use are known."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from adoptlog.domain.facts import ActivityReported, LastActivityReported, LicenceGranted
from adoptlog.errors import Unusable
from adoptlog.kit import Fetched, Observation, PersonDescribed
from adoptlog_adapters.identity import normal_id

NEEDED = ("period_start", "period_end", "email", "is_active", "first_day_active_in_period", "last_day_active_in_period")
READ = (*NEEDED, "cadence", "public_id", "name", "user_status", "created_or_invited_date")
ACTIVE = {"1": True, "true": True, "1.0": True, "0": False, "false": False, "0.0": False}
"""What stands for yes and no in `is_active`."""

_DAY = timedelta(days=1)
_ENABLED = "enabled"

Fact = ActivityReported | LastActivityReported | LicenceGranted


def check_columns(found: list[str]) -> None:
    """Raise `Unusable` unless the columns are those of the export of users."""
    missing = tuple(name for name in NEEDED if name not in found)
    if missing:
        raise Unusable(
            "has no {missing} among its columns {found}: export the users of the workspace's analytics",
            missing=missing,
            found=tuple(found) or ("–",),
        )


def records(row: Mapping[str, Any], complete: date) -> Iterator[Fetched]:
    """What a row says, each part under an id of its own: a later export of the same period corrects it."""
    cells = {name: (row.get(name) or "").strip() for name in READ} | {"complete": complete.isoformat()}
    person = cells["public_id"] or cells["email"].lower()
    id_ = f"{cells['cadence'] or 'period'}/{cells['period_start']}/{person}"
    yield Fetched({**cells, "says": "period"}, id_)
    if cells["first_day_active_in_period"]:
        yield Fetched({**cells, "says": "first"}, f"{id_}/first")
        if cells["first_day_active_in_period"] > cells["period_start"]:
            yield Fetched({**cells, "says": "before"}, f"{id_}/before")
    if cells["user_status"].lower() == _ENABLED and cells["created_or_invited_date"]:
        yield Fetched({**cells, "says": "licence"}, f"licence/{person}")


def said(raw: Mapping[str, Any], tool: str) -> list[Observation] | None:
    """What one of these records says, None if it says nothing yet."""
    fact = _fact(raw, tool)
    if fact is None:
        return None
    person = normal_id(raw["email"])
    known = (f"chatgpt:{raw['public_id']}",) if raw["public_id"] else ()
    described = PersonDescribed(name=raw["name"] or None, also_known_as=known)
    return [Observation(person, described), Observation(person, fact)]


def _fact(raw: Mapping[str, Any], tool: str) -> Fact | None:
    starts_on, until = _day(raw["period_start"]), min(_day(raw["period_end"]), _day(raw["complete"]))
    match raw["says"]:
        case "licence":
            return LicenceGranted(tool=tool, on=_day(raw["created_or_invited_date"]))
        case "first":
            first = _day(raw["first_day_active_in_period"])
            return LastActivityReported(tool=tool, on=first, last_active_on=first)
        case "before":
            first = _day(raw["first_day_active_in_period"])
            return ActivityReported(tool=tool, starts_on=starts_on, ends_on=first - _DAY, active_days=0)
    if ACTIVE[raw["is_active"].lower()]:
        last = _day(raw["last_day_active_in_period"])
        return LastActivityReported(tool=tool, on=max(last, until), last_active_on=last)
    return (
        ActivityReported(tool=tool, starts_on=starts_on, ends_on=until, active_days=0) if until >= starts_on else None
    )


def _day(text: str) -> date:
    """A day, with or without a time after it."""
    return date.fromisoformat(text[:10])
