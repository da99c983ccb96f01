"""Open the spreadsheets that offices really have. Nothing in them is run; links and formulas are not followed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from django.utils.translation import gettext as _
from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from tongxin.core.sheets.delimited import Delimited
from tongxin.core.sheets.limits import DEFAULT, Limits
from tongxin.core.sheets.merges import GridRow, Range, fill_down
from tongxin.core.sheets.notices import Notice, damaged, empty, password, too_large, too_many_rows
from tongxin.core.sheets.ole import examine_ole
from tongxin.core.sheets.pages import read_page
from tongxin.core.sheets.sniff import sniff
from tongxin.core.sheets.values import Cell
from tongxin.core.sheets.zips import Findings, examine_zip

Kind = Literal["xlsx", "xls", "csv", "html"]


@dataclass(frozen=True)
class SheetInfo:
    """One sheet: its name, how far its values reach, whether people see it."""

    name: str
    rows: int
    columns: int
    visible: bool = True


@dataclass(frozen=True)
class _Source:
    rows: Callable[[], Iterable[list[Cell]]]
    merged: list[Range]


class Book:
    """An opened file. `warnings` are things to tell; `loose` means that its numbers are only text (1985.1 may have
    been 1985.10)."""

    def __init__(self, filename: str, kind: Kind) -> None:
        self.filename = filename
        self.kind: Kind = kind
        self.loose = kind in ("csv", "html")
        self.sheets: list[SheetInfo] = []
        self.warnings: list[Notice] = []
        self._sources: dict[str, _Source] = {}

    def add(self, info: SheetInfo, rows: Callable[[], Iterable[list[Cell]]], merged: list[Range] | None = None) -> None:
        """Take a sheet in; `rows` gives its rows anew at every call, from the first row and the first column."""
        self.sheets.append(info)
        self._sources[info.name] = _Source(rows, merged or [])

    def grid(self, sheet_name: str) -> Iterator[GridRow]:
        """The rows from row 1 on, with merged cells carried down."""
        source = self._sources[sheet_name]
        return fill_down(source.rows(), source.merged)

    def rows(self, sheet_name: str) -> Iterator[list[Cell]]:
        """The rows from row 1 on; an empty cell is the empty text."""
        return (row.cells for row in self.grid(sheet_name))


def open_book(path: Path, filename: str, *, limits: Limits = DEFAULT) -> Book:
    """Open a file by what it is, whatever its name says.

    Refuses: `sheet.not_a_spreadsheet`, `sheet.empty`, `sheet.damaged`, `sheet.password`, `sheet.zip_bomb`,
    `sheet.too_many_rows`, `sheet.too_large`.
    """
    if path.stat().st_size == 0:
        raise empty()
    kind = sniff(path)
    if kind in ("zip", "ole") and path.stat().st_size > limits.bytes:
        raise too_large(limits)
    if kind == "zip":
        book = _open_xlsx(path, filename, limits)
    elif kind == "ole":
        book = _open_xls(path, filename, limits)
    elif kind == "html":
        book = _open_page(path, filename, limits)
    else:
        book = _open_text(path, filename, limits)
    if not any(sheet.rows for sheet in book.sheets):
        raise empty()
    return book


def _open_xlsx(path: Path, filename: str, limits: Limits) -> Book:
    findings = examine_zip(path, limits)
    book = Book(filename, "xlsx")
    _load(book, path, limits)
    _warn(book, findings)
    return book


def _open_xls(path: Path, filename: str, limits: Limits) -> Book:
    findings = examine_ole(path, limits)
    book = Book(filename, "xls")
    _load(book, path, limits)
    _warn(book, Findings(macros=findings.macros))
    return book


def _load(book: Book, path: Path, limits: Limits) -> None:
    try:
        workbook = CalamineWorkbook.from_path(path)
        for seen in workbook.sheets_metadata:
            if seen.typ == SheetTypeEnum.WorkSheet:
                sheet = workbook.get_sheet_by_name(seen.name)
                last_row, last_column = sheet.end or (-1, -1)
                visible = seen.visible == SheetVisibleEnum.Visible
                info = SheetInfo(seen.name, last_row + 1, last_column + 1, visible)
                if info.rows > limits.rows and sheet.height > limits.rows:
                    raise too_many_rows(limits)
                book.add(info, _rows_of(sheet), sheet.merged_cell_ranges)
    except PasswordError as fault:
        raise password() from fault
    except (CalamineError, OSError, ValueError) as fault:
        raise damaged() from fault
    except BaseException as fault:  # a panic inside the reader (Rust) is no Exception; only that is meant here
        if type(fault).__name__ != "PanicException":
            raise
        raise damaged() from fault


def _rows_of(sheet: CalamineSheet) -> Callable[[], Iterator[list[Cell]]]:
    """The reader leaves out empty columns at the left (not rows at the top): put them back, so that addresses hold."""
    left = sheet.start[1] if sheet.start else 0

    def rows() -> Iterator[list[Cell]]:
        pad: list[Cell] = [""] * left
        return (pad + row for row in sheet.iter_rows())

    return rows


def _open_text(path: Path, filename: str, limits: Limits) -> Book:
    text = Delimited(path, limits)
    book = Book(filename, "csv")
    book.warnings.extend(text.notices)
    book.add(SheetInfo(Path(filename).stem or "1", text.rows, text.columns), lambda: iter(text))
    return book


def _open_page(path: Path, filename: str, limits: Limits) -> Book:
    book = Book(filename, "html")
    for number, rows in enumerate(read_page(path, limits), start=1):
        name = Path(filename).stem if number == 1 else f"{Path(filename).stem} {number}"
        book.add(SheetInfo(name, len(rows), max(map(len, rows))), _copies(rows))
    return book


def _copies(rows: list[list[Cell]]) -> Callable[[], Iterator[list[Cell]]]:
    return lambda: (list(row) for row in rows)


def _warn(book: Book, findings: Findings) -> None:
    if findings.macros:
        book.warnings.append(Notice("sheet.macros", _("文件里有宏。只读了格子里的内容，宏没有运行，也不会保存。")))
    if findings.bare_formulas:
        sentence = _("有 %(count)s 个公式还没有算出结果，这些格子读作空白。请用 WPS 或 Excel 打开、保存一次再传。")
        book.warnings.append(Notice("sheet.formula_without_value", sentence % {"count": findings.bare_formulas}))
    if findings.errors:
        sentence = _("有 %(count)s 个格子是公式错误（如 #N/A），读作空白。")
        book.warnings.append(Notice("sheet.formula_error", sentence % {"count": findings.errors}))
