"""From the headings of a file to the columns of a kind."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from difflib import get_close_matches

import attrs

from adoptlog.errors import Unusable
from adoptlog.messages import Message
from adoptlog_adapters.sheets.cells import shortened
from adoptlog_adapters.sheets.columns import Column
from adoptlog_adapters.sheets.kinds import Kind


@attrs.frozen(eq=False)
class Columns:
    """Where a file has the columns of its kind, and which headings nobody knows."""

    headings: tuple[str, ...]
    used: tuple[tuple[int, Column], ...]
    ignored: tuple[str, ...]

    def place(self, name: str) -> int | None:
        """The position of one of our columns, None if the file has none."""
        return next((position for position, column in self.used if column.name == name), None)


def spelled(heading: str) -> str:
    """A heading without the differences that mean nothing: width, case, spaces, underscores."""
    return re.sub(r"[\s_-]+", "_", unicodedata.normalize("NFKC", heading).strip().lower())


def known(kind: Kind) -> dict[str, Column]:
    """Every spelling of every column of a kind; Japanese headings mean what they mean in this kind."""
    return {spelled(heading): column for column in kind.columns for heading in column.headings}


def resolve(kind: Kind, headings: Sequence[str], renamed: Mapping[str, str] | None = None) -> Columns:
    """The columns of a file. Raises `Unusable` for a repeated heading and a missing column.

    A heading named in `renamed` means what is said there; another heading of the same meaning is then ignored.
    """
    columns = known(kind)
    spellings = [spelled(heading) for heading in headings]
    chosen = _chosen(kind, columns, spellings, renamed or {})
    by_name = {column.name for column in chosen.values()}
    first: dict[str, str] = {}
    for position, (heading, spelling) in enumerate(zip(headings, spellings, strict=True)):
        column = columns.get(spelling)
        if column and column.name not in by_name:
            chosen.setdefault(position, column)
        meaning = chosen[position].name if position in chosen else f"({spelling})"
        if spelling and meaning in first:
            raise Unusable(
                "repeated heading {heading!r} (as {first!r}); each column may stand once",
                heading=shortened(heading),
                first=shortened(first[meaning]),
            )
        first[meaning] = heading
    _refuse_missing(kind, headings, chosen)
    ignored = (heading for position, heading in enumerate(headings) if heading.strip() and position not in chosen)
    used = ((place, attrs.evolve(column, heading=headings[place].strip())) for place, column in sorted(chosen.items()))
    return Columns(tuple(headings), tuple(used), tuple(ignored))


def _chosen(
    kind: Kind, columns: Mapping[str, Column], spellings: list[str], renamed: Mapping[str, str]
) -> dict[int, Column]:
    chosen: dict[int, Column] = {}
    for theirs, ours in renamed.items():
        column = columns.get(spelled(ours))
        if column is None:
            raise Unusable(unknown_column(ours, kind))
        if spelled(theirs) not in spellings:
            raise Unusable("no column {theirs!r} to map to {name!r}", theirs=theirs, name=column.name)
        if column in chosen.values():
            raise Unusable("two columns are mapped to {name!r}", name=column.name)
        chosen[spellings.index(spelled(theirs))] = column
    return chosen


def _refuse_missing(kind: Kind, headings: Sequence[str], chosen: Mapping[int, Column]) -> None:
    present = {column.name for column in chosen.values()}
    missing = [
        f"{column.name} ({column.ja})" for column in kind.columns if column.required and column.name not in present
    ]
    if missing:
        found = tuple(shortened(heading) for heading in headings[:30] if heading.strip()) or Message("nothing")
        raise Unusable(
            "no column {missing}, which {kind} needs; found: {found}. Rename it, or use --map",
            missing=tuple(missing),
            kind=kind.name,
            found=found,
        )


def unknown_column(name: str, kind: Kind) -> Message:
    """What to say about a column that a kind does not have."""
    names = tuple(column.name for column in kind.columns)
    if near := get_close_matches(name, names, n=1):
        return Message("{kind} has no column {name!r}; did you mean {near!r}?", kind=kind.name, name=name, near=near[0])
    return Message("{kind} has no column {name!r}; it has: {names}", kind=kind.name, name=name, names=names)
