"""The tables of the log and of the directory. All names begin with `adoptlog_`: they may live in a host's database."""

import sqlalchemy as sa

metadata = sa.MetaData()

_Serial = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def _numbered(name: str) -> "sa.Column[int]":
    return sa.Column(name, _Serial, primary_key=True, autoincrement=True)


setting = sa.Table(
    "adoptlog_setting",
    metadata,
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("value", sa.LargeBinary, nullable=False),
)

# The log: events are appended without a position; `inbox` names those that have none yet (ADR 2).
event = sa.Table(
    "adoptlog_event",
    metadata,
    _numbered("id"),
    sa.Column("originator_id", sa.Uuid, nullable=False),
    sa.Column("originator_version", sa.Integer, nullable=False),
    sa.Column("topic", sa.Text, nullable=False),
    sa.Column("state", sa.LargeBinary, nullable=False),
    sa.Column("import_id", sa.BigInteger),
    sa.UniqueConstraint("originator_id", "originator_version"),
    sa.Index("adoptlog_event_import", "import_id"),
    sqlite_autoincrement=True,
)
inbox = sa.Table(
    "adoptlog_inbox",
    metadata,
    sa.Column("originator_id", sa.Uuid, primary_key=True),
    sa.Column("originator_version", sa.Integer, primary_key=True, autoincrement=False),
)
log = sa.Table(
    "adoptlog_log",
    metadata,
    sa.Column("position", _Serial, primary_key=True, autoincrement=False),
    sa.Column("event_id", sa.BigInteger, nullable=False, unique=True),
    sa.Column("sequenced_at", sa.BigInteger, nullable=False),
)

# The directory: personal data and free text, the only place where they are.
person = sa.Table(
    "adoptlog_person",
    metadata,
    _numbered("no"),
    sa.Column("person_id", sa.Uuid, nullable=False, unique=True),
    sa.Column("key", sa.LargeBinary, nullable=False),
    sa.Column("name", sa.Text),
    sa.Column("merged_into", sa.BigInteger, index=True),
    sqlite_autoincrement=True,
)
external_id = sa.Table(
    "adoptlog_external_id",
    metadata,
    _numbered("id"),
    sa.Column("external_id", sa.Text, nullable=False, unique=True),
    sa.Column("no", sa.BigInteger, nullable=False, index=True),
    sqlite_autoincrement=True,
)
forgotten_id = sa.Table(
    "adoptlog_forgotten_id",
    metadata,
    sa.Column("hash", sa.LargeBinary, primary_key=True),
)
access = sa.Table(
    "adoptlog_access",
    metadata,
    _numbered("id"),
    sa.Column("at", sa.BigInteger, nullable=False),
    sa.Column("role", sa.Text, nullable=False),
    sa.Column("viewer", sa.BigInteger, nullable=False, index=True),
    sa.Column("no", sa.BigInteger, nullable=False, index=True),
    sa.Column("question", sa.Text, nullable=False),
    sqlite_autoincrement=True,
)
text = sa.Table(
    "adoptlog_text",
    metadata,
    sa.Column("reference", sa.Text, primary_key=True),
    sa.Column("no", sa.BigInteger, index=True),
    sa.Column("words", sa.Text, nullable=False),
)
source_record = sa.Table(
    "adoptlog_source_record",
    metadata,
    sa.Column("system", sa.Text, primary_key=True),
    sa.Column("source_id", sa.Text, primary_key=True),
    sa.Column("no", sa.BigInteger, index=True),
    sa.Column("originator_id", sa.Uuid),
    sa.Column("originator_version", sa.Integer),
    sa.Column("voided", sa.Boolean, nullable=False, default=False),
)

# What was imported, and what could not be.
import_ = sa.Table(
    "adoptlog_import",
    metadata,
    _numbered("id"),
    sa.Column("adapter", sa.Text, nullable=False),
    sa.Column("source", sa.Text, nullable=False),
    sa.Column("began_at", sa.BigInteger, nullable=False),
    sa.Column("recorded", sa.BigInteger, nullable=False, default=0),
    sa.Column("duplicates", sa.BigInteger, nullable=False, default=0),
    sa.Column("irrelevant", sa.BigInteger, nullable=False, default=0),
    sa.Column("rejected", sa.BigInteger, nullable=False, default=0),
    sa.Column("retracted_at", sa.BigInteger),
    sqlite_autoincrement=True,
)
import_duplicate = sa.Table(
    "adoptlog_import_duplicate",
    metadata,
    sa.Column("import_id", sa.BigInteger, primary_key=True),
    sa.Column("originator_id", sa.Uuid, primary_key=True),
    sa.Column("detail", sa.Integer, primary_key=True),
)
dead_letter = sa.Table(
    "adoptlog_dead_letter",
    metadata,
    _numbered("id"),
    sa.Column("import_id", sa.BigInteger, nullable=False),
    sa.Column("adapter", sa.Text, nullable=False),
    sa.Column("source", sa.Text, nullable=False),
    sa.Column("source_id", sa.Text),
    sa.Column("line", sa.BigInteger),
    sa.Column("reason", sa.Text, nullable=False),
    sa.Column("record", sa.Text, nullable=False),
    sa.Column("settings", sa.Text, nullable=False, default="{}"),
    sqlite_autoincrement=True,
)
bookmark = sa.Table(
    "adoptlog_bookmark",
    metadata,
    sa.Column("adapter", sa.Text, primary_key=True),
    sa.Column("bookmark", sa.Text, nullable=False),
)

# Tamper evidence: checkpoints over the log, and of each 1,024 events what names the one that was changed (ADR 16).
seal = sa.Table(
    "adoptlog_seal",
    metadata,
    _numbered("id"),
    sa.Column("size", sa.BigInteger, nullable=False),
    sa.Column("note", sa.Text, nullable=False),
    sa.Column("sealed_at", sa.BigInteger, nullable=False),
    sa.Column("time_stamp", sa.LargeBinary),
    sqlite_autoincrement=True,
)
sealed_part = sa.Table(
    "adoptlog_sealed_part",
    metadata,
    sa.Column("number", _Serial, primary_key=True, autoincrement=False),
    sa.Column("hash", sa.LargeBinary, nullable=False),
    sa.Column("prints", sa.LargeBinary, nullable=False),
)
