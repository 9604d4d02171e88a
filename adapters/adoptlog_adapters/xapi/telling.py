"""Handing one statement to an LRS, so that sending it twice stores one."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from adoptlog.errors import Unusable
from adoptlog_adapters.xapi.statements import at_path, moment

if TYPE_CHECKING:
    from adoptlog.kit.web import Web


def tell(web: "Web", statement: Mapping[str, Any]) -> None:
    """Store a statement under its id. Raises `Unusable` unless the LRS has it."""
    from adoptlog.kit.web import Answered

    asked = {"statementId": statement["id"]}
    try:
        web.send("PUT", "statements", json=statement, params=asked, again=True)
    except Answered as problem:
        if problem.status != 409 or not _there_already(web, statement):
            raise


def _there_already(web: "Web", statement: Mapping[str, Any]) -> bool:
    """Whether the LRS has this statement under its id, as those do that answer 409 to one they have."""
    from adoptlog.kit.web import Answered

    try:
        stored = web.json("statements", {"statementId": statement["id"]})
    except Answered as problem:
        if problem.status == 404:
            return True  # it was there, and has been voided since
        raise
    some = stored["statements"] if isinstance(stored, dict) and "statements" in stored else [stored]  # Ralph lists one
    if [_essence(one) for one in some] != [_essence(statement)]:
        raise Unusable("the LRS has another statement under the id {id}", id=statement["id"])
    return True


def _essence(statement: Any) -> tuple[Any, ...]:
    return at_path(statement, "verb", "id"), at_path(statement, "object", "id"), moment(statement)
