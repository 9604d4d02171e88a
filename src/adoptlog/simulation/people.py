"""Who works at the company: names, departments, dates, leave, and which way each of them takes to a new tool."""

from collections.abc import Sequence
from datetime import date
from typing import Literal, get_args

import attrs
import numpy as np

from adoptlog.simulation.days import DAY

Pattern = Literal[
    "fast", "steady", "never", "novelty", "decliner", "weekly", "peripheral", "long_leave", "leaver", "abrupt",
    "recovering",
]  # fmt: skip
"""`novelty` stops abruptly after some weeks, `decliner` fades over months, `weekly` is content with once a week,
`peripheral` uses it often but never for the core use cases; who left was like `fast` until then. So were `abrupt`, who
stops for good after months, and `recovering`, who stops for some weeks; the demo's company has neither."""

PATTERNS: tuple[Pattern, ...] = get_args(Pattern)
_SHARES = (0.20, 0.22, 0.10, 0.14, 0.11, 0.10, 0.07, 0.06)  # of all patterns but the one who left
_SOMEBODY_LEAVES = 10  # people from which on there is one who does

DEPARTMENTS = ("Sales", "Development", "Accounting", "Customer Support", "Human Resources", "General Affairs")
_PER_DEPARTMENT = 7

WORKWEEKS = {"mon-fri": (0, 1, 2, 3, 4), "mon-wed": (0, 1, 2), "mon;wed;fri": (0, 2, 4), "tue-fri": (1, 2, 3, 4)}

_FAMILY = (
    "佐藤 Sato,鈴木 Suzuki,高橋 Takahashi,田中 Tanaka,伊藤 Ito,渡辺 Watanabe,山本 Yamamoto,中村 Nakamura,"
    "小林 Kobayashi,加藤 Kato,吉田 Yoshida,山田 Yamada,佐々木 Sasaki,松本 Matsumoto,井上 Inoue,木村 Kimura,林 Hayashi,"
    "清水 Shimizu,斎藤 Saito,森 Mori,池田 Ikeda,橋本 Hashimoto,石川 Ishikawa,前田 Maeda,藤田 Fujita,岡田 Okada,"
    "後藤 Goto,村上 Murakami"
)
_GIVEN = (
    "陽菜 Hina,蓮 Ren,結衣 Yui,大翔 Hiroto,美咲 Misaki,翔太 Shota,葵 Aoi,健太 Kenta,さくら Sakura,拓也 Takuya,彩 Aya,"
    "直樹 Naoki,真由美 Mayumi,悠人 Yuto,恵子 Keiko,和也 Kazuya,千尋 Chihiro,亮 Ryo,由美子 Yumiko,誠 Makoto,"
    "舞 Mai,学 Manabu"
)


@attrs.frozen
class Leave:
    """Away from work, both days included."""

    first: date
    last: date
    kind: str


@attrs.frozen(kw_only=True)
class Person:
    """One of the simulated people, with the truth no system knows: their `pattern`."""

    number: str
    name: str
    email: str
    department: str
    manager: str | None
    joined_on: date
    licensed_on: date
    left_on: date | None
    literacy: str
    workweek: str
    pattern: Pattern
    leave: tuple[Leave, ...] = ()
    transfer: tuple[date, str] | None = None
    """From which day the person belongs to which other department."""

    @property
    def workdays(self) -> tuple[int, ...]:
        """The days of the week the person works, 0 for Monday."""
        return WORKWEEKS[self.workweek]


def staff(rng: np.random.Generator, people: int, start: date, days: int) -> tuple[Person, ...]:
    """Everybody; the first person heads the company, and the first of each department heads that."""
    departments = DEPARTMENTS[: max(1, min(len(DEPARTMENTS), people // _PER_DEPARTMENT))]
    return members(rng, _patterns(rng, people), departments, start, days)


def members(
    rng: np.random.Generator, patterns: Sequence[Pattern], departments: Sequence[str], start: date, days: int
) -> tuple[Person, ...]:
    """One person of each pattern, department after department in turn."""
    return tuple(_person(rng, place, pattern, departments, start, days) for place, pattern in enumerate(patterns))


def _patterns(rng: np.random.Generator, people: int) -> list[Pattern]:
    """Patterns in their shares, in any order; the head of the company is a fast one."""
    bounds = np.cumsum(_SHARES) * people
    places = np.searchsorted(bounds, np.arange(people) + 0.5).clip(max=len(_SHARES) - 1)
    if people >= _SOMEBODY_LEAVES:
        places[1] = PATTERNS.index("leaver")
    order = np.r_[0, 1 + rng.permutation(people - 1)]
    return [PATTERNS[place] for place in places[order]]


def number_of(place: int) -> str:
    """The employee number of the person at a place.

    >>> number_of(0)
    'e-0001'
    """
    return f"e-{place + 1:04d}"


def _person(
    rng: np.random.Generator, place: int, pattern: Pattern, departments: Sequence[str], start: date, days: int
) -> Person:
    name, email = _name(rng, place)
    head = place < len(departments)
    settled = head or pattern in ("leaver", "long_leave")
    department = departments[place % len(departments)]
    joined_on = date(start.year - int(rng.integers(1, 21)), 4, 1)
    licensed_on = start + int(rng.integers(0, days // 9 + 1)) * DAY
    if rng.random() < 0.07 and not settled:
        joined_on = start + int(rng.integers(days // 6, days // 2 + 1)) * DAY
        licensed_on = joined_on + int(rng.integers(0, min(8, days // 4))) * DAY
    part_time = rng.random() < 0.1 and not head
    others = [other for other in departments if other != department]
    moves = rng.random() < 0.04 and not settled and others
    transfer = (start + days * 2 // 3 * DAY, others[int(rng.integers(len(others)))]) if moves else None
    return Person(
        number=number_of(place),
        name=name,
        email=email,
        department=department,
        manager=None if place == 0 else number_of(0 if head else place % len(departments)),
        joined_on=joined_on,
        licensed_on=licensed_on,
        left_on=start + days * 2 // 3 * DAY if pattern == "leaver" else None,
        literacy=str(rng.choice(["low", "mid", "high"], p=[0.3, 0.5, 0.2])),
        workweek=list(WORKWEEKS)[int(rng.integers(1, len(WORKWEEKS)))] if part_time else "mon-fri",
        pattern=pattern,
        leave=tuple(_leave(rng, pattern, max(start, joined_on), days)),
        transfer=transfer,
    )


def _name(rng: np.random.Generator, place: int) -> tuple[str, str]:
    """A name in kanji, in Latin letters or in both, and an e-mail address nobody else has."""
    family, family_roman = str(rng.choice(_FAMILY.split(","))).split()
    given, given_roman = str(rng.choice(_GIVEN.split(","))).split()
    written = (f"{family} {given}", f"{family_roman} {given_roman}", f"{family} {given_roman}")
    name = written[int(rng.choice(3, p=[0.7, 0.2, 0.1]))]
    return name, f"{given_roman}.{family_roman}.{place + 1}@example.co.jp".lower()


def _leave(rng: np.random.Generator, pattern: Pattern, first: date, days: int) -> list[Leave]:
    """A holiday for some; months away, perhaps beyond the end, for those of that pattern."""
    if pattern == "long_leave":
        starts_on = first + int(rng.integers(days // 3, days // 2 + 1)) * DAY
        return [Leave(starts_on, starts_on + int(rng.integers(days // 4, days * 2 // 3)) * DAY, "parental")]
    if pattern == "leaver" or rng.random() > 0.3:
        return []
    starts_on = first + int(rng.integers(days)) * DAY
    return [Leave(starts_on, starts_on + int(rng.integers(2, 9)) * DAY, "vacation")]
