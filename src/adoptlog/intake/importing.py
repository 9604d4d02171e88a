"""An import: records of an adapter, taken in batch by batch; what cannot be recorded becomes a dead letter."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import date
from itertools import islice
from typing import Any

import attrs
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from adoptlog.application import AdoptionApplication
from adoptlog.domain.facts import ToolUsed, UsageCovered
from adoptlog.intake.adapter import Adapter, Covers, Fetched
from adoptlog.intake.batch import Batch, Outcome, Record, Terms
from adoptlog.intake.observation import Irrelevant, Rejected, Translation
from adoptlog.projections.projector import upsert
from adoptlog.store import tables
from adoptlog.store.races import again_if_raced

BATCH = 50_000
_import = tables.import_


@attrs.define
class ImportResult:
    """What an import did; read = recorded + duplicates + irrelevant + rejected, in source records."""

    adapter: str
    read: int = 0
    recorded: int = 0
    duplicates: int = 0
    irrelevant: int = 0
    rejected: int = 0
    bookmark: str | None = None

    def count(self, outcomes: Iterable[str]) -> None:
        """Count what became of records."""
        for said, number in Counter(outcomes).items():
            self.read += number
            name = {"duplicate": "duplicates"}.get(said, said)
            setattr(self, name, getattr(self, name) + number)


@attrs.frozen(kw_only=True)
class Run:
    """How an import works: where, on which terms, and whom to tell about progress."""

    application: AdoptionApplication
    terms: Terms
    dry: bool = False
    progress: Callable[[ImportResult], None] = lambda _: None


def import_from(
    adapter: Adapter, run: Run, bookmark: str | None = None, settings: Mapping[str, Any] | None = None
) -> ImportResult:
    """Take in everything an adapter has to say, from the bookmark on."""
    result = ImportResult(adapter.name)
    spans = _Spans(adapter.covers)
    import_id: int | None = None
    fetched = adapter.fetch(bookmark)
    transaction = _DryRun(run.application) if run.dry else None
    try:
        while batch := list(islice(fetched, BATCH)):
            if import_id is None:
                with _transaction(run, transaction) as connection:
                    import_id = begin(connection, adapter.name, adapter.source, run.terms)
            said = [_translated(adapter, one.raw) for one in batch]
            take_batch(adapter, batch, said, run, import_id, result, spans, transaction, settings or {})
            run.progress(result)
        if import_id is not None:
            _conclude(run, transaction, adapter.name, import_id, spans, result)
    finally:
        if transaction is not None:
            transaction.close()
    if not run.dry:
        run.application.projector.catch_up()
    return result


def take_batch(
    adapter: Adapter,
    fetched: Sequence[Fetched],
    said: Sequence[Translation],
    run: Run,
    import_id: int,
    result: ImportResult,
    spans: "_Spans",
    transaction: "_DryRun | None",
    settings: Mapping[str, Any],
) -> None:
    """Record one batch in one transaction, again if another writer was first."""
    records = [
        Record(adapter.name, one.source_id, () if isinstance(t, Irrelevant | Rejected) else t)
        for one, t in zip(fetched, said, strict=True)
    ]

    def in_a_transaction() -> tuple[list[Outcome], ImportResult]:
        with _transaction(run, transaction) as connection:
            batch = _batch(connection, run, adapter.name)
            outcomes = [_merged(t, o) for t, o in zip(said, batch.take(records), strict=True)]
            run.application.append(connection, batch.events, import_id)
            keep_duplicates(connection, import_id, batch)
            _keep_dead_letters(connection, import_id, adapter, fetched, outcomes, settings)
            counted = attrs.evolve(result)
            counted.count(outcome.said for outcome in outcomes)
            counted.bookmark = fetched[-1].bookmark or counted.bookmark
            _count(connection, import_id, counted)
            return outcomes, counted

    outcomes, counted = again_if_raced(in_a_transaction)
    for name in ("read", "recorded", "duplicates", "irrelevant", "rejected", "bookmark"):
        setattr(result, name, getattr(counted, name))
    for one, record, outcome in zip(fetched, records, outcomes, strict=True):
        if outcome.said in ("recorded", "duplicate"):
            spans.accept(one.report, record)
    if transaction is None:
        run.application.projector.catch_up()


def take_again(adapter: Adapter, fetched: Fetched, run: Run, import_id: int) -> Outcome:
    """Try one record of an earlier import again; what it says now is recorded as of that import."""
    said = _translated(adapter, fetched.raw)
    record = Record(adapter.name, fetched.source_id, () if isinstance(said, Irrelevant | Rejected) else said)
    application = run.application
    with application.database.writing() as connection:
        batch = _batch(connection, run, adapter.name)
        outcome = _merged(said, batch.take([record])[0])
        application.append(connection, batch.events, import_id)
        if outcome.said != "rejected":
            name = {"duplicate": "duplicates"}.get(outcome.said, outcome.said)
            counts = {_import.c[name]: _import.c[name] + 1, _import.c.rejected: _import.c.rejected - 1}
            connection.execute(sa.update(_import).where(_import.c.id == import_id).values(counts))
    application.projector.catch_up()
    return outcome


def begin(connection: Connection, adapter: str, source: str, terms: Terms, recorded: int = 0) -> int:
    """Open an import, of which so much is recorded already: its number."""
    at = int(terms.now.timestamp() * 1_000_000)
    row = _import.insert().values(adapter=adapter, source=source, began_at=at, recorded=recorded)
    done = connection.execute(row)
    return int(done.inserted_primary_key[0])  # type: ignore[index]


def keep_duplicates(connection: Connection, import_id: int, batch: Batch) -> None:
    """Remember what an import had brought again, so that taking the other one back can say so."""
    rows = [{"import_id": import_id, "originator_id": id_, "detail": detail} for id_, detail in batch.duplicates]
    table = tables.import_duplicate
    if rows:
        known = set(
            connection.execute(sa.select(table.c.originator_id, table.c.detail).where(table.c.import_id == import_id))
        )
        rows = [row for row in rows if (row["originator_id"], row["detail"]) not in known]
    if rows:
        connection.execute(table.insert(), rows)


class _Spans:
    """The first and last accepted day of each tool in each report."""

    def __init__(self, covers: Covers) -> None:
        self._covers = covers
        self._spans: dict[tuple[str, str], tuple[date, date]] = {}
        self._last: dict[str, ToolUsed] = {}

    def accept(self, report: str, record: Record) -> None:
        if self._covers == "none":
            return
        for o in record.observations:
            fact = o.fact
            if type(fact) is ToolUsed and fact is not self._last.get(report):
                self._last[report] = fact
                first, last = self._spans.get((report, fact.tool), (fact.on, fact.on))
                self._spans[report, fact.tool] = (min(first, fact.on), max(last, fact.on))

    def facts(self) -> list[UsageCovered]:
        """What is covered, for every tool of every report."""
        given = self._covers if isinstance(self._covers, tuple) else None
        return [
            UsageCovered(tool=tool, starts_on=(given or span)[0], ends_on=(given or span)[1])
            for (_, tool), span in sorted(self._spans.items())
        ]


def _conclude(
    run: Run, transaction: "_DryRun | None", system: str, import_id: int, spans: _Spans, result: ImportResult
) -> None:
    def in_a_transaction() -> None:
        with _transaction(run, transaction) as connection:
            batch = _batch(connection, run, system)
            batch.cover(spans.facts())
            run.application.append(connection, batch.events, import_id)
            if result.bookmark is not None:
                upsert(connection, tables.bookmark, [{"adapter": system, "bookmark": result.bookmark}])

    again_if_raced(in_a_transaction)


def _batch(connection: Connection, run: Run, system: str) -> Batch:
    application = run.application
    return Batch(connection, application.event_recorder, application.projector.tables, run.terms, system)


def _translated(adapter: Adapter, raw: Any) -> Translation:
    try:
        return adapter.translate(raw)
    except (ValueError, ArithmeticError, LookupError, TypeError, RecursionError) as problem:
        return Rejected(f"the record cannot be understood: {problem}")


def _merged(said: Translation, outcome: Outcome) -> Outcome:
    if isinstance(said, Irrelevant):
        return Outcome("irrelevant", said.because)
    if isinstance(said, Rejected):
        return Outcome("rejected", said.because)
    return outcome if said else Outcome("irrelevant", "it says nothing")


def _keep_dead_letters(
    connection: Connection,
    import_id: int,
    adapter: Adapter,
    fetched: Sequence[Fetched],
    outcomes: Sequence[Outcome],
    settings: Mapping[str, Any],
) -> None:
    rows = []
    for one, outcome in zip(fetched, outcomes, strict=True):
        if outcome.said != "rejected":
            continue
        line, record = adapter.show(one.raw)
        shown = json.dumps(record, ensure_ascii=False, default=str).replace("\\u0000", "\\\\u0000")
        rows.append(
            {
                "import_id": import_id,
                "adapter": adapter.name,
                "source": one.report or adapter.source,
                "source_id": one.source_id,
                "line": line,
                "reason": outcome.because.replace("\0", "\\0"),
                "record": shown,
                "settings": json.dumps(settings, ensure_ascii=False),
            }
        )
    table = tables.dead_letter
    same = sa.select(table.c.source, table.c.line, table.c.record).where(table.c.adapter == adapter.name)
    waiting = {tuple(row) for row in connection.execute(same)} if rows else set()
    new = [row for row in rows if (row["source"], row["line"], row["record"]) not in waiting]
    if new:
        connection.execute(table.insert(), new)


def _count(connection: Connection, import_id: int, result: ImportResult) -> None:
    counts = {name: getattr(result, name) for name in ("recorded", "duplicates", "irrelevant", "rejected")}
    connection.execute(sa.update(_import).where(_import.c.id == import_id).values(**counts))


def _transaction(run: Run, dry: "_DryRun | None") -> AbstractContextManager[Connection]:
    return dry.within() if dry is not None else run.application.database.writing()


class _DryRun:
    """One transaction around a whole import, rolled back at its end."""

    def __init__(self, application: AdoptionApplication) -> None:
        self._connection = application.database.engine.connect().execution_options(adoptlog_write=True)
        self._transaction = self._connection.begin()

    def within(self) -> AbstractContextManager[Connection]:
        from contextlib import nullcontext

        return nullcontext(self._connection)

    def close(self) -> None:
        self._transaction.rollback()
        self._connection.close()
