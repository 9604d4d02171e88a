"""Assembles a report: what was measured, where people stand, and what followed, with nothing that must not be seen."""

from collections.abc import Iterator, Sequence
from datetime import date

import attrs

from adoptlog.domain import facts as f
from adoptlog.domain.facts.programs import Step
from adoptlog.effect.hours import NOTHING, net_return
from adoptlog.effect.policy import EffectPolicy
from adoptlog.effect.survival import Survival, kaplan_meier
from adoptlog.effect.usage import UsageRate
from adoptlog.evidence.effects import by_department, coverage, effects, hours
from adoptlog.evidence.measurements import Measurements
from adoptlog.evidence.program import Aimed
from adoptlog.follow_up.rules.waiting_too_long import Limits, waiting
from adoptlog.habit import STATES
from adoptlog.report.goals import goals
from adoptlog.report.headline import headline
from adoptlog.report.hiding import departments, shown_weeks
from adoptlog.report.suggestion import suggestion
from adoptlog.report.value import Decision, Evidence, Named, Report
from adoptlog.store import directory
from adoptlog.trends.bottleneck import passages
from adoptlog.trends.cohorts import cohorts
from adoptlog.trends.development import Development
from adoptlog.trends.hiding import shown_passages, unseen_departments
from adoptlog.trends.spells import spells
from adoptlog.trends.tracks import NOBODY
from adoptlog.trends.weeks import StatesOfWeek, states_by_department, states_by_week
from adoptlog.trends.workload import work_by_week


@attrs.frozen(kw_only=True)
class Material:
    """What a report is made of."""

    development: Development
    measurements: Measurements
    aimed: Aimed
    usage: UsageRate
    usage_by_department: Sequence[UsageRate]
    policy: EffectPolicy
    waiting: Limits


def assembled(material: Material, *, with_names: bool) -> Report:
    """The report; of a program that is too small it says no more than that."""
    development = material.development
    smallest, people = material.policy.smallest_group, int(development.tracks.here.sum())
    if people < smallest:
        return _too_small(material)
    tracks = development.tracks
    found = list(effects(material.measurements, material.aimed, material.policy))
    saved = hours(material.measurements, material.aimed, material.policy)
    baselines = coverage(material.measurements, material.aimed)
    aims = list(goals(material.aimed.facts, found))
    verdict = headline(found, saved, baselines.headline)
    worse = [one.task for one in found if one.metric != "minutes" and one.verdict == "WORSE"]
    weeks = list(states_by_week(tracks))
    unseen = unseen_departments(tracks, smallest)
    definition, ends = development.program, tracks.ends
    worth = net_return(saved, definition.hourly_cost, definition.monthly_cost)
    cost = waiting(material.aimed.facts, _step(material.aimed), ends[-1], material.waiting)
    return Report(
        as_of=ends[-1],
        program=definition.program,
        title=definition.title,
        smallest_group=smallest,
        people=people,
        states=weeks[-1].people,
        usage=material.usage,
        hours=saved,
        net_return=worth,
        effects=found,
        effects_by_department=list(by_department(material.measurements, material.aimed, material.policy)),
        goals=aims,
        verdict=verdict,
        suggestion=suggestion(
            verdict, aims, worse, material.usage.rate, baselines.headline, worth.interval if worth else None
        ),
        weeks=shown_weeks(weeks, smallest),
        departments=departments(states_by_department(tracks), material.usage_by_department, unseen),
        cohorts=cohorts(tracks, smallest),
        retention=_retention(development, smallest),
        passages=shown_passages(passages(tracks, development.reached), unseen),
        work=work_by_week(development.lives(), ends),
        waiting_days=cost.days if cost else None,
        waiting_hours=cost.hours if cost else None,
        decision=_decision(material, weeks),
        evidence=Evidence(
            baselines=baselines,
            chosen_below=definition.chosen_below,
            known_until=_known_until(development),
            unknown=weeks[-1].people["unknown"],
        ),
        named=list(_named(development)) if with_names else None,
    )


def _too_small(material: Material) -> Report:
    definition = material.development.program
    return Report(
        as_of=material.development.tracks.ends[-1],
        program=definition.program,
        title=definition.title,
        smallest_group=material.policy.smallest_group,
        people=None,
        states=None,
        usage=UsageRate(program=definition.program),
        hours=NOTHING,
        net_return=None,
        effects=(),
        effects_by_department=(),
        goals=(),
        verdict="INSUFFICIENT",
        suggestion=suggestion("INSUFFICIENT", [], [], None, False),
        weeks=(),
        departments=(),
        cohorts=(),
        retention=None,
        passages=(),
        work=(),
        waiting_days=None,
        waiting_hours=None,
        decision=_decision(material, []),
        evidence=Evidence(baselines=coverage(material.measurements, material.aimed)),
    )


def _retention(development: Development, smallest: int) -> Survival | None:
    found = list(spells(development.tracks))
    if len(found) < smallest:
        return None
    return kaplan_meier([spell.days for spell in found], [spell.lapsed for spell in found])


def _step(aimed: Aimed) -> Step | None:
    entered = sorted(aimed.facts.of(f.PhaseEntered), key=lambda fact: (fact.on, f.STEPS.index(fact.step)))
    return entered[-1].step if entered else None


def _decision(material: Material, weeks: Sequence[StatesOfWeek]) -> Decision | None:
    """The last decision, and where people stood at the end of its week."""
    taken = sorted(material.aimed.facts.of(f.DecisionTaken), key=lambda fact: fact.on)
    if not taken:
        return None
    last = taken[-1]
    then = next((week for week in weeks if week.end >= last.on), None)
    known = then is not None and weeks[0].end <= last.on
    connection = material.development.read.connection
    note = directory.texts(connection, [last.note]).get(last.note) if last.note else None
    return Decision(
        on=last.on,
        outcome=last.outcome,
        note=note,
        habitual_then=then.people["habitual"] if then is not None and known else None,
        here_then=_here(then) if then is not None and known else None,
        evidence=last.evidence,
    )


def _here(week: StatesOfWeek) -> int:
    return sum(people for state, people in week.people.items() if state not in ("left", "exempt"))


def _known_until(development: Development) -> date | None:
    spans = development.setting.covered(development.program, development.tracks.ends[-1])
    return max((date.fromordinal(last) for _, last in spans), default=None)


def _named(development: Development) -> Iterator[Named]:
    """Everybody in the program on the last day, by id."""
    tracks = development.tracks
    listed = {who.no: who for members in development.blocks.values() for who in members}
    rows = zip(tracks.numbers.tolist(), tracks.state[:, -1].tolist(), tracks.departments, strict=True)
    some = [(listed[no], code, where) for no, code, where in rows if code != NOBODY]
    for who, code, where in sorted(some, key=lambda row: row[0].person):
        yield Named(person=who.person, name=who.name, department=where, state=STATES[code].value)
