"""What can be opened, what is refused, and that refusing costs no memory."""

from __future__ import annotations

import struct
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import msoffcrypto.format.ooxml
import openpyxl
import pytest
import xlwt

from tongxin.core.refusals import Refused
from tongxin.core.sheets import ole
from tongxin.core.sheets.book import Book, open_book
from tongxin.core.sheets.limits import DEFAULT
from tongxin.core.sheets.tests import bombs

SMALL = replace(DEFAULT, rows=100)


def refused(path: Path, limits=DEFAULT) -> str:
    with pytest.raises(Refused) as caught:
        open_book(path, path.name, limits=limits)
    assert "系统里的数据没有变" in caught.value.sentence
    return caught.value.code


def written(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def test_a_bomb_of_zeros_is_refused(tmp_path: Path) -> None:
    assert refused(bombs.workbook(tmp_path / "a.xlsx", bombs.zeros(1))) == "sheet.zip_bomb"


def test_a_directory_that_lies_is_refused(tmp_path: Path) -> None:
    assert refused(bombs.lying(tmp_path / "a.xlsx")) == "sheet.zip_bomb"


def test_five_million_rows_are_refused_as_too_many_not_as_a_bomb(tmp_path: Path) -> None:
    assert refused(bombs.workbook(tmp_path / "a.xlsx", bombs.rows(5_000_000))) == "sheet.too_many_rows"


def test_one_value_far_out_is_refused_before_the_reader_makes_room_for_it(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active["A1"], book.active["XFD20000"] = 1, 2
    book.save(tmp_path / "a.xlsx")
    assert refused(tmp_path / "a.xlsx") == "sheet.too_large"


def test_empty_rows_that_are_only_formatted_do_not_count(tmp_path: Path) -> None:
    rows = b"".join(b'<row r="%d" s="1"><c r="A%d" s="1"/></row>' % (number, number) for number in range(2, 500))
    data = bombs.HEAD + b'<row r="1"><c r="A1"><v>1</v></c></row>' + rows + b"</sheetData></worksheet>"
    path = bombs.workbook(tmp_path / "a.xlsx", [data])
    assert open_book(path, "a.xlsx", limits=SMALL).sheets[0].columns == 1


@pytest.mark.parametrize("password_kind", ["xlsx", "xls"])
def test_a_password_is_named(tmp_path: Path, password_kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / f"a.{password_kind}"
    if password_kind == "xlsx":
        plain = tmp_path / "plain.xlsx"
        openpyxl.Workbook().save(plain)
        with plain.open("rb") as source, path.open("wb") as target:
            msoffcrypto.format.ooxml.OOXMLFile(source).encrypt("secret", target)
    else:
        book = xlwt.Workbook()
        book.add_sheet("a").write(0, 0, 1)
        book.save(str(path))
        data = path.read_bytes()  # FILEPASS in the place of the record that follows BOF
        begin = data.index(b"\x09\x08\x10\x00") + 20
        path.write_bytes(data[:begin] + b"\x2f\x00" + data[begin + 2 :])
    assert refused(path) == "sheet.password"


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.xlsx", b"", "sheet.empty"),
        ("a.csv", b"\r\n , ,\r\n", "sheet.empty"),
        ("a.xlsx", b"%PDF-1.7 ...", "sheet.not_a_spreadsheet"),
        ("a.csv", b"\x89PNG\r\n\x1a\n", "sheet.not_a_spreadsheet"),
        ("a.xls", bytes(range(256)) * 20, "sheet.not_a_spreadsheet"),
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "sheet.damaged"),
        ("a.xlsx", b"PK\x03\x04" + bytes(100), "sheet.damaged"),
        ("a.xls", b"<html><body>no table</body></html>", "sheet.not_a_spreadsheet"),
        ("a.csv", b"\xff\xff\x81\x20\xff\xfe" * 2000, "sheet.not_a_spreadsheet"),
    ],
)
def test_what_is_no_spreadsheet_is_refused(tmp_path: Path, name: str, data: bytes, code: str) -> None:
    assert refused(written(tmp_path, name, data)) == code


def test_a_zip_that_is_something_else_is_named(tmp_path: Path) -> None:
    for part in ("word/document.xml", "ppt/a.xml", "mimetype", "photo.jpg"):
        with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as archive:
            archive.writestr(part, "x")
        assert refused(tmp_path / "a.xlsx") == "sheet.not_a_spreadsheet"


def test_a_broken_off_file_is_damaged(tmp_path: Path) -> None:
    openpyxl.Workbook().save(tmp_path / "a.xlsx")
    data = (tmp_path / "a.xlsx").read_bytes()
    assert refused(written(tmp_path, "b.xlsx", data[: len(data) // 2])) == "sheet.damaged"


def test_an_empty_workbook_says_so(tmp_path: Path) -> None:
    openpyxl.Workbook().save(tmp_path / "a.xlsx")
    assert refused(tmp_path / "a.xlsx") == "sheet.empty"


def test_limits_hold_for_every_kind(tmp_path: Path) -> None:
    old = xlwt.Workbook()
    sheet = old.add_sheet("a")
    for row in range(101):
        sheet.write(row, 0, row)
    old.save(str(tmp_path / "a.xls"))
    assert refused(tmp_path / "a.xls", SMALL) == "sheet.too_many_rows"
    assert refused(written(tmp_path, "a.csv", b"1,2\n" * 101), SMALL) == "sheet.too_many_rows"
    assert refused(written(tmp_path, "b.csv", b"1,2\n" * 5000), SMALL) == "sheet.too_many_rows"
    page = b"<table>" + b"<tr><td>1</td></tr>" * 101 + b"</table>"
    assert refused(written(tmp_path, "b.xls", page), SMALL) == "sheet.too_many_rows"
    assert refused(written(tmp_path, "c.csv", b"x" * 3000), replace(DEFAULT, bytes=1000)) == "sheet.too_large"


def test_macros_are_told_and_not_run(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["工号", 1])
    book.save(tmp_path / "a.xlsm")
    with zipfile.ZipFile(tmp_path / "a.xlsm", "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"macro")
    assert warned(open_book(tmp_path / "a.xlsm", "a.xlsm")) == ["sheet.macros"]


def test_formulas_never_reckoned_and_errors_are_told(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["a", "=1+1"])
    book.active["C1"] = "#N/A"
    book.active["C1"].data_type = "e"
    book.save(tmp_path / "a.xlsx")
    assert warned(open_book(tmp_path / "a.xlsx", "a.xlsx")) == ["sheet.formula_without_value", "sheet.formula_error"]


def warned(book: Book) -> list[str]:
    return [notice.code for notice in book.warnings]


TABLE = [["工号", "姓名"], ["001", "张三"], ["002", "李\n四"]]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("mark", [",", "\t", ";"])
def test_text_is_read_in_every_encoding_with_every_delimiter(tmp_path: Path, encoding: str, mark: str) -> None:
    data = f'工号{mark}姓名\r\n001{mark}张三\r\n002{mark}"李\n四"\r\n'.encode(encoding)
    book = open_book(written(tmp_path, "a.xls", data), "a.xls")
    assert list(book.rows("a")) == TABLE and book.loose


def test_an_unpaired_quote_does_not_swallow_the_rest(tmp_path: Path) -> None:
    book = open_book(written(tmp_path, "a.csv", '1,"张三\n2,李四\n3,王五\n'.encode()), "a.csv")
    assert book.sheets[0].rows == 3 and warned(book) == ["sheet.stray_quote"]


def test_a_few_broken_characters_do_not_lose_the_file(tmp_path: Path) -> None:
    data = "工号,姓名\n".encode("gb18030") + "1,张三\n".encode("gb18030") * 300 + b"2,\xff\n"
    assert warned(open_book(written(tmp_path, "a.csv", data), "a.csv")) == ["sheet.broken_characters"]


def test_a_web_page_named_xls_is_read(tmp_path: Path) -> None:
    page = """<html><meta charset="gb2312"><table border=1><tr><td colspan=2>名册</td></tr><tr><th>工号<th>姓名</tr>
    <tr><td rowspan=2>01</td><td>张三</td></tr><tr><td>李<b>四</b></td></tr></table>"""
    book = open_book(written(tmp_path, "名册.xls", page.encode("gb18030")), "名册.xls")
    assert list(book.rows("名册")) == [["名册", ""], ["工号", "姓名"], ["01", "张三"], ["01", "李四"]]


def test_addresses_hold_when_the_table_begins_further_in(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active["C4"] = date(2020, 3, 1)
    book.save(tmp_path / "a.csv")
    opened = open_book(tmp_path / "a.csv", "a.csv")
    assert list(opened.rows("Sheet"))[3] == ["", "", date(2020, 3, 1)]
    assert (opened.kind, opened.sheets[0].rows, opened.sheets[0].columns) == ("xlsx", 4, 3)


def test_a_directory_that_points_before_the_file_is_damaged(tmp_path: Path) -> None:
    path = bombs.workbook(tmp_path / "a.xlsx", [bombs.HEAD, b"</sheetData></worksheet>"])
    data = bytearray(path.read_bytes())
    end = data.rfind(b"PK\x05\x06")  # a directory said to be longer than it is moves every offset below zero
    data[end + 16 : end + 20] = struct.pack("<I", 0x7FFFFFFF)
    assert refused(written(tmp_path, "b.xlsx", bytes(data))) == "sheet.damaged"


def test_records_of_an_old_file_are_walked_within_bounds() -> None:
    ole._walk(b"\x0a\x00\xff", DEFAULT)
    ole._walk(b"\x03\x02\x00\x00", DEFAULT)
