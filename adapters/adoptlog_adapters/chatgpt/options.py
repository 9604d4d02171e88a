"""The settings of a ChatGPT import."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import attrs

from adoptlog.kit import option


def _paths(files: Iterable[Path | str] | Path | str) -> tuple[Path, ...]:
    given = (files,) if isinstance(files, Path | str) else files
    return tuple(Path(file) for file in given)


@attrs.frozen(kw_only=True)
class ChatGptOptions:
    """Which files, and when they were exported."""

    files: tuple[Path, ...] = option(
        "files exported from the workspace's analytics, weekly or monthly", converter=_paths
    )
    exported: date | None = option("the day the files were exported, if it was not today", default=None)
    tool: str = option("what the tool is called in adoptlog", default="chatgpt")
    today: date
