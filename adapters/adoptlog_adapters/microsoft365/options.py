"""The settings of a Microsoft 365 import."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Literal

import attrs

from adoptlog.errors import Unusable
from adoptlog.kit import Secret, option, secret
from adoptlog.kit.credentials import ClientCredentials


def _paths(files: Iterable[Path | str] | Path | str) -> tuple[Path, ...]:
    given = (files,) if isinstance(files, Path | str) else files
    return tuple(Path(file) for file in given)


@attrs.frozen(kw_only=True)
class Microsoft365Options:
    """Either files that the admin centre exported, or how to ask Microsoft Graph."""

    files: tuple[Path, ...] = option(
        "files exported by the admin centre, instead of Graph", default=(), converter=_paths
    )
    refreshed: date | None = option("the refresh date of files that do not say it themselves", default=None)
    tenant: str = option("the tenant: its id or domain", default="")
    client_id: str = option("the application (client) id of the app registration", default="")
    client_secret: Secret | None = secret("a client secret of the app registration", required=False)
    period: Literal["D7", "D30", "D90", "D180"] = option("how many days the report looks back", default="D180")
    csv: bool = option("ask Graph for the report as CSV instead of JSON", default=False)
    tool: str = option("what the tool is called in adoptlog", default="microsoft365-copilot")
    url: str = option("Microsoft Graph", default="https://graph.microsoft.com")
    login_url: str = option("where tokens come from", default="https://login.microsoftonline.com")

    def credentials(self) -> ClientCredentials:
        """How to get a token. Raises `Unusable`."""
        if not (self.tenant and self.client_id and self.client_secret):
            raise Unusable(
                "microsoft365 needs files of the admin centre, or --tenant, --client-id and "
                "ADOPTLOG_MICROSOFT365_CLIENT_SECRET to ask Microsoft Graph"
            )
        token_url = f"{self.login_url.rstrip('/')}/{self.tenant}/oauth2/v2.0/token"
        scope = "https://graph.microsoft.com/.default"
        return ClientCredentials(token_url, self.client_id, self.client_secret, scope=scope)
