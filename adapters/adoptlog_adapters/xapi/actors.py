"""Who a statement is about, as an external id.

`mbox` gives the e-mail address, `account` `homepage:name` (the home page without scheme and last slash, its host in
lower case: `lms.example/moodle:u-17`), `mbox_sha1sum` and `openid` an id with that word before it. These forms are
part of the stored history and never change.
"""

import re
from collections.abc import Collection, Mapping
from typing import Any

from adoptlog.messages import Explained
from adoptlog_adapters.identity import BadId, normal_id, plain_id

_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+")
_DIGEST = re.compile("[0-9a-f]{40}")


class Nobody(Explained):
    """The actor is a group, or has no name."""


def external_id(actor: object, employee_numbers_at: Collection[str] = ()) -> str:
    """The id of a statement's actor. Raises `Nobody`, or `BadId` for one that cannot be understood."""
    if not isinstance(actor, Mapping):
        raise BadId("is missing")
    match actor.get("objectType"):
        case "Group":
            raise Nobody("the actor is a group")
        case None | "Agent":
            pass
        case other:
            raise BadId("objectType {kind!r} is neither Agent nor Group", kind=str(other)[:40])
    for identifier, read in (("mbox", _mbox), ("mbox_sha1sum", _sha1sum), ("openid", _openid)):
        if (value := actor.get(identifier)) is not None:
            return read(_text(identifier, value))
    if (account := actor.get("account")) is not None:
        return _account(account, employee_numbers_at)
    raise Nobody("the actor is anonymous")


def _mbox(address: str) -> str:
    scheme, _, mail = address.partition(":")
    if scheme.strip().lower() != "mailto" or not _ADDRESS.fullmatch(mail.strip()):
        raise BadId("mbox is not a mailto: address")
    return normal_id(mail).lower()


def _sha1sum(digest: str) -> str:
    hexadecimal = plain_id(digest).lower()
    if not _DIGEST.fullmatch(hexadecimal):
        raise BadId("mbox_sha1sum is not a SHA-1 sum in hexadecimal")
    return f"mbox_sha1sum:{hexadecimal}"


def _openid(uri: str) -> str:
    return plain_id(f"openid:{plain_id(uri)}")


def _account(account: Any, employee_numbers_at: Collection[str]) -> str:
    if not isinstance(account, Mapping):
        raise BadId("account is not an object")
    name = plain_id(_text("account.name", account.get("name")))
    page = system(_text("account.homePage", account.get("homePage")))
    if not page.partition("/")[0]:
        raise BadId("account.homePage names no host")
    if page in {system(home) for home in employee_numbers_at}:
        return normal_id(name)
    return plain_id(f"{page}:{name}")


def system(home_page: str) -> str:
    """A home page as the name of a system."""
    written = plain_id(home_page)
    scheme, colon, rest = written.partition("://")
    host, slash, path = (rest if colon else scheme).partition("/")
    return f"{host.lower()}{slash}{path}".rstrip("/")


def _text(name: str, value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise BadId("{name} is not a text", name=name)
    return value


def actor(ids: Collection[str], employee_numbers_at: Collection[str] = ()) -> dict[str, Any] | None:
    """The actor that an LRS knows somebody by: the employee number where accounts have it, else an account, else the
    e-mail address; None if there is none of them."""
    numbers = [one for one in ids if "@" not in one and ":" not in one]
    if numbers and employee_numbers_at:
        return _agent(account={"homePage": next(iter(employee_numbers_at)), "name": numbers[0]})
    for one in sorted(ids):
        page, _, name = one.rpartition(":")
        if "." in page.partition("/")[0] and name:
            return _agent(account={"homePage": f"https://{page}", "name": name})
    addresses = sorted(one for one in ids if _ADDRESS.fullmatch(one) and ":" not in one)
    return _agent(mbox=f"mailto:{addresses[0]}") if addresses else None


def _agent(**identifier: Any) -> dict[str, Any]:
    return {"objectType": "Agent", **identifier}
