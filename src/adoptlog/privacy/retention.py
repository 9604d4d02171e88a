"""Who has been remembered long enough: by the months since the last fact, or since the last day at work."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any, Literal

import attrs
import sqlalchemy as sa

from adoptlog.domain import facts as f
from adoptlog.domain.dates import dated
from adoptlog.domain.summary import Summary, united
from adoptlog.domain.usage_reports import BLOCK
from adoptlog.policy import RetentionPolicy
from adoptlog.projections.presence import presence_of
from adoptlog.projections.read_model import StoredReadModel
from adoptlog.store import directory, tables
from adoptlog.store.directory import Listed

_MONTHS = 12
_LAST_DAY_OF_EVERY_MONTH = 28


@attrs.frozen(kw_only=True)
class Due:
    """Somebody whose time is over."""

    who: Listed
    because: Literal["without_facts", "left"]
    since: date
    """The day they left, or of their last fact."""


def due(read: StoredReadModel, policy: RetentionPolicy, today: date) -> Iterator[Due]:
    """Those to be forgotten under a policy. Whoever is somebody's manager or holds a role is needed by others,
    and stays until they have left."""
    needed = _needed(read) if policy.months_without_facts is not None else set()
    silent_since = months_before(today, policy.months_without_facts)
    left_by = months_before(today, policy.months_after_leaving)
    bits: dict[int, bytes] = {}
    references = directory.references(read.connection)
    for who in directory.listed(read.connection):
        if who.is_forgotten:
            continue
        summary = united(read.summary(no) for no in who.numbers)
        left = presence_of(summary).left
        if left_by is not None and left is not None and left <= left_by.toordinal():
            yield Due(who=who, because="left", since=date.fromordinal(left))
        elif silent_since is not None and not {references[no] for no in who.numbers} & needed:
            last = _last_fact(read, who, summary)
            used_since = any(_reported_after(read, no, silent_since, bits) for no in who.numbers)
            if last is not None and last <= silent_since and not used_since:
                yield Due(who=who, because="without_facts", since=last)


def months_before(day: date, months: int | None) -> date | None:
    """The same day some months earlier, or the last such day of a shorter month.

    >>> months_before(date(2026, 3, 31), 1)
    datetime.date(2026, 2, 28)
    """
    if months is None:
        return None
    year, month = divmod(day.year * _MONTHS + day.month - 1 - months, _MONTHS)
    for last in (day.day, 30, 29, _LAST_DAY_OF_EVERY_MONTH):
        try:
            return date(year, month + 1, min(last, day.day))
        except ValueError:
            continue
    raise AssertionError(f"{year}-{month + 1} has no {_LAST_DAY_OF_EVERY_MONTH}th")


def _reported_after(read: StoredReadModel, no: int, day: date, bits: dict[int, bytes]) -> bool:
    block, place = divmod(no, BLOCK)
    if block not in bits:
        bits[block] = read.reported(block, day.toordinal())[1]
    return bool(bits[block][place // 8] & 1 << place % 8)


def _last_fact(read: StoredReadModel, who: Listed, summary: Summary) -> date | None:
    """The day of the last fact besides use; where none has a date, the day on which the last one became known."""
    days = [day for _, _, fact in summary if (day := dated(fact)) is not None]
    if days:
        return max(days)
    event, log, person = tables.event, tables.log, tables.person
    at = read.connection.scalar(
        sa.select(sa.func.max(log.c.sequenced_at))
        .join_from(event, log, log.c.event_id == event.c.id)
        .join(person, person.c.person_id == event.c.originator_id)
        .where(person.c.no.in_(who.numbers))
    )
    return None if at is None else datetime.fromtimestamp(at / 1_000_000, UTC).date()


def _needed(read: StoredReadModel) -> set[str]:
    """The references of everybody's last known manager, and of those who hold a role."""
    found: set[str] = set()
    for block in range(directory.last_number(read.connection) // BLOCK + 1):
        for summary in read.summaries(block).values():
            managed = [moved for moved in summary.of(f.Moved) if moved.manager]
            if managed:
                found.add(str(max(managed, key=lambda moved: moved.on or date.min).manager))
    for summary in read.shared():
        ended = {(end.person, end.role, end.department) for end in summary.of(f.RoleEnded)}
        for kind, role in _ROLES.items():
            for fact in summary.of(kind):
                if (fact.person, role, getattr(fact, "department", None)) not in ended:
                    found.add(fact.person)
    return found


_ROLES: dict[type[Any], str] = {
    f.OwnerAppointed: "owner",
    f.ChampionAppointed: "champion",
    f.AdviserAppointed: "adviser",
}
