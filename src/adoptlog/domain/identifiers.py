"""The recipes of stream ids. They are part of the stored format and never change."""

from datetime import date
from uuid import NAMESPACE_URL, UUID, uuid5

from adoptlog.domain.usage_reports import Feed

_ROOT = uuid5(NAMESPACE_URL, "https://adoptlog.example/streams")
COMPANY = uuid5(_ROOT, "company")


def program_id(program: str) -> UUID:
    return uuid5(_ROOT, f"program/{program}")


def guideline_id(guideline: str) -> UUID:
    return uuid5(_ROOT, f"guideline/{guideline}")


def tool_id(tool: str) -> UUID:
    return uuid5(_ROOT, f"tool/{tool}")


def coverage_id(tool: str, month: date) -> UUID:
    """The stream of what the reports about one tool cover that begins in a calendar month."""
    return uuid5(_ROOT, "coverage/" + "\x1f".join((tool, f"{month:%Y-%m}")))


def usage_id(feed: Feed, month: date, block: int) -> UUID:
    """The stream of one feed, calendar month and block of people."""
    parts = (feed.tool, feed.use_case, feed.evidence, str(int(feed.in_training)), f"{month:%Y-%m}", str(block))
    return uuid5(_ROOT, "usage/" + "\x1f".join(parts))


def follow_up_id(rule: str, program: str, person: str, trigger: str) -> UUID:
    """Raising a follow-up twice for the same trigger is one follow-up."""
    return uuid5(_ROOT, "follow-up/" + "\x1f".join((rule, program, person, trigger)))
