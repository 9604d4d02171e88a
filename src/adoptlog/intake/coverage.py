"""Which days reports of use speak about: on them, a person without a row did not use the tool."""

from collections.abc import Iterable
from datetime import date

import attrs

from adoptlog.domain.company import Tool
from adoptlog.domain.event import Event, Source
from adoptlog.domain.facts import ToolUsed, UsageCovered
from adoptlog.domain.identifiers import coverage_id
from adoptlog.intake.adapter import Covers
from adoptlog.intake.record import Terms
from adoptlog.intake.streams import Streams

Reported = tuple[str, ToolUsed]
"""A report, and a fact that an accepted row of it states."""


@attrs.frozen
class Coverage:
    """The first and last accepted day of each tool in each report."""

    covers: Covers
    spans: dict[tuple[str, str], tuple[date, date]] = attrs.field(factory=dict)

    def with_(self, reported: Iterable[Reported]) -> "Coverage":
        """The coverage after more rows."""
        if self.covers == "none":
            return self
        spans = self.spans.copy()
        for report, fact in reported:
            first, last = spans.get((report, fact.tool), (fact.on, fact.on))
            spans[report, fact.tool] = (min(first, fact.on), max(last, fact.on))
        return Coverage(self.covers, spans)

    def facts(self) -> list[UsageCovered]:
        """What is covered, for every tool of every report."""
        given = self.covers if isinstance(self.covers, tuple) else None
        return [
            UsageCovered(tool=tool, starts_on=(given or span)[0], ends_on=(given or span)[1])
            for (_, tool), span in sorted(self.spans.items())
        ]


def cover(streams: Streams, facts: Iterable[UsageCovered], system: str, terms: Terms) -> list[Event]:
    """Record which days feeds speak about, as far as that is new: the events.

    Reports have no record id by which they would be known again, so that each month may have a stream of its own: a
    daily file does not have to read about all the days before it.
    """
    for fact in facts:
        stream = streams.get(Tool, coverage_id(fact.tool, fact.starts_on))
        standing = stream.summary.of(UsageCovered)
        if not any(s.starts_on <= fact.starts_on and fact.ends_on <= s.ends_on for s in standing):
            stream.record(fact, terms.circumstances(Source(system)))
    return streams.collect()
