"""How fast a million events are sealed and verified. `python -m bench.seal`, `--quick` for a tenth.

The peer is `pymerkle`, which builds the same tree; it does not read a database and does not name what was changed.
"""

import argparse
import os
import tempfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from time import process_time
from uuid import uuid4

import sqlalchemy as sa

from adoptlog import AdoptLog
from adoptlog.store import tables
from adoptlog.store.many import insert_many
from bench.stores import stores
from bench.table import Results, timed

_PER_STREAM = 5
_TOPIC = "guideline-acknowledged.v1"
_STATE = (
    b'{"at":"2026-04-03T09:00:00Z","by":["intranet","0123456789abcdef0123456789abcdef"],'
    b'"fact":{"guideline":"ai-use","version":"1.0","on":"2026-04-03"}}'
)
_SINCE = 1_775_000_000_000_000
_CHUNK = 20_000


def fill(log: AdoptLog, events: int) -> None:
    """Acknowledgements as `record` would have stored them, with their positions."""
    rows = _rows(events, as_text=log.database.is_sqlite)
    with log.database.writing() as connection:
        columns = ("originator_id", "originator_version", "topic", "state")
        while some := list(islice(rows, _CHUNK)):
            insert_many(connection, tables.event, columns, some)
        known = tables.event.c.id + _SINCE
        numbered = sa.select(tables.event.c.id, tables.event.c.id, known)
        connection.execute(tables.log.insert().from_select(["position", "event_id", "sequenced_at"], numbered))


def _rows(events: int, as_text: bool) -> Iterator[tuple[object, ...]]:
    for number in range(events):
        if number % _PER_STREAM == 0:
            id_ = uuid4()
        yield (id_.hex if as_text else id_, number % _PER_STREAM + 1, _TOPIC, _STATE)


def seal_and_verify(results: Results, url: str, events: int) -> None:
    """Seal, verify, and verify again after one byte was changed."""
    with AdoptLog(url) as log:
        fill(log, events)
        made, sealing = timed(log.seal)
        before = process_time()
        said, verifying = timed(lambda: log.verify(checkpoints=[made.text]))
        processor = process_time() - before
        assert made.size == events, made
        assert not [line for line in said if line.result == "unsound"], said
        middle = events // 2
        with log.database.writing() as connection:
            id_ = sa.select(tables.log.c.event_id).where(tables.log.c.position == middle).scalar_subquery()
            changed = sa.update(tables.event).where(tables.event.c.id == id_)
            connection.execute(changed.values(state=_STATE.replace(b"04-03", b"04-02")))
        said, finding = timed(lambda: log.verify(checkpoints=[made.text]))
        assert [line.position for line in said if line.check == "event"] == [middle], said
    results.at_most(f"seal {events:,} events", sealing, "s")
    results.at_most(f"verify {events:,} events", verifying, "s", 5)
    results.at_most("  of which processor time of this process", processor, "s")
    results.at_most(f"verify {events:,} events and name the one that was changed", finding, "s")


def peer(results: Results, events: int) -> None:
    """The same tree by pymerkle: leaves in memory, no database."""
    from pymerkle import InmemoryTree  # type: ignore[import-untyped]

    tree = InmemoryTree(algorithm="sha256")
    leaf = os.urandom(180)

    def build() -> None:
        for _ in range(events):
            tree.append_entry(leaf)

    results.at_most(f"pymerkle: {events:,} leaves in memory", timed(build)[1], "s")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.seal", description=__doc__)
    parser.add_argument("--store", choices=("sqlite", "postgresql"), default="sqlite")
    parser.add_argument("--quick", action="store_true", help="a tenth of the size: does it still run?")
    asked = parser.parse_args()
    results = Results(asked.store, asked.quick)
    events = 1_000_000 // (10 if asked.quick else 1)
    with tempfile.TemporaryDirectory() as name, stores(asked.store, Path(name)) as fresh:
        seal_and_verify(results, fresh(), events)
    peer(results, events)
    results.show()
    print(f"written: {results.write(Path(__file__).parent / 'results')}")


if __name__ == "__main__":
    main()
