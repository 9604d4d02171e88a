"""The settings of a GitHub Copilot import."""

from datetime import date
from typing import Literal
from zoneinfo import ZoneInfo

import attrs

from adoptlog.errors import Unusable
from adoptlog.kit import Secret, option, secret

_FIRST_OF_ORGS, _FIRST_OF_ENTERPRISES = date(2025, 12, 12), date(2025, 10, 10)


@attrs.frozen(kw_only=True)
class GithubCopilotOptions:
    """Whose seats and reports, and what is taken for use."""

    org: str = option("the organisation, as in github.com/ORG", default="")
    enterprise: str = option("the enterprise instead of one organisation", default="")
    url: str = option(
        "GitHub's API; with data residency https://api.SUBDOMAIN.ghe.com", default="https://api.github.com"
    )
    token: Secret = secret("a token that may read Copilot's seats and usage metrics")
    read: Literal["all", "seats", "usage"] = option("only the seats, or only the daily reports", default="all")
    tool: str = option("what the tool is called in adoptlog", default="github-copilot")
    since: date | None = option("the first day to read (default: as far back as GitHub goes)", default=None)
    only_asked: bool = option("count a day only if the person asked for something on it", default=False)
    silence_unknown: bool = option(
        "a day without a row says nothing: for those who use Copilot mostly on github.com or a phone", default=False
    )
    today: date
    zone: ZoneInfo = attrs.field(default=ZoneInfo("UTC"))

    @property
    def scope(self) -> str:
        """Where the paths begin. Raises `Unusable`."""
        if bool(self.org) == bool(self.enterprise):
            raise Unusable("github-copilot needs either --org or --enterprise, so that it knows whose Copilot to read")
        return f"orgs/{self.org}" if self.org else f"enterprises/{self.enterprise}"

    @property
    def first_report(self) -> date:
        """The first day of which GitHub has reports."""
        return _FIRST_OF_ORGS if self.org else _FIRST_OF_ENTERPRISES
