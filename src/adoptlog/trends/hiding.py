"""What must not be shown of a program: departments too small, and those from which they could be worked out."""

from collections import Counter
from collections.abc import Sequence

from adoptlog.effect.suppression import hidden
from adoptlog.trends.bottleneck import Passage
from adoptlog.trends.tracks import Tracks


def unseen_departments(tracks: Tracks, smallest: int) -> frozenset[str | None]:
    """The departments nothing of which may be shown."""
    sizes = Counter(where for where, here in zip(tracks.departments, tracks.here, strict=True) if here)
    everywhere = {**dict.fromkeys(tracks.departments, 0), **sizes}
    return hidden(everywhere, smallest) | {where for where, size in everywhere.items() if size == 0}


def shown_passages(table: Sequence[Passage], unseen: frozenset[str | None]) -> list[Passage]:
    """Those of all people, and of the departments that may be shown."""
    return [one for one in table if one.department is None or one.department not in unseen]
