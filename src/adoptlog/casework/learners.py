"""One person as the follow-up rules see them."""

from collections.abc import Callable, Sequence
from datetime import date

from adoptlog.casework.agenda import Agenda
from adoptlog.domain import facts as f
from adoptlog.domain.dates import dated
from adoptlog.domain.employment import Employment
from adoptlog.domain.summary import Entry, Summary
from adoptlog.follow_up.case import Learner, ProgramCase
from adoptlog.projections.presence import Presence
from adoptlog.status.rows import department

_ONLY_WHILE_EMPLOYED = (f.TrainingCompleted, f.CheckInHeld, f.GuidelineAcknowledged)


def learner(
    person: str,
    today: date,
    summary: Summary,
    presence: Presence,
    programs: Sequence[ProgramCase],
    agenda: Agenda,
    used_since: Callable[[date], date | None],
) -> Learner:
    """The person on a day, with what is in force in their programs."""
    facts = dated_by(today, summary)
    where = department(presence, today)
    champions = (program.champions.get(where or "") or program.champions.get("") for program in programs)
    work_days, leaves = agenda.of(presence)
    return Learner(
        person=person,
        today=today,
        facts=facts,
        work_days=work_days,
        leaves=leaves,
        joined_on=_date(presence.joined),
        department=where,
        manager=manager_of(facts),
        champion=next((one for one in champions if one), None),
        owner=next((program.owner for program in programs if program.owner), None),
        guidelines=tuple(dict.fromkeys(g for program in programs for g in program.guidelines)),
        launched_on=min((p.launched_on for p in programs if p.launched_on), default=None),
        news=tuple(dict.fromkeys(n for program in programs for n in program.news)),
        used_since=used_since,
    )


def dated_by(today: date, summary: Summary) -> Summary:
    """The facts that hold by a day; what is dated outside of the employment waits."""
    employment = Employment.of(summary)
    kept: dict[type, tuple[Entry, ...]] = {}
    for kind, entries in summary.entries.items():
        bound = issubclass(kind, _ONLY_WHILE_EMPLOYED)
        some = tuple(
            [
                entry
                for entry in entries
                if (day := dated(entry.fact)) is None or (day <= today and not (bound and employment.problem(day)))
            ]
        )
        if some:
            kept[kind] = some
    return Summary(kept)


def manager_of(facts: Summary) -> str | None:
    """The manager named last, by reference."""
    moves = sorted((m for m in facts.of(f.Moved) if m.manager), key=lambda m: m.on or date.min)
    return moves[-1].manager if moves else None


def _date(day: int | None) -> date | None:
    return None if day is None else date.fromordinal(day)
