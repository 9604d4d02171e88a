"""Files as spreadsheets write them, and files that cannot be read."""

from datetime import date
from pathlib import Path

import pytest
from adapters.csv.reading_files import TODAY, adapter, fetched, good, said, wrong

from adoptlog.domain.facts import ToolUsed
from adoptlog.errors import Unusable
from adoptlog.intake.observation import Observation
from adoptlog_adapters.csv import CsvAdapter, CsvOptions

USE = "社員番号,日付,ツール,用途\ne-1,2026-04-01,chatgpt,議事録\ne-2,2026-04-02,chatgpt,要約\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "usage.csv"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp932"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_the_encoding_and_the_separator_are_recognised(
    file: Path, encoding: str, delimiter: str, line_end: str
) -> None:
    rows = said(file, USE.replace(",", delimiter).replace("\n", line_end).encode(encoding))

    first = ToolUsed(tool="chatgpt", on=date(2026, 4, 1), use_cases=("議事録",))
    assert rows[0] == (2, [Observation("e-1", first)])
    assert good(rows) == ["e-1", "e-2"]


def test_utf16_headings_whose_bytes_hold_a_line_feed_are_recognised(file: Path) -> None:
    assert good(said(file, "上司,社員番号\ne-0,e-1\n".encode("utf-16-le"), "people")) == ["e-1"]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "is empty"),
        (b"\xef\xbb\xbf", "is empty"),
        (b"\n\n  \n", "is empty"),
        (b"\n,,\n", "is empty"),
        (USE.encode() + b"\xff,2026-04-01,chatgpt,x\n", "is not text"),
        (b"person,date,tool\ne-1,2026-04-01,caf\xe9\n", "is not text"),
        (b"person,date,tool\ne-1,2026-04-01,\xff\n", "is not text"),
        (USE.encode("utf-16")[:-1], "is not text"),
        (b"PK\x03\x04\xff\xfe\x00\x00\x81", "Excel workbook"),
        ("person,date\ne-1,2026-04-01\n", "no column tool \\(ツール\\)"),
        ("person,date,tool,date\n", "repeated heading 'date'"),
        ("person,date,日付,tool\n", "repeated heading '日付' \\(as 'date'\\)"),
        ("person,date,tool,x,x\n", "repeated heading 'x'"),
        ('person,"date,tool\n', "headings cannot be read"),
    ],
)
def test_a_file_that_cannot_be_read_as_a_whole_is_refused(file: Path, content: str | bytes, problem: str) -> None:
    with pytest.raises(Unusable, match=problem) as refusal:
        fetched(file, content)
    assert str(file) in str(refusal.value)


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    for path, problem in ((tmp_path / "none.csv", "No such file"), (tmp_path, "not a regular file")):
        with pytest.raises(Unusable, match=problem):
            list(CsvAdapter(CsvOptions(files=(path,), kind="usage", today=TODAY)).fetch(None))


def test_a_bad_second_file_is_found_before_the_first_row(tmp_path: Path) -> None:
    first, second = tmp_path / "1.csv", tmp_path / "2.csv"
    first.write_text(USE, encoding="utf-8")
    second.write_text("person\n", encoding="utf-8")

    rows = CsvAdapter(CsvOptions(files=(first, second), kind="usage", today=TODAY)).fetch(None)

    with pytest.raises(Unusable, match=r"2\.csv"):
        next(rows)


def test_wrong_bytes_far_behind_are_found_before_the_first_row(file: Path) -> None:
    content = b"person,date,tool\n" + b"e-1,2026-04-01,chatgpt\n" * 100_000 + b"\xff\n"
    with pytest.raises(Unusable):
        next(adapter(file, content).fetch(None))


def test_headings_are_found_in_any_spelling_and_order(file: Path) -> None:
    assert good(said(file, "Tool,USE CASE,Ｄate, Person \nchatgpt,x,2026-04-01,e-1\n")) == ["e-1"]


def test_unknown_columns_are_ignored_with_a_note(file: Path) -> None:
    reader = adapter(file, "person,date,tool,備考,\ne-1,2026-04-01,chatgpt,x,\n")
    rows = list(reader.fetch(None))

    assert len(rows) == 1
    assert reader.notes == [f"{file}: column '備考' is ignored"]


def test_columns_can_be_mapped(file: Path) -> None:
    content = "Who,date,Used on,tool\ne-1,never,2026-04-01,chatgpt\n"
    assert good(said(file, content, map=["Who=person", "Used on=日付"])) == ["e-1"]
    assert good(said(file, "count,date,tool\ne-1,2026-04-01,x\n", map={"count": "person"})) == ["e-1"]


@pytest.mark.parametrize(
    ("pairs", "problem"),
    [(["Who=persn"], "did you mean 'person'"), (["x=person"], "no column 'x'"), (["Who"], "expected 'their column=")],
)
def test_a_wrong_map_is_refused(file: Path, pairs: list[str], problem: str) -> None:
    with pytest.raises(Unusable, match=problem):
        fetched(file, "Who,date,tool\n", map=pairs)


def test_an_unknown_kind_is_refused() -> None:
    with pytest.raises(Unusable, match="did you mean 'usage'"):
        CsvAdapter(CsvOptions(files=(), kind="usag", today=TODAY))


def test_what_is_covered_is_said_by_the_options(file: Path) -> None:
    assert adapter(file, USE).covers == "rows"
    assert adapter(file, USE, covers="none").covers == "none"
    assert adapter(file, USE, covers="2026-04-01..2026/4/30").covers == (date(2026, 4, 1), date(2026, 4, 30))
    for wrong_one in ("april", "2026-04-30..2026-04-01", "2026-04-01"):
        with pytest.raises(Unusable, match=r"FROM\.\.TO"):
            adapter(file, USE, covers=wrong_one)


def test_a_file_of_headings_has_no_rows(file: Path) -> None:
    assert fetched(file, "person,date,tool\n") == []


def test_lines_are_numbered_as_an_editor_does(file: Path) -> None:
    content = '\nperson,kind,held_on,note\ne-1,chat,2026-04-01,"one\ntwo"\n\n,,,\ne-2,lunch,2026-04-01,\n'
    rows = said(file, content, "check-ins")
    assert [line for line, _ in rows] == [3, 7]
    assert rows[0][1][0].fact.note == "one\ntwo"
    assert wrong(rows) == {7: "kind 'lunch' is none of meeting, hands_on, chat"}


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("e-1,2026-13-01,chatgpt,1", "date '2026-13-01' is not a date (expected e.g. 2026-04-01)"),
        (",2026-04-01,chatgpt,1", "person is empty"),
        (" ,2026-04-01,chatgpt,1", "person is empty"),
        ("e-1", "date is empty; tool is empty"),
        ("e-1,2026-04-01,chatgpt,1.5", "count '1.5' is not a whole number (expected e.g. 3)"),
        ("e-1,x,chatgpt,y", "count 'y' is not a whole number (expected e.g. 3)"),
        ("e-1,2026-04-01,chatgpt,1,2", "has 5 cells for 4 columns; the first too many is '2'"),
        ("e-\x001,2026-04-01,chatgpt,1", "has control characters"),
        ("\x00\x00\x00\x00\x00\x00,2026-04-01,chatgpt,1", "has control characters"),
        (f"{'e' * 256},2026-04-01,chatgpt,1", "is longer than 255 characters"),
        ("x" * 10_000_000, "a cell is longer than"),
        ("x," * 5_000_000, "has 5000001 cells"),
        ('"e-1,2026-04-01,chatgpt,1', "a quote"),
        ('e-1,2026-04-01,"chatgpt,1', "a quote"),
        ('e-1,2026-04-01,"chat"gpt,1', "a quote stands inside a cell"),
    ],
)
def test_a_wrong_row_is_alone_in_being_wrong(file: Path, row: str, problem: str) -> None:
    before, after = "e-8,2026-04-01,chatgpt,1\n", 'e-9,2026-04-01,"chatgpt",1\n'
    rows = said(file, "person,date,tool,count\n" + before + row + "\n" + after * 3)

    assert good(rows) == ["e-8", "e-9", "e-9", "e-9"]
    assert list(wrong(rows)) == [3]
    assert problem in wrong(rows)[3]
    assert len(wrong(rows)[3]) < 300


def test_two_stray_quotes_do_not_swallow_the_rows_between(file: Path) -> None:
    content = 'person,date,tool\ne-1,2026-04-01,"chat\ne-2,2026-04-01,chat\ne-3,2026-04-01,chat"\ne-4,2026-04-01,chat\n'
    rows = said(file, content)
    assert good(rows) == ["e-2", "e-4"] or good(rows) == ["e-2", "e-3", "e-4"]
    assert wrong(rows)[2] == "a quote is not closed"


def test_many_stray_quotes_are_survived(file: Path) -> None:
    content = "person,date,tool\n" + 'e-1,2026-04-01,"chat\ne-2,2026-04-01,chat\n' * 5000
    rows = said(file, content)
    assert len(good(rows)) == len(wrong(rows)) == 5000


def test_short_rows_and_empty_extra_cells_are_fine(file: Path) -> None:
    assert good(said(file, "person,date,tool,count\ne-1,2026-04-01,chatgpt\ne-2,2026-04-01,chatgpt,2,,\n")) == [
        "e-1",
        "e-2",
    ]


def test_a_row_is_shown_under_its_own_headings_and_can_be_tried_again(file: Path) -> None:
    reader = adapter(file, "社員番号,日付,ツール,備考\ne-1,2026-13-01,chatgpt,x\n")
    (row,) = reader.fetch(None)

    line, record = reader.show(row.raw)

    assert (line, record) == (2, {"社員番号": "e-1", "日付": "2026-13-01", "ツール": "chatgpt", "備考": "x"})
    assert reader.translate(record) == reader.translate(row.raw)
    assert reader.translate({**record, "日付": "2026-04-01"}) == (
        Observation("e-1", ToolUsed(tool="chatgpt", on=date(2026, 4, 1))),
    )


def test_a_line_that_is_no_row_is_shown_shortened(file: Path) -> None:
    reader = adapter(file, "person,date,tool\n" + "x" * 10_000_000 + "\n" + "e-1,2026-04-01,a,b\n")
    long, wide = (reader.show(row.raw) for row in reader.fetch(None))

    assert long[0] == 2
    assert len(long[1]["(line)"]) < 3000
    assert wide == (3, {"person": "e-1", "date": "2026-04-01", "tool": "a", "(more)": ["b"]})


def test_rows_are_read_fast_enough_to_notice(file: Path) -> None:
    content = "person,date,tool,count\n" + "".join(
        f"e-{n % 97},2026-04-{n % 28 + 1:02},chatgpt,{n % 5}\n" for n in range(20_000)
    )
    assert len(good(said(file, content))) == 20_000
