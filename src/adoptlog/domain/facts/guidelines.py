"""What a company allows: the versions of its guidelines."""

from datetime import date

import attrs

from adoptlog.domain.facts.fields import free_text


@attrs.frozen(kw_only=True)
class GuidelinePublished:
    """A version of a guideline is in force from `on`; versions are compared part by part, 1.10 after 1.9."""

    guideline: str
    version: str
    on: date
    title: str | None = free_text(default=None)
    program: str | None = None


@attrs.frozen(kw_only=True)
class GuidelineWithdrawn:
    """A version of a guideline is no longer in force from `on`."""

    guideline: str
    version: str
    on: date
