"""The settings of a Gemini import."""

from datetime import date
from zoneinfo import ZoneInfo

import attrs

from adoptlog.kit import Secret, option, secret


@attrs.frozen(kw_only=True)
class GeminiOptions:
    """Who asks Google, and what is taken for use."""

    service_account: Secret = secret("the key of a service account, the whole content of its JSON file")
    admin: str = option("the address of an admin who may see reports; the service account acts in their name")
    unasked: bool = option("count what Gemini offers by itself, too", default=False)
    tool: str = option("what the tool is called in adoptlog", default="gemini")
    since: date | None = option("the first day to read (default: 180 days back)", default=None)
    url: str = option("Google's API", default="https://admin.googleapis.com")
    today: date
    zone: ZoneInfo = attrs.field(default=ZoneInfo("UTC"))
