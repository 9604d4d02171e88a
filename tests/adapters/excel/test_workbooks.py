"""Workbooks as people make them: titles, merged cells, headings in two rows; and those that cannot be read."""

import shutil
import subprocess
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
import xlwt
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P
from openpyxl import Workbook, load_workbook

from adoptlog import AdoptLog
from adoptlog.domain.facts import TrainingCompleted
from adoptlog.errors import Unusable
from adoptlog.intake.observation import Rejected
from adoptlog.testing import AdapterContract
from adoptlog_adapters.excel import ExcelAdapter, ExcelOptions
from adoptlog_adapters.excel.template import write_template
from adoptlog_adapters.sheets import KINDS

TODAY = date(2026, 6, 30)


def written(path: Path, *rows: list[Any], merged: tuple[str, ...] = ()) -> Path:
    book = Workbook()
    sheet: Any = book.active
    for row in rows:
        sheet.append(row)
    for cells in merged:
        sheet.merge_cells(cells)
    book.save(path)
    return path


def adapter(path: Path, kind: str = "trainings", **options: Any) -> ExcelAdapter:
    return ExcelAdapter(ExcelOptions(files=(path,), kind=kind, today=TODAY, **options))


def facts(path: Path, kind: str = "trainings", **options: Any) -> list[tuple[int, str, Any]]:
    """Line, person and fact of every row."""
    made = adapter(path, kind, **options)
    found = []
    for one in made.fetch():
        said = made.translate(one.raw)
        assert not isinstance(said, Rejected), said
        found += [(one.raw.line, o.person, o.fact) for o in said]  # type: ignore[union-attr]
    return found


def completed(on: date, **more: Any) -> TrainingCompleted:
    return TrainingCompleted(course="genai-basics", on=on, **more)


class TestExcel(AdapterContract):
    @pytest.fixture(autouse=True)
    def _file(self, tmp_path: Path) -> None:
        rows = [["社員番号", "日付", "ツール", "回数"], [1001, date(2026, 4, 1), "chat", 3], [1002, "soon", "chat", 1]]
        self.file = written(tmp_path / "usage.xlsx", *rows)

    def make(self) -> ExcelAdapter:
        return adapter(self.file, "usage")


def test_a_title_merged_cells_and_headings_in_two_rows(tmp_path: Path) -> None:
    path = written(
        tmp_path / "受講記録.xlsx",
        ["2026年度 生成AI研修 受講記録"],
        [],
        ["社員番号", "研修", "受講", None],
        [None, None, "日", "点数"],
        [1001, "genai-basics", date(2026, 4, 10), 85],
        ["0012", None, datetime.fromisoformat("2026-04-11T09:30"), 0.5],
        merged=("A1:D1", "A3:A4", "B3:B4", "C3:D3", "B5:B6"),
    )

    assert facts(path) == [
        (5, "1001", completed(date(2026, 4, 10), score=0.85)),
        (6, "0012", completed(date(2026, 4, 11), score=0.5)),
    ]


def test_a_table_that_does_not_begin_in_the_first_cell(tmp_path: Path) -> None:
    path = written(
        tmp_path / "offset.xlsx",
        [],
        [None, "person", "course", "completed_on"],
        [None, "a", "genai-basics", date(2026, 4, 1)],
        [None, "b", None, date(2026, 4, 2)],
        merged=("C3:C4",),
    )

    assert [(line, who, fact.course) for line, who, fact in facts(path)] == [
        (3, "a", "genai-basics"),
        (4, "b", "genai-basics"),
    ]


def test_the_old_format(tmp_path: Path) -> None:
    book = xlwt.Workbook()
    sheet = book.add_sheet("研修")
    day = xlwt.easyxf(num_format_str="YYYY-MM-DD")
    for place, heading in enumerate(("社員番号", "研修", "受講日", "合否")):
        sheet.write(0, place, heading)
    for place, value in enumerate((1001, "genai-basics", date(2026, 4, 10), "合格")):
        sheet.write(1, place, value, day) if isinstance(value, date) else sheet.write(1, place, value)
    book.save(str(tmp_path / "old.xls"))

    assert facts(tmp_path / "old.xls") == [(2, "1001", completed(date(2026, 4, 10), passed=True))]


def test_open_document(tmp_path: Path) -> None:
    document = OpenDocumentSpreadsheet()
    table = Table(name="研修")
    document.spreadsheet.addElement(table)
    for row in (("person", "course", "completed_on"), ("1001", "genai-basics", "令和8年4月10日")):
        line = TableRow()
        for text in row:
            cell = TableCell(valuetype="string")
            cell.addElement(P(text=text))
            line.addElement(cell)
        table.addElement(line)
    document.save(str(tmp_path / "new.ods"))

    assert facts(tmp_path / "new.ods") == [(2, "1001", completed(date(2026, 4, 10)))]


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed: its files were not tried")
@pytest.mark.parametrize("format_", ["xlsx", "xls", "ods"])
def test_what_libreoffice_writes(tmp_path: Path, format_: str) -> None:
    (tmp_path / "in.csv").write_text("社員番号,研修,受講日\n1001,genai-basics,2026-04-10\n", encoding="cp932")
    command = ["soffice", "--headless", "--infilter=CSV:44,34,64", "--convert-to", format_, "in.csv"]
    subprocess.run(command, cwd=tmp_path, check=True, timeout=120)

    assert facts(tmp_path / f"in.{format_}") == [(2, "1001", completed(date(2026, 4, 10)))]


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_template_can_be_imported_as_it_is(tmp_path: Path, kind: str, lang: str) -> None:
    path = tmp_path / "template.xlsx"
    write_template(kind, path, lang)

    made = adapter(path, kind)
    (row,) = made.fetch()
    assert not isinstance(made.translate(row.raw), Rejected)
    assert made.notes == []


def test_a_template_offers_the_words_there_are(tmp_path: Path) -> None:
    write_template("check-ins", tmp_path / "t.xlsx", "ja")

    sheet: Any = load_workbook(tmp_path / "t.xlsx").active
    choices = {str(one.sqref): one.formula1 for one in sheet.data_validations.dataValidation}
    assert choices == {"B2:B1000": '"定例MTG,実装フォロー,チャットサポート"'}


def test_the_first_visible_sheet_is_read_and_the_others_are_named(tmp_path: Path) -> None:
    book = Workbook()
    hidden: Any = book.active
    hidden.sheet_state = "hidden"
    for name in ("people", "old people"):
        book.create_sheet(name).append(["person"])
        book[name].append([name])
    book.save(tmp_path / "many.xlsx")

    made = adapter(tmp_path / "many.xlsx", "people")
    assert [one.raw.values for one in made.fetch()] == [["people"]]
    assert made.notes == [f"{tmp_path}/many.xlsx: only sheet 'people' is read, not old people (--sheet)"]
    chosen = adapter(tmp_path / "many.xlsx", "people", sheet="old people")
    assert [one.raw.values for one in chosen.fetch()] == [["old people"]]


def test_what_cannot_be_read_is_said_plainly(tmp_path: Path) -> None:
    (tmp_path / "text.xlsx").write_text("person,date\n")
    written(tmp_path / "empty.xlsx")
    written(tmp_path / "other.xlsx", ["売上", "原価"], [1, 2])
    written(tmp_path / "half.xlsx", ["person", "course"], ["1001", "genai-basics"])
    said = {
        "text.xlsx": "is not a workbook of Excel or LibreOffice",
        "none.xlsx": "cannot be read",
        "empty.xlsx": "is empty",
        "other.xlsx": "none of the first 20 rows names a column of trainings; they begin with: 売上, 原価, 1, 2",
        "half.xlsx": r"no column completed_on \(受講日\), which trainings needs",
    }
    for name, problem in said.items():
        with pytest.raises(Unusable, match=problem), AdoptLog("sqlite://") as log:
            log.import_from(adapter(tmp_path / name))
    with pytest.raises(Unusable, match="has no sheet 'May'; it has: Sheet"):
        list(adapter(tmp_path / "half.xlsx", sheet="May").fetch())


def test_a_row_that_was_rejected_is_shown_and_can_be_tried_again(tmp_path: Path) -> None:
    path = written(tmp_path / "usage.xlsx", ["person", "date", "tool"], ["a", "2026-13-01", "chat"])
    with AdoptLog("sqlite://") as log:
        log.import_from(adapter(path, "usage"), settings={"kind": "usage"})
        (letter,) = log.dead_letters()

        assert (letter["line"], letter["record"]) == (2, {"person": "a", "date": "2026-13-01", "tool": "chat"})
        assert log.retry_dead_letters() == (0, 1)
