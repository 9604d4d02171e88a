"""An import: what an adapter has to say, taken in chunk by chunk, each in one transaction."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Any

import attrs
from sqlalchemy.engine import Connection

from adoptlog.application import AdoptionApplication
from adoptlog.domain.facts import UsageCovered
from adoptlog.intake.adapter import Adapter, Fetched, ListRead
from adoptlog.intake.batch import Batch
from adoptlog.intake.chunk import Chunk, chunks
from adoptlog.intake.columns import take_columns
from adoptlog.intake.coverage import Coverage, cover
from adoptlog.intake.dead_letters import keep_dead_letters
from adoptlog.intake.imports import (
    begin,
    keep_bookmark,
    keep_counts,
    keep_duplicates,
    keep_watermark,
    moved_from_rejected,
)
from adoptlog.intake.kept_out import without_forgotten
from adoptlog.intake.leavers import compare
from adoptlog.intake.observation import Translation
from adoptlog.intake.record import Outcome, Terms
from adoptlog.intake.records import Taken, outcomes_of, take_records, translated
from adoptlog.intake.rehearsal import Rehearsal, rehearsed
from adoptlog.intake.streams import Streams
from adoptlog.store.directory import last_number
from adoptlog.store.races import again_if_raced

_NAMES = {"recorded": "recorded", "duplicate": "duplicates", "irrelevant": "irrelevant", "rejected": "rejected"}


@attrs.frozen
class ImportResult:
    """What an import did; read = recorded + duplicates + irrelevant + rejected, in source records.

    `left` people were no longer in a complete list; `rehearsal` is what a dry run would have done besides.
    """

    adapter: str
    read: int = 0
    recorded: int = 0
    duplicates: int = 0
    irrelevant: int = 0
    rejected: int = 0
    bookmark: str | None = None
    left: int = 0
    rehearsal: Rehearsal | None = None

    def counts(self) -> dict[str, int]:
        """What became of the records."""
        return {name: getattr(self, name) for name in _NAMES.values()}

    def with_(self, counts: Mapping[str, int]) -> "ImportResult":
        """The result after more records."""
        more = {name: getattr(self, name) + counts.get(said, 0) for said, name in _NAMES.items()}
        read = self.read + sum(counts.values())
        return attrs.evolve(self, read=read, **more)


@attrs.frozen(kw_only=True)
class Run:
    """How an import works: where, on which terms, and whom to tell about progress.

    `let_leave`: somebody has said that it is right when many are no longer in a list.
    """

    application: AdoptionApplication
    terms: Terms
    dry: bool = False
    let_leave: bool = False
    progress: Callable[[ImportResult], None] = lambda _: None


def import_from(
    adapter: Adapter, run: Run, bookmark: str | None = None, settings: Mapping[str, Any] | None = None
) -> ImportResult:
    """Take in everything an adapter has to say, from the bookmark on."""
    with _transactions(run) as transaction:
        import_ = _Import(adapter, run, settings or {}, transaction)
        people = _last_person(transaction) if run.dry else 0
        for chunk in chunks(adapter, bookmark):
            import_.take(chunk)
            run.progress(import_.stands.result)
        import_.conclude()
        if run.dry:
            import_.rehearse(people)
    return import_.stands.result


@attrs.frozen(kw_only=True)
class _Stands:
    """How far an import has come with its last commit."""

    result: ImportResult
    coverage: Coverage
    import_id: int | None = None
    concluded: bool = False


class _Import:
    """One import. What it stands at changes only with a commit, so that a transaction can be done again."""

    def __init__(
        self,
        adapter: Adapter,
        run: Run,
        settings: Mapping[str, Any],
        transaction: Callable[[], AbstractContextManager[Connection]],
    ) -> None:
        self._adapter = adapter
        self._run = run
        self._settings = settings
        self._transaction = transaction
        self.stands = _Stands(result=ImportResult(adapter.name), coverage=Coverage(adapter.covers))

    def take(self, chunk: Chunk) -> None:
        """Record a chunk; the last one together with what is said at the end of an import."""
        said = [translated(self._adapter, one) for one in chunk.records]
        self._commit(lambda connection: self._after(connection, chunk, said))

    def conclude(self) -> None:
        """Say what is said at the end, unless that has been done."""
        if self.stands.import_id is not None and not self.stands.concluded:
            self._commit(lambda connection: self._concluded(connection, self.stands))

    def rehearse(self, people: int) -> None:
        """Look at what a dry run did before it is rolled back; `people` was the last one's number before."""
        with self._transaction() as connection:
            said = rehearsed(connection, self.stands.import_id, people)
        self.stands = attrs.evolve(self.stands, result=attrs.evolve(self.stands.result, rehearsal=said))

    def _commit(self, work: Callable[[Connection], _Stands]) -> None:
        def in_a_transaction() -> _Stands:
            with self._transaction() as connection:
                return work(connection)

        self.stands = again_if_raced(in_a_transaction)

    def _after(self, connection: Connection, chunk: Chunk, said: Sequence[Translation]) -> _Stands:
        adapter, before = self._adapter, self.stands
        import_id = before.import_id or begin(connection, adapter.name, adapter.source, self._run.terms)
        result, coverage = before.result, before.coverage
        for every in self._take(connection, import_id, chunk, said):
            taken = without_forgotten(connection, adapter, every)
            keep_dead_letters(connection, import_id, adapter, taken.refusals, self._settings)
            result = result.with_(taken.counts)
            coverage = coverage.with_(taken.reported)
        if chunk.bookmark is not None:
            result = attrs.evolve(result, bookmark=chunk.bookmark)
        if chunk.list_ is not None:
            result = attrs.evolve(result, left=result.left + self._compare(connection, import_id, chunk.list_))
        keep_counts(connection, import_id, result.counts())
        self._page_read(connection, import_id, chunk)
        after = _Stands(result=result, coverage=coverage, import_id=import_id)
        return after if chunk.more else self._concluded(connection, after)

    def _take(self, connection: Connection, import_id: int, chunk: Chunk, said: Sequence[Translation]) -> list[Taken]:
        taken = []
        if chunk.records:
            with self._batch(connection, import_id) as batch:
                taken.append(take_records(batch, self._adapter, chunk.records, said))
        if chunk.usage is not None:
            with self._batch(connection, import_id) as batch:
                taken.append(take_columns(batch, chunk.usage))
        return taken

    def _compare(self, connection: Connection, import_id: int, listed: ListRead) -> int:
        """Record who is no longer in a complete list; how many have left."""
        compared = compare(
            Streams(connection, self._run.application.event_recorder),
            connection,
            listed,
            self._adapter.name,
            self._run.terms,
            let_leave=self._run.let_leave,
        )
        self._run.application.append(connection, compared.events, import_id)
        return compared.left

    def _page_read(self, connection: Connection, import_id: int, chunk: Chunk) -> None:
        """Keep what holds once a page has been taken in: its bookmark commits with its facts."""
        system, page = self._adapter.name, chunk.page
        self._cover(connection, import_id, page.covered)
        keep_watermark(connection, system, page.watermark or max((c.ends_on for c in page.covered), default=None))
        keep_bookmark(connection, system, chunk.bookmark)

    def _cover(self, connection: Connection, import_id: int | None, facts: Iterable[UsageCovered]) -> None:
        application, system = self._run.application, self._adapter.name
        streams = Streams(connection, application.event_recorder)
        application.append(connection, cover(streams, facts, system, self._run.terms), import_id)

    @contextmanager
    def _batch(self, connection: Connection, import_id: int) -> Iterator[Batch]:
        """A batch whose events are appended when it is done."""
        batch = _batch(connection, self._run.application, self._run.terms, self._adapter.name)
        yield batch
        self._run.application.append(connection, batch.events, import_id)
        keep_duplicates(connection, import_id, batch.duplicates)

    def _concluded(self, connection: Connection, stands: _Stands) -> _Stands:
        self._cover(connection, stands.import_id, stands.coverage.facts())
        return attrs.evolve(stands, concluded=True)


def take_again(
    adapter: Adapter, fetched: Fetched, application: AdoptionApplication, terms: Terms, import_id: int
) -> Outcome:
    """Try one record of an earlier import again; what it says now is recorded as of that import."""
    said = translated(adapter, fetched)
    with application.recording() as connection:
        batch = _batch(connection, application, terms, adapter.name)
        (outcome,) = outcomes_of(batch, adapter, [fetched], [said])
        application.append(connection, batch.events, import_id)
        if outcome.said != "rejected":
            moved_from_rejected(connection, import_id, _NAMES[outcome.said])
    return outcome


def _batch(connection: Connection, application: AdoptionApplication, terms: Terms, system: str) -> Batch:
    return Batch(connection, application.event_recorder, application.projector.tables, terms, system)


def _last_person(transaction: Callable[[], AbstractContextManager[Connection]]) -> int:
    with transaction() as connection:
        return last_number(connection)


@contextmanager
def _transactions(run: Run) -> Iterator[Callable[[], AbstractContextManager[Connection]]]:
    """How to open a transaction: each its own, or in a dry run one around everything, rolled back at its end."""
    if not run.dry:
        yield run.application.recording
        return
    with run.application.database.engine.connect().execution_options(adoptlog_write=True) as connection:
        transaction = connection.begin()
        try:
            yield lambda: nullcontext(connection)
        finally:
            transaction.rollback()
