"""What the figures rest on: what was measured, what was felt, what is missing, and how it was worked out."""

from collections.abc import Iterator

from adoptlog.report.say import Say
from adoptlog.report.sections.section import Section
from adoptlog.report.value import Report

_VISIBLE = 0.005
"""A difference in shares that is seen once they are rounded."""


def section(report: Report, say: Say) -> Section:
    """The notes at the end of the page."""
    return Section(
        name="evidence",
        title=say("What this rests on"),
        lead=say("Measured and felt never share a number here, and what is missing is not filled in."),
        points=[*_evidence(report, say), *_method(report, say)],
    )


def _evidence(report: Report, say: Say) -> Iterator[str]:
    evidence, known = report.evidence, report.evidence.baselines
    if known.tasks:
        yield say(
            "Measured: {measured} of {tasks} tasks have a baseline from before the launch ({names}).",
            measured=len(known.measured),
            tasks=known.tasks,
            names=say.and_(known.measured) or "–",
        )
    if known.recalled:
        yield say("Felt: the baseline of {names} was estimated afterwards.", names=say.and_(known.recalled))
    if known.missing:
        yield say("Missing: no baseline of {names}.", names=say.and_(known.missing))
    if not known.headline:
        yield say(
            "A figure at the top needs a measured baseline of half of the tasks, and 10 people measured before and "
            "after."
        )
    if evidence.known_until is not None:
        yield say("The feeds of use speak about days up to {day}.", day=say.date(evidence.known_until))
    if evidence.unknown:
        yield say(
            "Nothing has been known for long about {people} people: they count neither as users nor as non-users.",
            people=say.count(evidence.unknown),
        )
    least, most = report.usage.least, report.usage.most
    if least is not None and most is not None and most - least > _VISIBLE:
        yield say(
            "With the people nothing is known about, the usage rate lies between {low} and {high}.",
            low=say.share(least),
            high=say.share(most),
        )


def _method(report: Report, say: Say) -> Iterator[str]:
    if report.evidence.chosen_below is not None:
        yield say(
            "People were chosen because they needed more than {minutes} minutes. Whoever is chosen for a slow day is "
            "faster the next time, tool or no tool: the verdict leaves that regression to the mean out.",
            minutes=say.number(report.evidence.chosen_below),
        )
    yield say(
        "The unit is the person: runs are averaged per person, and intervals (95%) tell how far chance may have moved "
        "a figure."
    )
    yield say(
        "Used by habit: sustained use over at least 65 counted days of work (30 after a lapse). An account or a "
        "training is not adoption."
    )
    yield say(
        "Groups of fewer than {smallest} people are not shown, nor anything they could be worked out from.",
        smallest=report.smallest_group,
    )
    yield say("Nobody is ranked. This report serves to help people, not to appraise them.")
