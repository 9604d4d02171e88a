"""The tables of every released version are brought up to date, whole or not at all, by however many at once."""

import gzip
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext

import adoptlog
from adoptlog import AdoptLog, LicenceGranted, Outdated, Unusable
from adoptlog.store import migration, schema, tables
from adoptlog.store.database import Database

GOLDEN = Path(__file__).parents[1] / "golden"
RELEASED = sorted(path.name for path in GOLDEN.glob("adoptlog-*.db.gz"))
AS_OF = date(2026, 4, 30)


def unpacked(name: str, folder: Path) -> Path:
    path = folder / name.removesuffix(".gz")
    path.write_bytes(gzip.decompress((GOLDEN / name).read_bytes()))
    return path


def made_by_steps(url: str, to: str) -> None:
    """The tables of an earlier version, by its migrations alone."""
    engine = sa.create_engine(Database(url).url)
    with engine.begin() as connection:
        tables.metadata.drop_all(connection)
        schema.version.drop(connection)
        migration.upgrade(connection, to)
    engine.dispose()


def test_the_steps_end_at_todays_tables(url: str) -> None:
    made_by_steps(url, schema.HEAD)

    database = Database(url)
    with database.reading() as connection:
        context = MigrationContext.configure(connection, opts={"version_table": schema.version.name})
        difference = compare_metadata(context, tables.metadata)
    database.close()

    assert difference == [], "a changed table needs a step in store/migrations"


def test_the_last_step_is_the_head() -> None:
    assert migration.SCRIPTS.get_current_head() == schema.HEAD


@pytest.mark.parametrize("released", RELEASED)
def test_a_file_of_every_released_version_is_refused_then_migrated_and_open(released: str, tmp_path: Path) -> None:
    path = unpacked(released, tmp_path)
    with pytest.raises(Outdated, match="run `adoptlog migrate`"):
        AdoptLog(str(path))

    assert adoptlog.migrate(str(path)) == ("0001", schema.HEAD)
    assert adoptlog.migrate(str(path)) == (schema.HEAD, schema.HEAD)

    with AdoptLog(str(path)) as log:
        states = [(row.person, row.state) for row in log.status(as_of=AS_OF)]
        assert states == [("e-1", "slipping"), ("e-2", "not_started"), ("e-3", "not_started")]
        assert log.replay(as_of=AS_OF) == log.status(as_of=AS_OF)
        log.record("e-4", LicenceGranted(on=AS_OF), source=("hr", "l4"))
        log.rebuild()
        assert len(log.status(as_of=AS_OF)) == 4


def test_an_older_database_stays_as_it_is_when_refused(url: str) -> None:
    made_by_steps(url, "0001")

    with pytest.raises(Outdated, match="version 0001"):
        AdoptLog(url)

    assert adoptlog.migrate(url) == ("0001", schema.HEAD)
    with AdoptLog(url) as log:
        assert log.status(as_of=AS_OF) == []


def test_a_newer_database_is_left_alone(url: str) -> None:
    database = Database(url)
    with database.writing() as connection:
        connection.execute(sa.update(schema.version).values(version_num="9999"))
    database.close()

    with pytest.raises(Unusable, match="upgrade adoptlog"):
        AdoptLog(url)
    with pytest.raises(Unusable, match="9999"):
        adoptlog.migrate(url)


def test_a_fresh_database_is_opened_without_alembic(tmp_path: Path) -> None:
    script = "import sys; from adoptlog import AdoptLog; AdoptLog(sys.argv[1]).close(); print('alembic' in sys.modules)"
    for _ in ("fresh", "again"):
        command = [sys.executable, "-c", script, str(tmp_path / "fresh.db")]
        assert subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip() == "False"


CHILDREN = """
import os, signal, sys
import sqlalchemy as sa
import adoptlog
from adoptlog.store import migration, schema, tables
from adoptlog.store.database import Database

url, older = sys.argv[1:]
with adoptlog.AdoptLog("sqlite://") as log:
    log.status()  # all imports, once for all children

def child(work):
    pid = os.fork()
    if pid == 0:
        try:
            work()
        except BaseException as problem:
            print(repr(problem), file=sys.stderr)
            os._exit(1)
        os._exit(0)
    return pid

def after(statements):
    done = 0
    def count(*_):
        nonlocal done
        done += 1
        if done > statements:
            os.kill(os.getpid(), signal.SIGKILL)
    sa.event.listen(sa.Engine, "before_cursor_execute", count)

def ended(pid):
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
"""

KILLED = (
    CHILDREN
    + """
def killed(statements):
    after(statements)
    adoptlog.migrate(url)

def look():
    engine = sa.create_engine(adoptlog.store.database._parsed(url))
    with engine.connect() as connection:
        names = [n for n in sa.inspect(connection).get_table_names() if n.startswith("adoptlog_")]
        version = schema.found(connection)
    engine.dispose()
    return version, len(names)

before, kills = look(), 0
while ended(child(lambda: killed(kills))) == -signal.SIGKILL:
    assert look() == before, (kills, look())
    kills += 1
print(kills, before[0], look()[0])
"""
)


@pytest.mark.parametrize("older", ["nothing", "0001"])
def test_a_kill_at_any_statement_leaves_the_old_tables_and_a_retry_works(url: str, older: str) -> None:
    if older != "nothing":
        made_by_steps(url, older)

    done = subprocess.run([sys.executable, "-c", KILLED, url, older], capture_output=True, text=True)

    assert done.returncode == 0, done.stderr
    kills, before, now = done.stdout.split()
    assert int(kills) >= 10
    assert (before, now) == ("None" if older == "nothing" else older, schema.HEAD)
    with AdoptLog(url) as log:
        assert log.record("e-1", LicenceGranted(on=AS_OF)) is not None


EIGHT = (
    CHILDREN
    + """
def opened():
    if older != "nothing":
        adoptlog.migrate(url)
    with adoptlog.AdoptLog(url) as log:
        log.status()

assert [ended(pid) for pid in [child(opened) for _ in range(8)]] == [0] * 8
"""
)


@pytest.mark.parametrize("older", ["nothing", "0001"])
def test_eight_may_open_or_migrate_at_once(url: str, older: str) -> None:
    if older != "nothing":
        made_by_steps(url, older)

    done = subprocess.run([sys.executable, "-c", EIGHT, url, older], capture_output=True, text=True, env={**os.environ})

    assert done.returncode == 0, done.stderr


def test_alembics_own_transaction_would_leave_half_a_migration(tmp_path: Path) -> None:
    """The positive control: the same steps on a plain SQLite engine are not undone."""
    engine = sa.create_engine(f"sqlite:///{tmp_path / 'plain.db'}")

    with engine.connect() as connection:
        migration.upgrade(connection, "0001")
        connection.rollback()

    assert sa.inspect(engine).get_table_names() != []
    engine.dispose()
