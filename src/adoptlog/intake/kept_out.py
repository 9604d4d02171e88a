"""Rows that cannot be recorded and are about somebody who was forgotten: no dead letter brings their data back."""

import unicodedata
from collections import Counter
from collections.abc import Iterator
from typing import Any

from sqlalchemy.engine import Connection

from adoptlog.intake.adapter import Adapter
from adoptlog.intake.identity import forgotten
from adoptlog.intake.records import Taken

_PREFIX = "mailto:"


def without_forgotten(connection: Connection, adapter: Adapter, taken: Taken) -> Taken:
    """The same, with refused rows that hold a forgotten id skipped as irrelevant.

    An id is found where it is a whole value of the row; an account that a row spells in several parts is not.
    """
    if not taken.refusals:
        return taken
    ids = [set(_values(adapter.show(one.raw)[1])) for one, _ in taken.refusals]
    gone = forgotten(connection, sorted(set().union(*ids)))
    if not gone:
        return taken
    kept = [refusal for refusal, named in zip(taken.refusals, ids, strict=True) if not named & gone]
    skipped = len(taken.refusals) - len(kept)
    counts = taken.counts + Counter(irrelevant=skipped)
    counts["rejected"] -= skipped
    return taken._replace(counts=counts, refusals=kept)


def _values(shown: Any) -> Iterator[str]:
    """Every value of a row, as an id would be kept."""
    if isinstance(shown, dict):
        for one in shown.values():
            yield from _values(one)
    elif isinstance(shown, list | tuple):
        for one in shown:
            yield from _values(one)
    elif shown is not None:
        plain = unicodedata.normalize("NFKC", str(shown)).strip().removeprefix(_PREFIX)
        yield plain.lower() if "@" in plain and ":" not in plain else plain
