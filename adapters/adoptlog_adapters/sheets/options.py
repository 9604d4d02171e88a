"""The settings of an import from a CSV file or a workbook."""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any, cast

import attrs

from adoptlog.errors import Unusable
from adoptlog.intake.adapter import Covers
from adoptlog.kit import option
from adoptlog_adapters.sheets.cells import NotUnderstood
from adoptlog_adapters.sheets.dates import as_date


def _paths(files: Iterable[Path | str] | Path | str) -> tuple[Path, ...]:
    given = (files,) if isinstance(files, Path | str) else files
    return tuple(Path(file) for file in given)


def _renamed(pairs: Mapping[str, str] | Iterable[str]) -> dict[str, str]:
    """Their column → our column, also from the command line's `their=our`."""
    if isinstance(pairs, Mapping):
        return dict(pairs)
    renamed = {}
    for pair in pairs:
        theirs, equals, ours = pair.rpartition("=")
        if not (equals and theirs.strip() and ours.strip()):
            raise Unusable("cannot map {pair!r}; expected 'their column=our column'", pair=pair)
        renamed[theirs] = ours
    return renamed


def _covers(days: Any) -> Covers:
    """The days a report speaks about, also from the command line's `FROM..TO`."""
    if not isinstance(days, str) or days in ("rows", "none"):
        return cast(Covers, days)
    first, between, last = days.partition("..")
    try:
        span = (as_date(first), as_date(last))
    except NotUnderstood:
        span = (date.max, date.min)
    if not between or span[0] > span[1]:
        raise Unusable("covers {days!r} is neither rows, none nor FROM..TO (e.g. 2026-04-01..2026-04-30)", days=days)
    return span


@attrs.frozen(kw_only=True)
class SheetOptions:
    """Which files, of which kind, on which day; `map` names the columns that have a name of their own."""

    files: tuple[Path, ...] = option("the files", converter=_paths)
    kind: str = option("what the rows are about, one of those of `template --help`")
    today: date
    map: Mapping[str, str] = option(
        "a column under another name: THEIRS=OURS", default=(), converter=_renamed, many=True
    )
    covers: Covers = option(
        "usage: the days it speaks about, FROM..TO; rows: first to last day; none: an export of some people",
        default="rows",
        converter=_covers,
    )
