"""One question in a process of its own, so that its memory is seen: `python -m bench.alone QUESTION URL ARGUMENT`."""

import json
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

from adoptlog import AdoptLog
from bench.table import spent, timed
from bench.world import import_, opened


def alone(question: str, url: str, argument: str) -> dict[str, float]:
    """Ask in a child process: seconds and megabytes."""
    command = [sys.executable, "-m", "bench.alone", question, url, argument]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    told: dict[str, float] = json.loads(done.stdout)
    return told


def peak_mb() -> float:
    """The most memory this process had at once."""
    status = Path("/proc/self/status")
    if status.exists():
        (line,) = [line for line in status.read_text().splitlines() if line.startswith("VmHWM")]
        return int(line.split()[1]) / 1024
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024 / (1024 if sys.platform == "darwin" else 1)


def _import(log: AdoptLog, path: str) -> dict[str, float]:
    return {"seconds": timed(lambda: import_(log, Path(path)))[1]}


def _status(log: AdoptLog, as_of: str) -> dict[str, float]:
    on = date.fromisoformat(as_of)
    took = spent(lambda: len(log.status(as_of=on)))[1]
    more = peak_mb()
    following = timed(lambda: len(log.status(as_of=on + timedelta(days=1))))[1]
    return {"seconds": took.wall, "cpu_seconds": took.cpu, "next_seconds": following, "peak_mb": more}


def _habits(log: AdoptLog, as_of: str) -> dict[str, float]:
    """From the tiles of the read model to columns of habits, block by block."""
    from adoptlog.domain.usage_reports import BLOCK
    from adoptlog.habit import HabitPolicy, fold_state, habits_of, resume
    from adoptlog.projections.read_model import StoredReadModel
    from adoptlog.status.people import people
    from adoptlog.status.programs import Setting
    from adoptlog.store import tables

    on, policy = date.fromisoformat(as_of), HabitPolicy()
    folding = following = whole = 0.0
    with log.database.reading() as connection:
        import sqlalchemy as sa

        read = StoredReadModel(connection, log.application.projector.tables)
        setting = Setting.read(read, policy.cadence)
        program = setting.programs[0]
        last = connection.scalar(sa.select(sa.func.max(tables.person.c.no))) or 0
        for block in range(last // BLOCK + 1):
            group, reading = timed(people, read, block, BLOCK, program, setting, on, None)
            state, more = timed(fold_state, group.columns, on, policy)
            _, telling = timed(habits_of, state, policy)
            folding, whole = folding + more, whole + reading + more + telling
            eve = fold_state(group.columns, on - timedelta(days=1), policy)
            following += timed(resume, eve, group.columns, on, policy)[1]
    return {"seconds": whole, "fold_seconds": folding, "next_seconds": following}


def main() -> None:
    question, url, argument = sys.argv[1:]
    with opened(url) as log:
        before = peak_mb()
        told = {"import": _import, "status": _status, "habits": _habits}[question](log, argument)
    peak = told.setdefault("peak_mb", peak_mb())
    print(json.dumps(told | {"more_mb": peak - before}))


if __name__ == "__main__":
    main()
