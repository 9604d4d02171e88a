"""A guideline: its versions rise with their dates, however late one of them becomes known."""

from functools import lru_cache
from typing import Any

from adoptlog.domain import facts as f
from adoptlog.domain.stream import Circumstances, Stream
from adoptlog.domain.summary import Summary
from adoptlog.errors import NotYet, Refused


@lru_cache(maxsize=1024)
def version_parts(version: str) -> tuple[int, ...]:
    """A version as its numbers, so that 1.10 comes after 1.9.

    >>> version_parts("1.10") > version_parts("1.9")
    True
    """
    return tuple(int(part) for part in version.split("."))


class Guideline(Stream):
    """The versions of one guideline."""

    accepts = (f.GuidelinePublished, f.GuidelineWithdrawn)

    def decide(self, fact: Any, circumstances: Circumstances) -> None:
        match fact:
            case f.GuidelinePublished():
                self._check_published(fact)
            case f.GuidelineWithdrawn():
                self._check_withdrawn(fact, circumstances)

    def _check_published(self, fact: f.GuidelinePublished) -> None:
        number = version_parts(fact.version)
        for other in self.summary.of(f.GuidelinePublished):
            if other.version == fact.version and other.on != fact.on:
                raise Refused(
                    "version {version} of {guideline} was published on {on} already: publish a higher "
                    "version, or retract the wrong date",
                    version=fact.version,
                    guideline=fact.guideline,
                    on=other.on,
                )
            lower, higher = sorted(((fact.on, number), (other.on, version_parts(other.version))))
            if lower[0] < higher[0] and lower[1] >= higher[1]:
                raise Refused(
                    "version {version} of {guideline} (published {on}) does not fit version "
                    "{other_version} (published {other_on}): the later one must have the higher number",
                    version=fact.version,
                    guideline=fact.guideline,
                    on=fact.on,
                    other_version=other.version,
                    other_on=other.on,
                )

    def _check_withdrawn(self, fact: f.GuidelineWithdrawn, circumstances: Circumstances) -> None:
        published = [p.on for p in self.summary.of(f.GuidelinePublished) if p.version == fact.version]
        if not published and circumstances.by_hand:
            raise NotYet(
                "version {version} of {guideline} is not published yet: it cannot be withdrawn",
                version=fact.version,
                guideline=fact.guideline,
            )
        if published and fact.on < min(published):
            raise Refused(
                "version {version} of {guideline} was published on {published}: it cannot be withdrawn on "
                "{on}, before that",
                version=fact.version,
                guideline=fact.guideline,
                published=min(published),
                on=fact.on,
            )


def in_force(versions: Summary, on: Any) -> f.GuidelinePublished | None:
    """The version in force on a day: the highest published and not withdrawn by then."""
    withdrawn = {w.version for w in versions.of(f.GuidelineWithdrawn) if w.on <= on}
    current = [p for p in versions.of(f.GuidelinePublished) if p.on <= on and p.version not in withdrawn]
    return max(current, key=lambda p: version_parts(p.version), default=None)
