"""A tile: the use of one feed on one day by one block of people, as it is stored.

Two bitmaps of 8,192 people (who has a row, who used) and the counts of those who have a row, in the order of their
numbers and as narrow as they fit.
"""

from functools import cache
from typing import Any, NamedTuple

import numpy as np
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from adoptlog.domain.usage_reports import BLOCK, Cells, narrow, no_cells
from adoptlog.projections.tables import ReadTables

BYTES = BLOCK // 8


class Tile(NamedTuple):
    """Little-endian bit order: person 0 of the block is the lowest bit of the first byte."""

    reported: bytes
    used: bytes
    counts: bytes


def packed(cells: Cells) -> Tile:
    """The tile that holds these cells."""
    has_row = cells > 0
    return Tile(
        np.packbits(has_row, bitorder="little").tobytes(),
        np.packbits(cells > 1, bitorder="little").tobytes(),
        narrow(cells[has_row] - np.uint32(1)),
    )


def unpacked(tile: Tile) -> Cells:
    """The cells of a tile."""
    cells = no_cells()
    who = np.flatnonzero(np.unpackbits(np.frombuffer(tile.reported, np.uint8), bitorder="little"))
    if len(who):
        width = len(tile.counts) // len(who)
        cells[who] = np.frombuffer(tile.counts, f"<u{width}").astype(np.uint32) + np.uint32(1)
    return cells


def stored_cells(connection: Connection, read: ReadTables, block: int, feed: int, day: int) -> Cells:
    """The cells of one tile as stored."""
    row = connection.execute(_tile(read), {"block": block, "feed": feed, "day": day}).one_or_none()
    return unpacked(Tile(*row)) if row else no_cells()


@cache
def _tile(read: ReadTables) -> "sa.Select[*tuple[Any, ...]]":
    table = read.tile
    same = (column == sa.bindparam(column.name) for column in table.primary_key)
    return sa.select(table.c.reported, table.c.used, table.c.counts).where(*same)
