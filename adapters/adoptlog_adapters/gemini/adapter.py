"""The way in from Gemini in Google Workspace: its activity log, counted per person and day."""

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
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
    Translation,
    WayIn,
    furthest,
    may,
)
from adoptlog.kit.pages import by_cursor
from adoptlog.kit.web import HTTP, Web
from adoptlog_adapters.gemini.account import ServiceAccount
from adoptlog_adapters.gemini.options import GeminiOptions
from adoptlog_adapters.identity import normal_id

LAG = Lag(days=3, revised=3)
"""Google says that the log may be some days late, and not how many."""

PATH = "admin/reports/v1/activity/users/all/applications/gemini_in_workspace_apps"
EVENT = "feature_utilization"
_FIRST, _KEPT_FOR = date(2025, 6, 20), timedelta(days=179)
_UNASKED = re.compile("proactive|^suggest_|^auto_|^generate_starter_")
_NOBODY = "105250506097979753968"


class GeminiAdapter(WayIn[GeminiOptions]):
    """Reads the log day by day; its times are real ones, so that days are those of the company."""

    name: ClassVar[str] = "gemini"
    title: ClassVar[str] = "Gemini in Google Workspace: use per person and day"
    Options: ClassVar[type] = GeminiOptions
    needs: ClassVar[Mapping[str, str]] = {**HTTP, "google.auth": "adoptlog[gemini]"}

    def fetch(self, bookmark: str | None = None) -> Iterator[Read]:
        """The days since the bookmark, the last day read, and those before it that may have been added to."""
        o = self.options
        earliest = max(o.since or _FIRST, _FIRST, o.today - _KEPT_FOR)
        with self._web() as web:
            for day in LAG.to_read(bookmark, today=o.today, earliest=earliest):
                yield from self._people_of(web, day)
                bookmark = furthest(bookmark, day)
                yield PageRead(bookmark=bookmark, covered=[UsageCovered(tool=o.tool, starts_on=day, ends_on=day)])

    def translate(self, raw: Mapping[str, Any]) -> Translation:
        """What one person's day says."""
        if not raw["email"] or raw["profile"] == _NOBODY:
            return Irrelevant("no person stands behind it")
        if not raw["count"]:
            return Irrelevant("Gemini offered it by itself")
        person, day = normal_id(raw["email"]), date.fromisoformat(raw["day"])
        known = (f"gemini:{raw['profile']}",) if raw["profile"] else ()
        return [
            Observation(person, PersonDescribed(also_known_as=known)),
            Observation(person, ToolUsed(tool=self.options.tool, on=day, count=raw["count"])),
        ]

    def check(self) -> Iterator[Checked]:
        """Whether the log can be read."""
        o = self.options
        needs = "domain-wide delegation of …/auth/admin.reports.audit.readonly, and an admin with the privilege Reports"
        with self._web() as web:
            asked = {**self._asked(LAG.watermark(o.today)), "maxResults": 1}
            yield may("reading the activity log", needs, lambda: web.json(PATH, asked))

    def _people_of(self, web: Web, day: date) -> Iterator[Fetched]:
        counts: dict[tuple[str, str], int] = {}
        for page in by_cursor(web, PATH, self._asked(day), send="pageToken", key="nextPageToken"):
            if not isinstance(page, dict) or not isinstance(page.get("items", []), list):
                raise Unusable("Google answered without a list of activities")
            for item in page.get("items", []):  # no key at all where there are none
                if self._day_of(item) == day:
                    actor = item.get("actor", {})
                    who = (actor.get("email") or "", actor.get("profileId") or "")
                    counts[who] = counts.get(who, 0) + self._used(item)
        for (email, profile), count in sorted(counts.items()):
            raw = {"day": day.isoformat(), "email": email, "profile": profile, "count": count}
            yield Fetched(raw, f"{profile or email}/{day}")

    def _asked(self, day: date) -> dict[str, Any]:
        zone = self.options.zone
        start, end = (datetime.combine(d, time(), zone).isoformat() for d in (day, day + timedelta(days=1)))
        return {"eventName": EVENT, "startTime": start, "endTime": end, "maxResults": 1000}

    def _day_of(self, item: Mapping[str, Any]) -> date:
        return datetime.fromisoformat(item["id"]["time"]).astimezone(self.options.zone).date()

    def _used(self, item: Mapping[str, Any]) -> int:
        events = [event for event in item.get("events", []) if event.get("name") == EVENT]
        return sum(self.options.unasked or not _UNASKED.search(_action(event)) for event in events)

    def _web(self) -> Web:
        account = ServiceAccount(self.options.service_account, self.options.admin)
        return Web(self.options.url, account, understand=_problem)


def _action(event: Mapping[str, Any]) -> str:
    return next((str(p.get("value") or "") for p in event.get("parameters", []) if p.get("name") == "action"), "")


def _problem(body: Any) -> str | None:
    error = body.get("error") if isinstance(body, dict) else None
    return str(error.get("message")) if isinstance(error, dict) else None
