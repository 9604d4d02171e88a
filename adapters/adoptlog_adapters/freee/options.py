"""What the way in for freee needs to know."""

from datetime import date

import attrs

from adoptlog.kit import KeptSecret, Secret, option, secret


@attrs.frozen(kw_only=True)
class FreeeOptions:
    """Which company, and as whom."""

    company: int = option("the id of the company (事業所ID)")
    client_id: str = option("the client id of your app at freee")
    client_secret: Secret = secret("the client secret of your app at freee")
    refresh_token: KeptSecret = secret("the refresh token of an administrator; it is replaced at each use", kept=True)
    url: str = option("where freee人事労務 is", default="https://api.freee.co.jp/hr")
    token_url: str = option("where tokens are fetched", default="https://accounts.secure.freee.co.jp/public_api/token")
    today: date
