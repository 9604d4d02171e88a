"""Forgotten means gone: random histories, one person forgotten in each, every byte of the database searched for them.

`python -m bench.forgetting` runs 500 on SQLite. The control forgets in the same way without clearing the files, on a
SQLite that does not overwrite what it deletes: there the search has to find something, or it proves nothing.
"""

import argparse
import csv
import random
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import attrs
import sqlalchemy as sa

from adoptlog import AdoptLog, Viewer
from adoptlog.domain import facts as f
from adoptlog.intake.observation import Observation, PersonDescribed, RecordVoided
from adoptlog.status.rows import HabitStatus
from adoptlog_adapters.csv import CsvAdapter
from adoptlog_adapters.xapi import XapiAdapter
from bench.table import written

_FIRST = date(2026, 1, 5)
_LAST = _FIRST + timedelta(days=120)
_LATIN = ("Ophelia", "Cornelius", "Philippa", "Leopold", "Wilhelmina", "Barnaby"), ("Quackenbush", "Zymanski", "Vroom")
_JAPANESE = ("勅使河原", "長曽我部", "小比類巻"), ("彩音子", "龍太郎", "美紗希")


@attrs.frozen(kw_only=True)
class Somebody:
    """A person of a history, and everything that is written like them."""

    number: str
    email: str
    account: str
    name: str
    former_name: str

    @property
    def strings(self) -> tuple[str, ...]:
        """What must not be found any more, as it was ever written down."""
        return (
            self.number,
            self.number.upper(),
            _wide(self.number),
            self.email,
            self.account,
            self.name,
            self.former_name,
        )


@attrs.define
class History:
    """One random history in a database."""

    log: AdoptLog
    chance: random.Random
    folder: Path
    people: list[Somebody] = attrs.field(factory=list)
    records: int = 0

    @property
    def lost(self) -> Somebody:
        """The one who will be forgotten."""
        return self.people[0]

    def happen(self, steps: int) -> None:
        """Let so many things happen, in any order; some of them at least once."""
        self.people = [_somebody(self.chance, n) for n in range(self.chance.randint(3, 6))]
        for who in self.people:
            self._described(who, who.former_name)
        acts = [getattr(self, name) for name in _ACTS]
        for act in self.chance.sample(acts, len(acts)) + self.chance.choices(acts, k=steps):
            act()
        self._described(self.lost, self.lost.name)

    def _described(self, who: Somebody, name: str) -> None:
        described = PersonDescribed(name=name, email=who.email, also_known_as=(who.account,))
        self._say(Observation(who.number, described))

    def _say(self, *observations: Observation) -> str:
        self.records += 1
        source = f"{self.chance.choice(self.people).number}/{self.records}"
        self.log.record_observations(list(observations), source=("hr", source))
        return source

    def _day(self) -> date:
        return _FIRST + timedelta(days=self.chance.randrange(110))

    def _one(self) -> Somebody:
        return self.lost if self.chance.random() < 0.6 else self.chance.choice(self.people)

    def _mention(self) -> str:
        who, wide = self.lost, self.chance.random() < 0.3
        named = self.chance.choice((who.name, who.number, who.email, who.account))
        return (
            f"{'議事録: ' if wide else 'talked about '}{named}{'さんと面談。' if wide else ' today.'}"
            * self.chance.choice((1, 1, 60))
        )

    def moved(self) -> None:
        self._say(
            Observation(self._one().number, f.Moved(on=self._day(), department="Sales", manager=self._one().number))
        )

    def checked_in(self) -> None:
        note = f.CheckInHeld(kind="chat", on=self._day(), note=self._mention(), by=self._one().email)
        self._say(Observation(self._one().number, note))

    def asked(self) -> None:
        self._say(Observation(self._one().number, f.QuestionAsked(question=self._mention(), on=self._day())))

    def published(self) -> None:
        name, title = f"guideline-{self.records}", self._mention()
        self._say(Observation(None, f.GuidelinePublished(guideline=name, version="1", on=self._day(), title=title)))

    def appointed(self) -> None:
        role = self.chance.choice((f.OwnerAppointed, f.ChampionAppointed))
        self._say(Observation(None, role(person=self._one().account, starts_on=self._day())))

    def used(self) -> None:
        for _ in range(self.chance.randint(1, 12)):
            self._say(
                Observation(self._one().number, f.ToolUsed(tool="t", on=self._day(), count=self.chance.randint(1, 9)))
            )

    def trained(self) -> None:
        self._say(Observation(self._one().number, f.TrainingCompleted(course="c", on=self._day(), topics=("usage",))))

    def voided(self) -> None:
        source = self._say(Observation(self._one().number, f.TrainingAssigned(course="v", on=self._day())))
        self._say(Observation(None, RecordVoided(source)))

    def taken_back(self) -> None:
        self.checked_in()
        self.log.retract_import(self.log.imports()[-1]["id"])

    def followed_up(self) -> None:
        for one in self.log.follow_ups(as_of=_LAST)[:2]:
            self.log.close_follow_up(one.id, "dismissed", self._mention())

    def looked_at(self) -> None:
        self.log.follow_ups(as_of=_LAST, viewer=Viewer(role="owner", person=self._one().number))

    def file_came(self) -> None:
        """A file under their name, with a row that cannot be recorded, their id in full-width digits."""
        path = self.folder / f"usage_{self._one().number}_{self.records}.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            rows = csv.writer(file)
            rows.writerow(("person", "date", "tool", "comment"))
            rows.writerow((_wide(self._one().number), "2026-02-30", "t", self._mention()))
            rows.writerow((self._one().number, self._day().isoformat(), "t", self._mention()))
        self.log.import_from(CsvAdapter(CsvAdapter.Options(kind="usage", files=(path,), today=_LAST)))

    def statements_came(self) -> None:
        path = self.folder / f"statements-{self.records}.json"
        path.write_text(f'[{{"actor": {{"mbox": "mailto:{self._one().email}"}}, "verb": {{"id": 7}}}}]', "utf-8")
        self.log.import_from(XapiAdapter(XapiAdapter.Options(files=(path,))))


_ACTS = (
    "moved", "checked_in", "asked", "published", "appointed", "used", "trained", "voided", "taken_back", "followed_up",
    "looked_at", "file_came", "statements_came",
)  # fmt: skip


def _somebody(chance: random.Random, n: int) -> Somebody:
    def name(mark: str) -> str:
        first, second = chance.choice((_LATIN, _JAPANESE))
        return f"{chance.choice(first)}{mark} {chance.choice(second)}"

    tag = f"{chance.randrange(16**6):06x}"
    return Somebody(
        number=f"q{n}-{tag}", email=f"{tag}.{n}@people.example", account=f"slack:u{tag}{n}",
        name=name(f"x{tag}{n}"), former_name=name(f"f{tag}{n}"),
    )  # fmt: skip


def _wide(text: str) -> str:
    """Full-width, as Japanese keyboards write it."""
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text)


def hits(folder: Path, strings: tuple[str, ...]) -> dict[str, int]:
    """How often each of some strings stands in the files of a folder, byte by byte."""
    found: dict[str, int] = {}
    for path in folder.iterdir():
        content = path.read_bytes()
        for text in strings:
            if count := content.count(text.encode()):
                found[f"{path.name}: {text}"] = count
    return found


@contextmanager
def history(url: str, folder: Path, seed: int, steps: int = 12, *, careless: bool = False) -> Iterator[History]:
    """A random history; a careless database does not overwrite what it deletes."""
    with AdoptLog(url, now=lambda: datetime(*_LAST.timetuple()[:3], 12, tzinfo=UTC)) as log:
        if careless:
            sa.event.listen(log.database.engine, "connect", _keep_deleted)
            log.database.engine.dispose()
        one = History(log, random.Random(seed), folder)
        one.happen(steps)
        yield one


def _keep_deleted(driver: Any, _: Any) -> None:
    driver.execute("PRAGMA secure_delete=OFF")


def left_over(seed: int, steps: int = 12, *, careless: bool = False) -> dict[str, int]:
    """What is found of a person on SQLite after they were forgotten, and whether the rest is as it was."""
    with tempfile.TemporaryDirectory() as database, tempfile.TemporaryDirectory() as files:
        url = f"sqlite:///{Path(database) / 'one.db'}"
        with history(url, Path(files), seed, steps, careless=careless) as one:
            before = unlinked(one.log, one.lost)
            one.log.forget(one.lost.number, clear_files=not careless)
            assert unlinked(one.log, one.lost) == before, f"history {seed}: somebody's status changed"
            assert one.log.replay(as_of=_LAST) == one.log.status(as_of=_LAST), f"history {seed}: replay differs"
            found = hits(Path(database), one.lost.strings)
        return found | hits(Path(database), one.lost.strings)


def unlinked(log: AdoptLog, who: Somebody) -> list[tuple[Any, ...]]:
    """Everybody's status in the order of the directory, without saying who the forgotten one is."""
    return [
        _row(row, row.person == who.number or row.person.startswith("forgotten:")) for row in log.status(as_of=_LAST)
    ]


def _row(row: HabitStatus, hidden: bool) -> tuple[Any, ...]:
    who = (None, None) if hidden else (row.person, row.name)
    return (*who, row.program, row.department, row.state, row.since, row.strength, row.first_used_on, row.explanation)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.forgetting", description=__doc__)
    parser.add_argument("--histories", type=int, default=500)
    parser.add_argument("--first", type=int, default=0, help="the first seed")
    asked = parser.parse_args()
    seeds = range(asked.first, asked.first + asked.histories)
    leaks = {seed: found for seed in seeds if (found := left_over(seed))}
    controls = [seed for seed in seeds[: max(len(seeds) // 10, 1)] if left_over(seed, careless=True)]
    told = {
        "histories": len(seeds),
        "with_hits": len(leaks),
        "hits": {str(seed): found for seed, found in leaks.items()},
        "control_histories": max(len(seeds) // 10, 1),
        "control_with_hits": len(controls),
    }
    print(told)
    print(f"written: {written(Path(__file__).parent / 'results', 'forgetting', told)}")
    if leaks or not controls:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
