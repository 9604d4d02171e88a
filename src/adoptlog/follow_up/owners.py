"""Who acts on a follow-up: the person in the role, or who stands in for them."""

from datetime import date

from adoptlog.domain.facts.follow_ups import OwnerRole
from adoptlog.follow_up.case import Learner, Participant, ProgramCase
from adoptlog.follow_up.policy import FollowUpPolicy
from adoptlog.follow_up.work_list import Case, Item


def owner_of(role: OwnerRole, case: Case | None) -> str | None:
    """The champion of the department, else the manager, else the program's owner; somebody else than the person
    themselves, if there is anybody.

    None when nobody is known who could.
    """
    match case:
        case ProgramCase():
            return case.owner
        case Participant():
            learner, program = case.learner, case.program
            champion = program.champions.get(learner.department or "") or program.champions.get("") or learner.champion
            return _of_person(role, learner, champion, program.owner or learner.owner)
        case Learner():
            return _of_person(role, case, case.champion, case.owner)
        case None:
            return None


def _of_person(role: OwnerRole, learner: Learner, champion: str | None, owner: str | None) -> str | None:
    if role == "learner":
        return learner.person
    line = {"champion": (champion, learner.manager, owner), "manager": (learner.manager, owner)}.get(role, (owner,))
    known = [one for one in line if one is not None]
    return next((one for one in known if one != learner.person), next(iter(known), None))


def acting(item: Item, to_manager: bool) -> tuple[OwnerRole, str | None]:
    """In which role who acts on an item: whoever took it over, else whoever is in the role. `to_manager`: escalated,
    if anybody is known who could be asked instead."""
    assigned = item.life.assigned_to if item.life else None
    if to_manager and item.owner_role in ("champion", "learner"):
        manager = owner_of("manager", item.case)
        if manager is not None:
            return "manager", assigned or manager
    return item.owner_role, assigned or owner_of(item.owner_role, item.case)


def ignored(item: Item, policy: FollowUpPolicy, today: date, *, by_letter: bool) -> bool:
    """Whether nobody took a follow-up up although it was due long ago. `by_letter`: people are told of what they are
    asked, and nobody ignores what nobody told them."""
    if item.state != "raised" or item.person is None or item.case is None:
        return False
    told_on = _told_on(item) if by_letter else item.due_on
    if told_on is None:
        return False
    limit = item.case.work_days.after(policy.ignored_after_working_days, max(item.due_on, told_on))
    return limit <= today


def _told_on(item: Item) -> date | None:
    """When whoever acts was told, the first time; the person themselves is told too, and before them."""
    assert item.life is not None
    by_themselves = owner_of(item.owner_role, item.case) == item.person
    return min((fact.on for fact in item.life.notified if (fact.to == item.person) is by_themselves), default=None)


def escalated(about_one: list[Item], policy: FollowUpPolicy, today: date) -> bool:
    """Whether so many follow-ups about a person were ignored that the manager is asked."""
    by_letter = any(item.life is not None and item.life.notified for item in about_one)
    count = sum(ignored(item, policy, today, by_letter=by_letter) for item in about_one)
    return count >= policy.ignored_before_manager
