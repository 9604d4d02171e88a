"""The programs as the follow-up rules see them: steps, roles, guidelines, news, and until when feeds speak."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from adoptlog.casework.agenda import Agenda
from adoptlog.casework.learners import dated_by
from adoptlog.domain import facts as f
from adoptlog.domain.guideline import in_force
from adoptlog.domain.program import Definition
from adoptlog.domain.summary import Summary
from adoptlog.follow_up.case import GuidelineInForce, ProgramCase
from adoptlog.status.programs import Setting


def program_cases(shared: Sequence[Summary], setting: Setting, agenda: Agenda, today: date) -> list[ProgramCase]:
    """Every program on a day, without its people yet."""
    known = [dated_by(today, summary) for summary in shared]
    return [_case(program, known, setting, agenda, today) for program in setting.programs]


def _case(program: Definition, shared: Sequence[Summary], setting: Setting, agenda: Agenda, today: date) -> ProgramCase:
    name = program.program
    facts = dated_by(today, setting.streams.get(name, Summary()))
    roles = [fact for summary in shared for fact in _roles(summary) if fact.program in (None, name)]
    guidelines = [s for s in shared if any(p.program in (None, name) for p in s.of(f.GuidelinePublished))]
    news = [n for s in shared for n in s.of(f.ToolNewsReleased) if not program.tools or n.tool in program.tools]
    return ProgramCase(
        definition=program,
        today=today,
        facts=facts,
        work_days=agenda.of(None)[0],
        entered={fact.step: fact.on for fact in sorted(facts.of(f.PhaseEntered), key=lambda fact: fact.on)},
        owner=_holder(roles, f.OwnerAppointed, "owner", today),
        owner_until=max((r.on for r in roles if isinstance(r, f.RoleEnded) and r.role == "owner"), default=None),
        champions=_champions(roles, today),
        champions_until=_champions_until(roles),
        guidelines=tuple(_bound_by(guidelines, today)),
        withdrawn_on=max((w.on for s in guidelines for w in s.of(f.GuidelineWithdrawn)), default=None),
        news=tuple(news),
        known_until=max((date.fromordinal(last) for _, last in setting.covered(program, today)), default=None),
    )


def _bound_by(guidelines: Iterable[Summary], today: date) -> Iterable[GuidelineInForce]:
    for summary in guidelines:
        version = in_force(summary, today)
        if version is not None:
            yield GuidelineInForce(guideline=version.guideline, version=version.version, published_on=version.on)


def _roles(summary: Summary) -> list[Any]:
    kinds = (f.OwnerAppointed, f.ChampionAppointed, f.RoleEnded)
    return [fact for kind in kinds for fact in summary.of(kind)]


def _holder(roles: Sequence[Any], appointed: Any, role: str, today: date, department: str | None = None) -> str | None:
    """Who was appointed last and still holds the role."""
    ended = {(r.person, r.on) for r in roles if isinstance(r, f.RoleEnded) and r.role == role and r.on < today}
    held = [
        fact
        for fact in roles
        if isinstance(fact, appointed)
        and getattr(fact, "department", None) == department
        and not any(person == fact.person and on >= (fact.starts_on or date.min) for person, on in ended)
    ]
    return max(held, key=lambda fact: fact.starts_on or date.min).person if held else None


def _champions(roles: Sequence[Any], today: date) -> dict[str, str]:
    departments = {fact.department for fact in roles if isinstance(fact, f.ChampionAppointed)}
    held = {d: _holder(roles, f.ChampionAppointed, "champion", today, d) for d in departments}
    return {department or "": person for department, person in held.items() if person}


def _champions_until(roles: Sequence[Any]) -> dict[str, date]:
    appointed = [(fact.person, fact.department or "") for fact in roles if isinstance(fact, f.ChampionAppointed)]
    ended = sorted((r.on, r.person) for r in roles if isinstance(r, f.RoleEnded) and r.role == "champion")
    return {department: on for on, person in ended for who, department in appointed if who == person}
