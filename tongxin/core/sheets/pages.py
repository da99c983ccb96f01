"""Web pages that call themselves .xls: many personnel systems export a table of HTML under that name."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

from tongxin.core.sheets.limits import Limits
from tongxin.core.sheets.notices import not_a_spreadsheet, too_large, too_many_rows
from tongxin.core.sheets.values import Cell

CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)
WIDEST = 200


def read_page(path: Path, limits: Limits) -> list[list[list[Cell]]]:
    """The tables of a page, each as rows.

    Refuses: `sheet.not_a_spreadsheet`, `sheet.too_large`, `sheet.too_many_rows`.
    """
    if path.stat().st_size > limits.bytes:
        raise too_large(limits)
    parser = _Tables(limits)
    parser.feed(_decode(path.read_bytes()))
    parser.close()
    tables = [rows for rows in parser.tables if rows]
    if not tables:
        raise not_a_spreadsheet()
    return tables


def _decode(data: bytes) -> str:
    stated = CHARSET.search(data[:4096])
    names = [stated[1].decode("ascii").lower()] if stated else []
    names = ["gb18030" if name.startswith("gb") else name for name in names]
    for name in [*names, "utf-8-sig", "gb18030"]:
        try:
            return data.decode(name)
        except (UnicodeError, LookupError):
            continue
    raise not_a_spreadsheet()


class _Tables(HTMLParser):
    """Collects rows; a cell over several columns or rows stands at its first place, blanks keep the others."""

    def __init__(self, limits: Limits) -> None:
        super().__init__()
        self.tables: list[list[list[Cell]]] = []
        self._limits = limits
        self._row: list[Cell] | None = None
        self._text: list[str] | None = None
        self._span = (1, 1)
        self._down: dict[int, tuple[int, Cell]] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table" or (tag == "tr" and not self.tables):
            self._end_row()
            self.tables.append([])
            self._down = {}
        if tag == "tr":
            self._end_row()
            self._row = []
        elif tag in ("td", "th") and self._row is not None:
            self._end_cell()
            facts = dict(attrs)
            self._span = (_count(facts.get("colspan")), _count(facts.get("rowspan")))
            self._text = []
        elif tag == "br" and self._text is not None:
            self._text.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th"):
            self._end_cell()
        elif tag in ("tr", "table"):
            self._end_row()

    def handle_data(self, data: str) -> None:
        if self._text is not None:
            self._text.append(re.sub(r"\s+", " ", data))

    def _end_cell(self) -> None:
        if self._text is None or self._row is None:
            return
        value = "".join(self._text).strip()
        self._text = None
        self._carry_down()
        across, down = self._span
        if down > 1:
            self._down[len(self._row)] = (down - 1, value)
        self._row.extend([value, *[""] * (across - 1)][: max(WIDEST - len(self._row), 0)])

    def _carry_down(self) -> None:
        while self._row is not None and (waiting := self._down.get(len(self._row))):
            left, value = waiting
            self._down[len(self._row)] = (left - 1, value)
            if left == 1:
                del self._down[len(self._row)]
            self._row.append(value)

    def _end_row(self) -> None:
        self._end_cell()
        if self._row is None:
            return
        self._carry_down()
        self.tables[-1].append(self._row)
        self._row = None
        if len(self.tables[-1]) > self._limits.rows:
            raise too_many_rows(self._limits)


def _count(value: str | None) -> int:
    return min(int(value), WIDEST) if value and value.isascii() and value.isdigit() and int(value) > 0 else 1
