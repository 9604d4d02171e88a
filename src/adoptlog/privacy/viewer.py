"""Who may see what: five roles, and for each the people and fields that are visible. Pure (ADR on access).

| role | people's status | follow-ups | story | groups |
|---|---|---|---|---|
| learner | own | about themselves | own | – |
| manager | own reports, without figures | about own reports, once these have been told | own | – |
| champion | own | of the departments they support | own | – |
| owner | own | of the programs they answer for | own | yes |
| auditor | – | about programs | – | yes |
"""

from collections.abc import Set
from typing import Literal

import attrs

from adoptlog.follow_up.case import Learner, Participant, ProgramCase
from adoptlog.follow_up.work_list import Item

Role = Literal["learner", "manager", "champion", "owner", "auditor"]

OF_A_REPORT = ("person", "name", "department", "program", "state", "since", "as_of")
"""What a manager sees of a report's status; everything that measures is left out."""

SEES_OWN: tuple[Role, ...] = ("learner", "manager", "champion", "owner")
SEES_GROUPS: tuple[Role, ...] = ("owner", "auditor")


@attrs.frozen(kw_only=True)
class Viewer:
    """Somebody who asks, by any of their ids, in one of their roles. The host says who it is and vouches for it; whose
    manager, champion or owner they are, the record says."""

    role: Role
    person: str


def sees(role: Role, mine: Set[str], item: Item) -> bool:
    """Whether somebody with the references `mine` sees a follow-up in a role."""
    match role:
        case "learner":
            return item.person in mine
        case "manager":
            return item.person in mine or (_managed(item) in mine and _told(item))
        case "champion":
            return item.person in mine or bool(mine & _champions(item)) or _took_over(item, mine)
        case "owner":
            return item.person in mine or bool(mine & _owners(item)) or _took_over(item, mine)
        case "auditor":
            return item.person is None


def _told(item: Item) -> bool:
    """Whether the person it is about has heard of it first."""
    return item.life is not None and any(told.to == item.life.raised.person for told in item.life.notified)


def _took_over(item: Item, mine: Set[str]) -> bool:
    return item.life is not None and item.life.assigned_to in mine


def _learner(item: Item) -> Learner | None:
    return item.case.learner if isinstance(item.case, Participant) else _as_learner(item.case)


def _as_learner(case: object) -> Learner | None:
    return case if isinstance(case, Learner) else None


def _program(item: Item) -> ProgramCase | None:
    if isinstance(item.case, Participant):
        return item.case.program
    return item.case if isinstance(item.case, ProgramCase) else None


def _managed(item: Item) -> str | None:
    learner = _learner(item)
    return learner.manager if learner else None


def _champions(item: Item) -> set[str]:
    learner, program = _learner(item), _program(item)
    found = {learner.champion} if learner else set()
    if program and learner:
        found |= {program.champions.get(learner.department or ""), program.champions.get("")}
    return {one for one in found if one}


def _owners(item: Item) -> set[str]:
    learner, program = _learner(item), _program(item)
    found = {program.owner} if program else {learner.owner} if learner else set()
    return {one for one in found if one}
