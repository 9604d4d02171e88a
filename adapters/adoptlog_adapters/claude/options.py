"""The settings of a Claude import."""

from datetime import date
from zoneinfo import ZoneInfo

import attrs

from adoptlog.errors import Unusable
from adoptlog.kit import Secret, option, secret


@attrs.frozen(kw_only=True)
class ClaudeOptions:
    """Which keys there are says what is read: Claude Enterprise's analytics, Claude Code of the Console, or both."""

    analytics_key: Secret | None = secret("a key of Claude Enterprise with the scope read:analytics", required=False)
    admin_key: Secret | None = secret("an admin key of the Claude Console, for Claude Code there", required=False)
    tool: str = option("what Claude is called in adoptlog", default="claude")
    code_tool: str = option("what Claude Code is called in adoptlog", default="claude-code")
    since: date | None = option("the first day to read (default: 90 days back)", default=None)
    url: str = option("Anthropic's API", default="https://api.anthropic.com")
    today: date
    zone: ZoneInfo = attrs.field(default=ZoneInfo("UTC"))

    def check_keys(self) -> None:
        """Raise `Unusable` if there is no key."""
        if not (self.analytics_key or self.admin_key):
            raise Unusable(
                "claude needs a key: ADOPTLOG_CLAUDE_ANALYTICS_KEY for Claude Enterprise, ADOPTLOG_CLAUDE_ADMIN_KEY "
                "for Claude Code of the Console, or both"
            )
