"""What a SCIM user (RFC 7643, 4.1 and 4.3) says about a person."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from adoptlog.domain.facts import Left, Moved
from adoptlog.kit import Irrelevant, Observation, PersonDescribed, Rejected, Translation
from adoptlog.messages import Message
from adoptlog_adapters.identity import normal_id, plain_id
from adoptlog_adapters.scim.options import ScimOptions

if TYPE_CHECKING:
    from scim2_models import EnterpriseUser, User

ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"
_NEEDED = frozenset(map(str.lower, ("id", "externalId", "userName", "displayName", "active")))
_NEEDED_AT_WORK = frozenset(map(str.lower, ("employeeNumber", "department")))


def attribute(of: Any, name: str) -> Any:
    """An attribute of a resource; names do not depend on case (RFC 7643, 2.1)."""
    if not isinstance(of, Mapping):
        return None
    return next((value for key, value in of.items() if key.lower() == name.lower()), None)


def needed(user: Any) -> dict[str, Any]:
    """What of a user we have a business to keep, whatever the service sent; the manager by id alone."""
    work = attribute(user, ENTERPRISE)
    kept = {name: value for name, value in _items(user) if name.lower() in _NEEDED}
    at_work = {name: value for name, value in _items(work) if name.lower() in _NEEDED_AT_WORK}
    if isinstance(addresses := attribute(user, "emails"), list):
        kept["emails"] = [one for one in addresses if attribute(one, "primary") or attribute(one, "type") != "home"]
    if name := attribute(attribute(user, "name"), "formatted"):
        kept["name"] = {"formatted": name}
    if manager := manager_of(user):
        at_work["manager"] = {"value": manager}
    return {**kept, ENTERPRISE: at_work}


def manager_of(user: Any) -> str | None:
    """The id of a user's manager: somebody else."""
    manager = attribute(attribute(attribute(user, ENTERPRISE), "manager"), "value")
    return manager if isinstance(manager, str) and manager != attribute(user, "id") else None


def without_manager(user: dict[str, Any]) -> dict[str, Any]:
    """The same user, whose manager is not known."""
    return {**user, ENTERPRISE: {name: value for name, value in user[ENTERPRISE].items() if name != "manager"}}


def scim_id(id_: str) -> str:
    """A user's id as adoptlog keeps it; the form is part of the stored history."""
    return plain_id(f"scim:{id_}")


def said_by(raw: Any, options: ScimOptions) -> Translation:
    """What a user says: who they are, where they work, and whether they have left."""
    from pydantic import ValidationError
    from scim2_models import EnterpriseUser, User

    try:
        user = User[EnterpriseUser].model_validate(raw)
    except ValidationError as problem:
        where = tuple(dict.fromkeys(".".join(map(str, error["loc"])) for error in problem.errors()))
        return Rejected(Message("these attributes are not as SCIM has them: {where}", where=where))
    if not user.id:
        return Rejected(Message("a user without an id"))
    number, email, login = _number(user, options), _email(user), user.user_name or ""
    if number is None and email is None and "@" not in login:
        return Irrelevant("an account without an employee number or an e-mail address is no person's")
    ids = [*_also(user, options), email or "", normal_id(login) if "@" in login else ""]
    who = number or scim_id(user.id)
    described = PersonDescribed(name=_name(user), email=email, also_known_as=tuple(i for i in ids if i and i != who))
    return [Observation(who, described), *_where(who, user, options.today)]


def _where(who: str, user: "User[EnterpriseUser]", today: date) -> Iterator[Observation]:
    """The place of work and the end of it: SCIM knows no dates, so the day on which a change is first seen counts."""
    work = user[_extension()]
    department = work.department if work else None
    manager = work.manager.value if work and work.manager else None
    if department or manager:
        moved = Moved(on=today, department=department or None, manager=scim_id(manager) if manager else None)
        yield Observation(who, moved, if_changed=True)
    if user.active is False:
        yield Observation(who, Left(on=today), if_changed=True)


def _number(user: "User[EnterpriseUser]", options: ScimOptions) -> str | None:
    match options.number:
        case "none":
            return None
        case "externalId":
            number = user.external_id
        case "userName":
            number = user.user_name
        case "employeeNumber":
            work = user[_extension()]
            number = work.employee_number if work else None
    return normal_id(number) if number and number.strip() else None


def _also(user: "User[EnterpriseUser]", options: ScimOptions) -> Iterator[str]:
    yield scim_id(user.id or "")
    if user.user_name:
        yield from (plain_id(f"{system}:{user.user_name}") for system in options.accounts_of)


def _email(user: "User[EnterpriseUser]") -> str | None:
    """The primary address, else the one for work, else the first."""
    addresses = [one for one in user.emails or () if one.value and "@" in one.value]
    best = min(addresses, key=lambda one: (not one.primary, one.type != "work"), default=None)
    return normal_id(best.value) if best and best.value else None


def _name(user: "User[EnterpriseUser]") -> str | None:
    return user.display_name or (user.name.formatted if user.name else None) or None


def _extension() -> "type[EnterpriseUser]":
    from scim2_models import EnterpriseUser

    return EnterpriseUser


def _items(of: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(of, Mapping):
        yield from of.items()
