"""The way in from GitHub Copilot."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any, ClassVar

from adoptlog.domain.facts import UsageCovered
from adoptlog.kit import Checked, Fetched, Lag, PageRead, Read, Translation, WayIn, furthest, may, utc_day
from adoptlog.kit.credentials import Bearer
from adoptlog.kit.web import HTTP, Web
from adoptlog_adapters.github_copilot import reports, seats
from adoptlog_adapters.github_copilot.options import GithubCopilotOptions

LAG = Lag(days=3, revised=3)
"""A day is complete when two whole days of UTC have gone by after it."""

_KEPT_FOR = timedelta(days=364)
_VERSION = {"X-GitHub-Api-Version": "2022-11-28", "Accept": "application/vnd.github+json"}


class GithubCopilotAdapter(WayIn[GithubCopilotOptions]):
    """Reads the seats, and then the reports day by day. Days are those of UTC, as GitHub counts them."""

    name: ClassVar[str] = "github-copilot"
    title: ClassVar[str] = "GitHub Copilot: seats, and use per person and day"
    Options: ClassVar[type] = GithubCopilotOptions
    needs: ClassVar[Mapping[str, str]] = HTTP

    def fetch(self, bookmark: str | None = None) -> Iterator[Read]:
        """The seats as they are now, and the reports since the bookmark: the last day that had one."""
        o = self.options
        with self._web() as web:
            if o.read != "usage":
                yield from seats.seats(web, o.scope, LAG.watermark(self._today))
                yield PageRead()
            if o.read != "seats":
                yield from self._days(web, bookmark)

    def translate(self, raw: Mapping[str, Any]) -> Translation:
        """What a row of a report, or a seat, says."""
        o = self.options
        return reports.use(raw, o.tool, only_asked=o.only_asked) if "day" in raw else seats.said(raw, o.tool)

    def check(self) -> Iterator[Checked]:
        """Whether the seats and the newest report can be read."""
        o = self.options
        with self._web() as web:
            if o.read != "usage":
                right = "manage_billing:copilot or read:org (an enterprise's: read:enterprise), of an owner"
                yield may("reading seats", right, lambda: web.json(f"{o.scope}/copilot/billing/seats?per_page=1"))
            if o.read != "seats":
                right = "'View Organization Copilot Metrics', and the policy 'Copilot usage metrics' switched on"
                day = LAG.watermark(self._today)
                yield may("reading usage", right, lambda: reports.rows(web, o.scope, day))

    def _days(self, web: Web, bookmark: str | None) -> Iterator[Read]:
        o = self.options
        earliest = max(o.since or o.first_report, o.first_report, self._today - _KEPT_FOR)
        for day in LAG.to_read(bookmark, today=self._today, earliest=earliest):
            rows = reports.rows(web, o.scope, day)
            if rows is None:
                continue  # no report, so nothing is known: neither covered nor behind us
            yield from (Fetched(row, f"{row.get('user_id')}/{row.get('day')}") for row in rows)
            bookmark = furthest(bookmark, day)
            covered = () if o.silence_unknown else (UsageCovered(tool=o.tool, starts_on=day, ends_on=day),)
            yield PageRead(bookmark=bookmark, covered=covered, watermark=day)

    @property
    def _today(self) -> date:
        return utc_day(self.options.today, self.options.zone)

    def _web(self) -> Web:
        message = lambda body: body.get("message") if isinstance(body, dict) else None  # noqa: E731
        return Web(self.options.url, Bearer(self.options.token), headers=_VERSION, understand=message)
