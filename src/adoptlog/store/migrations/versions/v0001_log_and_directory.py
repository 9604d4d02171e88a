"""What version 0.1.0 had: the log, the directory, and what was imported."""

import sqlalchemy as sa
from alembic.operations import Operations

revision = "0001"
down_revision = None

_SERIAL = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade(op: Operations) -> None:
    op.create_table(
        "adoptlog_bookmark",
        sa.Column("adapter", sa.Text(), nullable=False),
        sa.Column("bookmark", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("adapter"),
    )
    op.create_table(
        "adoptlog_dead_letter",
        sa.Column("id", _SERIAL, autoincrement=True, nullable=False),
        sa.Column("import_id", sa.BigInteger(), nullable=False),
        sa.Column("adapter", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("source_id", sa.Text()),
        sa.Column("line", sa.BigInteger()),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.Column("settings", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "adoptlog_event",
        sa.Column("id", _SERIAL, autoincrement=True, nullable=False),
        sa.Column("originator_id", sa.Uuid(), nullable=False),
        sa.Column("originator_version", sa.Integer(), nullable=False),
        sa.Column("topic", sa.Text(), nullable=False),
        sa.Column("state", sa.LargeBinary(), nullable=False),
        sa.Column("import_id", sa.BigInteger()),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("originator_id", "originator_version"),
        sqlite_autoincrement=True,
    )
    op.create_index("adoptlog_event_import", "adoptlog_event", ["import_id"], unique=False)
    op.create_table(
        "adoptlog_external_id",
        sa.Column("id", _SERIAL, autoincrement=True, nullable=False),
        sa.Column("external_id", sa.Text(), nullable=False),
        sa.Column("no", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("external_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_adoptlog_external_id_no", "adoptlog_external_id", ["no"], unique=False)
    op.create_table(
        "adoptlog_forgotten_id", sa.Column("hash", sa.LargeBinary(), nullable=False), sa.PrimaryKeyConstraint("hash")
    )
    op.create_table(
        "adoptlog_import",
        sa.Column("id", _SERIAL, autoincrement=True, nullable=False),
        sa.Column("adapter", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("began_at", sa.BigInteger(), nullable=False),
        sa.Column("recorded", sa.BigInteger(), nullable=False),
        sa.Column("duplicates", sa.BigInteger(), nullable=False),
        sa.Column("irrelevant", sa.BigInteger(), nullable=False),
        sa.Column("rejected", sa.BigInteger(), nullable=False),
        sa.Column("retracted_at", sa.BigInteger()),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "adoptlog_import_duplicate",
        sa.Column("import_id", sa.BigInteger(), nullable=False),
        sa.Column("originator_id", sa.Uuid(), nullable=False),
        sa.Column("detail", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("import_id", "originator_id", "detail"),
    )
    op.create_table(
        "adoptlog_inbox",
        sa.Column("originator_id", sa.Uuid(), nullable=False),
        sa.Column("originator_version", sa.Integer(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("originator_id", "originator_version"),
    )
    op.create_table(
        "adoptlog_log",
        sa.Column("position", _SERIAL, autoincrement=False, nullable=False),
        sa.Column("event_id", sa.BigInteger(), nullable=False),
        sa.Column("sequenced_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("position"),
        sa.UniqueConstraint("event_id"),
    )
    op.create_table(
        "adoptlog_person",
        sa.Column("no", _SERIAL, autoincrement=True, nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("key", sa.LargeBinary(), nullable=False),
        sa.Column("name", sa.Text()),
        sa.Column("merged_into", sa.BigInteger()),
        sa.PrimaryKeyConstraint("no"),
        sa.UniqueConstraint("person_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_adoptlog_person_merged_into", "adoptlog_person", ["merged_into"], unique=False)
    op.create_table(
        "adoptlog_setting",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )
    op.create_table(
        "adoptlog_source_record",
        sa.Column("system", sa.Text(), nullable=False),
        sa.Column("source_id", sa.Text(), nullable=False),
        sa.Column("no", sa.BigInteger()),
        sa.Column("originator_id", sa.Uuid()),
        sa.Column("originator_version", sa.Integer()),
        sa.Column("voided", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("system", "source_id"),
    )
    op.create_index("ix_adoptlog_source_record_no", "adoptlog_source_record", ["no"], unique=False)
    op.create_table(
        "adoptlog_text",
        sa.Column("reference", sa.Text(), nullable=False),
        sa.Column("no", sa.BigInteger()),
        sa.Column("words", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("reference"),
    )
    op.create_index("ix_adoptlog_text_no", "adoptlog_text", ["no"], unique=False)
