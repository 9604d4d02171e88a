"""The SCIM client library on adoptlog's own HTTP, which tries again and keeps the token to itself.

Imported when it is used: it needs `adoptlog[scim]`.
"""

from collections.abc import Mapping
from typing import Any

import attrs
import httpx
from pydantic import ValidationError
from scim2_client import BaseSyncSCIMClient, SCIMClientException
from scim2_models import EnterpriseUser, ResourceType, SCIMException, ScimProvider, SearchRequest, User

from adoptlog.errors import Unusable
from adoptlog.kit.web import Web
from adoptlog_adapters.scim.users import ENTERPRISE, attribute

Employee = User[EnterpriseUser]
_WANTED = ["id", "externalId", "userName", "displayName", "name", "emails", "active"]
_WANTED += [f"{ENTERPRISE}:{name}" for name in ("employeeNumber", "department", "manager")]
_ERROR = "urn:ietf:params:scim:api:messages:2.0:Error"


def what_is_wrong(body: Any) -> str | None:
    """What an error of SCIM says (RFC 7644, 3.12)."""
    if not isinstance(body, Mapping) or _ERROR not in body.get("schemas", ()):
        return None
    return " ".join(str(body[name]) for name in ("scimType", "detail") if body.get(name)) or "an error without a reason"


@attrs.frozen
class Page:
    """Some of the users, and how many there are in all."""

    users: list[Any]
    total: int


class Client(BaseSyncSCIMClient):
    """Asks for users."""

    def __init__(self, web: Web) -> None:
        models = (User, EnterpriseUser)
        super().__init__(provider=ScimProvider(models=models, resource_types=(ResourceType.from_resource(Employee),)))
        self._web = web

    def request(self, method: str, url: str, **how: Any) -> httpx.Response:
        """Send what the library has prepared; it only ever asks here."""
        return self._web.get_json(url, how.get("params"))[1]

    def users(self, first: int, count: int, *, filter: str = "", whole: bool = False) -> Page:
        """The users from the first on (from 1), as they come. Raises `Unusable`."""
        asked = _asked({"startIndex": first, "count": count, "filter": filter or None}, whole)
        try:
            answer = self.query(Employee, query_parameters=asked, check_response_payload=False)
        except (SCIMClientException, SCIMException) as problem:
            raise Unusable("the SCIM service answered what is no list: {problem}", problem=_line(problem)) from None
        total, users = attribute(answer, "totalResults"), attribute(answer, "Resources") or []
        if not isinstance(total, int) or not isinstance(users, list):
            raise Unusable("the SCIM service answered a list without totalResults: is its address right?")
        return Page(users, total)


def _asked(what: dict[str, Any], whole: bool) -> SearchRequest[User[EnterpriseUser]]:
    wanted = {} if whole else {"attributes": _WANTED}
    try:
        return SearchRequest[User[EnterpriseUser]].model_validate({**what, **wanted})
    except ValidationError as problem:
        why = problem.errors()[0]["msg"]
        raise Unusable(
            "{filter!r} is not a filter of SCIM ({why}): write it as 'userType eq \"Employee\"'",
            filter=what["filter"],
            why=why,
        ) from None


def _line(problem: Exception) -> str:
    return str(problem).partition("\n")[0] or type(problem).__name__
