"""A section of the report: what it says, what it shows, and the numbers behind that."""

from collections.abc import Sequence

import attrs

from adoptlog.report.figures import Figure
from adoptlog.report.table import Table


@attrs.frozen(kw_only=True)
class Exhibit:
    """A figure and its table; either may stand alone. `name` is the key of its CSV."""

    name: str
    title: str
    figure: Figure | None = None
    table: Table | None = None
    note: str = ""


@attrs.frozen(kw_only=True)
class Section:
    """One question, its answer in a sentence or two, and what shows it."""

    name: str
    title: str
    lead: str
    exhibits: Sequence[Exhibit] = ()
    points: Sequence[str] = ()
    """Further sentences, one below the other."""
