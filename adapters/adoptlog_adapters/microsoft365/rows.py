"""A row of the report: a person, and for each app the last day they used Copilot in it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Any, NamedTuple

from adoptlog.domain.facts import ActivityReported, LastActivityReported
from adoptlog.errors import Unusable
from adoptlog.kit import Fetched, Observation, PersonDescribed, Rejected, Translation

_HIDDEN = re.compile("[0-9A-Fa-f]{32}")
_WORDS = re.compile("[a-z0-9]+")


_LAST = "lastactivitydate"
_USERS = ("userprincipalname", "username")


class Row(NamedTuple):
    """What is read of a row; days are as the report has them. A period of 0 is not given."""

    refreshed: date
    person: str
    name: str
    days: tuple[str, ...]
    period: int


def row_of(record: Mapping[str, Any], refreshed: date | None = None) -> Row:
    """The parts of a row, whether its names are Graph's (`wordCopilotLastActivityDate`), those of Graph's CSV (`Word
    Copilot Last Activity Date`) or of the admin centre (`Last activity date of Word Copilot (UTC)`)."""
    named = {"".join(_WORDS.findall(name.lower())): value for name, value in record.items() if isinstance(name, str)}
    user = next((named[name] for name in _USERS if name in named), None)
    on = _day(named.get("reportrefreshdate")) or refreshed
    if user is None or on is None or not any(_LAST in name for name in named):
        raise Unusable(
            "a report needs the columns 'User Principal Name' (or 'User name'), 'Last Activity Date' and "
            "'Report Refresh Date' (or --refreshed); it has {found}",
            found=tuple(map(str, record)),
        )
    return Row(
        refreshed=on,
        person=str(user).strip().lower(),
        name=str(named.get("displayname") or ""),
        days=tuple(sorted({str(value).strip() for name, value in named.items() if _LAST in name and value})),
        period=_number(named.get("reportperiod")),
    )


def _day(text: Any) -> date | None:
    try:
        return date.fromisoformat(str(text).strip()) if text else None
    except ValueError:
        raise Unusable("the report's refresh date {text!r} is no date such as 2026-06-08", text=str(text)) from None


def _number(text: Any) -> int:
    digits = str(text or "").strip().upper().removeprefix("D")
    return int(digits) if digits.isdecimal() else 0


def refuse_hidden(rows: Iterable[Row]) -> None:
    """Raise `Unusable` if the names of people are concealed: what stands in their place is nobody."""
    if any(_HIDDEN.fullmatch(row.person) for row in rows):
        raise Unusable(
            "Microsoft 365 conceals the names in its reports, so nobody is imported: a global administrator switches "
            "that off in the admin centre under Settings > Org settings > Services > Reports "
            "('Display concealed user, group, and site names in all reports')"
        )


def records(row: Row, period: int) -> Iterator[Fetched]:
    """What a row says: its snapshot, and further days of use, which come again in each report until they are
    overwritten."""
    who = {"person": row.person, "name": row.name}
    snapshot = {"on": row.refreshed.isoformat(), "last": row.days[-1] if row.days else "", "period": period}
    yield Fetched({**who, **snapshot}, f"report/{row.person}/{row.refreshed}")
    for day in row.days[:-1]:
        yield Fetched({**who, "on": day, "last": day, "period": period}, f"used/{row.person}/{day}")


def said(raw: Mapping[str, Any], tool: str) -> Translation:
    """What one of these records says. Days before the last activity were overwritten: nothing is said about them."""
    if _HIDDEN.fullmatch(raw["person"]):
        return Rejected("the name is concealed by Microsoft 365")
    if "@" not in raw["person"]:
        return Rejected("the user principal name is not an address")
    on = date.fromisoformat(raw["on"])
    fact: ActivityReported | LastActivityReported
    if raw["last"]:
        fact = LastActivityReported(tool=tool, on=on, last_active_on=date.fromisoformat(raw["last"]))
    else:  # perhaps never; certainly not within the period
        starts_on = on - timedelta(days=raw["period"] - 1)
        fact = ActivityReported(tool=tool, starts_on=starts_on, ends_on=on, active_days=0)
    described = PersonDescribed(name=raw["name"] or None)
    return [Observation(raw["person"], described), Observation(raw["person"], fact)]
