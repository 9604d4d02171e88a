"""Every form in which a cell may say something."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from adoptlog_adapters.sheets import values
from adoptlog_adapters.sheets.cells import NotUnderstood
from adoptlog_adapters.sheets.columns import CHECK_INS, METRICS, ROLES, TOPICS
from adoptlog_adapters.sheets.dates import as_date
from adoptlog_adapters.sheets.weekdays import workdays


@pytest.mark.parametrize(
    "text",
    [
        "2026-04-01",
        "2026/4/1",
        "2026/04/01",
        "2026.4.1",
        "20260401",
        "2026年4月1日",
        "2026年 4月 1日",
        "令和8年4月1日",
        "令和8/4/1",
        "令和８年４月１日",
        "㋿8年4月1日",
        "R8.4.1",
        "r8/4/1",
        "H38.4.1",
        "46113",
        "46113.0",
        "46113.75",
        "２０２６－０４－０１",
        "2026−04−01",
        " 2026-04-01 ",
        "2026-04-01 09:00",
        "2026-04-01 00:00:00.000",
        "2026-04-01T23:59:59+09:00",
        "20260401T090000Z",
        "2026/4/1 9:00",
        "2026/4/1 午後 3:00",
        "2026年4月1日9時30分",
        "2026年4月1日(水)",
        "2026/4/1（水） 9:00",
    ],
)
def test_a_day_is_understood(text: str) -> None:
    assert as_date(text) == date(2026, 4, 1)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("令和元年5月1日", date(2019, 5, 1)),
        ("平成31年4月30日", date(2019, 4, 30)),
        ("H元.1.8", date(1989, 1, 8)),
        ("昭和64年1月7日", date(1989, 1, 7)),
        ("S50.12.31", date(1975, 12, 31)),
        ("2024-02-29", date(2024, 2, 29)),
    ],
)
def test_eras_are_counted(text: str, day: date) -> None:
    assert as_date(text) == day


@pytest.mark.parametrize(
    "text",
    [
        "2026-13-01",
        "2026-02-29",
        "2026-4",
        "4/1/2026",
        "26/4/1",
        "2026-04-011",
        "2026-04-01x",
        "2026-04/01",
        "令和0年4月1日",
        "令和元年4月30日",
        "明治8年4月1日",
        "9999",
        "1.5",
        "yesterday",
        "0000-00-00",
        "٢٠٢٦-٠٤-٠١",
        "9" * 100_000,
    ],
)
def test_what_is_no_day_is_not_guessed(text: str) -> None:
    with pytest.raises(NotUnderstood, match=r"expected e\.g\. 2026-04-01"):
        as_date(text)


@pytest.mark.parametrize(
    ("read", "text", "value"),
    [
        (values.whole, "3.0", 3),
        (values.whole, "３", 3),
        (values.whole, "1,234", 1234),
        (values.count, "0", 0),
        (values.number, "12.5", 12.5),
        (values.number, "-1e3", -1000.0),
        (values.number_or_share, "5%", 0.05),
        (values.score, "0.85", 0.85),
        (values.score, "85%", 0.85),
        (values.score, "８５％", 0.85),
        (values.score, "85", 0.85),
        (values.score, "1", 1.0),
        (values.score, "100", 1.0),
        (values.score, "0.5%", 0.005),
        (values.yes_no, "TRUE", True),
        (values.yes_no, "合格", True),
        (values.yes_no, "1", True),
        (values.yes_no, "no", False),
        (values.yes_no, "不合格", False),
        (values.ids, "a; b ;;a；ｃ", ("a", "b", "c")),
        (values.person_id, " ｅ－１００１ ", "e-1001"),
        (values.person_id, "E-1001", "E-1001"),
        (values.person_id, "Sato@Example.co.jp", "sato@example.co.jp"),
        (values.person_id, "moodle:Sato@x", "moodle:Sato@x"),
        (values.free_text, " ＡＢＣ\n第２行 ", "ＡＢＣ\n第２行"),
        (CHECK_INS, "定例ＭＴＧ", "meeting"),
        (CHECK_INS, "Hands-on", "hands_on"),
        (METRICS, "所要時間", "minutes"),
        (ROLES, "生成AI顧問", "adviser"),
        (TOPICS, "usage;Use cases", ("usage", "use_cases")),
        (workdays, "mon-fri", (0, 1, 2, 3, 4)),
        (workdays, "mon;wed-thu", (0, 2, 3)),
        (workdays, "月;水-木", (0, 2, 3)),
        (workdays, "月火水", (0, 1, 2)),
        (workdays, "月曜日～金曜日", (0, 1, 2, 3, 4)),
        (workdays, "Fri-Mon", (0, 4, 5, 6)),
    ],
)
def test_a_cell_is_understood(read: Callable[[str], Any], text: str, value: Any) -> None:
    assert read(text) == value


@pytest.mark.parametrize(
    ("read", "text"),
    [
        (values.whole, "3.5"),
        (values.whole, "1e30"),
        (values.whole, "three"),
        (values.count, "-1"),
        (values.count, "4294967296"),
        (values.number, "nan"),
        (values.number, "inf"),
        (values.number, "1e400"),
        (values.number, "2,5"),
        (values.number, "9" * 5000),
        (values.score, "101"),
        (values.score, "150%"),
        (values.score, "-0.1"),
        (values.yes_no, "maybe"),
        (values.person_id, "e" * 256),
        (values.person_id, "e-\x0010"),
        (values.person_id, "e-1\n0"),
        (values.email, "sato"),
        (values.free_text, "a\x00b"),
        (CHECK_INS, "lunch"),
        (workdays, "someday"),
        (workdays, "mon-wed-fri"),
        (workdays, ";"),
    ],
)
def test_a_wrong_cell_is_not_guessed(read: Callable[[str], Any], text: str) -> None:
    with pytest.raises(NotUnderstood):
        read(text)
