"""The programs as a status needs them: which tools, which pace, which core use cases, and the days feeds cover."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from hashlib import sha256
from importlib import metadata

import attrs

from adoptlog.domain import facts as f
from adoptlog.domain.program import Definition
from adoptlog.domain.summary import Summary
from adoptlog.domain.usage_reports import Feed
from adoptlog.errors import NotFound
from adoptlog.habit import HabitPolicy
from adoptlog.projections.presence import Presence
from adoptlog.projections.read_model import ReadModel

DEFAULT = "default"


@attrs.frozen
class Setting:
    """What concerns everybody: programs, closures, and the days that feeds speak about."""

    programs: tuple[Definition, ...]
    closures: tuple[f.ClosureDeclared, ...]
    coverage: tuple[f.UsageCovered, ...]
    streams: Mapping[str, Summary]
    """The history of each program."""
    with_enrolments: frozenset[str]
    """Programs somebody was enrolled in; the others have everyone."""

    @classmethod
    def read(cls, read: ReadModel, target_days: float = 3.0) -> "Setting":
        """As it stands in a read model; `target_days` of the programs that say nothing else."""
        return cls.of(read.shared(), read.with_enrolments(), target_days)

    @classmethod
    def of(cls, shared: Sequence[Summary], with_enrolments: Iterable[str], target_days: float) -> "Setting":
        programs = {}
        closures: list[f.ClosureDeclared] = []
        coverage: list[f.UsageCovered] = []
        for summary in shared:
            closures += summary.of(f.ClosureDeclared)
            coverage += summary.of(f.UsageCovered)
            name = program_of(summary)
            if name is not None:
                programs[name] = summary
        definitions = [Definition.of(name, summary, target_days) for name, summary in sorted(programs.items())]
        if not definitions:
            definitions = [Definition(DEFAULT, target_days=target_days)]
        return cls(tuple(definitions), tuple(closures), tuple(coverage), programs, frozenset(with_enrolments))

    def named(self, program: str | None) -> tuple[Definition, ...]:
        """The program of that name, or all (None). Raises `NotFound`."""
        chosen = tuple(p for p in self.programs if program in (None, p.program))
        if not chosen:
            raise NotFound("no program is named {program!r}: `program list` shows which there are", program=program)
        return chosen

    def only(self, program: str | None) -> Definition:
        """The program of that name, or the only one (None). Raises `NotFound` where one has to be named."""
        chosen, *others = self.named(program)
        if others:
            names = tuple(one.program for one in (chosen, *others))
            raise NotFound("there are several programs, name one: {programs}", programs=names)
        return chosen

    def has_everyone(self, program: Definition) -> bool:
        """Whether nobody was ever enrolled in a program: then everyone is in it."""
        return program.program not in self.with_enrolments

    def takes_part(self, presence: Presence, program: Definition, today: int) -> bool:
        """Whether a person is in a program on a day."""
        if self.has_everyone(program):
            return True
        for name, first, last in presence.enrolments:  # no generator: this is asked of everybody, week by week
            if first <= today and (last is None or today <= last) and name == program.program:
                return True
        return False

    def covered(self, program: Definition, as_of: date) -> list[tuple[int, int]]:
        """The spans of days some feed of the program's tools speaks about, as far as they are over by `as_of`."""
        return [
            (span.starts_on.toordinal(), min(span.ends_on, as_of).toordinal())
            for span in self.coverage
            if (not program.tools or span.tool in program.tools) and span.starts_on <= as_of
        ]

    def basis(self, program: Definition, by: date, policy: HabitPolicy, country: str | None) -> str:
        """A digest of all this that a habit on a day rests on, and of the versions that work it out."""
        meant = attrs.evolve(program, core_use_cases=frozenset())
        rests_on = (
            [_version(name) for name in ("adoptlog", "holidays")],
            (meant, sorted(program.core_use_cases), policy, country),
            sorted(map(repr, self.closures)),
            sorted(set(self.covered(program, by))),
        )
        return sha256(repr(rests_on).encode()).hexdigest()


def program_of(summary: Summary) -> str | None:
    """The program whose history this is; one exists from its definition on."""
    return next((definition.program for definition in summary.of(f.ProgramDefined)), None)


@attrs.frozen
class FeedsOf:
    """The numbers of a program's feeds, by what they tell about a day."""

    log: frozenset[int]
    observed: frozenset[int]
    training: frozenset[int]
    core: frozenset[int]
    named: frozenset[int]

    @classmethod
    def of(cls, program: Definition, feeds: dict[int, Feed]) -> "FeedsOf":
        mine = {n: feed for n, feed in feeds.items() if not program.tools or feed.tool in program.tools}
        used = {n: feed for n, feed in mine.items() if not feed.in_training}
        tagged = {n: feed for n, feed in used.items() if feed.use_case} if program.core_use_cases else {}
        return cls(
            log=frozenset(n for n, feed in used.items() if feed.evidence == "log"),
            observed=frozenset(n for n, feed in used.items() if feed.evidence != "log"),
            training=frozenset(mine) - frozenset(used),
            core=frozenset(n for n, feed in tagged.items() if feed.use_case in program.core_use_cases),
            named=frozenset(tagged),
        )

    @property
    def all(self) -> frozenset[int]:
        """Every feed that says something about the program's days."""
        return self.log | self.observed | self.training


@cache
def _version(distribution: str) -> str:
    return metadata.version(distribution)
