"""What became of each mutant, line by line in a file: a run that was stopped goes on, an edited module begins anew."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from rich.table import Table

from bench.mutants.changes import Change
from bench.mutants.trial import Verdict

_NOTICED = ("killed", "too slow")
_ALIVE = ("survived", "survived some", "no test")


class Ledger:
    """The verdicts, by the module's text as it was when it was tried."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._path = path
        self._rows: dict[tuple[str, str, int, str, str], dict[str, Any]] = {}
        for line in path.read_text("utf-8").splitlines() if path.exists() else ():
            row = json.loads(line)
            self._rows[row["module"], row["text"], row["line"], row["before"], row["after"]] = row

    def knows(self, module: str, text: str, change: Change, *, final: bool) -> bool:
        """Whether this change of this text was tried; `final`: with all tests, if it had to be."""
        row = self._rows.get((module, _digest(text), change.line, change.before, change.after))
        return row is not None and not (final and row["verdict"] == "survived some")

    def write(self, module: str, text: str, change: Change, verdict: Verdict) -> None:
        """Keep a verdict."""
        digest = _digest(text)
        where = {"module": module, "text": digest, "line": change.line}
        row = where | {"before": change.before, "after": change.after, "verdict": verdict}
        self._rows[module, digest, change.line, change.before, change.after] = row
        with self._path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(row, ensure_ascii=False) + "\n")

    def table(self, texts: Mapping[str, str], changes: Mapping[str, int]) -> Table:
        """By module, as it is now: how many changes there are, how many were tried and noticed."""
        table = Table(title="changes that a test should notice")
        for heading in ("module", "changes", "tried", "noticed", "undecided", "share"):
            table.add_column(heading, justify="left" if heading == "module" else "right")
        whole: Counter[str] = Counter()
        for module, text in texts.items():
            found = Counter(row["verdict"] for row in self._of(module, text))
            if changes[module]:
                table.add_row(module, *_numbers(changes[module], found))
            whole += found
        table.add_row("all", *_numbers(sum(changes.values()), whole))
        return table

    def alive(self, texts: Mapping[str, str]) -> Iterator[str]:
        """The changes that no test noticed."""
        for module, text in texts.items():
            for row in sorted(self._of(module, text), key=lambda row: row["line"]):
                if row["verdict"] in _ALIVE:
                    yield f"{module}:{row['line']}  {row['before']}  ->  {row['after']}  ({row['verdict']})"

    def _of(self, module: str, text: str) -> list[dict[str, Any]]:
        digest = _digest(text)
        return [row for row in self._rows.values() if (row["module"], row["text"]) == (module, digest)]


def _numbers(changes: int, found: Counter[str]) -> tuple[str, ...]:
    """What does not load is no change anybody could have made, and is not counted as tried. Undecided is what only the
    quickest tests were asked about."""
    noticed, alive = (sum(found[verdict] for verdict in some) for some in (_NOTICED, _ALIVE))
    tried = noticed + alive
    share = f"{noticed / tried:.1%}" if tried else ""
    return f"{changes:,}", f"{tried:,}", f"{noticed:,}", f"{found['survived some']:,}", share


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:12]
