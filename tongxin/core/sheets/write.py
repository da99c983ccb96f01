"""Write tidy .xlsx files: typed days, numbers of persons as text, nothing that a spreadsheet would run."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Literal

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

OutKind = Literal["text", "number", "day", "moment"]
Value = str | int | float | bool | Decimal | date | datetime | None
FONT = {"font_name": "微软雅黑", "font_size": 10, "valign": "vcenter"}
LONGEST_TEXT = 32_767
# Calculating, links and guessing are all off: a name that begins with “=” stays a name.
OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "default_date_format": "yyyy-mm-dd",
}


@dataclass(frozen=True)
class ColOut:
    """A column: `width` in characters of the default font, `kind` how its values are typed."""

    label: str
    width: float = 12
    kind: OutKind = "text"


@dataclass(frozen=True)
class SheetOut:
    """A sheet with its rows; rows may come from a generator, they are not kept."""

    title: str
    columns: Sequence[ColOut]
    rows: Iterable[Sequence[Value]]


class Writer:
    """A workbook in the making, with the few styles all our files share."""

    def __init__(self, target: Path | BinaryIO) -> None:
        # Imported where it is used, as it takes a tenth of the time in which a command starts.
        import xlsxwriter

        self.workbook: Workbook = xlsxwriter.Workbook(str(target) if isinstance(target, Path) else target, OPTIONS)
        self.head: Format = self._style(bold=True, bg_color="#F2E8E4", bottom=1, text_wrap=True)
        self.plain: Format = self._style()
        self.wrapped: Format = self._style(text_wrap=True)
        self.text: Format = self._style(num_format="@")
        self.day: Format = self._style(num_format="yyyy-mm-dd")
        self.moment: Format = self._style(num_format="yyyy-mm-dd hh:mm")
        self.marked: Format = self._style(bg_color="#FFE3E0", num_format="@")
        self.marked_day: Format = self._style(bg_color="#FFE3E0", num_format="yyyy-mm-dd")
        self.marked_plain: Format = self._style(bg_color="#FFE3E0")
        self.reason: Format = self._style(text_wrap=True, font_color="#A3281E")
        self.faint: Format = self._style(font_color="#7A7A7A", italic=True)
        self._titles: set[str] = set()

    def _style(self, **more: object) -> Format:
        return self.workbook.add_format({**FONT, **more})

    def sheet(self, title: str) -> Worksheet:
        """A new sheet under this title, made fit for a sheet's name and different from the others."""
        clean = re.sub(r"[\[\]:*?/\\]", " ", title).strip().strip("'")[:31] or "表"
        name, number = clean, 2
        while name.lower() in self._titles:
            name, number = f"{clean[:28]} {number}", number + 1
        self._titles.add(name.lower())
        return self.workbook.add_worksheet(name)

    def put(
        self, sheet: Worksheet, row: int, column: int, value: Value, kind: OutKind = "text", *, marked: bool = False
    ) -> None:
        """Write one value (row and column from 0) by what it is; text never becomes anything else."""
        if value is None or value == "":
            if marked:
                sheet.write_blank(row, column, None, self.marked)
        elif isinstance(value, datetime):
            stamp = value.replace(tzinfo=None)
            sheet.write_datetime(
                row, column, stamp, self.marked_day if marked else self.moment if kind == "moment" else self.day
            )
        elif isinstance(value, date):
            sheet.write_datetime(row, column, value, self.marked_day if marked else self.day)
        elif isinstance(value, bool):
            sheet.write_string(row, column, "是" if value else "否", self.marked if marked else self.text)
        elif isinstance(value, int | float | Decimal) and kind != "text":
            sheet.write_number(row, column, value, self.marked_plain if marked else self.plain)
        else:
            sheet.write_string(row, column, str(value)[:LONGEST_TEXT], self.marked if marked else self.text)

    def close(self) -> None:
        """Finish the file."""
        self.workbook.close()


def write_workbook(target: Path | BinaryIO, sheets: Sequence[SheetOut]) -> None:
    """Write tables to a file or buffer: head frozen and filterable; memory does not grow with the rows."""
    writer = Writer(target)
    for out in sheets:
        sheet = writer.sheet(out.title)
        write_head(writer, sheet, out.columns)
        last = 0
        for last, row in enumerate(out.rows, start=1):
            for index, (column, value) in enumerate(zip(out.columns, row, strict=True)):
                writer.put(sheet, last, index, value, column.kind)
        finish(sheet, 0, last, len(out.columns))
    writer.close()


def write_head(writer: Writer, sheet: Worksheet, columns: Sequence[ColOut], row: int = 0) -> None:
    """Widths and titles."""
    for index, column in enumerate(columns):
        sheet.set_column(index, index, column.width, writer.text if column.kind == "text" else writer.plain)
    for index, column in enumerate(columns):
        sheet.write_string(row, index, column.label, writer.head)


def finish(sheet: Worksheet, head: int, last: int, width: int) -> None:
    """Freeze the head, offer the filter, fit to the width of a page."""
    sheet.freeze_panes(head + 1, 0)
    if width:
        sheet.autofilter(head, 0, max(last, head), width - 1)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(head)
