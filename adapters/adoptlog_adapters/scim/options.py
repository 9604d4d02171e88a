"""What the way in for SCIM needs to know."""

from datetime import date
from typing import Literal

import attrs

from adoptlog.kit import Secret, option, secret

Number = Literal["employeeNumber", "externalId", "userName", "none"]


@attrs.frozen(kw_only=True)
class ScimOptions:
    """Where the service is, and what its ids mean."""

    url: str = option("where the SCIM service is, e.g. https://idp.example.com/scim/v2")
    token: Secret = secret("a token that may read Users")
    number: Number = option("the attribute that holds the employee number", default="employeeNumber")
    accounts_of: tuple[str, ...] = option(
        "a system in which the user name is the account, e.g. github-copilot", default=()
    )
    filter: str = option("only these users, e.g. 'userType eq \"Employee\"'", default="")
    whole: bool = option("ask for whole users: for services that do not understand `attributes`", default=False)
    page: int = option("how many users to ask for at once", default=100)
    today: date
