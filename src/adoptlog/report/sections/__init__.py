"""What the report says, question by question, in the order a reader asks."""

from collections.abc import Iterator

from adoptlog.report.say import Say
from adoptlog.report.sections import (
    bottleneck,
    cohorts,
    course,
    decision,
    departments,
    effect,
    evidence,
    follow_ups,
    people,
)
from adoptlog.report.sections.section import Section
from adoptlog.report.value import Report

_ALL = (
    course.section,
    departments.section,
    cohorts.section,
    bottleneck.section,
    follow_ups.section,
    effect.section,
    decision.section,
    evidence.section,
    people.section,
)


def sections(report: Report, say: Say) -> Iterator[Section]:
    """Those that have something to say."""
    for build in _ALL:
        section = build(report, say)
        if section is not None:
            yield section
