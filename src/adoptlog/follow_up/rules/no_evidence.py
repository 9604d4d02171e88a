"""no-evidence: nobody knows how the person is getting on. If a whole source fell silent, that is one task, not many."""

from collections.abc import Iterator
from datetime import date

import attrs

from adoptlog.follow_up import rule
from adoptlog.follow_up.case import Participant, ProgramCase
from adoptlog.follow_up.due import Due


@attrs.frozen(kw_only=True)
class Limits(rule.Limits):
    working_days: int = 10


def find(participant: Participant, limits: Limits) -> Iterator[Due]:
    days = participant.habit.unknown_days
    if days < limits.working_days or _silent(participant.program, limits):
        return
    on = participant.work_days.before(days - limits.working_days, participant.today)
    because = {"working_days": days}
    yield Due(trigger=participant.work_days.before(days, participant.today).isoformat(), on=on, because=because)


def find_in_program(program: ProgramCase, limits: Limits) -> Iterator[Due]:
    if not program.without_news:
        return
    since, people = _heard_until(program), {"people": program.without_news}
    if since is None:
        yield Due(trigger="no-source", on=program.today, because=people, owner_role="owner", reason="no_source")
    else:
        on, because = program.work_days.after(limits.working_days, since), {**people, "since": since}
        yield Due(trigger=since.isoformat(), on=on, because=because, owner_role="owner", reason="source")


def _silent(program: ProgramCase, limits: Limits) -> bool:
    """Whether the whole source has said nothing for as long."""
    since = _heard_until(program)
    return since is None or program.work_days.after(limits.working_days, since) <= program.today


def _heard_until(program: ProgramCase) -> date | None:
    """The source is the feeds; in a program without any it is what its people report."""
    return program.known_until or program.reported_until


RULE = rule.Rule(
    name="no-evidence",
    about=Participant,
    owner_role="champion",
    channel="chat",
    priority=4,
    limits=Limits,
    find=find,
    of_program=find_in_program,
)
