"""The way in from Claude: day by day, over plain HTTP."""

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any, ClassVar

from adoptlog.domain.facts import ToolUsed, UsageCovered
from adoptlog.errors import Unusable
from adoptlog.kit import (
    Checked,
    Fetched,
    Irrelevant,
    Lag,
    Observation,
    PageRead,
    PersonDescribed,
    Read,
    Rejected,
    Secret,
    Translation,
    WayIn,
    furthest,
    may,
    utc_day,
)
from adoptlog.kit.credentials import ApiKey
from adoptlog.kit.pages import by_cursor
from adoptlog.kit.web import HTTP, Answered, Web
from adoptlog_adapters.claude import counts
from adoptlog_adapters.claude.options import ClaudeOptions
from adoptlog_adapters.identity import normal_id

LAG = Lag(days=1, revised=4)
"""A day can be asked for from the next one on; Anthropic says itself when it is not there yet."""

_FIRST = date(2026, 1, 1)
_KEPT_FOR, _LATEST = timedelta(days=89), timedelta(days=5)
_USERS, _CODE = "v1/organizations/analytics/users", "v1/organizations/usage_report/claude_code"
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_PAGE = 1000


class ClaudeAdapter(WayIn[ClaudeOptions]):
    """Reads who used Claude, and Claude Code, on each day of UTC: a day of both sources is one page."""

    name: ClassVar[str] = "claude"
    title: ClassVar[str] = "Claude Enterprise and Claude Code: use per person and day"
    Options: ClassVar[type] = ClaudeOptions
    needs: ClassVar[Mapping[str, str]] = HTTP

    def fetch(self, bookmark: str | None = None) -> Iterator[Read]:
        """The days since the bookmark, the last day read, and those before it that may have been revised."""
        o = self.options
        o.check_keys()
        today = utc_day(o.today, o.zone)
        earliest = max(o.since or _FIRST, _FIRST, today - _KEPT_FOR)
        for day in LAG.to_read(bookmark, today=today, earliest=earliest):
            rows = self._rows_of(day, today)
            if rows is None:
                return
            yield from rows
            bookmark = furthest(bookmark, day)
            tools = (o.tool, o.code_tool) if o.analytics_key else (o.code_tool,)
            yield PageRead(
                bookmark=bookmark, covered=[UsageCovered(tool=tool, starts_on=day, ends_on=day) for tool in tools]
            )

    def translate(self, raw: Mapping[str, Any]) -> Translation:
        """What one person's day says."""
        return self._of_console(raw) if "actor" in raw else self._of_enterprise(raw)

    def check(self) -> Iterator[Checked]:
        """Whether each key can read what it is for."""
        o = self.options
        o.check_keys()
        day = utc_day(o.today, o.zone) - _LATEST
        if o.analytics_key:
            right = "a key with read:analytics, made by the Primary Owner at claude.ai/analytics/api-keys"
            yield may("reading Claude Enterprise", right, lambda: list(self._enterprise(o.analytics_key, day)))
        if o.admin_key:
            right = "an admin key (sk-ant-admin…) of the Console"
            yield may("reading Claude Code", right, lambda: list(self._console(o.admin_key, day)))

    def _rows_of(self, day: date, today: date) -> list[Fetched] | None:
        """All rows of a day, None if it is not there yet."""
        o = self.options
        rows: list[Fetched] = []
        try:
            if o.analytics_key:
                rows += self._enterprise(o.analytics_key, day)
            if o.admin_key:
                rows += self._console(o.admin_key, day)
        except Answered as problem:
            if problem.status == 400 and _too_recent(str(problem), day, today):
                return None
            raise
        return rows

    def _enterprise(self, key: Secret | None, day: date) -> Iterator[Fetched]:
        with self._web(key) as web:
            for row in _listed(web, _USERS, {"date": day.isoformat(), "limit": _PAGE}):
                user = row.get("user") or {}
                kept = {name: row[name] for name in counts.METRICS if name in row}
                yield Fetched({"day": day.isoformat(), "user": user, **kept}, f"{user.get('id')}/{day}")

    def _console(self, key: Secret | None, day: date) -> Iterator[Fetched]:
        """Somebody stands in the report once for each kind of terminal: their rows are one."""
        amounts: dict[tuple[str, str], int] = {}
        with self._web(key) as web:
            for row in _listed(web, _CODE, {"starting_at": day.isoformat(), "limit": _PAGE}):
                actor = row["actor"]
                who = (actor["type"], actor.get("email_address") or "")
                amounts[who] = amounts.get(who, 0) + counts.of_console(row)
        for (kind, email), amount in amounts.items():
            raw = {"day": day.isoformat(), "actor": kind, "email": email, "amount": amount}
            yield Fetched(raw, f"console/{email or kind}/{day}")

    def _of_enterprise(self, raw: Mapping[str, Any]) -> Translation:
        if not raw["user"]:
            return Irrelevant("a row of several people")
        if "chat_metrics" not in raw:
            return Rejected("the row has no chat_metrics")
        o = self.options
        amounts = {o.tool: counts.of_claude(raw), o.code_tool: counts.of_claude_code(raw)}
        return _used(raw, raw["user"]["email_address"], amounts, (f"claude:{raw['user']['id']}",))

    def _of_console(self, raw: Mapping[str, Any]) -> Translation:
        if raw["actor"] != "user_actor":
            return Irrelevant("an API key is no person")
        return _used(raw, raw["email"], {self.options.code_tool: raw["amount"]})

    def _web(self, key: Secret | None) -> Web:
        assert key is not None
        return Web(
            self.options.url,
            ApiKey("x-api-key", key),
            headers={"anthropic-version": "2023-06-01"},
            understand=_problem,
        )


def _used(raw: Mapping[str, Any], email: str, amounts: Mapping[str, int], known: tuple[str, ...] = ()) -> Translation:
    day, person = date.fromisoformat(raw["day"]), normal_id(email)
    facts = [ToolUsed(tool=tool, on=day, count=amount) for tool, amount in amounts.items() if amount]
    if not facts:
        return Irrelevant("nothing was done on that day")
    described = [Observation(person, PersonDescribed(also_known_as=known))] if known else []
    return [*described, *(Observation(person, fact) for fact in facts)]


def _listed(web: Web, path: str, asked: Mapping[str, Any]) -> Iterator[Any]:
    for page in by_cursor(web, path, asked, send="page", key="next_page"):
        if not isinstance(page, dict) or not isinstance(page.get("data"), list):
            raise Unusable("Anthropic answered without a list of rows")
        yield from page["data"]


def _too_recent(problem: str, day: date, today: date) -> bool:
    """Whether a refusal means that the day is not there yet: it names an earlier one, or three days are not over."""
    return any(named < day.isoformat() for named in _DATE.findall(problem)) or today - day < _LATEST


def _problem(body: Any) -> str | None:
    error = body.get("error") if isinstance(body, dict) else None
    return str(error.get("message")) if isinstance(error, dict) else None
