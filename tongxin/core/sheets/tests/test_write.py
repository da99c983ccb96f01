"""What is written is read again as it was; what was refused comes back mended."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tongxin.core.sheets.book import open_book
from tongxin.core.sheets.refused import write_refused
from tongxin.core.sheets.table import Table, choose_sheet, matching_sheets, read_table
from tongxin.core.sheets.template import write_template
from tongxin.core.sheets.tests.specs import PLAN, ROSTER
from tongxin.core.sheets.tests.ugly import roster_files
from tongxin.core.sheets.tests.ugly_plans import plan_files
from tongxin.core.sheets.write import ColOut, SheetOut, write_workbook

COLUMNS = [ColOut("工号"), ColOut("说明", 30), ColOut("人数", kind="number"), ColOut("日期", kind="day")]
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=40)
ROWS = st.lists(
    st.tuples(WORDS, WORDS, st.integers(-(10**9), 10**9), st.dates(date(1901, 1, 1), date(2099, 12, 31))),
    min_size=1,
    max_size=20,
)


@settings(max_examples=40, deadline=None)
@given(ROWS)
def test_what_is_written_is_read_again(rows: list[tuple[str, str, int, date]]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.xlsx"
        write_workbook(path, [SheetOut("表", COLUMNS, rows)])
        back = list(open_book(path, "a.xlsx").rows("表"))
    assert [tuple(row) for row in back[1:]] == rows


@pytest.mark.parametrize("text", ["=1+1", "+cmd|' /C calc'!A0", "@SUM(A1)", "-2", "http://a.b", "{=1}", "007"])
def test_nothing_that_is_written_can_run(text: str) -> None:
    buffer = io.BytesIO()
    write_workbook(buffer, [SheetOut("a/b:[c]", COLUMNS, [(text, text, None, None)]), SheetOut("a/b:[c]", COLUMNS, [])])
    book = openpyxl.load_workbook(buffer)
    cell = book.worksheets[0]["A2"]
    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)
    assert len({sheet.title for sheet in book.worksheets}) == 2


@pytest.mark.parametrize("files", [roster_files, plan_files])
@pytest.mark.parametrize("which", range(5))
def test_refused_rows_given_back_say_the_same(tmp_path: Path, files, which: int) -> None:
    columns = ROSTER if files is roster_files else PLAN
    path = files(tmp_path)[which]
    table = matching_sheets(open_book(path, path.name), columns)[0]
    before = [{key: cell.value for key, cell in record.cells.items()} for record in table.records()]
    write_refused(
        tmp_path / "back.xlsx", table, [(record, table.read(record, year=2020)[1]) for record in table.records()]
    )
    again = only_table(tmp_path / "back.xlsx", columns)
    assert again.layout.ignored >= {0} and again.layout.missing == []
    assert [{key: cell.value for key, cell in record.cells.items()} for record in again.records()] == before


def test_a_refused_row_carries_its_reason_and_its_mark(tmp_path: Path) -> None:
    rows = [("工号", "姓名", "部门", "手机"), ("01", "张三", "甲", "1380013800"), ("02", "", "甲", "")]
    (tmp_path / "a.csv").write_text("\n".join(",".join(row) for row in rows), encoding="utf-8")
    table = only_table(tmp_path / "a.csv", ROSTER)
    found = [(record, table.read(record)[1]) for record in table.records()]
    assert [[(problem.ref, problem.code) for problem in problems] for _, problems in found] == [
        [("D2", "cell.phone_length")],
        [("B3", "cell.required")],
    ]
    write_refused(tmp_path / "b.xlsx", table, found)
    sheet = openpyxl.load_workbook(tmp_path / "b.xlsx").active
    assert sheet["A2"].value == "手机号只有10位，少1位。请核对后改好。" and sheet["E2"].value == "1380013800"
    assert sheet["E2"].fill.fgColor.rgb == sheet["C3"].fill.fgColor.rgb == "FFFFE3E0" and sheet["B2"].value == "01"


@pytest.mark.parametrize("columns", [ROSTER, PLAN])
def test_a_template_is_understood_and_its_example_passed_over(tmp_path: Path, columns) -> None:
    write_template(tmp_path / "a.xlsx", "模板", columns)
    table = only_table(tmp_path / "a.xlsx", columns)
    assert table.layout.missing == [] and not table.layout.by_likeness and len(table.layout.mapping) == len(columns)
    assert list(table.records()) == [] and [skipped.why for skipped in table.skipped] == ["sample"]


def only_table(path: Path, columns) -> Table:
    book = open_book(path, path.name)
    assert len(matching_sheets(book, columns)) == 1
    return read_table(book, choose_sheet(book, columns), columns)
