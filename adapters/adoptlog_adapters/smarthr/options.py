"""What the way in for SmartHR needs to know."""

from datetime import date

import attrs

from adoptlog.kit import Secret, option, secret


@attrs.frozen(kw_only=True)
class SmarthrOptions:
    """Where the company's SmartHR is."""

    url: str = option("where SmartHR is, e.g. https://yourcompany.smarthr.jp/api/v1")
    token: Secret = secret("an access token that may read the employee items named in docs/adapters/smarthr.md")
    today: date
