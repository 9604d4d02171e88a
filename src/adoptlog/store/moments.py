"""A moment as it is stored: microseconds since 1970, in UTC."""

from datetime import UTC, datetime


def written(microseconds: int) -> str:
    """The moment to the second, as ISO 8601.

    >>> written(1_782_864_000_000_000)
    '2026-07-01T00:00:00+00:00'
    """
    return datetime.fromtimestamp(microseconds / 1_000_000, UTC).isoformat(timespec="seconds")
