"""The tables of the read model. A rebuild fills a second set (`_next`) and swaps it in (blue/green)."""

from functools import cache

import attrs
import sqlalchemy as sa

_BIG = sa.BigInteger().with_variant(sa.Integer, "sqlite")


@attrs.frozen
class ReadTables:
    """One set of read-model tables."""

    metadata: sa.MetaData
    tracking: sa.Table
    summary: sa.Table
    person_summary: sa.Table
    follow_up: sa.Table
    feed: sa.Table
    usage_stream: sa.Table
    tile: sa.Table
    changed_use: sa.Table
    checkpoint: sa.Table


@cache
def read_tables(suffix: str = "") -> ReadTables:
    """The set in use, or with a suffix the one being built."""
    metadata = sa.MetaData()
    return ReadTables(
        metadata,
        tracking=sa.Table(
            f"adoptlog_tracking{suffix}",
            metadata,
            sa.Column("name", sa.Text, primary_key=True),
            sa.Column("position", _BIG),
        ),
        summary=sa.Table(
            f"adoptlog_summary{suffix}",
            metadata,
            sa.Column("originator_id", sa.Uuid, primary_key=True),
            sa.Column("entries", sa.LargeBinary, nullable=False),
        ),
        person_summary=sa.Table(
            f"adoptlog_person_summary{suffix}",
            metadata,
            _key("no"),
            sa.Column("entries", sa.LargeBinary, nullable=False),
            sa.Column("presence", sa.LargeBinary, nullable=False),
            sa.Column("programs", sa.Text, index=True),
            sa.Column("position", _BIG, nullable=False),
        ),
        follow_up=sa.Table(
            f"adoptlog_follow_up{suffix}",
            metadata,
            sa.Column("originator_id", sa.Uuid, primary_key=True),
            sa.Column("entries", sa.LargeBinary, nullable=False),
        ),
        **_of_use(metadata, suffix),
        **_of_checkpoints(metadata, suffix),
    )


def _of_use(metadata: sa.MetaData, suffix: str) -> dict[str, sa.Table]:
    """The tables that are about use: feeds, the streams of their reports, and tiles (ADR 3)."""
    return {
        "feed": sa.Table(
            f"adoptlog_feed{suffix}",
            metadata,
            _key("id", sa.Integer()),
            sa.Column("tool", sa.Text, nullable=False),
            sa.Column("use_case", sa.Text, nullable=False),
            sa.Column("evidence", sa.Text, nullable=False),
            sa.Column("in_training", sa.Boolean, nullable=False),
        ),
        "usage_stream": sa.Table(
            f"adoptlog_usage_stream{suffix}",
            metadata,
            sa.Column("originator_id", sa.Uuid, primary_key=True),
            sa.Column("version", sa.Integer, nullable=False),
        ),
        "tile": sa.Table(
            f"adoptlog_tile{suffix}",
            metadata,
            _key("block", sa.Integer()),
            _key("feed", sa.Integer()),
            _key("day", sa.Integer()),
            sa.Column("reported", sa.LargeBinary, nullable=False),
            sa.Column("used", sa.LargeBinary, nullable=False),
            sa.Column("counts", sa.LargeBinary, nullable=False),
            sqlite_with_rowid=False,
        ),
    }


def _of_checkpoints(metadata: sa.MetaData, suffix: str) -> dict[str, sa.Table]:
    """Where the folds stood, and at which position a block's use of a day changed last (ADR 9)."""
    return {
        "changed_use": sa.Table(
            f"adoptlog_changed_use{suffix}",
            metadata,
            _key("block", sa.Integer()),
            _key("day", sa.Integer()),
            sa.Column("position", _BIG, nullable=False),
            sqlite_with_rowid=False,
        ),
        "checkpoint": sa.Table(
            f"adoptlog_checkpoint{suffix}",
            metadata,
            sa.Column("program", sa.Text, primary_key=True),
            _key("block", sa.Integer()),
            sa.Column("day", sa.Integer, nullable=False),
            sa.Column("position", _BIG, nullable=False),
            sa.Column("basis", sa.Text, nullable=False),
            sa.Column("first_row", sa.LargeBinary, nullable=False),
            sa.Column("state", sa.LargeBinary, nullable=False),
        ),
    }


def _key(name: str, type_: "sa.types.TypeEngine[int]" = _BIG) -> "sa.Column[int]":
    return sa.Column(name, type_, primary_key=True, autoincrement=False)
